"""Posts whose body no list knows, or that say more than role and body: "Giám đốc Tiếp thị của công ty"."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.entities.last_bodies import last_body
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import fields, is_capital, plain, role_length, roles, titles
from camket.graph.facts import EntityKind

_LONGEST = 24  # tokens of the words after a role
_OF = {"của", "thuộc", "tại", "ở", "trong"}
_INNER = {"-", "–", "/", "&"}
_NO_HEAD_BEFORE = ("phận", "môn", "đồng", "bạn")  # "bộ phận", "bộ môn", "hội đồng"
_LEADS = {
    "kiêm",
    "đang",
    "là",
    "hiện",
    "nay",
    "một",
    "đồng",
    "thời",
    "vốn",
    "cũng",
    "nguyên",
    "cựu",
    "nữ",
    "nam",
    "tân",
    "vị",
}
_LEADS_LENGTH = 4
_NOTE = 10  # tokens in brackets after a name
_BEFORE = {",", "(", "-", "–", "—"}


@dataclass(slots=True)
class Width:
    """How far a post goes on: `role_end` past the words of its role, `last` past its body, whose key is `body`."""

    role_end: int
    last: int
    body: str | None = None


@cache
def _heads() -> WordTable[str]:
    return plain(lexicon("posts")["bare_heads"])


@cache
def _verbs() -> WordTable[str]:
    speech = (word for verb in lexicon("speech")["verb"] if "act" in verb for word in verb["words"] if " " in word)
    return plain([*speech, *lexicon("posts")["ends"]])


@cache
def _of_parts() -> WordTable[str]:
    return plain(lexicon("posts")["of_parts"])


@cache
def _divisions() -> WordTable[str]:
    return plain(lexicon("posts")["divisions"])


def of_bare_head(reading: Reading, end: int, after_name: bool) -> Width | None:
    """The body that a head alone takes up after a role: "Tổng giám đốc công ty", "Trưởng bộ môn của Cục"."""
    first = end + 1 if reading.norms[end : end + 1] == ["của"] else end
    found = _heads().at(reading.norms, first) if first < len(reading.norms) else None
    if not found:
        return None
    last = first + found[0]
    mark = reading.marks.get(last)
    if reading.norms[last : last + 1] and reading.norms[last] in _NO_HEAD_BEFORE:
        return None
    if not (after_name or (mark and _is_person(mark))):
        return None
    free = last >= len(reading.words) or not is_capital(reading.words[last]) or (mark and _is_person(mark))
    if not free or reading.norms[last : last + 1] in (["này"], ["mẹ"], ["con"]):
        return None
    body = last_body(reading, [found[1]], reading.starts[first])
    return Width(end, last, body) if body else None


def after_name(reading: Reading, first: int, name_ends: Container[int]) -> bool:
    """Whether a post that begins at token `first` stands in apposition to a name, or to a post after one.

    name_ends: the tokens that follow names of people and such posts.
    """
    at = first - 1
    while at > 0 and first - at < _LEADS_LENGTH and reading.norms[at] in _LEADS:
        at -= 1
    if at > 0 and at == first - 1 and reading.norms[at] == "kiêm":
        return at in name_ends
    if at <= 0 or reading.words[at] not in _BEFORE:
        return False
    opened = next((t for t in range(at, max(0, at - _NOTE), -1) if reading.words[t] in "()"), 0)
    if opened and reading.words[opened] == "(" and opened in name_ends:
        return True  # "X (SN 1990, nhân viên ...)"
    if at - 1 not in name_ends and reading.words[at - 1] == ")":
        at = next((t for t in range(at - 2, max(0, at - _NOTE), -1) if reading.words[t] == "("), at)
    if reading.norms[at - 1] == "tuổi" and reading.words[at - 3 : at - 2] == [","]:
        at -= 3  # "ông X, 56 tuổi, Giám đốc ..."
    return at in name_ends


def widened(reading: Reading, end: int, after_name: bool) -> Width | None:
    """How far a post whose role ends before token `end` goes on, where it stands after a name, or right before one."""
    at, stop = end, min(end + _LONGEST, len(reading.words))
    while at < stop:
        mark = reading.marks.get(at)
        if mark and mark.kind is EntityKind.BODY:
            return _to_body(reading, end, at, mark, after_name)
        if not mark and not _goes_on(reading, at):
            break
        if mark and _is_person(mark):
            break
        at = mark.last if mark else at + 1
    while at > end and reading.words[at - 1] in _INNER:
        at -= 1
    if after_name and (whole := _whole_after(reading, end, at)):
        return whole
    if at == end or not any(is_capital(word) for word in reading.words[end:at]):
        return None
    return Width(at, at) if after_name or _unknown_body(reading, end, at) else None


def _whole_after(reading: Reading, end: int, at: int) -> Width | None:
    """ "trưởng khoa Nhi, Bệnh viện X", "phó chủ tịch bộ phận Pin, Công ty Y": the body after the comma, whose part is
    told without being one."""
    mark = reading.marks.get(at + 1) if at < len(reading.words) and reading.words[at] == "," else None
    part = _of_parts().ending(reading.norms, end - 1) or _divisions().at(reading.norms, end)
    return Width(at, mark.last, mark.entity) if part and mark and mark.kind is EntityKind.BODY else None


def _unknown_body(reading: Reading, end: int, at: int) -> bool:
    """Whether words from `end` to `at` are the name of a body that no rule knows, right before that of its head."""
    first = end + 1 if reading.norms[end] == "của" else end
    noted = reading.words[at : at + 1] == ["("] and reading.words[at + 2 : at + 3] == [")"]
    person = reading.marks.get(at + 3 if noted else at)
    if any(roles().at(reading.norms, t) for t in range(first, at)):
        return False
    return at - first > 1 and is_capital(reading.words[first]) and person is not None and _is_person(person)


def _to_body(reading: Reading, end: int, at: int, body: Mark, after_name: bool) -> Width | None:
    if reading.norms[end] in lexicon("posts")["not_more"]:
        return None
    role_end = at - 1 if reading.norms[at - 1] in _OF and at > end else at
    follows = reading.marks.get(body.last)
    if at == end or not (after_name or (follows and _is_person(follows))):
        return None
    return Width(role_end, body.last, body.entity)


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a post may go on with token `at`."""
    word, norm = reading.words[at], reading.norms[at]
    after = reading.marks.get(at + 1)
    if norm in ("tại", "ở"):
        return after is not None and after.kind is not EntityKind.PERSON
    if norm == "và":
        if at + 1 >= len(reading.words) or role_length(reading.norms, at + 1):
            return False
        goes_on = is_capital(reading.words[at + 1]) or bool(fields().at(reading.norms, at + 1))
        return goes_on and not (after and _is_person(after))
    if not (word.replace("-", "").isalpha() or word in _INNER or word.isdigit()):
        return False
    if reading.norms[at - 1] in lexicon("posts")["ends_not_after"].get(norm, ()):
        return True
    return not (_verbs().at(reading.norms, at) or titles().at(reading.norms, at))


def _is_person(mark: Mark) -> bool:
    return mark.kind is EntityKind.PERSON
