"""A dataset in the formats that other tools read: one small file per format, and the table of them in formats.py."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from camket.graph.errors import UsageError
from camket.graph.export.constructed import Constructed
from camket.graph.export.formats import FORMATS, GRAPH, QUADS, TABLE, Format, chosen
from camket.graph.export.selection import Selection
from camket.graph.export.tables import COMMITMENTS, OF_GRAPH, check_table, commitments_table, graph_table
from camket.graph.export.target import STDOUT, open_target
from camket.graph.export.view import DEFAULT_PROFILE, View, narrowed
from camket.graph.store import Dataset

if TYPE_CHECKING:
    import networkx

__all__ = ["FORMATS", "STDOUT", "ExportReport", "Format", "View", "export", "to_networkx"]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, where to, and how much.

    counts: `triples` or `quads`, `nodes` and `edges`, `rows`, or how many entities of each schema. left_out: `texts`,
    `private people`, and `blackened quotes`.
    """

    path: Path
    format: str
    counts: dict[str, int]
    left_out: dict[str, int]


def export(
    dataset: Dataset,
    out: Path,
    *,
    format: str | None = None,
    with_text: bool = False,
    all_people: bool = False,
    view: View | None = None,
    table: str | None = None,
    construct: str | None = None,
) -> ExportReport:
    """Write `dataset` to `out`, in the format its suffix names unless `format` does; `-` is standard output.

    format: a name of `FORMATS`, or a suffix with or without its dot. with_text: keep `schema:articleBody`. all_people:
    keep the people who are private to an article. view: what of the property graph, for the formats made of it. table:
    which of `tables.TABLES`, for the formats that hold one. construct: a SPARQL CONSTRUCT; its triples are exported in
    place of the dataset's, and see no more than the export would show. The same dataset gives the same bytes. The file
    appears whole or not at all. Raises UsageError for what is unknown or does not go together, QueryError for what is
    no CONSTRUCT, CamketError where `out` cannot be written.
    """
    known = chosen(out, format)
    _check(known, view, table)
    selection = Selection(dataset, with_text=with_text, all_people=all_people)
    counts = _write(known, _constructed(selection, construct), out, view or View(), table or COMMITMENTS)
    return ExportReport(out, known.name, counts, selection.left_out)


def to_networkx(
    dataset: Dataset, *, profile: str = DEFAULT_PROFILE, all_people: bool = False, view: View | None = None
) -> "networkx.MultiDiGraph[str]":
    """`dataset` as a property graph: what `ontology/projection.toml` declares, nodes named by their IRIs.

    Every node has `kind`, `label`, `colour` and `size`, every edge `kind`, `label`, `label_en`, `weight` and its stable
    id as key; what else there is to them is in the declaration. view: what of it, in place of a `profile` whole. Raises
    UsageError for an unknown profile.
    """
    return _viewed(Selection(dataset, all_people=all_people).dataset(), view or View(profile))


def _check(known: Format, view: View | None, table: str | None) -> None:
    """Raises UsageError where an option is asked for that the format has no use of."""
    if table is not None:
        if known.made_of != TABLE:
            raise UsageError(f"--table is for csv, xlsx and parquet, not for {known.name}: leave it out")
        check_table(table)
    if view is not None:
        of_graph = known.made_of == GRAPH or table in OF_GRAPH
        if not of_graph and view != View():
            raise UsageError(
                f"--about, --from, --to, --kind, --profile and --metrics are for graphs, not for {known.name}: "
                "leave them out, or choose with --query"
            )
        view.check()


def _constructed(selection: Selection, construct: str | None) -> Selection | Constructed:
    return selection if construct is None else Constructed(selection.dataset(), construct)


def _write(known: Format, source: Selection | Constructed, out: Path, view: View, table: str) -> dict[str, int]:
    if known.made_of == QUADS:
        with open_target(out) as stream:
            return {known.counted[0]: known.write(source.quads(), stream, source.base)}
    dataset = source.dataset()
    if known.made_of == GRAPH:
        graph = _viewed(dataset, view)
        with open_target(out) as stream:
            known.write(graph, stream)
        return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
    if known.made_of == TABLE:
        rows = commitments_table(dataset) if table == COMMITMENTS else graph_table(_viewed(dataset, view), table)
        with open_target(out) as stream:
            known.write(rows, stream)
        return {"rows": len(rows.rows)}
    with open_target(out) as stream:
        counts: dict[str, int] = known.write(dataset, stream)
    return counts


def _viewed(dataset: Dataset, view: View) -> "networkx.MultiDiGraph[str]":
    """The property graph of `dataset` as `view` wants it."""
    from camket.graph.export.merged import merged
    from camket.graph.export.metrics import measure
    from camket.graph.export.projection import load
    from camket.graph.export.property_graph import build, sized

    projection = load(view.profile)
    graph = narrowed(build(dataset, projection), view)
    if projection.merges:
        graph = merged(graph)
    sized(graph)
    if view.metrics:
        measure(graph)
    return graph
