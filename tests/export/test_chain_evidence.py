from camket.graph.export.chain_evidence import Evidence, Link, Node, path
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE

PERSON, BODY = f"{BASE}person/Đỗ_Minh_Khải", f"{BASE}body/UBND_tỉnh_Vân_Hải"
COMPANY = f"{BASE}body/Công_ty_%22Sóng_&_Xanh%22"


def test_a_post_held_is_a_chain_of_one_link_with_its_words(dataset: Dataset) -> None:
    found = path(dataset, PERSON, BODY, limit=3)
    words = Evidence("Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải", "bao-01", "2025-05-13")
    post = Link("holds post", "giữ chức", back=False, role="Chủ tịch", evidence=words)
    assert (found.length, found.total, found.complete) == (1, 1, True)
    assert found.chains == (
        (Node(PERSON, "Đỗ Minh Khải", "person", None, ()), Node(BODY, "UBND tỉnh Vân Hải", "body", None, (post,))),
    )


def test_the_way_back_is_the_same_the_other_way_round(dataset: Dataset) -> None:
    ((start, end),) = path(dataset, BODY, PERSON, limit=3).chains
    assert (start.iri, end.iri) == (BODY, PERSON)
    assert [(link.kind, link.back) for link in end.links] == [("holds post", True)]


def test_a_fact_between_two_is_told_with_its_words(dataset: Dataset) -> None:
    found = path(dataset, BODY, COMPANY, limit=10)
    told = [[(node.kind, [(link.kind, link.back) for link in node.links]) for node in chain] for chain in found.chains]
    assert (found.length, found.total) == (2, 2)
    assert [("body", []), ("pledge", [("promises", False)]), ("body", [("benefits", False)])] in told
    assert [("body", []), ("person", [("holds post", True)]), ("body", [("holds post", False)])] in told
    pledge = next(node for chain in found.chains for node in chain if node.kind == "pledge")
    assert pledge.evidence == Evidence("tỉnh sẽ bàn giao 1.200 ha mặt bằng trước ngày 30/6", "bao-01", "2025-05-13")


def test_of_many_chains_a_few_are_told_and_all_counted(dataset: Dataset) -> None:
    every = path(dataset, BODY, COMPANY, limit=10)
    one = path(dataset, BODY, COMPANY, limit=1)
    assert (one.total, one.chains) == (every.total, every.chains[:1])


def test_where_no_chain_leads(dataset: Dataset) -> None:
    found = path(dataset, PERSON, f"{BASE}body/Bộ_Gió", limit=3)
    assert (found.length, found.total, found.chains, found.complete) == (None, 0, (), True)
