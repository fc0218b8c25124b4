"""Names of people: runs of capital syllables that a family name, a title, a rank or a post tells to be a person's."""

from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.cues import WordTable, lexicon
from camket.graph.extraction.given_names import given_names, other_spelling
from camket.graph.extraction.lexicon import (
    field_syllables,
    fields,
    is_abbreviation,
    is_capital,
    is_vietnamese,
    personal,
    plain,
    ranks,
    role_length,
    surnames,
    titles,
    weak_surnames,
)
from camket.graph.extraction.name_runs import RunFinder, is_initials
from camket.graph.extraction.people import add_people
from camket.graph.extraction.reading import Reading

_LOOK_BACK = 16  # tokens from a name back to the post it follows
_NOTE = 7  # tokens of a note in brackets between a post and a name
_MIDDLES = {"thị", "văn"}
_DASHES = {"-", "–", "—"}


@dataclass(slots=True)
class NameRun:
    """Capital syllables, tokens `first` to `last` (exclusive), that are a person's name."""

    first: int
    last: int


@cache
def _things() -> WordTable[str]:
    return plain(lexicon("people")["things"])


@cache
def _credits() -> WordTable[str]:
    return plain(lexicon("people")["credits"])


@cache
def _jobs() -> WordTable[str]:
    return plain(lexicon("people")["employed"])


@cache
def _pupils() -> WordTable[str]:
    return plain(lexicon("people")["pupils"])


@cache
def _naming_roles() -> frozenset[str]:
    return frozenset(lexicon("posts")["naming"])


@Language.component("camket_names")
def names(doc: Doc) -> Doc:
    """Adds a mark for every name of a person, full or short, and an entity for every person."""
    reading: Reading = doc._.reading
    runs = _Scan(reading).run()
    add_people(reading, runs)
    return doc


class _Scan(RunFinder):
    """One article's search for names."""

    def run(self) -> list[NameRun]:
        runs = self.runs()
        found: list[NameRun] = []
        open_runs: list[tuple[int, int]] = []
        for first, last in runs:
            name = self._accept(first, last)
            if name:
                found.append(name)
            else:
                open_runs.append((first, last))
        known = {tuple(self.norms[n.first : n.last]) for n in found if n.last - n.first > 1}
        for name in found:  # a sentence may begin right after a name, its mark missing: "... Nguyễn Nam Khánh Lần"
            if name.last - name.first > 3 and tuple(self.norms[name.first : name.last - 1]) in known:
                name.last -= 1
        families = {n[-1] for n in known if not is_vietnamese(n[-1])}
        for first, last in open_runs:
            again = self._again(first, last, known, families, {n.last for n in found})
            if again:
                found.append(again)
        taken = {n.first for n in found}
        singles = [f for f, last in open_runs if last == f + 1 and f not in taken and not self._is_thing_or_credit(f)]
        found += [NameRun(at, at + 1) for at in given_names(self.reading, known, singles)]
        return sorted(found, key=lambda n: n.first)

    def _is_thing_or_credit(self, first: int) -> bool:
        return self._names_thing(first) or self._is_credit(first)

    def _accept(self, first: int, last: int) -> NameRun | None:
        if self._is_thing_or_credit(first):
            return self._head_of_company(first, last)
        if last - first == 1 and self._opens(first):
            return None
        if self._called_so(first, last):
            return NameRun(first, last)
        schooled = bool(first) and bool(_pupils().ending(self.norms, first - 1)) and self.norms[first] not in surnames()
        if schooled and last - first < 3:
            return None
        if self._titled(first) and not schooled and (last - first > 1 or self._called(first)):
            return NameRun(first, last)
        if is_initials(self.words[first]) and not is_vietnamese(self.norms[first].split(".")[-1]):
            return NameRun(first, last)
        anchored = self._anchored(first)
        start = self._family_name(first, last, anchored)
        if start is not None:
            return NameRun(start, last)
        foreign = any(not is_vietnamese(n) for n in self.norms[first:last])
        if anchored and ((last - first > 1 and foreign) or self._role_names(first)):
            return NameRun(first, last)
        return None

    def _family_name(self, first: int, last: int, anchored: bool) -> int | None:
        """Where a Vietnamese full name begins in the run, if it holds one."""
        for at in range(first, last - 1):
            if self.norms[at] not in surnames() or not is_capital(self.words[at]):
                continue
            size = last - at
            sure = at == first and anchored
            weak = self.norms[at] in weak_surnames()
            if size == 2 and not sure:
                continue
            if weak and not sure and (at in self.starts or at > first) and self.norms[at + 1] not in _MIDDLES:
                continue
            if size <= 5:
                return at
        return None

    def _head_of_company(self, first: int, last: int) -> NameRun | None:
        """Who heads the company that the run begins with: "Chủ tịch Tập đoàn Lam Sa | Trương Mộng Kha"."""
        size = _things().ending(self.norms, first - 1) if first else 0
        if " ".join(self.norms[first - size : first]) not in lexicon("people")["owners"] or not self._anchored(first):
            return None
        start = self._family_name(first, last, anchored=False)
        return NameRun(start, last) if start is not None and last - start > 2 else None

    def _opens(self, first: int) -> bool:
        """Whether a single word begins a sentence whose mark is missing: "... các nạn nhân Ngoài ra"."""
        words, norm = lexicon("people"), self.norms[first]
        called = bool(first) and bool(personal().ending(self.norms, first - 1))
        return norm in words["not_names"] or (norm in words["openers"] and not called)

    def _called_so(self, first: int, last: int) -> bool:
        """ "một chuyên gia tên là Des Hill": a foreign name, told to be one."""
        told = self.norms[max(0, first - 2) : first] == ["tên", "là"] and last - first > 1
        return told and not any(is_vietnamese(n) for n in self.norms[first + 1 : last])

    def _titled(self, first: int) -> bool:
        return first > 0 and bool(titles().ending(self.norms, first - 1) or ranks().ending(self.norms, first - 1))

    def _called(self, first: int) -> bool:
        """Whether one syllable may be a name here: after "ông", not after "cầu thủ" (Chelsea) or "phóng viên"."""
        foreign = not is_vietnamese(self.norms[first]) or self.norms[first] == "việt"  # "nghệ sĩ Việt"
        return not foreign or not _jobs().ending(self.norms, first - 1)  # the employer may be named

    def _role_names(self, first: int) -> bool:
        """Whether the post right before is one that a bare foreign or short name may follow ("Thủ tướng Singh")."""
        for size in (2, 3, 4):
            if first >= size and role_length(self.norms, first - size) == size:
                return " ".join(self.norms[first - size : first]) in _naming_roles()
        return bool(first and first - 1 in self.inside and self._anchored(first))

    def _anchored(self, first: int) -> bool:
        """Whether a title, a rank or a post with its body stands right before."""
        if self._titled(first):
            return True
        first = self._before_bracket(first)
        end = first - 1 if first and self.words[first - 1] in _DASHES else first
        at = end - 1
        syllables = field_syllables()
        while at >= max(0, first - _LOOK_BACK):
            size = role_length(self.norms, at)
            if size and at + size <= end:
                return True
            word, norm = self.words[at], self.norms[at]
            sent = norm == "tại" and at + 1 in self.inside  # "Đại sứ Nga tại Việt Nam"
            bodily = (
                sent
                or is_capital(word)
                or at in self.inside
                or norm in syllables
                or norm in lexicon("posts")["between"]
                or word in _DASHES
            )
            if not bodily and not (size and at + size > end):
                return self._inside_role(at, end)
            at -= 1
        return False

    def _before_bracket(self, first: int) -> int:
        """Past a note between a post and the name: "... Quốc gia Mỹ (NSA) Edward Snowden"."""
        if first < 3 or self.words[first - 1] != ")":
            return first
        opened = next((at for at in range(first - 2, max(-1, first - _NOTE), -1) if self.words[at] == "("), None)
        return first if opened is None else opened

    def _inside_role(self, at: int, end: int) -> bool:
        """Whether token `at` is the tail of a role ("trưởng" of "Bộ trưởng") that begins a little earlier."""
        return any(at < start + role_length(self.norms, start) <= end for start in range(max(0, at - 3), at))

    def _names_thing(self, first: int) -> bool:
        if first == 0 or titles().ending(self.norms, first - 1):
            return False
        if is_abbreviation(self.words[first - 1]) and self.norms[first - 1] in ("tncs", "tntp", "thpt", "thcs"):
            return True
        size = _things().ending(self.norms, first - 1)
        field = fields().ending(self.norms, first - 1)
        if (field > 1 and field > size) or self.norms[max(0, first - 2) : first] == ["đoàn", "trường"]:
            return False
        if self.words[first - 1][0].isdigit() and self.norms[max(0, first - 2)] in ("số", "nhà"):
            return True  # "số nhà 36B Lý Nam Đế"
        return bool(size) and not (self._anchored(first) and self.norms[first - 1] in ("tp", "phố"))

    def _is_credit(self, first: int) -> bool:
        return first > 1 and self.words[first - 1] == ":" and bool(_credits().ending(self.norms, first - 2))

    def _again(
        self, first: int, last: int, known: set[tuple[str, ...]], families: set[str], ends: set[int]
    ) -> NameRun | None:
        """A run that was named surely elsewhere, or that bears the family name of a foreigner who was."""
        if self._is_thing_or_credit(first):
            return None
        if first - 1 in ends and other_spelling(self.reading, first, last):
            return NameRun(first, last)
        if last - first == 2 and tuple(self.norms[first:last]) in {name[-2:] for name in known if len(name) > 2}:
            return NameRun(first, last)  # "Công Vinh" of "Lê Công Vinh"
        for start in range(first, last - 1):
            for end in range(last, start + 1, -1):
                if tuple(self.norms[start:end]) in known:
                    return NameRun(start, end)
        foreign = all(not is_vietnamese(n) for n in self.norms[first:last])
        if last - first > 1 and foreign and first > 1 and self.norms[first - 1] == "và" and first - 1 in ends:
            return NameRun(first, last)
        if last - first == 1 and self.norms[first] in families and self.words[first - 1] != "(":
            return NameRun(first, last)
        if last - first == 2 and self.norms[last - 1] in families and not is_vietnamese(self.norms[first]):
            return NameRun(first, last)
        return None
