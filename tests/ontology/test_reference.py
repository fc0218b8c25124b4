"""The reference data: complete, unambiguous, and in the shape that graphs must have."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

import pyoxigraph
import pytest

from camket.ontology.namespaces import BASE, CK, PREFIXES
from camket.ontology.reference import (
    ReferenceBody,
    ReferencePlace,
    bodies,
    concepts,
    places,
    ranks,
    reference_nquads,
    roles,
)

LAST_DAY_OF_63 = date(2025, 6, 30)
FIRST_DAY_OF_34 = date(2025, 7, 1)
CITIES = {"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Thành phố Hồ Chí Minh"}

Validator = Callable[[Iterable[bytes]], list[str]]


def valid(entry: ReferenceBody | ReferencePlace, day: date) -> bool:
    return (entry.valid_from or date.min) <= day <= (entry.valid_to or date.max)


def provinces(day: date) -> set[str]:
    return {p.name for p in places() if p.kind in ("province", "city") and valid(p, day)}


def values(quads: list[pyoxigraph.Quad], predicate: str) -> dict[str, set[str]]:
    found = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == predicate:
            assert isinstance(quad.subject, pyoxigraph.NamedNode)
            assert isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal)
            found[quad.subject.value.removeprefix(BASE)].add(quad.object.value.removeprefix(BASE))
    return found


def test_63_provinces_became_34() -> None:
    assert len(provinces(LAST_DAY_OF_63)) == 63
    assert len(provinces(FIRST_DAY_OF_34)) == 34
    assert {p.name for p in places() if p.kind == "city"} == CITIES
    assert {p.name for p in places() if p.kind == "city" and valid(p, FIRST_DAY_OF_34)} == CITIES
    for day in (date(2008, 8, 1), date(2024, 12, 31), date(2025, 1, 1)):
        assert len(provinces(day)) == 63, day
    assert "Hà Tây" in provinces(date(2008, 7, 31))


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2025-07-01", LAST_DAY_OF_63, FIRST_DAY_OF_34),
        ("2025-01-01", date(2024, 12, 31), date(2025, 1, 1)),
        ("2008-08-01", date(2008, 7, 31), date(2008, 8, 1)),
    ],
)
def test_each_province_leads_to_exactly_one(
    reference: list[pyoxigraph.Quad], day: str, before: date, after: date
) -> None:
    effective = {change for change, days in values(reference, CK + "effectiveOn").items() if days == {day}}
    originals, results = values(reference, CK + "originalArea"), values(reference, CK + "resultingArea")
    name = {p.iri: p.name for p in places()}
    became: dict[str, list[str]] = {province: [] for province in provinces(before)}
    for change in effective & set(originals):
        (result,) = results[change]
        for original in originals[change]:
            became[name[original]].append(name[result])
    unchanged = {province for province, new in became.items() if not new}
    assert all(len(new) == 1 for province, new in became.items() if province not in unchanged)
    assert unchanged | {new[0] for new in became.values() if new} == provinces(after)
    assert unchanged <= provinces(before) & provinces(after)


def test_a_province_that_ends_was_merged_the_day_after(reference: list[pyoxigraph.Quad]) -> None:
    originals, days = values(reference, CK + "originalArea"), values(reference, CK + "effectiveOn")
    merged = {
        place: date.fromisoformat(day).toordinal()
        for change, of in originals.items()
        for place in of
        for day in days[change]
    }
    for place in places():
        if place.valid_to:
            assert merged[place.iri] == place.valid_to.toordinal() + 1, place.iri


def test_ministries_that_end_in_2025_became_others(reference: list[pyoxigraph.Quad]) -> None:
    originals = values(reference, PREFIXES["org"] + "originalOrganization")
    results = values(reference, PREFIXES["org"] + "resultingOrganization")
    became = {original: result for change, of in originals.items() for original in of for result in results[change]}
    government = [b for b in bodies() if b.parent == "body/Chính_phủ"]
    ended = {b.iri for b in government if b.valid_to == date(2025, 2, 28)}
    assert {b: became[b] for b in ended} == {
        "body/Bộ_Kế_hoạch_và_Đầu_tư": "body/Bộ_Tài_chính",
        "body/Bộ_Giao_thông_vận_tải": "body/Bộ_Xây_dựng",
        "body/Bộ_Thông_tin_và_Truyền_thông": "body/Bộ_Khoa_học_và_Công_nghệ",
        "body/Bộ_Tài_nguyên_và_Môi_trường": "body/Bộ_Nông_nghiệp_và_Môi_trường",
        "body/Bộ_Nông_nghiệp_và_Phát_triển_nông_thôn": "body/Bộ_Nông_nghiệp_và_Môi_trường",
        "body/Bộ_Lao_động_-_Thương_binh_và_Xã_hội": "body/Bộ_Nội_vụ",
        "body/Ủy_ban_Dân_tộc": "body/Bộ_Dân_tộc_và_Tôn_giáo",
        "body/Ủy_ban_Quản_lý_vốn_nhà_nước_tại_doanh_nghiệp": "body/Bộ_Tài_chính",
    }


def test_every_change_says_what_became_what_when_and_by_which_document(reference: list[pyoxigraph.Quad]) -> None:
    org = PREFIXES["org"]
    sides = {
        "ChangeEvent": (org + "originalOrganization", org + "resultingOrganization"),
        "AreaChange": (CK + "originalArea", CK + "resultingArea"),
        "KindChange": (CK + "originalKind", CK + "resultingKind"),
    }
    days, sources = values(reference, CK + "effectiveOn"), values(reference, PREFIXES["dcterms"] + "source")
    known = set(values(reference, PREFIXES["skos"] + "prefLabel"))
    for change, types in values(reference, PREFIXES["rdf"] + "type").items():
        if not change.startswith("change/"):
            continue
        before, after = (values(reference, side) for side in sides[next(iter(types)).rpartition("#")[2]])
        assert before[change], change
        assert after[change], change
        assert before[change] | after[change] <= known, change
        assert before[change] != after[change], change
        assert len(days[change]) == len(sources[change]) == 1, change
    assert set(days) == {change for change in known if change.startswith("change/")}


def test_what_is_no_more_leads_to_what_came_after(reference: list[pyoxigraph.Quad]) -> None:
    after, reasons = values(reference, CK + "succeededBy"), values(reference, CK + "endedBy")
    assert set(after) == set(reasons)
    assert after["place/Yên_Bái"] == {"place/Lào_Cai"}
    assert reasons["place/Yên_Bái"] == {"change/2025-07-01_Lào_Cai"}
    assert after["body/Bộ_Giao_thông_vận_tải"] == {"body/Bộ_Xây_dựng"}
    assert after["body/Ban_Đối_ngoại_Trung_ương"] == {"body/Bộ_Ngoại_giao"}
    assert after["body/Bộ_Thủy_sản"] == {"body/Bộ_Nông_nghiệp_và_Phát_triển_nông_thôn"}
    assert len(after["body/Ủy_ban_Dân_số,_Gia_đình_và_Trẻ_em"]) == 3
    assert not {"body/Bộ_Tài_chính", "place/Phú_Thọ", "place/Cần_Thơ", "body/Bộ_Y_tế"} & set(after)
    ended = {body.iri for body in bodies() if body.valid_to} | {place.iri for place in places() if place.valid_to}
    assert ended <= set(after)


def test_of_a_role_that_one_holds_no_deputy_is_said(reference: list[pyoxigraph.Quad]) -> None:
    single = set(values(reference, CK + "singleHolder"))
    assert {"role/Bí_thư", "role/Chủ_tịch", "role/Giám_đốc", "role/Bộ_trưởng"} <= single
    many = ("Phó ", "Ủy viên", "Thứ trưởng", "Đại biểu", "Thư ký")
    assert not {role.iri for role in roles() if role.name.startswith(many)} & single


def test_the_government_has_its_ministries_before_and_after(reference: list[pyoxigraph.Quad]) -> None:
    reasons = values(reference, CK + "endedBy")
    over = {body for body, changes in reasons.items() if all(change.startswith("change/2007_") for change in changes)}
    ministries = {
        b for b in bodies() if b.parent == "body/Chính_phủ" and b.name.startswith("Bộ ") and b.iri not in over
    }
    assert len(over) == 7
    assert len([m for m in ministries if valid(m, date(2025, 2, 28))]) == 18
    assert len([m for m in ministries if valid(m, date(2025, 3, 1))]) == 14


def test_a_name_leads_to_one_thing_of_its_sort() -> None:
    for entries in (bodies(), places(), roles(), ranks(), [c for c in concepts() if c.scheme == "Units"]):
        names = Counter(chain.from_iterable((entry.name, *entry.aliases) for entry in entries))
        assert [name for name, count in names.items() if count > 1] == []


def test_what_is_referred_to_exists() -> None:
    known = {body.iri for body in bodies()} | {place.iri for place in places()}
    referred = {b.parent for b in bodies()} | {b.jurisdiction for b in bodies()}
    referred |= {p.parent for p in places()} | {p.stands_for for p in places()} | {r.implied_body for r in roles()}
    assert referred - {None} <= known
    assert {p.kind for p in places()} == {"province", "city", "country", "capital", "foreign_city", "region"}
    countries = {p.iri for p in places() if p.kind == "country"}
    assert {p.stands_for for p in places() if p.kind == "capital"} <= countries
    assert all(p.stands_for == p.parent for p in places() if p.kind == "capital")


def test_entries_read_as_written() -> None:
    assert next(b for b in bodies() if b.name == "Bộ Nông nghiệp và Môi trường") == ReferenceBody(
        iri="body/Bộ_Nông_nghiệp_và_Môi_trường",
        name="Bộ Nông nghiệp và Môi trường",
        aliases=("Bộ NN&MT", "Bộ NN-MT", "Bộ NNMT", "Bộ Nông nghiệp & Môi trường"),
        category="StateBody",
        parent="body/Chính_phủ",
        jurisdiction="place/Việt_Nam",
        valid_from=date(2025, 3, 1),
        valid_to=None,
    )
    assert next(p for p in places() if p.name == "Moskva").stands_for == "place/Nga"
    assert next(p for p in places() if p.name == "Hà Nội").stands_for is None
    assert next(r for r in roles() if r.name == "Thủ tướng").implied_body == "body/Chính_phủ"
    assert [r.name for r in ranks()][2:6] == ["Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng"]
    dong = next(c for c in concepts() if c.iri == "unit/VND")
    assert (dong.notation, dong.scheme, "đồng" in dong.aliases) == ("VND", "Units", True)


def test_graph_is_sorted_nquads_of_one_graph_without_blank_nodes(reference: list[pyoxigraph.Quad]) -> None:
    lines = reference_nquads(BASE).decode().splitlines()
    assert lines == sorted(set(lines))
    assert {str(quad.graph_name) for quad in reference} == {f"<{BASE}graph/reference>"}
    nodes = {type(node) for quad in reference for node in (quad.subject, quad.object)}
    assert nodes == {pyoxigraph.NamedNode, pyoxigraph.Literal}


def test_graph_follows_the_base() -> None:
    ours, theirs = reference_nquads(BASE), reference_nquads("https://example.org/kg/")
    assert sorted(ours.replace(BASE.encode(), b"https://example.org/kg/").splitlines()) == theirs.splitlines()


def test_graph_holds_each_entry_with_superclasses_and_labels(reference: list[pyoxigraph.Quad]) -> None:
    types, labels = values(reference, PREFIXES["rdf"] + "type"), values(reference, PREFIXES["rdfs"] + "label")
    schema = PREFIXES["schema"]
    for body in bodies():
        assert types[body.iri] == {PREFIXES["org"] + "Organization", CK + body.category}
    assert types["place/Phú_Thọ"] == {CK + "Province", schema + "AdministrativeArea", schema + "Place"}
    assert types["place/Ấn_Độ"] == {schema + "Country", schema + "AdministrativeArea", schema + "Place"}
    assert types["place/Tây_Nguyên"] == {CK + "Region", schema + "Place"}
    for entries in (bodies(), places(), roles(), ranks(), concepts()):
        for entry in entries:
            assert entry.name in labels[entry.iri], entry.iri


def test_a_preferred_label_is_one_and_vietnamese(reference: list[pyoxigraph.Quad]) -> None:
    preferred = [quad for quad in reference if quad.predicate.value == PREFIXES["skos"] + "prefLabel"]
    assert len({quad.subject for quad in preferred}) == len(preferred)
    assert {quad.object.language for quad in preferred if isinstance(quad.object, pyoxigraph.Literal)} == {"vi"}


def test_graph_conforms_to_the_shapes(validate: Validator) -> None:
    assert validate([reference_nquads(BASE)]) == []


def test_a_year_of_change_has_its_first_and_last_day(reference: list[pyoxigraph.Quad]) -> None:
    change = "change/2025_Ban_Tuyên_giáo_và_Dân_vận_Trung_ương"
    assert values(reference, CK + "dateFrom")[change] == {"2025-01-01"}
    assert values(reference, CK + "dateBy")[change] == {"2025-12-31"}
