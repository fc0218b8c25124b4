"""What of a dataset leaves the machine: texts and private people stay, unless asked for.

Left out without `with_text`: `schema:articleBody`.
Left out without `all_people`, of every person who is local to an article (`<article>#person=START,END`): every triple
they are in (so also their names, and that the article mentions them), facts that are about nobody else with all that
only these facts lead to, concepts with such a name in theirs, and their names in the quotes and headlines of the
article, which are blackened letter by letter, so that offsets still fit.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import pyoxigraph

from camket.graph.export.rows import rows
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

BLACK = "█"
PRIVATE_MARK = "#person="

# A fact that has nobody left in one of these says nothing.
_NEEDED_SLOTS = "org:member ck:holder ck:speaker ck:actor ck:of"

_ARTICLE_BODY = PREFIXES["schema"] + "articleBody"
_EXACT = PREFIXES["oa"] + "exact"
_WORD = re.compile(r"\w+")
_SPAN = re.compile(r"(.*)#char=(\d+),(\d+)\Z")

Mention = tuple[int, int]


class Selection:
    """The quads of a dataset that may be shown.

    `left_out` counts, once `quads` has been read to its end: `texts`, `private people`, `blackened quotes`.
    """

    def __init__(self, dataset: Dataset, *, with_text: bool = False, all_people: bool = False) -> None:
        self.base = dataset.base
        self._dataset = dataset
        self._with_text = with_text
        self._all_people = all_people
        self.left_out = {"texts": 0, "private people": 0, "blackened quotes": 0}

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad that may be shown, in no particular order, literals blackened where they name private people."""
        self.left_out = dict.fromkeys(self.left_out, 0)
        self.left_out["private people"] = len(self._private)
        for quad in self._dataset.quads():
            shown = self.shown(quad)
            if shown is not None:
                yield shown

    def shown(self, quad: pyoxigraph.Quad) -> pyoxigraph.Quad | None:
        """`quad` as it may be shown: as it is (then it is `quad` itself), blackened, or not at all."""
        if quad.predicate.value == _ARTICLE_BODY:
            self.left_out["texts"] += not self._with_text
            return quad if self._with_text else None
        hidden = self._hidden
        if hidden and (_value(quad.subject) in hidden or _value(quad.object) in hidden):
            return None
        return self._blackened(quad)

    def dataset(self) -> Dataset:
        """The selected quads as a dataset in memory, to be queried."""
        store = pyoxigraph.Store()
        store.bulk_extend(self.quads())
        return Dataset(store, self.base)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """What no triple may have for its subject or object."""
        return self._private | self._facts_about_nobody | self._concepts_that_name

    @cached_property
    def _private(self) -> frozenset[str]:
        if self._all_people:
            return frozenset()
        people = rows(self._dataset, "SELECT DISTINCT ?person WHERE { ?person a foaf:Person }")
        return frozenset(row[0].value for row in people if PRIVATE_MARK in row[0].value)

    @cached_property
    def _facts_about_nobody(self) -> frozenset[str]:
        """Facts whose needed slots hold private people alone, and what only these facts lead to."""
        if not self._private:
            return frozenset()
        slots = f"SELECT ?fact ?slot ?who WHERE {{ VALUES ?slot {{ {_NEEDED_SLOTS} }} ?fact ?slot ?who }}"
        fillers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for fact, slot, who in rows(self._dataset, slots):
            fillers[fact.value, slot.value].add(who.value)
        hidden = {fact for (fact, _), who in fillers.items() if who <= self._private}
        waiting = sorted(hidden)
        while waiting:
            for (target,) in rows(self._dataset, f"SELECT DISTINCT ?o WHERE {{ <{waiting.pop()}> ?p ?o }}"):
                node = _value(target)
                if node and node not in hidden and self._is_led_to_by(node, hidden):
                    hidden.add(node)
                    waiting.append(node)
        return frozenset(hidden)

    def _is_led_to_by(self, node: str, hidden: set[str]) -> bool:
        """Whether every triple with `node` as its object has a hidden subject. Articles and reference data stand."""
        article = f"<{node}> a schema:NewsArticle, ?o"
        reference = f"GRAPH <{self.base}graph/reference> {{ <{node}> ?p ?o }}"
        if next(rows(self._dataset, f"SELECT ?o WHERE {{ {{ {article} }} UNION {{ {reference} }} }} LIMIT 1"), None):
            return False
        referrers = rows(self._dataset, f"SELECT DISTINCT ?s WHERE {{ ?s ?p <{node}> }}")
        return all(_value(row[0]) in hidden for row in referrers)

    @cached_property
    def _concepts_that_name(self) -> frozenset[str]:
        """Concepts with the name of a private person in theirs: "tài sản của Lưu Văn Tằm"."""
        if not self._names:
            return frozenset()
        names = {tuple(_WORD.findall(name)) for of_article in self._names.values() for name in of_article}
        longest = max(map(len, names))
        asked = "SELECT ?c ?name WHERE { ?c a skos:Concept ; skos:prefLabel|skos:altLabel ?name }"
        return frozenset(
            concept.value
            for concept, label in rows(self._dataset, asked)
            if not names.isdisjoint(_runs(_WORD.findall(label.value), longest))
        )

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        """Where private people are mentioned, by article."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for person, mention in rows(self._dataset, "SELECT ?p ?m WHERE { ?p a foaf:Person ; ck:mention ?m }"):
            span = _SPAN.match(mention.value)
            if span and person.value in self._private:
                found[span[1]].append((int(span[2]), int(span[3])))
        return found

    @cached_property
    def _quotes(self) -> dict[str, tuple[str, int]]:
        """Article and first character of each quote from an article that mentions private people, by selector."""
        asked = "SELECT ?a ?s ?start WHERE { ?span oa:hasSource ?a ; oa:hasSelector ?s . ?s oa:start ?start }"
        return {
            s.value: (a.value, int(start.value))
            for a, s, start in rows(self._dataset, asked)
            if a.value in self._mentions
        }

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """The names, of two words or more, of the private people of each article."""
        asked = "SELECT ?p ?name WHERE { ?p a foaf:Person ; skos:prefLabel|skos:altLabel|rdfs:label ?name }"
        found: dict[str, set[str]] = defaultdict(set)
        for person, name in rows(self._dataset, asked):
            if person.value in self._private and " " in name.value:
                found[person.value.partition("#")[0]].add(name.value)
        return found

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {article: _any_of(names) for article, names in self._names.items()}

    def _blackened(self, quad: pyoxigraph.Quad) -> pyoxigraph.Quad:
        literal = quad.object
        article = quad.graph_name.value if isinstance(quad.graph_name, pyoxigraph.NamedNode) else ""
        if not self._private or not isinstance(literal, pyoxigraph.Literal) or article not in self._mentions:
            return quad
        text = self._patterns[article].sub(_black, literal.value) if article in self._patterns else literal.value
        if quad.predicate.value == _EXACT and _value(quad.subject) in self._quotes:
            text = self._blackened_at(text, *self._quotes[_value(quad.subject)])
        if text == literal.value:
            return quad
        self.left_out["blackened quotes"] += 1
        shown = _with_value(literal, text)
        return pyoxigraph.Quad(quad.subject, quad.predicate, shown, quad.graph_name)

    def _blackened_at(self, quote: str, article: str, start: int) -> str:
        """`quote`, which begins at `start`, without what it shows of mentions that have a capital letter in them."""
        for first, last in self._mentions[article]:
            low, high = max(0, first - start), min(len(quote), last - start)
            if low < high and any(letter.isupper() for letter in quote[low:high]):
                quote = quote[:low] + _black_out(quote[low:high]) + quote[high:]
        return quote


def _value(node: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    """The IRI of a node; "" for anything else."""
    return node.value if isinstance(node, pyoxigraph.NamedNode) else ""


def _runs(words: list[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Every run of up to `longest` of `words`."""
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + longest) + 1):
            yield tuple(words[first:last])


def _any_of(names: set[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _black(found: re.Match[str]) -> str:
    return _black_out(found[0])


def _black_out(name: str) -> str:
    return re.sub(r"\S", BLACK, name)


def _with_value(literal: pyoxigraph.Literal, text: str) -> pyoxigraph.Literal:
    if literal.language:
        return pyoxigraph.Literal(text, language=literal.language)
    return pyoxigraph.Literal(text, datatype=literal.datatype)
