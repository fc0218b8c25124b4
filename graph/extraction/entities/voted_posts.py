"""Posts voted on before the name of their holder: "phê chuẩn kết quả bầu chức vụ X đối với ông Y"."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.reading import Phrase, PostMark, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import plain
from camket.graph.facts import EntityKind, Span

_FURTHEST = 24  # tokens from the name back to the post
_VOTE = 8  # tokens from the post back to the vote on it
_JOINTS = (",", "và", "kiêm")


@cache
def _ended() -> WordTable[str]:
    return plain(lexicon("posts")["voted"]["out"])


@cache
def _chosen() -> WordTable[str]:
    return plain(lexicon("posts")["voted"]["into"])


def voted_posts(reading: Reading, phrases: Iterable[Phrase]) -> list[Claim]:
    """Claims such as "miễn nhiệm chức danh Ủy viên UBND tỉnh đối với ông X" (past) and "bầu chức danh ... đối với"."""
    by_end = {post.last: post for post in reading.posts.values()}
    claims: list[Claim] = []
    for phrase in phrases:
        first = reading.token_at(phrase.span.start)
        if phrase.kind is not EntityKind.PERSON or reading.norms[max(0, first - 2) : first] != ["đối", "với"]:
            continue
        start = reading.sentences[reading.sentence_of(phrase.span.start)].start
        post = _last_post(reading, by_end, first - 2, start)
        while post:
            former = _vote(reading, post.first, start)
            if former is not None:
                evidence = Span(reading.starts[post.first], phrase.span.end)
                claims.append(Claim(phrase.entity, replace(post, former=former), evidence, how="post-voted"))
            joined = reading.norms[post.first - 1 : post.first] and reading.norms[post.first - 1] in _JOINTS
            post = by_end.get(post.first - 1) if joined else None
    return claims


def _last_post(reading: Reading, by_end: dict[int, PostMark], at: int, start: int) -> PostMark | None:
    """The post that ends last before token `at`, in the sentence that begins at character `start`."""
    ends = range(at, max(0, at - _FURTHEST), -1)
    return next((by_end[end] for end in ends if end in by_end and reading.starts[by_end[end].first] >= start), None)


def _vote(reading: Reading, first: int, start: int) -> bool | None:
    """Whether the vote on the post at token `first` ends it (True) or gives it (False); None where there is none."""
    for at in range(first - 1, max(-1, first - 1 - _VOTE), -1):
        if reading.starts[at] < start:
            return None
        if _ended().ending(reading.norms, at):
            return True
        if _chosen().ending(reading.norms, at):
            return False
    return None
