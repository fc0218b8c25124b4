"""The shapes accept a graph as the design writes it, and reject each way in which it could be wrong."""

import re
from collections.abc import Callable, Iterable

import pyoxigraph
import pytest

from camket.ontology.namespaces import BASE, PREFIXES
from camket.ontology.reference import reference_nquads

Validator = Callable[[Iterable[bytes]], list[str]]

TEXT = "Sáng 5/3, ông Đỗ Văn Mẫn, Giám đốc Sở Mẫu, cam kết xây ít nhất 120 căn nhà trong năm 2024."


def span(start: int, end: int) -> str:
    return f"""
<article/a#char={start},{end}> a oa:SpecificResource ; oa:hasSource <article/a> ;
    oa:hasSelector <article/a#selector={start},{end}> .
<article/a#selector={start},{end}> a oa:TextPositionSelector, oa:TextQuoteSelector ;
    oa:start {start} ; oa:end {end} ; oa:exact "{TEXT[start:end]}" .
"""


def named(name: str) -> str:
    return f'skos:prefLabel "{name}"@vi ; rdfs:label "{name}"'


SAID = "prov:wasDerivedFrom <article/a> ; ck:evidence <article/a#char=44,89> ; ck:context <article/a#char=14,24>"

GRAPH = f"""
<article/a> a schema:NewsArticle ; dcterms:identifier "a" ; schema:inLanguage "vi" ; schema:sha256 "{"0a" * 32}" ;
    schema:headline "Sở Mẫu cam kết" ; schema:url "https://example.org/a"^^xsd:anyURI ; schema:articleBody "{TEXT}" ;
    schema:datePublished "2024-03"^^xsd:gYearMonth ; ck:dateFrom "2024-03-01"^^xsd:date ;
    ck:dateBy "2024-03-31"^^xsd:date ; schema:mentions <person/Đỗ_Văn_Mẫn>, <body/Sở_Mẫu> ;
    prov:wasGeneratedBy <article/a#reading> .
<article/a#reading> a prov:Activity ; ck:software "Camket" ; schema:softwareVersion "1" ; ck:pipeline "1" .
{span(44, 89)}{span(14, 24)}
<person/Đỗ_Văn_Mẫn> a foaf:Person ; {named("Đỗ Văn Mẫn")} ; skos:altLabel "ông Mẫn"@vi ;
    ck:mention <article/a#char=14,24> .
<body/Sở_Mẫu> a org:Organization, ck:StateBody ; {named("Sở Mẫu")} ; ck:jurisdiction <place/Quảng_Ninh> .
<article/a#group=60,70> a ck:Group ; {named("các hộ dân")} ; ck:mention <article/a#char=60,70> .
<post/Giám_đốc_Sở_Mẫu> a org:Post ; {named("Giám đốc Sở Mẫu")} ; org:postIn <body/Sở_Mẫu> ; org:role <role/Giám_đốc> .
<article/a#membership=44,89> a org:Membership ; {SAID} ; org:member <person/Đỗ_Văn_Mẫn> ; org:role <role/Giám_đốc> ;
    org:organization <body/Sở_Mẫu> ; ck:post <post/Giám_đốc_Sở_Mẫu> ; ck:former false ;
    ck:attestedOn "2024-03"^^xsd:gYearMonth ; ck:dateFrom "2024-03-01"^^xsd:date ; ck:dateBy "2024-03-31"^^xsd:date .
<article/a#rank=44,89> a ck:RankHolding ; {SAID} ; ck:holder <person/Đỗ_Văn_Mẫn> ; ck:rank <rank/Đại_tá> .
<article/a#event=44,89> a schema:Event, ck:Meeting ; {SAID} ; schema:startDate "2024-03-05"^^xsd:date ;
    ck:dateFrom "2024-03-05"^^xsd:date ; ck:dateBy "2024-03-05"^^xsd:date ; schema:location <place/Quảng_Ninh> ;
    schema:attendee <person/Đỗ_Văn_Mẫn> ; ck:chair <person/Đỗ_Văn_Mẫn> ; ck:reports <occasion/1> .
<occasion/1> a ck:Occasion .
<article/a#statement=44,89> a ck:Statement ; {SAID} ; ck:speaker <person/Đỗ_Văn_Mẫn> ; ck:onBehalfOf <body/Sở_Mẫu> ;
    ck:speechAct ck:Committing ; ck:cue "cam kết" ; ck:madeAt <article/a#event=44,89> ;
    ck:saidOn "2024-03-05"^^xsd:date ; ck:dateFrom "2024-03-05"^^xsd:date ; ck:dateBy "2024-03-05"^^xsd:date .
<article/a#pledge=44,89> a ck:Pledge, ck:Commitment, ck:Undertaking ; {SAID} ; ck:promisor <body/Sở_Mẫu> ;
    ck:actor <body/Sở_Mẫu> ; ck:beneficiary <article/a#group=60,70> ; ck:statedBy <person/Đỗ_Văn_Mẫn> ;
    ck:statedIn <article/a#statement=44,89> ; ck:cue "cam kết" ; ck:condition "nếu đủ vốn" ; ck:due "2024" ;
    ck:dateFrom "2024-01-01"^^xsd:date ; ck:dateBy "2024-12-31"^^xsd:date ; ck:measure <article/a#measure=44,89> ;
    ck:restates <article/b#pledge=1,9> .
<article/a#measure=44,89> a ck:Measure ; ck:indicator <indicator/Nhà> ; ck:comparator ck:AtLeast ; ck:value 120.0 ;
    ck:unit <unit/căn> ; ck:change ck:Level ; ck:period "2024" ; ck:dateFrom "2024-01-01"^^xsd:date ;
    ck:dateBy "2024-12-31"^^xsd:date .
<indicator/Nhà> a skos:Concept ; {named("Nhà")} .
<unit/căn> a skos:Concept ; {named("căn")} ; skos:notation "căn" .
<article/a#directive=44,89> a ck:Directive, ck:Undertaking ; {SAID} ; ck:actor <post/Giám_đốc_Sở_Mẫu> ; ck:cue "giao" .
<article/a#refusal=44,89> a ck:Refusal ; {SAID} ; ck:actor <body/Sở_Mẫu> ; ck:cue "chưa hứa" .
<article/a#observation=44,89> a ck:Observation ; {SAID} ; ck:of <place/Quảng_Ninh> ;
    ck:measure <article/a#measure=44,89> .
<article/a#assessment=44,89> a ck:StatusAssessment ; {SAID} ; ck:actor <body/Sở_Mẫu> ; ck:statedBy <body/Sở_Mẫu> ;
    ck:statedIn <article/a#statement=44,89> ; ck:cue "đã" ; ck:outcome ck:Partly ; ck:doneOn "2024-03" ;
    ck:dateFrom "2024-03-01"^^xsd:date ; ck:dateBy "2024-03-31"^^xsd:date ; ck:measure <article/a#measure=44,89> ;
    ck:fulfils <article/b#goal=1,9> .
<article/a#abstention=44,89> a ck:Abstention ; {SAID} ; ck:cue "cam kết" ; ck:reason ck:NoActor .
"""

WRONG = {
    "article without digest": (r'schema:sha256 "\w+" ;', "", "article/a sha256"),
    "article without provenance": (r" ;\n    prov:wasGeneratedBy <[^>]+>", "", "article/a wasGeneratedBy"),
    "article mentions a group": (
        r"schema:mentions <",
        "schema:mentions <article/a#group=60,70>, <",
        "article/a mentions",
    ),
    "date without its days": (r'ck:dateFrom "2024-03-01"\^\^xsd:date ;\n', "\n", "article/a dateFrom"),
    "days the wrong way round": (r'ck:dateBy "2024-03-31"', 'ck:dateBy "2024-02-01"', "article/a dateFrom"),
    "span that ends before it starts": (r"oa:start 44", "oa:start 91", "article/a#selector=44,89 start"),
    "span without words": (r"(oa:end 24) ; oa:exact \"[^\"]+\"", r"\1", "article/a#selector=14,24 exact"),
    "selector of one kind only": (r", oa:TextQuoteSelector", "", "article/a#selector=44,89 "),
    "software unnamed": (r'ck:software "Camket" ;', "", "article/a#reading software"),
    "person with two names": (
        r"foaf:Person ;",
        'foaf:Person ; skos:prefLabel "Mẫn"@vi ;',
        "person/Đỗ_Văn_Mẫn prefLabel",
    ),
    "name in English": (r'"ông Mẫn"@vi', '"Mr Man"@en', "person/Đỗ_Văn_Mẫn altLabel"),
    "no untagged label": (r' ; rdfs:label "căn"', "", "unit/căn label"),
    "mention that is no span": (
        r"ck:mention <article/a#char=14,24>",
        "ck:mention <article/a>",
        "person/Đỗ_Văn_Mẫn mention",
    ),
    "body of two kinds": (r"ck:StateBody", "ck:StateBody, ck:Company", "body/Sở_Mẫu type"),
    "kind of body without its superclass": (r"org:Organization, ck:StateBody", "ck:StateBody", "body/Sở_Mẫu type"),
    "jurisdiction that is a body": (
        r"ck:jurisdiction <[^>]+>",
        "ck:jurisdiction <body/Sở_Mẫu>",
        "body/Sở_Mẫu jurisdiction",
    ),
    "group never mentioned": (r" ; ck:mention <article/a#char=60,70>", "", "article/a#group=60,70 mention"),
    "post without role": (r" ; org:role <role/Giám_đốc> \.", " .", "post/Giám_đốc_Sở_Mẫu role"),
    "fact without article": (
        r"(#refusal=44,89> a ck:Refusal ;) prov:wasDerivedFrom <[^>]+> ;",
        r"\1",
        "article/a#refusal=44,89 wasDerivedFrom",
    ),
    "fact without evidence": (
        r"(#refusal=44,89> .*?) ck:evidence <[^>]+> ;",
        r"\1",
        "article/a#refusal=44,89 evidence",
    ),
    "fact with two clauses": (r"(#refusal=44,89> .*?)ck:context", r"\1ck:evidence", "article/a#refusal=44,89 evidence"),
    "post not said to be former or not": (r"ck:former false ;", "", "article/a#membership=44,89 former"),
    "rank that is no concept": (r"ck:rank <rank/Đại_tá>", "ck:rank <body/Sở_Mẫu>", "article/a#rank=44,89 rank"),
    "event of two kinds": (r"ck:Meeting", "ck:Meeting, ck:Visit", "article/a#event=44,89 type"),
    "event without kind": (r"schema:Event, ck:Meeting", "schema:Event", "article/a#event=44,89 type"),
    "event whose superclass is not written": (r"schema:Event, ck:Meeting", "ck:Meeting", "article/a#event=44,89 type"),
    "statement of two speakers": (r"ck:speaker <", "ck:speaker <body/Sở_Mẫu>, <", "article/a#statement=44,89 speaker"),
    "speaker that is an event": (
        r"ck:speaker <[^>]+>",
        "ck:speaker <article/a#event=44,89>",
        "article/a#statement=44,89 speaker",
    ),
    "unknown speech act": (r"ck:Committing", "ck:NoActor", "article/a#statement=44,89 speechAct"),
    "pledge without actor": (
        r"ck:actor <body/Sở_Mẫu> ; ck:beneficiary",
        "ck:beneficiary",
        "article/a#pledge=44,89 actor",
    ),
    "pledge of another than its actor": (
        r"ck:promisor <[^>]+>",
        "ck:promisor <person/Đỗ_Văn_Mẫn>",
        "article/a#pledge=44,89 promisor",
    ),
    "pledge that is no commitment": (r"ck:Pledge, ck:Commitment", "ck:Pledge", "article/a#pledge=44,89 type"),
    "directive with a promisor": (
        r"(ck:Directive, .*?)ck:actor",
        r"\1ck:promisor <body/Sở_Mẫu> ; ck:actor",
        "article/a#directive=44,89 promisor",
    ),
    "directive that is a commitment": (r"ck:Directive,", "ck:Directive, ck:Commitment,", "article/a#directive=44,89 "),
    "deadline that is no EDTF": (r'ck:due "2024"', 'ck:due "cuối năm"', "article/a#pledge=44,89 due"),
    "refusal that is an undertaking": (r"a ck:Refusal", "a ck:Refusal, ck:Undertaking", "article/a#refusal=44,89 "),
    "measure without unit": (r"ck:unit <unit/căn> ;", "", "article/a#measure=44,89 unit"),
    "unit without notation": (r' ; skos:notation "căn"', "", "article/a#measure=44,89 unit"),
    "value that is no decimal": (r"ck:value 120\.0", "ck:value 120", "article/a#measure=44,89 value"),
    "upper value without a range": (
        r"ck:value 120\.0",
        "ck:value 120.0 ; ck:upperValue 130.0",
        "article/a#measure=44,89 ",
    ),
    "range without upper value": (r"ck:AtLeast", "ck:Between", "article/a#measure=44,89 "),
    "range upside down": (
        r"ck:AtLeast ; ck:value 120\.0",
        "ck:Between ; ck:value 120.0 ; ck:upperValue 90.0",
        "article/a#measure=44,89 value",
    ),
    "unknown comparator": (r"ck:AtLeast", "ck:Increase", "article/a#measure=44,89 comparator"),
    "observation of nobody": (r"ck:of <[^>]+> ;", "", "article/a#observation=44,89 of"),
    "restates what is no undertaking": (r"<article/b#pledge=1,9>", "<article/b>", "article/a#pledge=44,89 restates"),
    "rule that names no component": (
        ' ; ck:cue "cam kết" ; ck:condition',
        ' ; ck:rule "cam kết" ; ck:cue "cam kết" ; ck:condition',
        "article/a#pledge=44,89 rule",
    ),
    "assessment without outcome": ("ck:outcome ck:Partly ; ", "", "article/a#assessment=44,89 outcome"),
    "assessment with a made-up outcome": (
        "ck:outcome ck:Partly",
        "ck:outcome ck:Hoping",
        "article/a#assessment=44,89 outcome",
    ),
    "assessment done on no day": ('ck:doneOn "2024-03"', 'ck:doneOn "tháng 3"', "article/a#assessment=44,89 doneOn"),
    "abstention without reason": (r" ; ck:reason ck:NoActor", "", "article/a#abstention=44,89 reason"),
}


def nquads(turtle: str) -> bytes:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    quads = pyoxigraph.parse(prefixes + turtle, pyoxigraph.RdfFormat.TURTLE, base_iri=BASE)
    return pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""


@pytest.fixture(scope="module")
def beside() -> bytes:
    """Of the reference data the vocabulary, and what the article speaks of."""
    spoken_of = ("role/Giám_đốc", "rank/Đại_tá", "place/Quảng_Ninh", "place/Việt_Nam")
    starts = (*(f"<{BASE}{name}> " for name in spoken_of), f"<{PREFIXES['ck']}")
    return b"\n".join(
        line for line in reference_nquads(BASE).splitlines() if line.startswith(tuple(s.encode() for s in starts))
    )


def test_a_graph_as_the_design_writes_it_conforms(validate: Validator, beside: bytes) -> None:
    assert validate([nquads(GRAPH), beside]) == []


@pytest.mark.parametrize(("pattern", "instead", "complaint"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_reported_at_its_place(
    validate: Validator, beside: bytes, pattern: str, instead: str, complaint: str
) -> None:
    wrong, count = re.subn(pattern, instead, GRAPH, count=1)
    assert count == 1
    found = validate([nquads(wrong), beside])
    assert [line for line in found if line.startswith(complaint + ":")], found
