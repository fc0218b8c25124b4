"""Actors without a name of their own: groups as worded, each of several bodies, a body called by its kind."""

from camket.graph.extraction.entities.groups import group_phrase
from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.cue_words import acts, begins_action, cue_at, documents, given, past, qualifiers
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length, several_length
from camket.graph.extraction.text.lexicon import role_length
from camket.graph.extraction.text.subjects import Subject
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.text.verbs import verbs
from camket.graph.extraction.undertakings.called import COMPANY_WORDS, KindActors
from camket.graph.facts import EntityKind

MAX_GROUP = 14
"""Tokens a group without a name has at most before its verb."""
MAX_NAMING = 6
"""Tokens after a group that may tell which one it is, verbs among them."""
MAX_OFFICE = 3
"""Tokens that may stand between a role and the several places it is held in ("Chủ tịch UBND các tỉnh")."""
_CLAUSE_MARKS = frozenset({",", ":", "nhưng", "song"})
_OPENED_BY = _CLAUSE_MARKS | {"được"}  # "cầu được | tỉnh dự kiến khởi công"
_DETERMINERS = frozenset({"các", "những", "mọi", "một", "và", "để", "nhằm"})
_OBJECTS = frozenset({"cho", "thêm", "đủ", "ngay", "lại", "đúng"})
_LOOSE = frozenset({"người", "và", "về", "cho", "với", "của", "rằng", "mà", "để"})
_SEVERAL = frozenset({"các", "từng", "mỗi", "những"})


class WordedActors(KindActors):
    """Finds actors that no phrase names."""

    def worded(self, start: int, last: int, end: int | None = None, *, told: bool = False) -> Subject | None:
        """A group that a clause begins with, as worded up to its verb ("các cấp ủy", "tư vấn giám sát").

        end: the token of the verb where it is known; else it is the first word of doing something.
        told: somebody is told to do something, so that any plural noun is whoever is told.
        """
        token = self.after_adverbials(start, last)
        known = self.index.begin.get(token)
        if known is None and (called := self.called(token, last)):
            return Subject([called], token)
        length = group_length(self.norms, token) or (several_length(self.norms, token) if told else 0)
        if known is None and (each := self._each_holder(token, last)):
            return each
        if known.kind != EntityKind.GROUP if known else not length or acts(self.norms, token, length):
            return None
        after = max(self.index.last_token(known) + 1 if known else 0, token + length)
        after = self._completed(self._past_place(after, last), last)
        qualified = qualifiers().at(self.norms, after) if after < last else None
        if qualified and (acts(self.norms, after, qualified[0] + 1) or self._governs(after + qualified[0], last)):
            qualified = None  # "có mặt", "cung cấp cho"
        if qualified and documents().at(self.norms, after + qualified[0]):
            qualified = None  # "trường có văn bản đề nghị ..."
        beyond = after + qualified[0] if qualified else after
        verb = self._verb(beyond, min(last, token + MAX_GROUP), last)
        verb_known = end is not None
        if end is None:
            end = verb
            if known and end is not None and end - after > 1 and qualified is None and not self._capital(after):
                return Subject([known], token)  # "các doanh nghiệp chung tay mua ...": the words between may be verbs
        elif verb is not None and verb < end and not self._names_them(after, end):
            end = None
        end = self._without_adverbs(after, self._before_aside(after, end))
        if end is None or end - token > MAX_GROUP or self._broken(token, end) or self._says(after, end):
            return None
        if known_body := self.by_kind(token, end, sole=not verb_known):
            return Subject([known_body], token)
        return Subject([self._group(first, last) for first, last in self._parts(token, end)], token)

    def conditioned(self, start: int, cue: int, end: int) -> Subject | None:
        """ "Nơi nào để cháy lớn, người đứng đầu phải ...": a group between a condition's comma and its verb."""
        comma = next((i for i in range(cue - 1, max(start, cue - MAX_GROUP), -1) if self.norms[i] == ","), start)
        held = comma > start and any(given().at(self.norms, i) for i in range(start, min(comma, start + MAX_GROUP)))
        return self.worded(comma + 1, cue + 1, end=end) if held else None

    def _past_place(self, token: int, last: int) -> int:
        """Past the place right after a group, whose people they are ("chính quyền xã X", "nông dân Y")."""
        place = self.index.begin.get(token) if token < last else None
        named = place is not None and place.kind == EntityKind.PLACE and place.form != "pronoun"
        return self.index.last_token(place) + 1 if place and named else token

    def _completed(self, token: int, last: int) -> int:
        """Past whose leaders, members or levels a group is ("lãnh đạo | các xã", "các cấp | Hội X")."""
        if token >= last or not words("undertakings", "relational").ending(self.norms, token - 1):
            return token
        known = self.index.begin.get(token)
        whose = self.index.last_token(known) + 1 if known and known.kind != EntityKind.PERSON else token
        token = min(last, max(whose, token + group_length(self.norms, token)))
        joint = 2 if self.norms[token : token + 2] == ["cũng", "như"] else int(self.norms[token : token + 1] == ["và"])
        other = group_length(self.norms, token + joint) if joint and token + joint < last else 0
        return min(last, token + joint + other) if other else token

    def kind_before(self, token: int, start: int) -> Subject | None:
        """ "Riêng còi báo động, tỉnh sẽ ...": a body or place called by its kind alone right before a verb."""
        end = self.before_adverbs(token, start) + 1
        for first in (end - 2, end - 1):
            opens = first > start and (self.norms[first - 1] in _OPENED_BY or first - 1 in self.index.date_end)
            found = self.by_kind(first, end) if opens and first not in self.index.begin else None
            if found:
                return Subject([found], first)
        return None

    def agent_before(self, token: int, start: int) -> Subject | None:
        """ "Cầu X được | tỉnh Y | dự kiến khởi công ...": whom "được" names before the verb at `token`."""
        end = self.before_adverbs(token, start)
        phrase = self.index.end.get(end)
        first = self.index.first_token(phrase) if phrase else end
        if phrase is None and self.norms[end - 1] == "được":
            phrase = self.by_kind(end, end + 1)
        elif phrase is None and self.norms[end - 2 : end - 1] == ["được"]:
            first, phrase = end - 1, self.by_kind(end - 1, end + 1)
        return Subject([phrase], start) if phrase and first > start + 1 and self.norms[first - 1] == "được" else None

    def _verb(self, first: int, end: int, last: int) -> int | None:
        """The first token before `end` that begins an action."""
        starts = (i for i in range(first, end) if begins_action(self.norms, i, last) or self._has(first, i))
        return next((i for i in starts if self.norms[i : i + 2] != ["cũng", "như"]), None)

    def _names_them(self, first: int, last: int) -> bool:
        """Whether a verb between a group and its "phải" tells which group it is ("các hộ nuôi cá lồng phải ...").

        It does not where it has an object that itself "cần" or "phải" ("các xã rà soát những việc cần làm").
        """
        inside = self.norms[first:last]
        counted = any(word in _DETERMINERS or word == "," or word.isdigit() for word in inside)
        cued = any(cue_at(self.norms, i) for i in range(first, last))
        return (
            len(inside) <= MAX_NAMING
            and not counted
            and not cued
            and not words("undertakings", "things").at(inside, -1)
        )

    def _governs(self, token: int, last: int) -> bool:
        """Whether the words before `token` are a verb with its object and name no group ("cung cấp | cho X")."""
        return token < last and (self.norms[token] in _OBJECTS or self.norms[token].isdigit())

    def _before_aside(self, first: int, end: int | None) -> int | None:
        """Where ", trong đó có X," or "gồm 28 người" begins, else `end`."""
        inside = range(first, (end or first) - 2)
        asides = (i for i in inside if self.norms[i] == "gồm" or self.norms[i : i + 3] == [",", "trong", "đó"])
        return next(asides, end)

    def _without_adverbs(self, first: int, end: int | None) -> int | None:
        """`end` moved before adverbs of the verb that follows ("các thầy cô | thường xuyên nhắc")."""
        while end is not None and end > first and (length := words("actions", "adverbs").ending(self.norms, end - 1)):
            end = max(first, end - length)
        return self._before_paper(first, end)

    def _before_paper(self, first: int, end: int | None) -> int | None:
        """`end` moved before what it is said in ("trường | có văn bản đề nghị")."""
        papers = words("undertakings", "involuntary", "made")
        length = papers.ending(self.norms, end - 1) if end is not None and end > first else 0
        had = end is not None and length > 0 and end - length - 1 >= first and self.norms[end - length - 1] == "có"
        return end - length - 1 if end is not None and had else end

    def _has(self, first: int, token: int) -> bool:
        """Whether "có" or "được" after the words that tell which group it is begins what it does."""
        return token > first and self.norms[token] in {"có", "được"}

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """The groups that "và" or "cũng như" joins, each for itself."""
        for token in range(first + 1, last - 1):
            joint = 1 if self.norms[token] == "và" else 2 if self.norms[token : token + 2] == ["cũng", "như"] else 0
            if joint and token + joint < last and group_length(self.norms, token + joint):
                return [(first, token), *self._parts(token + joint, last)]
        return [(first, last)]

    def _group(self, first: int, last: int) -> Phrase:
        phrase = group_phrase(self.reading, first, last)
        self.index.begin[first] = self.index.end[last - 1] = phrase
        return phrase

    def _broken(self, first: int, last: int) -> bool:
        marks = [i for i in range(first, last) if not self.norms[i][:1].isalnum()]
        cut = self.norms[last - 1] in _LOOSE or self.norms[last - 2 : last] == ["thuộc", "diện"]
        return cut or any(self.norms[i] != "," or i == last - 1 for i in marks)

    def _says(self, first: int, last: int) -> bool:
        """Whether a verb of saying or of what is so stands among the tokens: they are a clause and no group."""
        named = any(p.kind == EntityKind.PERSON for i in range(first, last) if (p := self.index.begin.get(i)))
        passive = any(self.norms[i : i + 2] == [",", "được"] for i in range(first, last))
        return named or passive or any(past().at(self.norms, i) or _saying(self.norms, i) for i in range(first, last))

    def _capital(self, token: int) -> bool:
        return self.reading.words[token][:1].isupper()

    def each(self, phrase: Phrase, last: int) -> Phrase:
        """ "UBND các xã", "Sở Y tế các tỉnh": not one body but each of several, and so a group."""
        after = self.index.last_token(phrase) + 1
        several = after < last and self.norms[after] in _SEVERAL and group_length(self.norms, after)
        if phrase.kind not in {EntityKind.BODY, EntityKind.POST} or not several:
            return phrase
        known = self.index.begin.get(after)
        end = max(after + several, self.index.last_token(known) + 1 if known else 0)
        if end < last and (tail := qualifiers().at(self.norms, end)) and not acts(self.norms, end, tail[0]):
            end += tail[0]
        return self._group(self.index.first_token(phrase), end)

    def _each_holder(self, token: int, last: int) -> Subject | None:
        """ "Chủ tịch UBND các tỉnh": those who hold the post in each of several places."""
        role = role_length(self.norms, token) if token < last else 0
        ahead = range(token + role, min(last, token + role + MAX_OFFICE)) if role else range(0)
        group = next((i for i in ahead if self.norms[i] in _SEVERAL and i in self.index.begin), None)
        if group is None:
            return None
        end = self.index.last_token(self.index.begin[group]) + 1
        tail = qualifiers().at(self.norms, end) if end < last else None
        return Subject([self._group(token, end + (tail[0] if tail else 0))], token)

    def is_title(self, phrase: Phrase) -> bool:
        """Whether a group is but the title of somebody whose name is not known ("Bộ trưởng")."""
        covered = self.reading.tokens(phrase.span)
        return phrase.kind == EntityKind.GROUP and role_length(self.norms, covered[0]) == len(covered)

    def by_company(self, subject: Subject) -> Subject:
        """ "Năm nay doanh nghiệp đặt mục tiêu ...": the company named last before, where the word means it."""
        phrase = subject.phrases[0]
        if len(subject.phrases) > 1 or fold(self.reading.slice(phrase.span)) not in COMPANY_WORDS:
            return subject
        company = self.own_body(subject.first) if phrase.kind == EntityKind.GROUP else None
        return Subject([company], subject.first) if company else subject


def _saying(norms: list[str], token: int) -> bool:
    hit = verbs().at(norms, token)
    return hit is not None and not hit[1].weak and not hit[1].skip
