import json
import os
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.export import export
from camket.graph.export.ftm import entity_id
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE, PREFIXES

if find_spec("followthemoney") is None and not os.environ.get("CI"):
    pytest.skip("needs followthemoney (pip install '.[test-ftm]'), which needs ICU", allow_module_level=True)

from followthemoney import model


def test_followthemoney_takes_every_entity_whole(dataset: Dataset, tmp_path: Path) -> None:
    report = export(dataset, tmp_path / "graph.ftm.json")
    written = [json.loads(line) for line in (tmp_path / "graph.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert Counter(entity["schema"] for entity in written) == report.counts
    ids = {entity["id"] for entity in written}
    for entity in written:
        proxy = model.get_proxy(entity, cleaned=False)
        checked = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert checked == entity["properties"]  # nothing is dropped as unclean
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids


def test_who_holds_which_post(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.ftm.json")
    lines = (tmp_path / "graph.ftm.json").read_text(encoding="utf-8").splitlines()
    by_id = {entity["id"]: entity for entity in map(json.loads, lines)}
    occupancies = [entity["properties"] for entity in by_id.values() if entity["schema"] == "Occupancy"]
    [held] = [properties for properties in occupancies if properties["status"] == ["current"]]
    assert by_id[held["holder"][0]]["properties"]["name"] == ["Đỗ Minh Khải"]
    post = by_id[held["post"][0]]["properties"]
    assert post["name"] == ["Chủ tịch UBND tỉnh Vân Hải"]
    assert post["organization"] == [entity_id(f"{BASE}body/UBND_tỉnh_Vân_Hải")]
    assert held["date"] == ["2025-05-13"]


def test_a_post_of_no_body_is_held_too_its_role_the_position(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.ftm.json")
    lines = (tmp_path / "graph.ftm.json").read_text(encoding="utf-8").splitlines()
    by_id = {entity["id"]: entity for entity in map(json.loads, lines)}
    [held] = [entity["properties"] for entity in by_id.values() if entity["properties"].get("status") == ["ended"]]
    position = by_id[held["post"][0]]
    assert (position["schema"], position["properties"]["name"]) == ("Position", ["Chủ tịch"])
    assert "Chủ tịch" in by_id[held["holder"][0]]["properties"]["position"]


LONG = "Tại hội nghị " + "tổng kết công tác năm của các sở, ban, ngành " * 20

UNUSUAL = f"""
<{BASE}article/x#event=0,900> a schema:Event ; ck:evidence <{BASE}e> ; prov:wasDerivedFrom <{BASE}article/x> .
<{BASE}e> oa:hasSelector <{BASE}s> . <{BASE}s> oa:exact "{LONG}" .
<{BASE}article/x> schema:url "{{url}}" .
"""


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://example.org/tin?a=1&b=ă", ["https://example.org/tin?a=1&b=ă"]), ("javascript:alert(1)", None)],
)
def test_what_followthemoney_would_refuse_is_shortened_or_left_out(tmp_path: Path, url: str, kept: object) -> None:
    store = pyoxigraph.Store()
    header = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items())
    store.update(f"{header} INSERT DATA {{ GRAPH <{BASE}g> {{ {UNUSUAL.replace('{url}', url)} }} }}")
    export(Dataset(store), tmp_path / "graph.ftm.json")
    [entity] = map(json.loads, (tmp_path / "graph.ftm.json").read_text(encoding="utf-8").splitlines())
    schema = model.get("Event")
    assert schema is not None
    schema.validate(entity)
    properties = entity["properties"]
    assert properties["name"][0].startswith("Tại hội nghị tổng kết")
    assert properties["name"][0].endswith("…")
    assert properties["summary"] == [LONG.strip()]
    assert properties.get("sourceUrl") == kept
