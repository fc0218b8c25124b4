"""Facts drawn at random, each with the sentence it stands in, to be judged by hand: how many are right?

    python benchmarks/draw_facts.py ARTICLES.jsonl --each 100 --seed 20261124 > drawn.jsonl

A line each: the kind, what is claimed in plain words, the id of the article, the span of the evidence, the text around.
`docs/hand-check.md` keeps the outcome: shares, the seed, and ids and spans of what was wrong, no text. The same
articles, seed and version draw the same facts.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from camket.graph import api
from camket.graph.documents.document import Document
from camket.graph.facts import ArticleFacts, EntityKind, Measure, Span

AROUND = 400
"""So many characters before and after the evidence are shown."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact in plain words."""

    kind: str
    article: str
    span: Span
    says: str
    text: str


def main() -> None:
    """Read, draw and print."""
    options = _options()
    claims: dict[str, list[Claim]] = {}
    for document in api.read(options.articles):
        for kind, span, says in _claims(api.extract(document)):
            text = _marked(document, span)
            claims.setdefault(kind, []).append(Claim(kind, document.id, span, says, text))
    chance = random.Random(options.seed)
    for kind in sorted(claims):
        drawn = chance.sample(claims[kind], min(options.each, len(claims[kind])))
        print(f"{kind}: {len(drawn)} of {len(claims[kind])}", file=sys.stderr)
        for number, claim in enumerate(drawn):
            line = {"n": number, "kind": kind, "article": claim.article, "span": claim.span, "says": claim.says}
            print(json.dumps({**line, "text": claim.text}, ensure_ascii=False))


def _claims(facts: ArticleFacts) -> Iterator[tuple[str, Span, str]]:
    """Kind, evidence and wording of every fact; of people and bodies the first mention is the evidence."""
    names = {entity.key: entity.name for entity in facts.entities}
    for entity in facts.entities:
        if entity.kind is EntityKind.PERSON:
            yield "people", entity.mentions[0], f"a person called {entity.name}; also: {', '.join(entity.aliases)}"
        if entity.kind is EntityKind.BODY:
            within = f"; part of {names[entity.part_of]}" if entity.part_of in names else ""
            yield (
                "bodies",
                entity.mentions[0],
                f"a body called {entity.name}; also: {', '.join(entity.aliases)}{within}",
            )
    for post in facts.holdings:
        body = names.get(post.organization or "", "")
        was = "held" if post.former else "holds"
        yield "posts", post.evidence, f"{names[post.member]} {was} the post {post.role} [{body}]"
    for event in facts.events:
        who = ", ".join(names[key] for key in event.attendees)
        where = names.get(event.location or "", "?")
        yield "events", event.evidence, f"{event.kind.value} on {event.start or '?'} at {where}; there: {who}"
    for said in facts.statements:
        yield "statements", said.evidence, f"{names[said.speaker]} ({said.cue}) said what is marked"
    yield from _numbers(facts, names)


def _numbers(facts: ArticleFacts, names: dict[str, str]) -> Iterator[tuple[str, Span, str]]:
    for owed in facts.undertakings:
        actors = ", ".join(names[key] for key in owed.actors)
        slots = f"due {owed.due or '-'}; stated by {names.get(owed.stated_by or '', '-')}"
        yield "commitments", owed.evidence, f"{owed.kind.value}: {actors} [{owed.cue}] is to do what is marked; {slots}"
        for measure in owed.measures:
            yield "measures", owed.evidence, f"in the marked undertaking: {_measure(measure)}"
    for observed in facts.observations:
        of = ", ".join(names[key] for key in observed.of)
        for measure in observed.measures:
            yield "observations", observed.evidence, f"of {of}: {_measure(measure)}"


def _measure(measure: Measure) -> str:
    upper = "" if measure.upper is None else f" to {measure.upper}"
    amount = f"{measure.comparator.value} {measure.value}{upper} {measure.unit}"
    return f"{measure.indicator} ({measure.change.value}) {amount}; period {measure.period or '-'}"


def _marked(document: Document, span: Span) -> str:
    """The text around the span, which stands between ⟦ and ⟧; the date first, since facts are completed from it."""
    text, start, end = document.text, max(0, span.start - AROUND), span.end + AROUND
    marked = f"{text[start : span.start]}⟦{text[span.start : span.end]}⟧{text[span.end : end]}"
    return f"[{document.published or '?'}] " + " ".join(marked.split())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, help="articles as camket build reads them")
    parser.add_argument("--each", type=int, default=100, help="how many of each kind (default: 100)")
    parser.add_argument("--seed", type=int, default=20261124, help="of the draw")
    return parser.parse_args()


if __name__ == "__main__":
    main()
