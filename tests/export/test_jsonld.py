import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib

from camket.graph.export import export
from camket.graph.export.jsonld import write_jsonld
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES


def test_rdflib_and_oxigraph_read_every_graph_back(
    dataset: Dataset, graphs_of: Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]], tmp_path: Path
) -> None:
    out = tmp_path / "all.jsonld"
    report = export(dataset, out, with_text=True, all_people=True)
    read = rdflib.Dataset()
    read.parse(data=out.read_text(encoding="utf-8"), format="json-ld")
    assert graphs_of(read) == graphs_of(dataset)
    again = list(pyoxigraph.parse(path=str(out)))
    assert set(again) == set(dataset.quads())
    assert report.counts == {"quads": len(again)}


CONTEXTS: dict[str, dict[str, Any]] = {
    "empty": {},
    "prefixes": dict(PREFIXES),
    "plain terms": {
        **PREFIXES,
        "mentions": "schema:mentions",
        "headline": {"@id": "schema:headline"},
        "Person": "foaf:Person",
        "value": "ck:value",
    },
    "coerced": {
        "@version": 1.1,
        **PREFIXES,
        "id": "@id",
        "type": "@type",
        "mentions": {"@id": "schema:mentions", "@type": "@id", "@container": "@set"},
        "speechAct": {"@id": "ck:speechAct", "@type": "@vocab"},
        "Committing": "ck:Committing",
        "name": {"@id": "skos:prefLabel", "@language": "vi"},
        "aliases": {"@id": "skos:altLabel", "@container": ["@language", "@set"]},
        "value": {"@id": "ck:value", "@type": "xsd:decimal"},
        "published": {"@id": "schema:datePublished", "@type": "xsd:date"},  # the other article has a year alone
        "attendees": {"@id": "schema:attendee", "@container": "@list"},  # cannot be used for what is no list
    },
    "vocabulary and language": {
        "@vocab": "https://w3id.org/camket/ontology#",
        "@language": "vi",
        **PREFIXES,
        "cue": {"@id": "cue", "@language": None},
        "label": "rdfs:label",
        "exact": "oa:exact",
    },
}


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS.keys())
def test_any_context_gives_the_same_graph(
    dataset: Dataset,
    graphs_of: Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]],
    context: dict[str, Any],
) -> None:
    out = io.BytesIO()
    write_jsonld(dataset.quads(), out, dataset.base, definitions=context)
    assert set(pyoxigraph.parse(out.getvalue(), pyoxigraph.RdfFormat.JSON_LD)) == set(dataset.quads())
    read = rdflib.Dataset()
    read.parse(data=out.getvalue().decode(), format="json-ld")
    assert graphs_of(read) == graphs_of(dataset)


def test_the_context_shortens_what_it_can(dataset: Dataset) -> None:
    out = io.BytesIO()
    write_jsonld(dataset.quads(), out, dataset.base, definitions=CONTEXTS["coerced"])
    document = json.loads(out.getvalue())
    graphs = {graph["id"]: {node["id"]: node for node in graph["@graph"]} for graph in document["@graph"]}
    assert graphs["article/tin/02"]["article/tin/02"] == {
        "id": "article/tin/02",
        "type": "schema:NewsArticle",
        "dcterms:identifier": {"@value": "tin/02"},
        "schema:datePublished": {"@value": "2025", "type": "xsd:gYear"},
        "schema:headline": {"@value": "Khánh thành cầu"},
        "mentions": ["person/Đỗ_Minh_Khải", "place/Vân_Hải"],
        "ck:dateBy": {"@value": "2025-12-31", "type": "xsd:date"},
        "ck:dateFrom": {"@value": "2025-01-01", "type": "xsd:date"},
    }
    assert graphs["graph/entities"]["body/UBND_tỉnh_Vân_Hải"]["aliases"] == {
        "vi": ["UBND tỉnh", "Ủy ban nhân dân tỉnh Vân Hải"]
    }


def test_nothing_to_write_is_an_empty_document() -> None:
    out = io.BytesIO()
    assert write_jsonld([], out, "http://e/", definitions={}) == 0
    assert json.loads(out.getvalue()) == {"@context": {"@base": "http://e/"}, "@graph": []}
