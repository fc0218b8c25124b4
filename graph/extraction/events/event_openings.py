"""Which items of a sentence say who was there, when and where: not what somebody says, nor what it is about."""

from dataclasses import dataclass

from camket.graph.extraction.events.event_cues import Frame, Item, table
from camket.graph.facts import EntityKind

ATTENDING = (EntityKind.PERSON, EntityKind.BODY)
"""Who can be there."""
_QUOTES = frozenset('"“”')
_AT = frozenset({"tại", "ngay", "trong"})
_SAID_OUT = frozenset({"ra", "lên", "thêm", "rõ"})  # between a verb of speech and where it was said ("nêu ra tại")
_OPENING_ITEMS = 6  # items in which the cue of an opening adverbial stands
_LEADING_ITEMS = 6  # items at most from a verb of speech to the gathering at which it is done
_APPOSITION_ITEMS = 9  # items at most from a comma to the verb of who speaks after it, his apposition between
_ORGANIZER_ITEMS = 12  # items at most from "do" to "tổ chức"


def organizers(norms: list[str], items: list[Item], i: int, high: int) -> int:
    """How many items "do X" has at item `i` where "tổ chức" or "chủ trì" follows it, marks and further names between;
    0 where it is none."""
    if items[i].norm != "do" or i + 1 >= high or items[i + 1].phrase is None:
        return 0
    for k in range(i + 2, min(high, i + _ORGANIZER_ITEMS)):
        if any(table("roles", verbs).at(norms, items[k].first) for verbs in ("organizer_verbs", "chair_verbs")):
            return k - i
    return 0


@dataclass(frozen=True, slots=True)
class Openings:
    """The items `low` to `high` (exclusive) of a sentence, seen from the cue at item `at`.

    quoted: item `low` stands inside a quotation that began in a sentence before.
    """

    norms: list[str]
    items: list[Item]
    at: int
    low: int
    high: int
    quoted: bool = False

    def split(self) -> tuple[list[int], list[int]]:
        """All items but the quotations, and those of them that say who, when and where.

        Until somebody is named, a comma ends what a closing word began.
        """
        unquoted: list[int] = []
        found: list[int] = []
        is_open, named, quoted = True, False, self.quoted
        for i in range(self.low, self.high):
            item = self.items[i]
            if item.norm in _QUOTES:
                quoted = not quoted
            elif quoted:
                continue
            unquoted.append(i)
            if item.closes and not (self._tells_it_was_held(i) or self._leads_to_deed(i)):
                named = named or (item.norm == "theo" and self._names_source(i))
                is_open = self._leads_to_noun(i)
                found += [i + 1] if self._reports_to(i) else []
                found += [k for k in (i - 1,) if is_open and k >= self.low and k not in found and self.items[k].phrase]
            elif not is_open:
                is_open = self._reopens(i, named)
            if is_open:
                found.append(i)
                named = named or bool(item.phrase and item.phrase.kind in ATTENDING)
        return unquoted, found

    def _reports_to(self, i: int) -> bool:
        """Whether "nghe ông A báo cáo" begins at item `i`: he is there, whatever he reports."""
        after = self.items[i + 1 : i + 3]
        person = len(after) > 1 and after[0].phrase is not None and after[0].phrase.kind == EntityKind.PERSON
        return person and after[1].closes and self.items[i].norm == "nghe"

    def _reopens(self, i: int, named: bool) -> bool:
        """Whether what a closing word began ends at item `i`: at a comma, or where "do X tổ chức" follows a topic."""
        if self.items[i].norm == ",":
            return (i < self.at and not named) or self._speaker_follows(i)
        return i > self.at and organizers(self.norms, self.items, i, self.high) > 0

    def _names_source(self, i: int) -> bool:
        """Whether somebody stands between "theo" and its comma, so that what follows is what he says."""
        end = next((k for k in range(i, self.high) if self.items[k].norm == ","), self.high)
        return any(self.items[k].phrase for k in range(i, end))

    def _tells_it_was_held(self, i: int) -> bool:
        """Whether the word at item `i` is what the gathering did: "Ngày hội chính thức khai mạc tại ..."."""
        return i > self.at and table("licence", "after").at(self.norms, self.items[i].first) is not None

    def _leads_to_deed(self, i: int) -> bool:
        """Whether "khi" at item `i` opens the sentence with the verb: "Sau khi kiểm tra công trường A, ông B nói"."""
        cue = self.items[self.at].cue
        opens = self.items[i].norm == "khi" and i + 1 == self.at and i <= self.low + 1
        return opens and cue is not None and cue.frame is Frame.OF

    def _leads_to_noun(self, i: int) -> bool:
        """Whether the closing word tells what is done at a gathering ("trình bày tại hội nghị"), or is but a noun
        ("lời phát biểu của bà A tại hội nghị")."""
        following = self.norms[self.items[i].last : self.items[i].last + 1]
        if i < self.at and following in (["của"], ["được"]) and self.items[self.at - 1].norm in _AT:
            return True
        licences = [table("licence", kind).at(self.norms, self.items[i].first) for kind in ("echo", "report")]
        licensed = max((found[0] for found in licences if found), default=0)
        after = [k for k in self.items[i + 1 : i + _LEADING_ITEMS] if k.first >= self.items[i].first + licensed]
        after = after[next((k for k, item in enumerate(after) if item.norm not in _SAID_OUT), 0) :]
        if len(after) > 1 and after[0].norm == "với" and after[1].phrase:  # "nói với ông A trong chuyến thị sát"
            after = after[2:]
        skipped = [item.norm for item in after if item.norm in _AT]
        after = after[len(skipped) :]
        leads = bool(after and after[0].cue and after[0].cue.frame is Frame.NOUN)
        return leads and bool(skipped or licensed)

    def _speaker_follows(self, i: int) -> bool:
        """Whether the comma at item `i` ends an adverbial that opens the clause ("Tại hội nghị về X, ông A nói", "ông
        A, trưởng ban tổ chức, nói")."""
        opens = i > self.at and self.at - self.low < _OPENING_ITEMS
        if not opens or i + 1 >= self.high or self.items[i + 1].phrase is None:
            return False
        for item in self.items[i + 2 : min(self.high, i + _APPOSITION_ITEMS)]:
            if item.closes:
                return True
            if item.phrase or item.cue or item.date:
                return False
        return False
