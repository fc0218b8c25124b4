"""Pairs of articles in which a store takes two people for one, drawn at random to be judged by hand: are they?

    camket build ARTICLES.jsonl --store camket.store
    python benchmarks/draw_pairs.py ARTICLES.jsonl --store camket.store --each 100 --seed 20261201 > pairs.jsonl

Lines of ARTICLES.jsonl have a `cluster` beside the id: which articles tell one story. First a person is drawn, then
two of the articles that speak of it, so that whoever stands in a hundred articles counts no more than others.
"within" are pairs of one story, "across" of two; "apart" are people of one name whom the store holds to be two. A
line each, with the text around both mentions. `docs/hand-check.md` keeps the outcome, with the seed and ids and
spans of what was wrong.
"""

import argparse
import json
import random
import sys
import unicodedata
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from camket.graph import api
from camket.graph.store import Dataset

AROUND = 350
"""So many characters before and after a mention are shown."""

MENTIONS = """
SELECT ?person ?name ?id ?span WHERE {
  GRAPH ?article { ?article dcterms:identifier ?id ; schema:mentions ?person . ?person ck:mention ?span }
  ?person a foaf:Person ; skos:prefLabel ?name }"""

Pair: TypeAlias = tuple["Mention", "Mention"]
Article: TypeAlias = dict[str, Any]


class Mention(NamedTuple):
    """Where an article first speaks of a person."""

    person: str
    name: str
    article: str
    start: int
    end: int


def main() -> None:
    """Read, draw and print."""
    options = _options()
    with options.articles.open(encoding="utf-8") as lines:
        articles: dict[str, Article] = {line["id"]: line for line in map(json.loads, filter(str.strip, lines))}
    mentions = _mentions(api.open_store(options.store))
    chance = random.Random(options.seed)
    for kind, pairs in _pairs(mentions, {name: article["cluster"] for name, article in articles.items()}).items():
        drawn = _drawn(pairs, options.each, chance)
        print(f"{kind}: {len(drawn)} of {sum(map(len, pairs.values()))}", file=sys.stderr)
        for number, (one, other) in enumerate(drawn):
            line = {"kind": kind, "n": number, "name": one.name, "other name": other.name}
            both = {side: _shown(mention, articles) for side, mention in (("a", one), ("b", other))}
            print(json.dumps(line | both, ensure_ascii=False))


def _pairs(mentions: list[Mention], cluster: dict[str, object]) -> dict[str, dict[str, list[Pair]]]:
    """The pairs of each kind by person, or by name where they are two."""
    kinds: dict[str, dict[str, list[Pair]]] = {"within": {}, "across": {}, "apart": {}}
    by_person: dict[str, list[Mention]] = {}
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_person.setdefault(mention.person, []).append(mention)
        by_name.setdefault(mention.name.casefold(), []).append(mention)
    for person, found in by_person.items():
        for one, other in combinations(found, 2):
            kind = "within" if cluster[one.article] == cluster[other.article] else "across"
            kinds[kind].setdefault(person, []).append((one, other))
    for name, found in by_name.items():
        for one, other in combinations(found, 2):
            if one.person != other.person and one.article != other.article:
                kinds["apart"].setdefault(name, []).append((one, other))
    return kinds


def _drawn(pairs: dict[str, list[Pair]], count: int, chance: random.Random) -> list[Pair]:
    """So many different pairs, of people in turn, each person as likely as any other."""
    left = {person: chance.sample(found, len(found)) for person, found in sorted(pairs.items())}
    result: list[Pair] = []
    while left and len(result) < count:
        for person in chance.sample(sorted(left), len(left)):
            result.append(left[person].pop())
            if not left[person]:
                del left[person]
    return result[:count]


def _shown(mention: Mention, articles: dict[str, Article]) -> dict[str, object]:
    article = articles[mention.article]
    text, start, end = unicodedata.normalize("NFC", article["text"]), mention.start, mention.end
    around = f"{text[max(0, start - AROUND) : start]}»{text[start:end]}«{text[end : end + AROUND]}"
    return {"article": mention.article, "published": article.get("published"), "span": [start, end], "text": around}


def _mentions(dataset: Dataset) -> list[Mention]:
    """The first mention of every person in every article."""
    first: dict[tuple[str, str], Mention] = {}
    for row in dataset.query(MENTIONS):
        person, name, article, span = (row[column].value for column in ("person", "name", "id", "span"))
        start, end = map(int, span.rpartition("#char=")[2].split(","))
        known = first.get((person, article))
        if known is None or start < known.start:
            first[person, article] = Mention(person, name, article, start, end)
    return sorted(first.values())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, help="a JSONL file of articles with id, cluster, published and text")
    parser.add_argument("--store", type=Path, required=True, help="the store that was built of them")
    parser.add_argument("--each", type=int, default=100, help="how many pairs of each kind (default: 100)")
    parser.add_argument("--seed", type=int, required=True, help="the same seed draws the same pairs")
    return parser.parse_args()


if __name__ == "__main__":
    main()
