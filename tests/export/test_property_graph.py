from typing import Any

import pyoxigraph
import pytest

from camket.graph.errors import UsageError
from camket.graph.export import to_networkx
from camket.graph.export.projection import TYPES
from camket.graph.export.property_graph import ID_DIGITS
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, PREFIXES

PYTHON_TYPES = dict(zip(TYPES, (str, int, float, bool, str), strict=True))


def named(graph: Any) -> list[tuple[str, str, str]]:
    """The edges by the labels of their ends."""
    labels = {node: data["label"].partition("\n")[0] for node, data in graph.nodes(data=True)}
    return sorted((labels[s], data["kind"], labels[t]) for s, t, data in graph.edges(data=True))


CHAIR, COMPANY = "Đỗ Minh Khải", 'Công ty "Sóng <&> Xanh"'
COMMITTEE, POST = "UBND tỉnh Vân Hải", "Chủ tịch UBND tỉnh Vân Hải"
MEETING = "Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải làm việc với Công…"
PLEDGE = "tỉnh sẽ bàn giao 1.200 ha mặt bằng trước ngày 30/6"
REFUSAL = 'Ông "chưa hứa" <gì> & nói thêm với ███ 😀 về tái định cư'
FIRST, SECOND = "Vân Hải đền bù cho ███ ███ ███", "Khánh thành cầu"


def test_the_whole_graph(dataset: Dataset) -> None:
    assert named(to_networkx(dataset)) == sorted(
        [
            (CHAIR, "holds post", COMMITTEE),
            (CHAIR, "holds post", COMPANY),
            (CHAIR, "chairs", MEETING),
            (COMPANY, "attends", MEETING),
            (MEETING, "takes place in", "Vân Hải"),
            (MEETING, "reports", "1"),
            (CHAIR, "says", PLEDGE),
            (PLEDGE, "says on behalf of", COMMITTEE),
            (PLEDGE, "said at", MEETING),
            (COMMITTEE, "promises", PLEDGE),
            (CHAIR, "states", PLEDGE),
            (PLEDGE, "stated in", PLEDGE),  # the pledge and the statement say the same words
            (PLEDGE, "benefits", COMPANY),
            (CHAIR, "declines", REFUSAL),
            (CHAIR, "states", REFUSAL),
            (POST, "promises", "pledge=1,9"),
            ("pledge=1,9", "restates", PLEDGE),
            (FIRST, "mentions", CHAIR),
            (FIRST, "mentions", COMMITTEE),
            (FIRST, "mentions", COMPANY),
            (FIRST, "mentions", "Vân Hải"),
            (SECOND, "mentions", CHAIR),
            (SECOND, "mentions", "Vân Hải"),
            (COMMITTEE, "part of", "Chính phủ"),
            (COMMITTEE, "responsible for", "Vân Hải"),
            ("Vân Hải", "contained in", "Việt Nam"),
            (POST, "post in", COMMITTEE),
        ]
    )


def test_who_is_to_do_it_is_not_who_declined_or_of_whom_an_outcome_is_told() -> None:
    """All three are `ck:actor`, of an undertaking, a refusal and an assessment."""
    store = pyoxigraph.Store()
    facts = "<order> a ck:Undertaking, ck:Directive . <no> a ck:Refusal . <done> a ck:StatusAssessment ."
    header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    actors = " ".join(f"<{fact}> ck:actor <body/Sở_Y_tế> ." for fact in ("order", "no", "done"))
    body = '<body/Sở_Y_tế> a org:Organization ; skos:prefLabel "Sở Y tế"@vi .'
    store.load(f"@base <{BASE}> .\n{header}{facts} {actors} {body}".encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert named(to_networkx(Dataset(store, BASE))) == [
        ("Sở Y tế", "declines", "no"),
        ("Sở Y tế", "is to do", "order"),
        ("done", "outcome of", "Sở Y tế"),
    ]


def test_private_people_join_the_graph_only_when_asked_for(dataset: Dataset) -> None:
    everybody = to_networkx(dataset, all_people=True)
    assert set(named(everybody)) - set(named(to_networkx(dataset))) >= {
        ("Ông Lưu Văn Tằm, hộ dân bị thu hồi đất, nhận 350 triệu đồng", "observed of", "Lưu Văn Tằm"),
        ("Lưu Văn Tằm", "attends", MEETING),
    }


def test_a_pledge_carries_its_evidence_its_measures_and_the_days_it_is_open(dataset: Dataset) -> None:
    graph = to_networkx(dataset)
    [pledge] = [data for _, data in graph.nodes(data=True) if data["kind"] == "pledge"]
    size = pledge.pop("size")
    assert size > 4
    assert pledge == {
        "kind": "pledge",
        "label": PLEDGE,
        "colour": "#e07b00",
        "cue": "sẽ",
        "quote": PLEDGE,
        "evidence_count": 1,
        "article": BASE + "article/bao-01",
        "published": "2025-05-13",
        "due": "2025-06-30",
        "start": "2025-05-13",
        "end": "2025-06-30",
        "measures": "Mặt bằng = 1200 ha | Mặt bằng >= 55600000000000.5 VND 2026/2030",
        "value": 1200.0,
        "unit": "ha",
    }


def test_holding_a_post_is_one_edge_named_by_its_fact(dataset: Dataset) -> None:
    graph = to_networkx(dataset)
    [(source, target, key, data)] = [
        edge for edge in graph.edges(keys=True, data=True) if edge[3]["kind"] == "holds post" and not edge[3]["former"]
    ]
    assert (source, target) == (BASE + "person/Đỗ_Minh_Khải", BASE + "body/UBND_tỉnh_Vân_Hải")
    assert key.startswith(BASE + "article/bao-01#post=")
    assert (data["role"], data["former"], data["evidence_count"]) == ("Chủ tịch", False, 1)
    assert data["quote"] == "Chủ tịch UBND tỉnh Vân Hải Đỗ Minh Khải"


def test_reference_data_that_nobody_speaks_of_stays_out(dataset: Dataset) -> None:
    nodes = to_networkx(dataset).nodes
    assert BASE + "body/Chính_phủ" in nodes  # the committee's parent
    assert BASE + "body/Bộ_Gió" not in nodes


def test_edge_ids_are_unique_and_depend_on_nothing_but_the_edge(dataset: Dataset) -> None:
    shown, everybody = to_networkx(dataset), to_networkx(dataset, all_people=True)
    ids = [key for _, _, key in everybody.edges(keys=True)]
    assert len(set(ids)) == len(ids)
    assert set(shown.edges(keys=True)) <= set(everybody.edges(keys=True))
    assert all(len(key) == ID_DIGITS or key.startswith(BASE) for key in ids)


def test_every_attribute_has_the_one_type_of_its_column(dataset: Dataset) -> None:
    graph = to_networkx(dataset, all_people=True)
    for columns, things in (("node_columns", graph.nodes(data=True)), ("edge_columns", graph.edges(data=True))):
        for *_, data in things:
            for name, value in data.items():
                assert type(value) is PYTHON_TYPES[graph.graph[columns][name]], name


def test_order_is_that_of_the_names(dataset: Dataset) -> None:
    nodes = list(to_networkx(dataset).nodes)
    assert nodes == sorted(nodes)


def test_an_unknown_profile_is_refused(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="unknown profile 'tiny'"):
        to_networkx(dataset, profile="tiny")
