"""How much is in a graph: things and facts by kind, and quads by graph."""

from dataclasses import dataclass

from camket.graph.store import Dataset
from camket.graph.views.rows import select

# What is counted, by the class that every instance bears; in the order of the table.
THINGS = {
    "articles": "schema:NewsArticle",
    "people": "foaf:Person",
    "bodies": "org:Organization",
    "places": "schema:Place",
    "groups": "ck:Group",
    "posts": "org:Post",
}
FACTS = {
    "posts held": "org:Membership",
    "ranks held": "ck:RankHolding",
    "events": "schema:Event",
    "statements": "ck:Statement",
    "pledges": "ck:Pledge",
    "goals": "ck:Goal",
    "directives": "ck:Directive",
    "expectations": "ck:Expectation",
    "refusals": "ck:Refusal",
    "observations": "ck:Observation",
    "assessments": "ck:StatusAssessment",
    "abstentions": "ck:Abstention",
}

_COUNT = (
    "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) WHERE {{ VALUES ?class {{ {classes} }} ?x a ?class }} GROUP BY ?class"
)
_GRAPHS = "SELECT ?graph (COUNT(*) AS ?n) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_MENTIONED = """SELECT ?class (COUNT(DISTINCT ?x) AS ?n) WHERE {{
  VALUES ?class {{ {classes} }} ?article schema:mentions ?x . ?x a ?class }} GROUP BY ?class"""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts by name. `things`: all there are; `mentioned`: those that an article mentions (not only reference data).

    quads: by graph, where `articles` is the sum over the articles' graphs.
    """

    things: dict[str, int]
    mentioned: dict[str, int]
    facts: dict[str, int]
    quads: dict[str, int]


def statistics(dataset: Dataset) -> Statistics:
    """The counts of `dataset`; what does not occur counts 0."""
    return Statistics(
        things=_counts(dataset, _COUNT, THINGS),
        mentioned=_counts(dataset, _MENTIONED, {name: THINGS[name] for name in ("people", "bodies", "places")}),
        facts=_counts(dataset, _COUNT, FACTS),
        quads=_quads(dataset),
    )


def _counts(dataset: Dataset, template: str, classes: dict[str, str]) -> dict[str, int]:
    rows = select(dataset, template.format(classes=" ".join(classes.values())))
    counted = {_local(row["class"]): int(row["n"]) for row in rows if "class" in row}
    return {name: counted.get(_local(term), 0) for name, term in classes.items()}


def _local(term: str) -> str:
    """The local name of an IRI or prefixed name; those of the classes counted here all differ."""
    for mark in ("#", "/", ":"):
        term = term.rpartition(mark)[2]
    return term


def _quads(dataset: Dataset) -> dict[str, int]:
    counts = {"articles": 0, "entities": 0, "identity": 0, "reference": 0}
    for row in select(dataset, _GRAPHS):
        name = row["graph"].removeprefix(f"{dataset.base}graph/")
        name = name if name in counts else "articles" if "article/" in name else row["graph"]
        counts[name] = counts.get(name, 0) + int(row["n"])
    return counts
