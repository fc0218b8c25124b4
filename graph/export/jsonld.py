"""JSON-LD: every graph under its name, compacted with the project's context, which stands in the file itself.

One node a line, so that files can be compared and read by eye. Numbers stay strings (JSON has no decimals).
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any, BinaryIO

import pyoxigraph

from camket.graph.export.jsonld_context import Context, Term, project_context
from camket.graph.export.sorting import Counted, sorted_by_graph
from camket.ontology.namespaces import PREFIXES

_RDF_TYPE = PREFIXES["rdf"] + "type"
_XSD_STRING = PREFIXES["xsd"] + "string"

_Object = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def write_jsonld(
    quads: Iterable[pyoxigraph.Quad], out: BinaryIO, base: str, *, definitions: dict[str, Any] | None = None
) -> int:
    """Write `quads` to `out`, graph after graph; how many there were.

    definitions: a context other than the project's.
    """
    context = Context(project_context() if definitions is None else definitions, base)
    members = Counted(sorted_by_graph(quads))
    out.write(f'{{"@context": {_json(context.json)},\n"@graph": ['.encode())
    separator = "\n"
    for name, of_graph in groupby(members, key=lambda quad: quad.graph_name):
        opening, closing = "", ""
        if isinstance(name, pyoxigraph.NamedNode):
            opening = f'{{{_json(context.keyword("@id"))}: {_json(context.reference(name.value))}, "@graph": [\n'
            closing = "\n]}"
        out.write((separator + opening).encode())
        out.writelines(chunk.encode() for chunk in _separated(_nodes(of_graph, context)))
        out.write(closing.encode())
        separator = ",\n"
    out.write(b"\n]}\n")
    return members.count


def _nodes(quads: Iterable[pyoxigraph.Quad], context: Context) -> Iterator[str]:
    """Each subject of `quads` as a JSON object on one line."""
    for subject, of_subject in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {context.keyword("@id"): _name(subject, context)}
        properties: dict[str, Any] = {}
        for predicate, group in groupby(of_subject, key=lambda quad: quad.predicate):
            objects = [quad.object for quad in group]
            if predicate.value == _RDF_TYPE and all(isinstance(value, pyoxigraph.NamedNode) for value in objects):
                types = [
                    context.vocabulary(value.value) for value in objects if isinstance(value, pyoxigraph.NamedNode)
                ]
                node[context.keyword("@type")] = types if len(types) > 1 else types[0]
            else:
                _add_values(properties, predicate.value, objects, context)
        yield _json({**node, **properties})


def _add_values(properties: dict[str, Any], predicate: str, objects: list[_Object], context: Context) -> None:
    """Put `objects` under the term that says most about each, or under the prefixed predicate."""
    for value in objects:
        term, written = _written(value, context.terms(predicate), context)
        key = term.name if term else context.compact(predicate)
        if term and term.by_language and isinstance(value, pyoxigraph.Literal):
            bucket, key = properties.setdefault(key, {}), value.language or "@none"
        else:
            bucket = properties
        if key in bucket:
            bucket[key] = [*_as_list(bucket[key]), written]
        else:
            bucket[key] = [written] if term and term.always_list and bucket is properties else written


def _written(value: _Object, terms: list[Term], context: Context) -> tuple[Term | None, Any]:
    """The term to use for `value`, and the JSON to write under it."""
    plain = next((term for term in terms if term.type is None and not term.by_language), None)
    if not isinstance(value, pyoxigraph.Literal):
        for term in terms:
            if term.type == "@id":
                return term, _name(value, context)
            if term.type == "@vocab" and isinstance(value, pyoxigraph.NamedNode):
                return term, context.vocabulary(value.value)
        return plain, {context.keyword("@id"): _name(value, context)}
    datatype = value.datatype.value
    for term in terms:
        if value.language:
            if term.type is None and (term.by_language or term.language == value.language):
                return term, value.value
        elif term.type == datatype or (
            datatype == _XSD_STRING and term.type is None and term.language is None and not term.by_language
        ):
            return term, value.value
    return plain, _value_object(value, context)


def _value_object(value: pyoxigraph.Literal, context: Context) -> Any:
    if value.language:
        return {context.keyword("@value"): value.value, context.keyword("@language"): value.language}
    if value.datatype.value == _XSD_STRING:
        return {context.keyword("@value"): value.value}
    return {
        context.keyword("@value"): value.value,
        context.keyword("@type"): context.vocabulary(value.datatype.value),
    }


def _name(node: _Object, context: Context) -> str:
    return context.reference(node.value) if isinstance(node, pyoxigraph.NamedNode) else str(node)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _separated(lines: Iterator[str]) -> Iterator[str]:
    first = next(lines, "")
    return chain([first], (f",\n{line}" for line in lines))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
