"""What is exported as a table: the commitments, or the nodes or edges of the property graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from camket.graph.errors import UsageError
from camket.graph.store import Dataset
from camket.graph.views.undertakings import KINDS, Choice, Undertaking, undertakings

if TYPE_CHECKING:
    import networkx

COMMITMENTS: Final = "commitments"
NODES, EDGES = "nodes", "edges"
OF_GRAPH: Final = frozenset({NODES, EDGES})
TABLES: Final = (COMMITMENTS, NODES, EDGES)

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """columns: name and type (`string`, `integer`, `double`, `boolean`, `date`) of each.

    A cell without a value is None; dates are strings, `2026-06-30`.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[Cell, ...]]


_OF_COMMITMENTS: Final = (
    ("kind", "string"),
    ("who", "string"),
    ("words", "string"),
    ("indicator", "string"),
    ("comparator", "string"),
    ("value", "double"),
    ("upper_value", "double"),
    ("unit", "string"),
    ("change", "string"),
    ("period", "string"),
    ("due", "string"),
    ("to", "string"),
    ("stated_by", "string"),
    ("condition", "string"),
    ("article", "string"),
    ("published", "string"),
    ("title", "string"),
    ("id", "string"),
)


def check_table(name: str) -> None:
    """Raises UsageError where no table is called `name`."""
    if name not in TABLES:
        raise UsageError(f"no table is called {name!r}: choose one of {', '.join(TABLES)}")


def commitments_table(dataset: Dataset) -> Table:
    """All four kinds of undertakings, a row for each number, and one for each undertaking without a number."""
    found = undertakings(dataset, Choice(kinds=tuple(KINDS)))
    return Table(COMMITMENTS, _OF_COMMITMENTS, [row for one in found for row in _rows(one)])


def _rows(one: Undertaking) -> list[tuple[Cell, ...]]:
    before = (one.kind, _joined(one.who), one.words)
    after = (one.due, _joined(one.to), _joined(one.by), one.condition, one.article, one.published, one.title, one.iri)
    numbers: list[tuple[Cell, ...]] = [
        (
            figure.indicator,
            figure.comparator,
            float(figure.value),
            None if figure.upper is None else float(figure.upper),
            figure.unit,
            figure.change,
            figure.period,
        )
        for figure in one.figures
    ]
    return [(*before, *number, *after) for number in numbers or [(None,) * 7]]


def _joined(names: Sequence[str]) -> str | None:
    return "; ".join(names) or None


def graph_table(graph: "networkx.MultiDiGraph[str]", name: str) -> Table:
    """The nodes of a property graph (`id` and its columns), or its edges (`source`, `target`, `id` and columns)."""
    if name == NODES:
        columns: dict[str, str] = {"id": "string", **graph.graph["node_columns"]}
        found: list[dict[str, Any]] = [{"id": node, **data} for node, data in graph.nodes(data=True)]
    else:
        columns = {"source": "string", "target": "string", "id": "string", **graph.graph["edge_columns"]}
        found = [
            {"source": source, "target": target, "id": key, **data}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ]
    return Table(name, tuple(columns.items()), [tuple(one.get(column) for column in columns) for one in found])
