"""Every named query: its header, and the whole answer it gives on two small articles."""

import re
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph import lookup, queries
from camket.graph.errors import QueryError, UsageError
from camket.graph.queries.named import parse
from camket.graph.store import Dataset

QUESTIONS = Path(__file__).parents[2] / "docs" / "questions.md"
ARTICLE = "https://w3id.org/camket/id/article/"
HOUSING = "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025"
BUDGET = "năm 2024, tỉnh phấn đấu thu ngân sách đạt trên 60.000 tỷ đồng"
ORDER = "Công an tỉnh sẽ giữ vững trật tự"
SCHOOLS = "Các chủ đầu tư hứa sẽ xây thêm trường học"
SESSION = "Ngày 7/3/2024, tại Thanh Giang, Thứ trưởng Bộ Xây dựng Trần Quốc Khởi làm việc với UBND tỉnh Thanh Giang"
UBND, POLICE = "UBND tỉnh Thanh Giang", "Công an tỉnh Thanh Giang"
KHOI, THUAN, HIEN = "Trần Quốc Khởi", "Lê Văn Thuấn", "Đỗ Thị Hiền"

# name, parameters, columns looked at, rows; what follows from several articles is asked in test_questions.py.
ANSWERS: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[str | None, ...]]]] = [
    (
        "commitments-of",
        {"by": "ubnd tinh thanh giang", "during": "2024", "above": "1000"},
        ("who", "words", "comparator", "value", "unit", "due", "article"),
        [(UBND, HOUSING, "=", "1200", "căn", "2025-06-30", "thanh-giang-01")],
    ),
    ("commitments-of", {"by": UBND, "above": "1200"}, ("who",), []),
    ("commitments-of", {"by": UBND, "unit": "VND"}, ("who",), []),
    ("commitments-of", {"by": UBND, "during": "2023"}, ("who",), []),
    (
        "who-met-whom",
        {"who": "tran quoc khoi"},
        ("person", "met", "on", "place", "article"),
        [(KHOI, THUAN, "2024-03-07", "Thanh Giang", "thanh-giang-01")],
    ),
    ("speaks-for", {"body": POLICE}, ("who", "body_name", "statements"), [(HIEN, POLICE, "1")]),
    (
        "posts-of",
        {"person": "Lê Văn Thuấn"},
        ("role", "body", "former", "attested"),
        [
            ("Chủ tịch", UBND, "false", "2024-03-08"),
            ("Bí thư", "Tỉnh ủy Thanh Giang", "false", "2024-09"),
            ("Chủ tịch", UBND, "true", "2024-09"),
        ],
    ),
    (
        "holders-of-posts",
        {"body": UBND},
        ("who", "role", "former"),
        [(THUAN, "Chủ tịch", "false"), (THUAN, "Chủ tịch", "true")],
    ),
    ("what-became-of", {"name": UBND}, ("change",), []),  # more in test_succession.py
    ("inherited-commitments", {"by": UBND}, ("who",), []),
    ("tenures", {"of": UBND}, ("who",), []),  # this and the next three: more in test_tenures.py
    ("who-held", {"post": "Chủ tịch UBND tỉnh Thanh Giang", "on": "2024-03-08"}, ("who",), []),
    ("contradictions", {}, ("post",), []),
    ("nameless-commitments", {}, ("name",), []),
    ("without-deadline", {}, ("who", "words"), [("các chủ đầu tư", SCHOOLS), (POLICE, ORDER)]),
    ("without-deadline", {"during": "2024-09"}, ("who", "words"), [(POLICE, ORDER)]),
    ("due-in", {"during": "2025"}, ("due", "who", "words"), [("2025-06-30", UBND, HOUSING)]),
    ("due-in", {"during": "2024-12/2025-06-29"}, ("due", "words"), [("2024", BUDGET)]),
    (
        "targets-and-results",
        {"place": "tỉnh Thanh Giang"},
        ("indicator", "target_comparator", "target", "target_period", "result_comparator", "result", "result_period"),
        [("thu ngân sách", ">", "60000000000000", "2024", "=", "55600000000000", "2023")],
    ),
    (
        "article-says",
        {"article": "thanh-giang-02"},
        ("kind", "who", "words"),
        [
            ("rank", HIEN, "Thiếu tướng Đỗ Thị Hiền"),
            ("post", HIEN, "Đỗ Thị Hiền, Giám đốc Công an tỉnh Thanh Giang"),
            ("pledge", POLICE, ORDER),
            ("statement", HIEN, ORDER),
            ("post", THUAN, "Bí thư Tỉnh ủy Thanh Giang Lê Văn Thuấn"),
            ("post", THUAN, "nguyên Chủ tịch UBND tỉnh"),
            ("expectation", POLICE, "Công an tỉnh quan tâm công nhân"),
        ],
    ),
    (
        "evidence-of",
        {"fact": ARTICLE + "thanh-giang-01#pledge=159,233"},
        ("role", "start", "end", "words", "published"),
        [
            ("evidence", "159", "233", HOUSING, "2024-03-08"),
            ("context", "106", "149", "Chủ tịch UBND tỉnh Thanh Giang Lê Văn Thuấn", "2024-03-08"),
        ],
    ),
    ("directives-to", {"to": UBND}, ("words", "by"), [("UBND tỉnh Thanh Giang rà soát quỹ đất", KHOI)]),
    ("who-directs", {}, ("who", "told", "directives"), [(KHOI, UBND, "1")]),
    (
        "refusals",
        {},
        ("who", "cue", "words"),
        [(THUAN, "chưa cam kết", "Ông Thuấn chưa cam kết thời hạn giải phóng mặt bằng")],
    ),
    ("statements-of", {"who": "ông Thuấn"}, ("cue", "words", "said"), [("cho biết", HOUSING, "2024-03-07")]),
    (
        "events",
        {"place": "thanh giang", "during": "2024-03"},
        ("kind", "on", "where", "chair", "words"),
        [("WorkingSession", "2024-03-07", "Thanh Giang", KHOI, SESSION)],
    ),
    ("events", {"during": "2024-04"}, ("kind",), []),
    (
        "attendees",
        {"event": "article/thanh-giang-01#event=0,104"},  # as tables show it
        ("who", "role", "body", "chaired"),
        [
            (KHOI, "Thứ trưởng", "Bộ Xây dựng", "true"),
            (THUAN, "Chủ tịch", UBND, "false"),
            (UBND, None, None, "false"),
        ],
    ),
    (
        "most-commitments",
        {},
        ("who", "commitments", "with_number", "with_deadline"),
        [(POLICE, "1", "0", "0"), ("Thanh Giang", "1", "1", "1"), (UBND, "1", "1", "1")],
    ),
    ("promised-to", {"to": "công nhân"}, ("who", "words", "due"), [(UBND, HOUSING, "2025-06-30")]),
    (
        "said-for-others",
        {"by": THUAN},
        ("speaker", "who", "words"),
        [(THUAN, "Thanh Giang", BUDGET), (THUAN, UBND, HOUSING)],
    ),
    ("conditions", {}, ("who",), []),
    ("expected-of", {}, ("who", "words", "by"), [(POLICE, "Công an tỉnh quan tâm công nhân", THUAN)]),
    ("unread", {}, ("reason", "cue", "sentences"), [("NoActor", "cam kết", "1")]),
    ("ranks", {}, ("who", "held", "attested"), [(HIEN, "Thiếu tướng", "2024-09")]),
    ("ranks", {"rank": "Đại tướng"}, ("who",), []),
    (
        "articles-about",
        {"who": THUAN},
        ("published", "article", "publisher"),
        [("2024-03-08", "thanh-giang-01", "Báo Thanh Giang"), ("2024-09", "thanh-giang-02", "Báo Thanh Giang")],
    ),
]


def rows(dataset: Dataset, name: str, values: dict[str, str], columns: tuple[str, ...]) -> list[tuple[str | None, ...]]:
    sparql = queries.load(name).render(values, lambda text: [m.iri for m in lookup.find_namesakes(dataset, text)])
    answer = dataset.query(sparql)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple(term.value if (term := row[column]) else None for column in columns) for row in answer]


@pytest.mark.parametrize(("name", "values", "columns", "expected"), ANSWERS)
def test_answers(
    thanh_giang: Dataset,
    name: str,
    values: dict[str, str],
    columns: tuple[str, ...],
    expected: list[tuple[str | None, ...]],
) -> None:
    assert rows(thanh_giang, name, values, columns) == expected


def test_every_named_query_is_tested_here_or_answers_a_question_of_the_document() -> None:
    asked = re.findall(r"^camket query (\S+)", QUESTIONS.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, *_ in ANSWERS} | set(asked) == set(queries.names())


@pytest.mark.parametrize("name", queries.names())
def test_a_query_is_documented_and_runs_as_it_stands(thanh_giang: Dataset, name: str) -> None:
    query = queries.load(name)
    assert all((query.title, query.title_vi, query.about))
    used = set(re.findall(r"\$(\w+?)(?:_from|_by)?\b", query.sparql))
    assert used == {parameter.name for parameter in query.parameters}
    thanh_giang.query(query.sparql)  # with every parameter a free variable: valid SPARQL in any editor


def test_an_unknown_name_brings_up_the_near_ones() -> None:
    with pytest.raises(QueryError, match=r"no query is named 'who-met-hom': did you mean who-met-whom"):
        queries.load("who-met-hom")
    with pytest.raises(QueryError, match="camket query --list"):
        queries.load("zzz")


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("due-in", {}, r"query due-in needs --set during=\.\.\. \(the time"),
        ("due-in", {"during": "2025", "durnig": "2024"}, "has no parameter 'durnig': did you mean during"),
        ("due-in", {"during": "năm 2025"}, "during=năm 2025: no time; write 2024"),
        ("due-in", {"during": "2025/2024"}, "no time"),
        ("commitments-of", {"by": "urn:x", "above": "nhiều"}, "above=nhiều: no number"),
        ("commitments-of", {"by": "urn:x", "above": "NaN"}, "no number"),
        ("evidence-of", {"fact": "Tô Lâm"}, "fact=Tô Lâm: no IRI"),
        ("evidence-of", {"fact": "urn:x> } DELETE"}, "no IRI"),
        ("posts-of", {"person": "Tô Lâm"}, "no IRI"),  # without a graph to look names up in
    ],
)
def test_a_parameter_that_does_not_fit_is_named(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        queries.load(name).render(values)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_string_breaks_out_of_its_literal(text: str) -> None:
    if text == "*":
        return
    store = pyoxigraph.Store()
    answer = Dataset(store).query(queries.load("ranks").render({"rank": text}))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert list(answer) == []


def test_a_header_that_is_not_understood_is_refused() -> None:
    with pytest.raises(ValueError, match="no about in the header"):
        parse("x", "# vi: a\n# en: b\nSELECT * {}")
    with pytest.raises(ValueError, match="not understood: # param by"):
        parse("x", "# vi: a\n# en: b\n# about: c\n# param by\nSELECT * {}")
