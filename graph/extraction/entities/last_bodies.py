"""Which body of the article a post without one may belong to: the one spoken of last, or the only one that fits."""

from collections.abc import Iterable

from camket.graph.extraction.entities.named_bodies import likeliest
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

_OFTEN = 3
_FAR_MORE = 2
_NEAR = 12  # tokens back to a short name that tells whose a post is


def last_body(reading: Reading, heads: Iterable[str], before: int) -> str | None:
    """The key of the body mentioned last before a character whose name begins with one of `heads`.

    Heads are tried in turn; a body mentioned only later is taken where none was before.
    """
    for head in heads:
        found: list[tuple[int, str]] = []
        for entity in reading.entities.values():
            if entity.kind is EntityKind.BODY and (fold(entity.name) + " ").startswith(head + " "):
                found += [(m.start, entity.key) for m in entity.mentions]
        earlier = [pair for pair in found if pair[0] < before]
        if earlier or found:
            return max(earlier)[1] if earlier else min(found)[1]
    return None


def only_body(reading: Reading, role: str, evidence: Span) -> str | None:
    """The key of the one body that can have such a post, named up to `evidence` or else later; None in doubt.

    Of several the likeliest is taken, or the one that the same sentence names.
    """
    heads, others = _heads_of(role)
    if not heads:
        return None
    found: dict[str, int] = {}
    for entity in reading.entities.values():
        named = [m.start for m in entity.mentions if m.start < evidence.end]
        name = fold(entity.name) + " "
        fits = name.startswith(heads) and not name.startswith(others)
        if entity.kind is EntityKind.BODY and entity.mentions and fits:
            found[entity.key] = max(named, default=-1)
    if len([at for at in found.values() if at >= 0]) > 1 and not likeliest(reading, _earlier(found)):
        if subject := _subject(reading, _earlier(found)):
            return subject
        start = reading.sentences[reading.sentence_of(evidence.start)].start
        found = {key: at for key, at in found.items() if at >= start}
    only = likeliest(reading, _earlier(found))
    return None if only and _of_another(reading, evidence.start, found[only]) else only


def _of_another(reading: Reading, start: int, named: int) -> bool:
    """Whether an unknown short name right before a post tells whose it is: "Ban điều hành của LSC gồm ông X, Giám đốc".

    start: the character at which the post's phrase begins; named: that at which the body was named last.
    """
    end = reading.token_at(start)
    first = max(1, end - _NEAR, reading.token_at(reading.sentences[reading.sentence_of(start)].start) + 1)
    if named >= reading.starts[first - 1]:
        return False
    return any(
        reading.norms[at - 1] == "của" and is_abbreviation(reading.words[at]) and at not in reading.marks
        for at in range(first, end)
    )


def _heads_of(role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the bodies that have such a post begin with, and what they do not."""
    words = lexicon("posts")
    role = role.removeprefix("quyền ")
    heads = words["only"].get(role) or (
        words["firms"]["heads"] if role.startswith(tuple(words["firms"]["begin"])) else ()
    )
    return tuple(f"{head} " for head in heads), tuple(f"{head} " for head in words["firms"]["not"])


def _subject(reading: Reading, keys: Iterable[str]) -> str | None:
    """The one body that the article names far more often than any other."""
    counts = sorted(((len(reading.entities[key].mentions), key) for key in keys), reverse=True)
    return counts[0][1] if counts[0][0] >= max(_OFTEN, _FAR_MORE * counts[1][0]) else None


def _earlier(found: dict[str, int]) -> list[str]:
    """The bodies named before a place in the text, or all where none was."""
    return [key for key, at in found.items() if at >= 0] or list(found)
