"""Whether a trained model finds names of people and bodies that the rules miss.

    python benchmarks/trained_names.py SILVER.jsonl ARTICLES.jsonl ANNOTATIONS --epochs 8

A spaCy `ner` (a small convolutional network, the library's default) is trained on silver labels: what the rules find in
the articles of SILVER that are not annotated. Rules, model and both together are then compared with the annotations:
precision over the distinct names each finds in an article, recall over the people and bodies annotated. A model enters
the product where it beats the rules on text that neither has seen; docs/trained.md has the outcome.
"""

import argparse
import random
import warnings
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Span as SpacySpan
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch

from camket.graph import api
from camket.graph.documents.document import Document
from camket.graph.evaluation.account import Account
from camket.graph.evaluation.annotations import read_annotations
from camket.graph.evaluation.likeness import any_same
from camket.graph.extraction import pipeline
from camket.graph.facts import EntityKind

LABELS = {EntityKind.PERSON: "PER", EntityKind.BODY: "ORG", EntityKind.PLACE: "LOC"}
SCORED = {"people": "PER", "bodies": "ORG"}
SEED = 20261124
PARAGRAPH = 1500  # characters: examples of whole articles train slowly

Names = dict[str, set[str]]
"""Label to the distinct names found."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of text with its labelled characters."""

    text: str
    spans: list[tuple[int, int, str]]


def main() -> None:
    """Train, compare, print."""
    options = _options()
    warnings.filterwarnings("ignore")
    annotated = {document.id: document for document in api.read(options.articles)}
    gold = read_annotations(options.annotations, {key: document.text for key, document in annotated.items()})
    rules = pipeline.load()
    silver = [d for d in api.read(options.silver) if d.id not in gold]
    model = _train([part for d in silver for part in _labelled(rules, d)], options.epochs)
    found = {"rules": {}, "model": {}, "both": {}}
    for key in gold:
        by_rules, by_model = _by_rules(rules, annotated[key]), _by_model(model, annotated[key].text)
        found["rules"][key], found["model"][key] = by_rules, by_model
        found["both"][key] = {label: by_rules[label] | by_model[label] for label in LABELS.values()}
    print(f"trained on {len(silver)} articles, judged on {len(gold)}")
    print(f"{'':<16}{'precision':>10}{'recall':>10}{'F1':>10}")
    for kind, label in SCORED.items():
        for who, names in found.items():
            precision, recall = _score(kind, label, gold, names)
            f1 = 2 * precision * recall / (precision + recall or 1)
            print(f"{kind + ', ' + who:<16}{precision:>10.3f}{recall:>10.3f}{f1:>10.3f}")


def _labelled(rules: Language, document: Document) -> Iterable[Labelled]:
    """The names that the rules mark, paragraph by paragraph."""
    reading = pipeline.read(rules, document)
    marks = sorted(reading.marks.values(), key=lambda mark: mark.first)
    spans = [(*reading.span(m.first, m.last), LABELS[m.kind]) for m in marks if m.kind in LABELS]
    start = 0
    for sentence in [*reading.sentences]:
        if sentence.end - start >= PARAGRAPH or sentence is reading.sentences[-1]:
            inside = [(s - start, e - start, label) for s, e, label in spans if start <= s and e <= sentence.end]
            yield Labelled(document.text[start : sentence.end], inside)
            start = sentence.end


def _train(parts: list[Labelled], epochs: int) -> Language:
    fix_random_seed(SEED)
    model = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "camket.syllables.v1"}}})
    ner = model.add_pipe("ner")
    for label in LABELS.values():
        ner.add_label(label)  # type: ignore[attr-defined]
    examples = [_example(model, part) for part in parts]
    model.initialize(lambda: examples[:200])
    chance = random.Random(SEED)
    for epoch in range(epochs):
        chance.shuffle(examples)
        losses: dict[str, float] = defaultdict(float)
        for batch in minibatch(examples, 16):
            model.update(batch, drop=0.2, losses=losses)
        print(f"epoch {epoch + 1}: loss {losses['ner']:.0f}", flush=True)
    return model


def _example(model: Language, part: Labelled) -> Example:
    plain, reference = model.make_doc(part.text), model.make_doc(part.text)
    spans = [reference.char_span(start, end, label) for start, end, label in part.spans]
    reference.ents = filter_spans([span for span in spans if isinstance(span, SpacySpan)])
    return Example(plain, reference)


def _by_rules(rules: Language, document: Document) -> Names:
    names: Names = {label: set() for label in LABELS.values()}
    for entity in api.extract(document).entities:
        if entity.kind in LABELS:
            names[LABELS[entity.kind]].add(entity.name)
    return names


def _by_model(model: Language, text: str) -> Names:
    names: Names = {label: set() for label in LABELS.values()}
    for entity in model(text).ents:
        names[entity.label_].add(" ".join(entity.text.split()))
    return names


def _score(kind: str, label: str, gold: dict[str, Account], found: dict[str, Names]) -> tuple[float, float]:
    right = named = hit = wanted = 0
    for key, account in gold.items():
        things = [thing.names for thing in getattr(account, kind)]
        right += sum(any(any_same((name,), names) for names in things) for name in found[key][label])
        named += len(found[key][label])
        hit += sum(any_same(names, found[key][label]) for names in things)
        wanted += len(things)
    return right / (named or 1), hit / (wanted or 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("silver", type=Path, help="articles that the rules label for the training")
    parser.add_argument("articles", type=Path, help="articles with annotations")
    parser.add_argument("annotations", type=Path, help="the folder of the annotations")
    parser.add_argument("--epochs", type=int, default=8, help="how often the silver articles are gone through")
    return parser.parse_args()


if __name__ == "__main__":
    main()
