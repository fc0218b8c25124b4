"""The graph's accounts: what a store says of each article, read through SPARQL as any client would."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from camket.graph.evaluation.account import Account, Amount, Body, Extent, Gathering, Owed, Person, Post, Saying
from camket.graph.evaluation.likeness import folded
from camket.graph.store import Dataset
from camket.graph.views.rows import select
from camket.ontology.namespaces import PREFIXES

_CLASSES: Final = {
    "ck:Pledge": "pledge",
    "ck:Goal": "target",
    "ck:Directive": "directive",
    "ck:Expectation": "expectation",
    "ck:WorkingSession": "working-session",
    "ck:Meeting": "meeting",
    "ck:Conference": "conference",
    "ck:Ceremony": "ceremony",
    "ck:Visit": "visit",
    "ck:Reception": "reception",
    "ck:Inspection": "inspection",
    "ck:Congress": "congress",
    "ck:Signing": "signing",
    "ck:PressConference": "press",
    "ck:OtherGathering": "other",
}
"""Classes of undertakings and events to the words of the annotations."""

_OF_ARTICLES: Final = (
    "rdf:type dcterms:identifier schema:mentions org:member org:role org:organization ck:former ck:holder ck:rank"
    " schema:startDate schema:location schema:attendee ck:speaker ck:actor ck:statedBy ck:due ck:measure ck:of"
    " ck:indicator ck:comparator ck:value ck:upperValue ck:unit ck:change ck:period"
    " ck:evidence oa:hasSelector oa:start oa:end"
)
_OF_ALL: Final = "rdf:type skos:prefLabel skos:altLabel skos:notation org:subOrganizationOf"

_Properties = dict[str, dict[str, list[str]]]
"""Subject to property (as `ck:due`) to its values, sorted."""


def read_answers(dataset: Dataset, articles: Iterable[str]) -> dict[str, Account]:
    """The graph's account of each article (by article id); an empty one for an article that is not in the store."""
    wanted = set(articles)
    known = next(_properties(dataset, "{ %s }", _OF_ALL))[1]
    accounts = {article: Account() for article in wanted}
    for graph, found in _properties(dataset, "GRAPH ?graph { %s }", _OF_ARTICLES):
        for identifier in found.get(graph, {}).get("dcterms:identifier", ()):
            if identifier in wanted:
                accounts[identifier] = _Answers(found, known).account(graph)
    return accounts


def _properties(dataset: Dataset, where: str, names: str) -> Iterator[tuple[str, _Properties]]:
    """The named properties of all subjects, graph by graph; under "" where the pattern names no graph."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    wanted = {_expanded(name): name for name in names.split()}
    graphs: dict[str, _Properties] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for iri, name in wanted.items():
        for row in select(dataset, prefixes + f"SELECT DISTINCT * WHERE {{ {where % f'?subject <{iri}> ?value'} }}"):
            graphs[row.get("graph", "")][row["subject"]][name].append(row["value"])
    for graph in sorted(graphs):
        for properties in graphs[graph].values():
            for values in properties.values():
                values.sort()
        yield graph, graphs[graph]


def _expanded(name: str) -> str:
    prefix, local = name.split(":")
    return PREFIXES[prefix] + local


class _Answers:
    """One article's facts as an account. found: the properties in its graph; known: labels and kinds of all things."""

    def __init__(self, found: _Properties, known: _Properties) -> None:
        self._found = found
        self._known = known
        self._classes = {_expanded(name): kind for name, kind in _CLASSES.items()}

    def account(self, article: str) -> Account:
        account = Account()
        ranks = {
            holder: self._label(one, "ck:rank")
            for one in self._having("ck:rank")
            for holder in self._all(one, "ck:holder")
        }
        for thing in self._all(article, "schema:mentions"):
            kinds = self._known.get(thing, {}).get("rdf:type", ())
            if _expanded("foaf:Person") in kinds:
                account.people.append(Person(self._names(thing), ranks.get(thing)))
            if _expanded("org:Organization") in kinds:
                account.bodies.append(
                    Body(self._names(thing), self._labels(self._known, thing, "org:subOrganizationOf"))
                )
        account.posts = [self._post(one) for one in self._having("org:member")]
        account.events = [self._event(one) for one in self._typed("schema:Event")]
        account.statements = [saying for one in self._typed("ck:Statement") for saying in self._sayings(one)]
        for one in self._typed("ck:Undertaking"):
            account.commitments.append(self._owed(one))
            account.measures += [self._amount(m, (), self._extent(one)) for m in self._all(one, "ck:measure")]
        for one in self._typed("ck:Observation"):
            of = self._labels(self._found, one, "ck:of")
            account.observations += [self._amount(m, of, None) for m in self._all(one, "ck:measure")]
        return account

    def _having(self, name: str) -> list[str]:
        return sorted(subject for subject, properties in self._found.items() if name in properties)

    def _typed(self, name: str) -> list[str]:
        return sorted(s for s, properties in self._found.items() if _expanded(name) in properties.get("rdf:type", ()))

    def _all(self, subject: str, name: str) -> list[str]:
        return self._found.get(subject, {}).get(name, [])

    def _one(self, subject: str, name: str) -> str | None:
        return next(iter(self._all(subject, name)), None)

    def _names(self, thing: str) -> tuple[str, ...]:
        of = self._known.get(thing, {})
        return (*of.get("skos:prefLabel", ()), *of.get("skos:altLabel", ()))

    def _labels(
        self, properties: _Properties, subject: str, name: str, label: str = "skos:prefLabel"
    ) -> tuple[str, ...]:
        things = properties.get(subject, {}).get(name, ())
        return tuple(text for thing in things for text in self._known.get(thing, {}).get(label, ()))

    def _label(self, subject: str, name: str, label: str = "skos:prefLabel") -> str | None:
        return next(iter(self._labels(self._found, subject, name, label)), None)

    def _post(self, one: str) -> Post:
        role, body = self._label(one, "org:role") or "", self._label(one, "org:organization")
        former = self._one(one, "ck:former") in ("true", "1")
        return Post(self._label(one, "org:member") or "", (role, f"{role} {body or ''}"), former)

    def _event(self, one: str) -> Gathering:
        attendees = self._labels(self._found, one, "schema:attendee")
        return Gathering(
            self._class(one), self._one(one, "schema:startDate"), self._label(one, "schema:location"), attendees
        )

    def _class(self, one: str) -> str | None:
        return next((self._classes[kind] for kind in self._all(one, "rdf:type") if kind in self._classes), None)

    def _sayings(self, one: str) -> Iterator[Saying]:
        """Of speakers with a name: a post or a group is none."""
        unnamed = {_expanded("org:Post"), _expanded("ck:Group")}
        for speaker in self._all(one, "ck:speaker"):
            if not unnamed.intersection(self._known.get(speaker, {}).get("rdf:type", ())):
                for name in self._known.get(speaker, {}).get("skos:prefLabel", ()):
                    yield Saying(name, self._extent(one))

    def _owed(self, one: str) -> Owed:
        actors = self._labels(self._found, one, "ck:actor")
        stated_by = self._labels(self._found, one, "ck:statedBy")
        return Owed(self._class(one) or "", actors, stated_by, self._one(one, "ck:due"), self._extent(one))

    def _extent(self, one: str) -> Extent:
        selector = next(s for span in self._all(one, "ck:evidence") for s in self._all(span, "oa:hasSelector"))
        return int(self._all(selector, "oa:start")[0]), int(self._all(selector, "oa:end")[0])

    def _amount(self, one: str, of: tuple[str, ...], extent: Extent | None) -> Amount:
        value, upper = self._one(one, "ck:value"), self._one(one, "ck:upperValue")
        return Amount(
            indicator=self._label(one, "ck:indicator") or "",
            operator=self._label(one, "ck:comparator", "skos:notation") or "=",
            value=None if value is None else float(value),
            upper=None if upper is None else float(upper),
            unit=folded(self._label(one, "ck:unit", "skos:notation")),
            change=self._label(one, "ck:change", "skos:notation"),
            period=self._one(one, "ck:period"),
            of=of,
            extent=extent,
        )
