"""Turtle: the union of all graphs, with the project's prefixes, one subject after the other.

Things are written relative to `@base` (`<person/Tô_Lâm>`), terms of vocabularies with their prefix.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

import pyoxigraph

from camket.graph.export.sorting import Counted, sorted_triples
from camket.ontology.namespaces import PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]
_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
# A relative reference that means what it says: no scheme-like colon, no empty or dotted segments to be resolved away.
_PLAIN_PATH = re.compile(r"[A-Za-z]+/(?!/)(?!.*(?<=/)\.{1,2}(?:[/?#]|\Z)).+\Z")
_SHORTHAND = {_XSD + "integer": re.compile(r"[+-]?\d+\Z"), _XSD + "decimal": re.compile(r"[+-]?\d*\.\d+\Z")}
_INDENT = "    "


class Terms:
    """Writes terms as Turtle and TriG do: IRIs shortened by prefix or base, numbers and truth values bare."""

    def __init__(self, base: str) -> None:
        self._base = base if base.endswith("/") else None
        self._names = {namespace: prefix for prefix, namespace in PREFIXES.items()}

    def header(self) -> str:
        """The `@base` and `@prefix` lines, prefixes in alphabetical order."""
        lines = [f"@base <{self._base}> .\n"] if self._base else []
        lines += [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items())]
        return "".join(lines)

    def iri(self, iri: str) -> str:
        """`iri` in its shortest safe form."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._names.get(iri[:cut])
        if prefix is not None and _LOCAL_NAME.match(iri, cut):
            return f"{prefix}:{iri[cut:]}"
        if self._base and iri.startswith(self._base) and _PLAIN_PATH.match(iri, len(self._base)):
            return f"<{iri[len(self._base) :]}>"
        return f"<{iri}>"

    def term(self, term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
        """`term` as it stands in a statement."""
        if isinstance(term, pyoxigraph.NamedNode):
            return self.iri(term.value)
        if not isinstance(term, pyoxigraph.Literal) or term.language:
            return str(term)
        datatype = term.datatype.value
        if datatype == _XSD + "boolean" and term.value in ("true", "false"):
            return term.value
        if datatype in _SHORTHAND and _SHORTHAND[datatype].match(term.value):
            return term.value
        quoted = str(pyoxigraph.Literal(term.value))
        return quoted if datatype == _XSD + "string" else f"{quoted}^^{self.iri(datatype)}"


def subject_blocks(quads: Iterable[pyoxigraph.Quad], terms: Terms, indent: str = "") -> Iterator[str]:
    """One block of text for each subject of `quads` (sorted by subject, predicate, object), its types first."""
    for subject, of_subject in groupby(quads, key=lambda quad: quad.subject):
        by_predicate = [
            (predicate.value, [terms.term(quad.object) for quad in group])
            for predicate, group in groupby(of_subject, key=lambda quad: quad.predicate)
        ]
        by_predicate.sort(key=lambda item: item[0] != _RDF_TYPE)
        lines = [
            f"{indent}{_INDENT}{'a' if predicate == _RDF_TYPE else terms.iri(predicate)} {', '.join(objects)}"
            for predicate, objects in by_predicate
        ]
        yield f"\n{indent}{terms.term(subject)}\n" + " ;\n".join(lines) + " .\n"


def write_turtle(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str) -> int:
    """Write the union of `quads` to `out`; how many triples there were."""
    terms = Terms(base)
    triples = Counted(sorted_triples(quads))
    out.write(terms.header().encode())
    out.writelines(block.encode() for block in subject_blocks(triples, terms))
    return triples.count
