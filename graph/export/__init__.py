"""A dataset in the formats that other tools read: one small file per format, and the table of them here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from camket.graph.errors import UsageError
from camket.graph.export.selection import Selection
from camket.graph.export.target import STDOUT, open_target
from camket.graph.store import Dataset

if TYPE_CHECKING:
    import networkx
    import pyoxigraph

    QuadWriter = Callable[[Iterable[pyoxigraph.Quad], BinaryIO, str], int]

__all__ = ["FORMATS", "STDOUT", "ExportReport", "Format", "export", "to_networkx"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format to export to. `counted`: what its export counts."""

    name: str
    suffixes: tuple[str, ...]
    title: str
    counted: tuple[str, ...]


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("turtle", (".ttl",), "Turtle: all graphs as one", ("triples",)),
        Format("trig", (".trig",), "TriG: every graph under its name", ("quads",)),
        Format("ntriples", (".nt",), "N-Triples: all graphs as one, sorted", ("triples",)),
        Format("nquads", (".nq",), "N-Quads, canonical: sorted by code point", ("quads",)),
        Format("jsonld", (".jsonld",), "JSON-LD, compacted with the project's context", ("quads",)),
        Format("gexf", (".gexf",), "GEXF 1.3 for Gephi: the property graph", ("nodes", "edges")),
        Format("graphml", (".graphml",), "GraphML for igraph, yEd, Cytoscape: the property graph", ("nodes", "edges")),
        Format(
            "html",
            (".html",),
            "HTML: the explorer with the property graph, one file for any browser",
            ("nodes", "edges"),
        ),
    )
}

_DEFAULT_PROFILE = "full"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, where to, and how much.

    counts: `triples` or `quads`, or `nodes` and `edges`. left_out: `texts`, `private people`, and `blackened quotes`.
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
    profile: str = _DEFAULT_PROFILE,
) -> ExportReport:
    """Write `dataset` to `out`, in the format its suffix names unless `format` does; `-` is standard output.

    format: a name of `FORMATS`, or a suffix with or without its dot. with_text: keep `schema:articleBody`. all_people:
    keep the people who are private to an article. profile: which view of the property graph (GEXF and GraphML).
    The same dataset gives the same bytes. The file appears whole or not at all. Raises UsageError for an unknown
    format, suffix or profile, CamketError where `out` cannot be written.
    """
    chosen = _chosen(out, format)
    selection = Selection(dataset, with_text=with_text, all_people=all_people)
    if "nodes" in chosen.counted:
        from camket.graph.export.property_graph import project

        graph = project(selection.dataset(), profile)
        with open_target(out) as stream:
            _graph_writer(chosen.name)(graph, stream)
        counts = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
    else:
        with open_target(out) as stream:
            counts = {chosen.counted[0]: _quad_writer(chosen.name)(selection.quads(), stream, dataset.base)}
    return ExportReport(out, chosen.name, counts, selection.left_out)


def to_networkx(
    dataset: Dataset, *, profile: str = _DEFAULT_PROFILE, all_people: bool = False
) -> "networkx.MultiDiGraph[str]":
    """`dataset` as a property graph: what `ontology/projection.toml` declares, nodes named by their IRIs.

    Every node has `kind`, `label`, `colour` and `size`, every edge `kind`, `label`, `label_en` and its stable id as
    key; what else there is to them is in the declaration. Raises UsageError for an unknown profile.
    """
    from camket.graph.export.property_graph import project

    return project(Selection(dataset, all_people=all_people).dataset(), profile)


def _chosen(out: Path, format: str | None) -> Format:
    by_suffix = {suffix: known for known in FORMATS.values() for suffix in known.suffixes}
    legal = ", ".join(f"{known.name} ({suffix})" for suffix, known in by_suffix.items())
    if format is not None:
        known = FORMATS.get(format) or by_suffix.get(format) or by_suffix.get(f".{format}")
        if known is None:
            raise UsageError(f"unknown format {format!r}: choose one of {legal}")
        return known
    if out == STDOUT:
        raise UsageError(f"standard output needs a format: choose one of {legal}")
    known = by_suffix.get(out.suffix.lower())
    if known is None:
        raise UsageError(f"no format has the suffix {out.suffix!r} of {out}: choose one of {legal}, or name a format")
    return known


def _quad_writer(name: str) -> "QuadWriter":
    from camket.graph.export.jsonld import write_jsonld
    from camket.graph.export.nquads import write_nquads
    from camket.graph.export.ntriples import write_ntriples
    from camket.graph.export.trig import write_trig
    from camket.graph.export.turtle import write_turtle

    writers: dict[str, QuadWriter] = {
        "turtle": write_turtle,
        "trig": write_trig,
        "ntriples": write_ntriples,
        "nquads": write_nquads,
        "jsonld": write_jsonld,
    }
    return writers[name]


def _graph_writer(name: str) -> "Callable[[networkx.MultiDiGraph[str], BinaryIO], None]":
    from camket.graph.export.gexf import write_gexf
    from camket.graph.export.graphml import write_graphml
    from camket.graph.export.html import write_html

    return {"gexf": write_gexf, "graphml": write_graphml, "html": write_html}[name]
