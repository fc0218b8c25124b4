"""A store's own reference data: provinces and companies that only its user knows."""

from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.check import check
from camket.graph.errors import UsageError
from camket.graph.views.succession import fate
from camket.ontology.namespaces import BASE

PREFIXES = "".join(
    f"@prefix {prefix}: <{iri}> .\n"
    for prefix, iri in {
        "ck": "https://w3id.org/camket/ontology#",
        "dcterms": "http://purl.org/dc/terms/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }.items()
)
PROVINCES = "".join(
    f'<place/{name.replace(" ", "_")}> a ck:Province ; skos:prefLabel "{name}"@vi ; rdfs:label "{name}"@en ; '
    "schema:containedInPlace <place/Việt_Nam> .\n"
    for name in ("Hải Lâm", "Thanh Giang")
)
MERGER = """<change/2025-07-01_Hải_Lâm> a ck:AreaChange ;
    ck:originalArea <place/Hải_Lâm>, <place/Thanh_Giang> ; ck:resultingArea <place/Hải_Lâm> ;
    ck:effectiveOn "2025-07-01"^^xsd:date ; skos:prefLabel "Thanh Giang hợp nhất vào Hải Lâm"@vi ;
    rdfs:label "Thanh Giang merged into Hai Lam"@en ; dcterms:source "Nghị quyết số 9/NQ-M"@vi .
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(
        " date 2025-02-10 (Báo Mẫu) - UBND tỉnh Thanh Giang cam kết xây 12 trạm y tế.", "utf-8"
    )
    (articles / "b.txt").write_text(" date 2025-09-10 (Báo Mẫu) - UBND tỉnh Hải Lâm cam kết xây 3 cây cầu.", "utf-8")
    api.build([articles], tmp_path / "store")
    return tmp_path / "store"


def test_a_merger_that_only_the_user_knows(store: Path) -> None:
    old, new = (f"{BASE}body/UBND_tỉnh_{name}" for name in ("Thanh_Giang", "Hải_Lâm"))
    assert fate(api.open_store(store), old).ended == ()
    (store / "reference.ttl").write_text(PREFIXES + PROVINCES + MERGER, encoding="utf-8")
    api.build([store.parent / "articles"], store)
    found = fate(api.open_store(store), old)
    assert [change.name for change in found.ended] == ["Thanh Giang hợp nhất vào Hải Lâm"]
    assert [one.iri for one in found.successors] == [new]
    assert check(api.open_store(store)).failures == []
    (store / "reference.ttl").unlink()
    api.build([store.parent / "articles"], store)
    assert fate(api.open_store(store), old).ended == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<place/X> a ck:Province", "is no Turtle"),
        (PREFIXES + "<place/X> a ck:Province .", "has 0 skos:prefLabel and needs one"),
        (PREFIXES + '<place/Hà_Nội> skos:prefLabel "Thủ đô"@vi .', "has its name already"),
    ],
)
def test_what_is_wrong_is_told_before_anything_changes(store: Path, text: str, told: str) -> None:
    (store / "reference.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        api.build([store.parent / "articles"], store)
    (store / "reference.ttl").unlink()
    assert api.query(api.open_store(store), "ASK { ?x a schema:NewsArticle }")
