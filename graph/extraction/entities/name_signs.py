"""What stands before a run of capital syllables and tells whether it is a person's name: titles, posts, things."""

from functools import cache

from camket.graph.extraction.entities.body_heads import head_length
from camket.graph.extraction.entities.called_names import may_call
from camket.graph.extraction.entities.foreign_names import names_thing
from camket.graph.extraction.entities.name_runs import RunFinder
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import (
    called_before,
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
)

_LOOK_BACK = 16  # tokens from a name back to the post it follows
_NOTE = 7  # tokens of a note in brackets between a post and a name
_DASHES = {"-", "–", "—"}
_QUOTES = {"“", "”", '"', "‘", "’", "«", "»", "'"}
_LEADS = {"một", "vị", "là", "cựu", "nguyên", "hiện", "nữ", "nam", "tân", "cũng", "vốn"}
_PLACING = {"của", "tại", "từ", "ở", "thuộc", "cho", "với", "và", "do"}
_PREPOSITIONS = _PLACING | {"bởi", "cùng", "về", "trong", "là", "có", "khi", "hâm"}


@cache
def things() -> WordTable[str]:
    """Words after which a name is that of a street, a school, a company."""
    return plain(lexicon("people")["things"])


@cache
def _credits() -> WordTable[str]:
    return plain(lexicon("people")["credits"])


@cache
def _jobs() -> WordTable[str]:
    return plain(lexicon("people")["employed"])


@cache
def person_nouns() -> WordTable[str]:
    """Words for people by what they are or do: titles, occupations and those that no title is made of ("đối thủ")."""
    words = lexicon("people")
    return plain([*(w for w in words["titles"] if " " in w), *words["employed"], *words["nouns"]])


@cache
def _kin() -> WordTable[str]:
    return plain(lexicon("people")["kin"])


@cache
def _naming_roles() -> frozenset[str]:
    return frozenset(lexicon("posts")["naming"])


class NameSigns(RunFinder):
    """The signs before the runs of one article; runs are named by their first token."""

    def is_thing_or_credit(self, first: int) -> bool:
        """Whether a run names a street or a school here, or who took a picture."""
        return self._names_thing(first) or self._is_credit(first)

    def opens(self, first: int) -> bool:
        """Whether a single word begins a sentence whose mark is missing: "... các nạn nhân Ngoài ra"."""
        words, norm = lexicon("people"), self.norms[first]
        called = bool(first) and bool(personal().ending(self.norms, first - 1))
        return norm in words["not_names"] or (norm in words["openers"] and not called)

    def titled(self, first: int) -> bool:
        """Whether a title or a rank stands right before."""
        return first > 0 and bool(called_before(self.norms, first - 1) or ranks().ending(self.norms, first - 1))

    def called(self, first: int) -> bool:
        """Whether one syllable may be a name here: after "ông", not after "cầu thủ" (Chelsea) or "phóng viên"."""
        foreign = not is_vietnamese(self.norms[first]) or self.norms[first] == "việt"  # "nghệ sĩ Việt"
        if not foreign and not self._may_be_called(first):
            return False
        if not foreign or "'" in self.words[first] or self.told_after(first, first + 1):
            return True
        club = names_thing(self.norms, first, first + 1)
        return not club and not _jobs().ending(self.norms, first - 1)  # the employer may be named

    def _may_be_called(self, first: int) -> bool:
        """Whether a syllable after an occupation may be a name: it is one of names, or of no other word there."""
        norm, after = self.norms[first], self.words[first + 1 : first + 2]
        named = may_call(norm) or norm in surnames() or is_abbreviation(self.words[first - 1].replace(".", ""))
        named = named or bool(personal().ending(self.norms, first - 1)) or bool(ranks().ending(self.norms, first - 1))
        return named or not (after and after[0].isalpha() and after[0].islower())

    def role_names(self, first: int) -> bool:
        """Whether the post right before is one that a bare foreign or short name may follow ("Thủ tướng Singh")."""
        if self.norms[first] in lexicon("people")["regional"]:
            return False  # "Thủ tướng Ấn": the country
        for size in (2, 3, 4):
            if first >= size and role_length(self.norms, first - size) == size:
                return " ".join(self.norms[first - size : first]) in _naming_roles()
        return bool(first and first - 1 in self.inside and self.anchored(first))

    def of_place(self, first: int) -> bool:
        """Whether the post right before may be of a place that the run names: "Thị trưởng | Kinh Sa"."""
        roles = lexicon("posts")["of_place"]["roles"]
        return any(" ".join(self.norms[max(0, first - size) : first]) in roles for size in (2, 3))

    def anchored(self, first: int) -> bool:
        """Whether a title, a rank or a post with its body stands right before."""
        if self.titled(first):
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

    def is_work(self, first: int, last: int) -> bool:
        """Whether the run stands alone between quotation marks: the title of a film or a book."""
        quoted = first > 0 and self.words[first - 1] in _QUOTES
        return quoted and last < len(self.words) and self.words[last] in _QUOTES

    def is_employer(self, first: int, last: int) -> bool:
        """Whether a post goes on with the run: a firm that its holder follows, a local place after a body."""
        title = titles().at(self.norms, last + 1) if last + 1 < len(self.words) and self.words[last] == "," else None
        if title and is_capital(self.words[min(last + 1 + title[0], len(self.words) - 1)]):
            return True
        if self._in_apposition(first):
            return True
        small = first > 0 and self.words[first - 1].islower() and self.norms[first - 1] in field_syllables()
        return small and not any(n.isascii() for n in self.norms[first:last]) and not self.titled(first)

    def _in_apposition(self, first: int) -> bool:
        """Whether the post right before follows a name: "ông X, Giám đốc | Tessaly Fresh"."""
        for size in (4, 3, 2):
            at = first - size
            if at > 1 and role_length(self.norms, at) == size:
                named = is_capital(self.words[at - 2]) and self.words[at - 2].isalpha() and at - 2 not in self.inside
                return named and (self.words[at - 1] == "," or self.words[at - 1] in _DASHES)
        return False

    def firm_in_apposition(self, first: int) -> bool:
        """Whether a firm's post told after a name goes on with the run: "ông X, Giám đốc Tập đoàn Dệt may | Lam Sa"."""
        for at in range(first - 1, max(1, first - _LOOK_BACK), -1):
            size = role_length(self.norms, at)
            begun = self.words[at - 1] == "," or self.words[at - 1] in _DASHES
            if size and begun and at + size < first:
                head = things().at(self.norms, at + size)
                firm = head is not None and head[1] in lexicon("people")["owners"]
                named = is_capital(self.words[at - 2]) and self.words[at - 2].isalpha() and at - 2 not in self.inside
                return firm and named
            if not self.words[at].isalpha():
                return False
        return False

    def told_after(self, first: int, last: int) -> bool:
        """Whether words after a comma or in brackets say who was named: ", nhà nghiên cứu về ...", "(28 tuổi)"."""
        if last + 2 >= len(self.words) or not (self.words[last] in {",", "("} or self.words[last] in _DASHES):
            return False
        at = last + 1
        while self.norms[at] in _LEADS and at + 2 < len(self.words):
            at += 1
        if self.words[at].isdigit():
            return self.norms[at + 1] == "tuổi"
        noun = person_nouns().at(self.norms, at)
        size = role_length(self.norms, at) or (noun[0] if noun else 0)
        end = at + size
        if not size or end >= len(self.words):
            return False
        if is_capital(self.words[at]) and not self._begins(first):
            return False  # "ở thao trường Kavalan, Tư lệnh ... nói"
        return not is_capital(self.words[end]) or end in self.inside or head_length(self.norms, end) > 0

    def _begins(self, first: int) -> bool:
        """Whether a sentence, a quotation's end or a comma stands before, or a title."""
        return first in self.starts or not self.words[first - 1].isalpha() or self.titled(first)

    def told_before(self, first: int) -> bool:
        """Whether a noun for a person stands a word or three before: "chuyên gia an ninh mạng Ondrej Novak"."""
        if first > 1 and self.norms[first - 1] == "của" and _kin().ending(self.norms, first - 2):
            return True
        for at in range(first - 1, max(-1, first - 5), -1):
            if person_nouns().ending(self.norms, at):
                return at < first - 1 or self.words[first - 1].islower()
            if not self.words[at].isalpha() or is_capital(self.words[at]) or self.norms[at] in _PREPOSITIONS:
                return False
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
        if first == 0:
            return False
        if title := titles().ending(self.norms, first - 1):
            return title == 1 and self._street(first - 1)
        field = fields().at(self.norms, first)
        if field and field[0] > 1 and head_length(self.norms, first - 1) == 1 and is_capital(self.words[first - 1]):
            return True  # "Viện | Y Học Cổ Truyền"
        if is_abbreviation(self.words[first - 1]) and self.norms[first - 1] in ("tncs", "tntp", "thpt", "thcs"):
            return True
        size = things().ending(self.norms, first - 1)
        if size == 1 and first - 1 in self.inside and is_capital(self.words[first - 1]) and first - 2 in self.inside:
            return False  # "Huyện ủy Lâm Đài | Trần Thị X"
        ending = fields().ending(self.norms, first - 1)
        if (ending > 1 and ending > size) or self.norms[max(0, first - 2) : first] == ["đoàn", "trường"]:
            return False
        if (
            self.words[first - 1][0].isdigit()
            and is_vietnamese(self.norms[first])
            and self.norms[max(0, first - 2)] in ("số", "nhà")
            and not person_nouns().ending(self.norms, max(0, first - 3))  # "thủ thành số 1 ..."
        ):
            return True  # "số nhà 36B Lý Nam Đế"
        return bool(size) and not (self.anchored(first) and self.norms[first - 1] in ("tp", "phố"))

    def _is_credit(self, first: int) -> bool:
        first -= titles().ending(self.norms, first - 1) if first else 0  # "Ảnh: Anh Dũng"
        return first > 1 and self.words[first - 1] == ":" and bool(_credits().ending(self.norms, first - 2))
