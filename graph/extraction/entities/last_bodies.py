"""Which body of the article a post without one may belong to: the one spoken of last, or the only one that fits."""

from collections.abc import Iterable

from camket.graph.extraction.entities.named_bodies import likeliest
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span


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
    heads = tuple(f"{head} " for head in lexicon("posts")["only"].get(role.removeprefix("quyền "), ()))
    if not heads:
        return None
    found: dict[str, int] = {}
    for entity in reading.entities.values():
        named = [m.start for m in entity.mentions if m.start < evidence.end]
        if entity.kind is EntityKind.BODY and entity.mentions and (fold(entity.name) + " ").startswith(heads):
            found[entity.key] = max(named, default=-1)
    if len([at for at in found.values() if at >= 0]) > 1 and not likeliest(reading, _earlier(found)):
        start = reading.sentences[reading.sentence_of(evidence.start)].start
        found = {key: at for key, at in found.items() if at >= start}
    return likeliest(reading, _earlier(found))


def _earlier(found: dict[str, int]) -> list[str]:
    """The bodies named before a place in the text, or all where none was."""
    return [key for key, at in found.items() if at >= 0] or list(found)
