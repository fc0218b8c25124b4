"""The judgement file: what editors have decided of who is who and which facts hold, one judgement a line.

    same person "Trần Quốc Khởi" in bo-nhiem-06 and "Trần Quốc Khởi" in lam-viec-01 because "the ministries merged"
    different body "Sở Xây dựng" in a-17 and "Sở Xây dựng" in b-03 by "Lan"
    reject article/lam-viec-11#pledge=10,52 because "he quotes another"
    confirm article/lam-viec-01#goal=88,140

People, bodies and places are named by an article and the name they bear there (`at N`: by the place of their first
mention, where an article has two of one name), not by IRIs, which may change when a namesake turns up. Order does not
matter. What holds for what an article no longer says is kept, and holds again when the article does.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from camket.graph.errors import JudgementError

HEADER: Final = """\
# Camket judgements / Phán định của biên tập viên. One a line; order does not matter; lines with # are comments.
# Mỗi dòng một phán định; thứ tự không quan trọng; dòng bắt đầu bằng # là chú thích.
#
#   same person "NAME" in ARTICLE and "NAME" in ARTICLE because "WHY" by "WHO"    hai nơi là một (body, place)
#   different person "NAME" in ARTICLE and "NAME" in ARTICLE because "WHY"           hai nơi là hai
#   unsure person "NAME" in ARTICLE and "NAME" in ARTICLE                            đã xem, chưa rõ
#   reject article/ARTICLE#pledge=10,52 because "WHY"                                dữ kiện sai: bỏ khỏi đồ thị
#   confirm article/ARTICLE#pledge=10,52 by "WHO"                                    dữ kiện đúng: đã kiểm
#
# because and by may be left out (but a rejection says why). / Có thể bỏ because và by (riêng reject phải nêu lý do).
"""


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REJECT = "reject"
    CONFIRM = "confirm"


PAIRS: Final = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
FOLDERS: Final = ("person", "body", "place")

_TOKEN: Final = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|(\S+))')
_BARE: Final = re.compile(r'[^\s"#]\S*\Z')


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A person, body or place where an article names it. start: where its first mention begins, None if it does not
    matter."""

    article: str
    name: str
    start: int | None = None

    def __str__(self) -> str:
        at = "" if self.start is None else f" at {self.start}"
        return f"{_quoted(self.name)} in {_written(self.article)}{at}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the file.

    folder, pair: of `same`, `different` and `unsure`. fact: of `reject` and `confirm` the local IRI.
    """

    verdict: Verdict
    folder: str = ""
    pair: tuple[Anchor, Anchor] | None = None
    fact: str = ""
    because: str = ""
    by: str = ""
    number: int = field(default=0, compare=False)

    def __str__(self) -> str:
        about = f"{self.folder} {self.pair[0]} and {self.pair[1]}" if self.pair else self.fact
        because = f" because {_quoted(self.because)}" if self.because else ""
        by = f" by {_quoted(self.by)}" if self.by else ""
        return f"{self.verdict} {about}{because}{by}"


def read(text: str, source: str) -> list[Judgement]:
    """The judgements of a file's text, in its order. Raises JudgementError with the number of the first bad line."""
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                found.append(_Line(line, number).judgement())
            except ValueError as error:
                raise JudgementError(f"{source} line {number}: {error}; the head of the file shows how") from error
    return found


def contradictions(pairs: Iterable[tuple[Judgement, object, object]]) -> Iterator[str]:
    """What judgements say against each other, in one line each.

    pairs: judgements of `same` and `different`, each with whom it is about, in whatever can be compared.
    """
    known = list(pairs)
    ties: dict[object, list[tuple[object, Judgement]]] = {}
    for judgement, one, other in known:
        if judgement.verdict is Verdict.SAME:
            ties.setdefault(one, []).append((other, judgement))
            ties.setdefault(other, []).append((one, judgement))
    for judgement, one, other in known:
        if judgement.verdict is Verdict.DIFFERENT:
            chain = _chain(ties, one, other)
            if chain is not None:
                said = " and ".join(f"line {j.number} ({j})" for j in chain) or "that they are the same bearer"
                yield f"line {judgement.number} ({judgement}) contradicts {said}"


def contradicting_facts(judgements: Sequence[Judgement]) -> Iterator[str]:
    """The facts that are rejected and confirmed, in one line each."""
    rejected = {_article_on(j.fact): j for j in judgements if j.verdict is Verdict.REJECT}
    for judgement in judgements:
        other = rejected.get(_article_on(judgement.fact))
        if judgement.verdict is Verdict.CONFIRM and other:
            yield f"line {judgement.number} ({judgement}) contradicts line {other.number} ({other})"


def _article_on(fact: str) -> str:
    return "article/" + fact.partition("article/")[2]


def _chain(ties: dict[object, list[tuple[object, Judgement]]], start: object, end: object) -> list[Judgement] | None:
    """The fewest judgements by which two are one; None where they are not."""
    came: dict[object, tuple[object, Judgement] | None] = {start: None}
    queue = [start]
    for here in queue:
        if here == end:
            break
        for there, judgement in ties.get(here, ()):
            if there not in came:
                came[there] = (here, judgement)
                queue.append(there)
    if end not in came:
        return None
    chain = []
    while (step := came[end]) is not None:
        end = step[0]
        chain.append(step[1])
    return sorted(chain, key=lambda judgement: judgement.number)


class _Line:
    """One line in the reading. Raises ValueError with what is wrong."""

    def __init__(self, line: str, number: int) -> None:
        self._words = _tokens(line)
        self._number = number

    def judgement(self) -> Judgement:
        first = self._next("a verdict")
        if first not in list(Verdict):
            raise ValueError(f"{first!r} is no verdict: write {', '.join(Verdict)}")
        verdict = Verdict(first)
        folder, pair, fact = "", None, ""
        if verdict in PAIRS:
            folder = self._next("person, body or place")
            if folder not in FOLDERS:
                raise ValueError(f"{folder!r} is neither person, body nor place")
            one = self._anchor()
            self._expect("and")
            pair = (one, self._anchor())
        else:
            fact = self._next("the IRI of a fact")
        because, by = self._option("because"), self._option("by")
        if self._words:
            raise ValueError(f"{self._words[0]!r} is one word too many")
        if verdict is Verdict.REJECT and not because:
            raise ValueError('a rejection says why: because "..."')
        return Judgement(verdict, folder, pair, fact, because, by, self._number)

    def _anchor(self) -> Anchor:
        name = self._next("a name in quotes")
        self._expect("in")
        article = self._next("an article's id")
        start = self._option("at")
        if start and not start.isdecimal():
            raise ValueError(f"at {start!r}: write a number of characters")
        return Anchor(article, name, int(start) if start else None)

    def _next(self, wanted: str) -> str:
        if not self._words:
            raise ValueError(f"it breaks off before {wanted}")
        return self._words.pop(0)

    def _expect(self, word: str) -> None:
        found = self._next(f"{word!r}")
        if found != word:
            raise ValueError(f"{found!r} stands where {word!r} is due")

    def _option(self, word: str) -> str:
        if not self._words or self._words[0] != word:
            return ""
        self._words.pop(0)
        return self._next(f"what {word!r} is about")


def _tokens(line: str) -> list[str]:
    words = []
    end, line = 0, line.rstrip()
    while end < len(line):
        found = _TOKEN.match(line, end)
        assert found is not None
        quoted, bare = found.groups()
        if bare and bare.startswith('"'):
            raise ValueError("a quotation mark is never closed")
        words.append(json.loads(quoted, strict=False) if quoted else bare)
        end = found.end()
    return words


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _written(word: str) -> str:
    return word if _BARE.match(word) else json.dumps(word, ensure_ascii=False)


def appended(text: str, judgements: Sequence[Judgement]) -> str:
    """A file's text with more judgements at its end; with the header where there was nothing."""
    text = text or HEADER
    return text + ("" if text.endswith("\n") else "\n") + "".join(f"{judgement}\n" for judgement in judgements)


def without_line(text: str, number: int) -> str:
    """A file's text without one of its lines, counted from 1."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[: number - 1] + lines[number:])
