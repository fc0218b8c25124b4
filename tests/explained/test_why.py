"""Why a fact, a link or a thing stands in the graph: from the answer back to article, sentence, rule and judgement."""

import json
from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.errors import QueryError
from camket.graph.explained.derived import DerivedExplained
from camket.graph.explained.fact import FactExplained
from camket.graph.explained.passage import Passage
from camket.graph.explained.why import ThingExplained, why
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE

PROMISE = (
    "Ngày 10/3, bà Mạc Thị Liễu, Giám đốc Sở Y tế tỉnh Sơn Hà, trả lời chất vấn. Bà Liễu cho biết "
    "Sở Y tế sẽ hoàn thành trạm xá Đồi Cọ trước ngày 30/6/2025. Kinh phí lấy từ ngân sách."
)
KEPT = "Sở Y tế tỉnh Sơn Hà họp báo. Ngày 20/6, Sở Y tế đã hoàn thành trạm xá Đồi Cọ, sớm hơn cam kết mười ngày."
PLEDGE = "Sở Y tế sẽ hoàn thành trạm xá Đồi Cọ trước ngày 30/6/2025"
DONE = "Ngày 20/6, Sở Y tế đã hoàn thành trạm xá Đồi Cọ, sớm hơn cam kết mười ngày"
ARTICLES = (
    {"id": "hua", "published": "2025-03-11", "publisher": "Báo Sơn Hà", "title": "Chất vấn", "text": PROMISE},
    {"id": "xong", "published": "2025-06-21", "url": "https://bao.example/xong", "text": KEPT},
)


def at(text: str, words: str) -> str:
    return f"{text.index(words)},{text.index(words) + len(words)}"


def built(folder: Path, *, with_text: bool = True, judgements: str = "") -> Dataset:
    """The two articles in a store, with a judgement file."""
    source = folder / "bai.jsonl"
    source.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in ARTICLES), encoding="utf-8")
    api.build([source], folder / "store", with_text=with_text)
    if judgements:
        (folder / "store" / "judgements.txt").write_text(judgements, encoding="utf-8")
        api.build([source], folder / "store", with_text=with_text)
    return api.open_store(folder / "store")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return built(tmp_path_factory.mktemp("why"))


def of_fact(store: Dataset, words: str) -> FactExplained:
    found = why(store, words)
    assert isinstance(found, FactExplained)
    return found


def test_a_pledge_is_led_back_to_its_article_sentence_and_rule(store: Dataset) -> None:
    found = of_fact(store, f"hua#pledge={at(PROMISE, PLEDGE)}")
    assert (found.kind, found.iri) == ("Pledge", f"{BASE}article/hua#pledge={at(PROMISE, PLEDGE)}")
    assert (found.article.id, found.article.published, found.article.outlet, found.article.title) == (
        "hua", "2025-03-11", "Báo Sơn Hà", "Chất vấn",
    )  # fmt: skip
    assert found.passage == Passage("Bà Liễu cho biết ", PLEDGE, ".")
    assert found.rule == "undertakings/pledge-cue:sẽ"


def test_each_slot_tells_which_words_it_came_from(store: Dataset) -> None:
    found = of_fact(store, f"hua#pledge={at(PROMISE, PLEDGE)}")
    slots = {slot.name: slot for slot in found.slots}
    assert (slots["actor"].value, slots["actor"].where) == ("Sở Y tế tỉnh Sơn Hà", "clause")
    assert (slots["statedBy"].value, slots["statedBy"].where) == ("Mạc Thị Liễu", "context")
    assert "Liễu" in slots["statedBy"].words
    assert (slots["due"].value, slots["due"].iri) == ("2025-06-30", None)
    assert slots["cue"].value == "sẽ"


def test_a_fact_may_be_told_by_its_whole_iri_its_path_or_its_article(store: Dataset) -> None:
    short = f"hua#pledge={at(PROMISE, PLEDGE)}"
    assert of_fact(store, short) == of_fact(store, f"article/{short}") == of_fact(store, f"{BASE}article/{short}")


def test_what_became_of_a_promise_leads_to_the_promise_and_back(store: Dataset) -> None:
    pledge, done = f"hua#pledge={at(PROMISE, PLEDGE)}", f"xong#assessment={at(KEPT, DONE)}"
    assert of_fact(store, done).rule == "assessments/done:đã hoàn thành"
    told = [one.told for one in of_fact(store, done).derived if one.name == "fulfils" and one.forward]
    assert [(one.article, one.words) for one in told if one] == [("hua", PLEDGE)]
    back = [one.told for one in of_fact(store, pledge).derived if one.name == "fulfils" and not one.forward]
    assert [(one.article, one.published) for one in back if one] == [("xong", "2025-06-21")]


def test_a_link_tells_the_facts_it_rests_on(store: Dataset) -> None:
    done = of_fact(store, f"xong#assessment={at(KEPT, DONE)}")
    step = next(one.node for one in done.derived if one.name == "laterFact")
    found = why(store, step)
    assert isinstance(found, DerivedExplained)
    assert (found.kind, [one.words for one in found.rests_on]) == ("LifeStep", [PLEDGE, DONE])
    assert why(store, step.removeprefix(BASE)) == found


def test_a_thing_tells_what_follows_from_it(store: Dataset) -> None:
    found = why(store, "so y te tinh son ha")
    assert isinstance(found, ThingExplained)
    assert (found.name, found.kind) == ("Sở Y tế tỉnh Sơn Hà", "body")


def test_reference_data_by_which_somebody_was_recognised_is_told_with_its_source(store: Dataset) -> None:
    found = why(store, "Bộ Xây dựng")
    assert isinstance(found, ThingExplained)
    assert [entry.iri for entry in found.reference] == [f"{BASE}body/Bộ_Xây_dựng"]
    assert "176/2025/QH15" in (found.reference[0].sources or "")


def test_without_the_texts_the_clause_alone_is_told(tmp_path: Path) -> None:
    found = of_fact(built(tmp_path, with_text=False), f"hua#pledge={at(PROMISE, PLEDGE)}")
    assert (found.article.text, found.passage) == (None, Passage("", PLEDGE, ""))


def test_judgements_are_told_and_a_rejected_fact_says_why_it_is_gone(tmp_path: Path) -> None:
    pledge, done = f"article/hua#pledge={at(PROMISE, PLEDGE)}", f"article/xong#assessment={at(KEPT, DONE)}"
    judged = f'confirm {pledge} by "Lan"\nreject {done} because "trạm xá chưa mở" by "Hà"\n'
    store = built(tmp_path, judgements=judged)
    assert [(one.verdict, one.by) for one in of_fact(store, pledge).judgements] == [("Confirmed", "Lan")]
    with pytest.raises(QueryError, match="was rejected by Hà: trạm xá chưa mở"):
        why(store, done)


@pytest.mark.parametrize("words", ["hua#pledge=1,2", "khong-co#goal=1,2", "Không Có Ai", "a<b>#goal=1,2", ""])
def test_what_is_not_there_is_said_in_one_line(store: Dataset, words: str) -> None:
    with pytest.raises(QueryError) as error:
        why(store, words)
    assert "\n" not in str(error.value)
