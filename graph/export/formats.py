"""The formats that a dataset can be exported to: one small file each, and the table of them here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from camket.graph.errors import UsageError
from camket.graph.export.target import STDOUT

QUADS, GRAPH, TABLE, ENTITIES = "quads", "graph", "table", "entities"


@dataclass(frozen=True, slots=True)
class Format:
    """A format to export to.

    made_of: what its writer is handed: `QUADS` (quads, stream, base; returns how many), `GRAPH` (the property graph,
    stream), `TABLE` (table, stream) or `ENTITIES` (dataset, stream; returns counts). writer: module of this package
    and function in it. counted: what its export counts.
    """

    name: str
    suffixes: tuple[str, ...]
    title: str
    made_of: str
    writer: str
    counted: tuple[str, ...]

    def write(self, *what: Any) -> Any:
        """Calls the writer, whose module is imported only now."""
        module, _, function = self.writer.partition(":")
        writer: Callable[..., Any] = getattr(import_module(f"camket.graph.export.{module}"), function)
        return writer(*what)


def _rdf(name: str, suffix: str, title: str, counted: str) -> Format:
    return Format(name, (suffix,), title, QUADS, f"{name}:write_{name}", (counted,))


def _graph(name: str, suffixes: tuple[str, ...], title: str, writer: str | None = None) -> Format:
    return Format(name, suffixes, title, GRAPH, writer or f"{name}:write_{name}", ("nodes", "edges"))


def _table(name: str, title: str) -> Format:
    return Format(name, (f".{name}",), title, TABLE, f"{name}:write_{name}", ("rows",))


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        _rdf("turtle", ".ttl", "Turtle: all graphs as one", "triples"),
        _rdf("trig", ".trig", "TriG: every graph under its name", "quads"),
        _rdf("ntriples", ".nt", "N-Triples: all graphs as one, sorted", "triples"),
        _rdf("nquads", ".nq", "N-Quads, canonical: sorted by code point", "quads"),
        _rdf("jsonld", ".jsonld", "JSON-LD, compacted with the project's context", "quads"),
        _rdf("rdfxml", ".rdf", "RDF/XML: all graphs as one", "triples"),
        _graph("gexf", (".gexf",), "GEXF 1.3 for Gephi"),
        _graph("graphml", (".graphml",), "GraphML for igraph, yEd, Cytoscape"),
        _graph("cytoscape", (".cyjs",), "Cytoscape.js JSON"),
        _graph("cx2", (".cx2",), "CX2 for Cytoscape and NDEx"),
        _graph("nodelink", (".json",), "node-link JSON for D3 and networkx"),
        _graph("dot", (".dot", ".gv"), "DOT for Graphviz"),
        _graph("svg", (".svg",), "a drawing by Graphviz, SVG", "drawn:write_svg"),
        _graph("png", (".png",), "a drawing by Graphviz, PNG", "drawn:write_png"),
        _graph("html", (".html",), "the explorer with its graph, one file for any browser"),
        _graph("cypher", (".cypher",), "Cypher statements for Neo4j and its like"),
        _graph("neo4j", (".neo4j.zip",), "CSV for neo4j-admin database import, zipped", "neo4j:write_neo4j"),
        _graph("gephi", (".gephi.zip",), "CSV nodes and edges for Gephi, zipped", "spreadsheets:write_gephi"),
        _graph("kumu", (".kumu.zip",), "CSV elements and connections for Kumu, zipped", "spreadsheets:write_kumu"),
        _graph("flourish", (".flourish.zip",), "CSV points and links for Flourish, zipped",
               "spreadsheets:write_flourish"),
        _table("csv", "CSV of the commitments (or --table nodes, edges)"),
        _table("xlsx", "Excel workbook of the commitments (or --table nodes, edges)"),
        _table("parquet", "Parquet of the commitments (or --table nodes, edges)"),
        Format("ftm", (".ftm.json", ".ftm"), "FollowTheMoney entities, one a line", ENTITIES, "ftm:write_ftm",
               ("entities",)),
        Format("ics", (".ics",), "iCalendar: deadlines for any calendar", ENTITIES, "ics:write_ics", ("deadlines",)),
    )
}  # fmt: skip


def chosen(out: Path, format: str | None) -> Format:
    """The format named, or that `out`'s suffix means: the longest that fits. Raises UsageError where there is none."""
    by_suffix = {suffix: known for known in FORMATS.values() for suffix in known.suffixes}
    legal = ", ".join(f"{known.name} ({suffix})" for suffix, known in by_suffix.items())
    if format is not None:
        known = FORMATS.get(format) or by_suffix.get(format) or by_suffix.get(f".{format}")
        if known is None:
            raise UsageError(f"unknown format {format!r}: choose one of {legal}")
        return known
    if out == STDOUT:
        raise UsageError(f"standard output needs a format: choose one of {legal}")
    fitting = [suffix for suffix in by_suffix if out.name.lower().endswith(suffix)]
    if not fitting:
        raise UsageError(f"no format has the suffix {out.suffix!r} of {out}: choose one of {legal}, or name a format")
    return by_suffix[max(fitting, key=len)]
