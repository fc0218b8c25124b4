"""The commands that read a store, run as a user runs them: what they print, where, and with which exit code."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

HOUSING = "tỉnh cam kết xây 1.200 căn nhà ở xã hội cho công nhân trước ngày 30/6/2025"
PEOPLE = "SELECT ?name { ?p a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"


def test_commitments_as_a_table(camket: Run) -> None:
    shown = camket("commitments", "--by", "ubnd tinh thanh giang", "--on", "2025-01-01", "--format", "table")
    assert shown.returncode == 0
    assert shown.stderr == "ubnd tinh thanh giang: UBND tỉnh Thanh Giang (body)\n"
    assert (
        shown.stdout
        == """\
kind     who       what                    number    due          to        said by   article
────────────────────────────────────────────────────────────────────────────────────────────────────
pledge   UBND      tỉnh cam kết xây        1.200     2025-06-30   công      Lê Văn    thanh-giang-01
         tỉnh      1.200 căn nhà ở xã      căn                    nhân      Thuấn     2024-03-08
         Thanh     hội cho công nhân
         Giang     trước ngày 30/6/2025
"""
    )


def test_a_narrow_terminal_gets_fewer_columns_and_whole_words(camket: Run) -> None:
    shown = camket("commitments", "--format", "table", columns=80).stdout
    header = shown.splitlines()[0].split("  ")
    assert [name.strip() for name in header if name.strip()] == ["who", "what", "number", "due", "said by", "article"]
    assert max(map(len, shown.splitlines())) <= 80
    for word in ("trật", "60.000", "2025-06-30", "thanh-giang-01"):
        assert word in shown.split()


def test_commitments_in_a_pipe_are_csv(camket: Run) -> None:
    shown = camket("commitments", "--on", "2025-01-01")
    (header, *rows) = csv.reader(io.StringIO(shown.stdout))
    assert header[:9] == ["kind", "who", "what", "number", "due", "to", "said by", "article", "published"]
    assert header[9:] == ["status", "latest step", "told on", "told in", "IRI"]
    assert rows[0] == [
        "pledge",
        "UBND tỉnh Thanh Giang",
        HOUSING,
        "= 1200 căn",
        "2025-06-30",
        "công nhân",
        "Lê Văn Thuấn",
        "thanh-giang-01",
        "2024-03-08",
        "open",
        "",
        "",
        "",
        "https://w3id.org/camket/id/article/thanh-giang-01#pledge=159,233",
    ]
    assert len(rows) == 4
    assert shown.stderr == ""


def test_commitments_as_json_and_narrowed(camket: Run) -> None:
    found = json.loads(camket("commitments", "--kind", "all", "--stated-by", "lê văn thuấn", "--format", "json").stdout)
    assert [one["kind"] for one in found] == ["pledge", "goal", "expectation"]
    assert found[0]["words"] == HOUSING
    assert found[0]["figures"][0]["value"] == "1200"
    assert "order" not in found[0]
    assert len(json.loads(camket("commitments", "--limit", "1", "--format", "json").stdout)) == 1
    assert json.loads(camket("commitments", "--due-before", "2024-06", "--format", "json").stdout) == []


def test_show_finds_without_accents_and_prints_a_page(camket: Run) -> None:
    shown = camket("show", "do thi hien", "--format", "page")
    assert shown.returncode == 0
    assert (
        shown.stdout
        == """Đỗ Thị Hiền
person
https://w3id.org/camket/id/person/Đỗ_Thị_Hiền
also called: bà Hiền

Posts (1)
2024-09 thanh-giang-02  Giám đốc Công an tỉnh Thanh Giang

Ranks (1)
2024-09 thanh-giang-02  Thiếu tướng

Stated for others (1)
2024-09 thanh-giang-02  [pledge] Công an tỉnh Thanh Giang: Công an tỉnh sẽ giữ vững trật tự

Statements (1)
2024-09 thanh-giang-02  [khẳng định] Công an tỉnh sẽ giữ vững trật tự

Mentioned in (1)
2024-09 thanh-giang-02  Thiếu tướng Đỗ Thị Hiền, Giám đốc Công an tỉnh Thanh Giang, khẳng định Công
                        an tỉnh …
"""
    )


def test_show_as_json_in_a_pipe(camket: Run) -> None:
    page = json.loads(camket("show", "thanh giang").stdout)
    assert (page["name"], page["kind"], page["aliases"]) == ("Thanh Giang", "place", ["tỉnh Thanh Giang"])
    assert page["observations"][0]["figures"][0]["value"] == "55600000000000"


def test_show_lists_namesakes(camket: Run) -> None:
    shown = camket("show", "le van thuan")
    assert shown.returncode == 1
    assert "Lê Văn Thuấn" in shown.stdout
    assert "Lê Văn Thuận" in shown.stdout
    assert shown.stderr.startswith("camket: 'le van thuan' means 2 things: Lê Văn Thuấn (person), Lê Văn Thuận")


def test_ledger_and_stats(camket: Run) -> None:
    shown = camket("ledger", "--format", "table")
    assert "NoActor   cam kết   Sẽ có thêm nhiều cam kết trong thời gian tới." in shown.stdout
    assert shown.stderr == "NoActor 1\n"
    assert [row["reason"] for row in csv.DictReader(io.StringIO(camket("ledger").stdout))] == ["NoActor"]
    counted = json.loads(camket("stats").stdout)
    assert counted["things"]["articles"] == 2
    assert "people                    4   4 mentioned by articles" in camket("stats", "--format", "table").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["commitments", "--due-before", "1990"], "no undertaking fits\n"),
        (["ledger", "--reason", "Hedged"], "nothing in the ledger fits\n"),
        (["query", "conditions"], "nothing found\n"),
    ],
)
def test_an_empty_answer_says_so_beside_an_empty_output(camket: Run, arguments: list[str], message: str) -> None:
    shown = camket(*arguments, "--format", "table")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", message)
    assert camket(*arguments, "--format", "csv").stdout.count("\n") == 1  # the header: programs need it


def test_check_verifies_every_span(camket: Run) -> None:
    shown = camket("check")
    assert shown.returncode == 0, shown.stdout
    assert "16 spans compared with the stored text" in shown.stdout
    assert shown.stdout.endswith("shapes checked\neverything holds\n")


def test_check_lists_what_fails(camket: Run, damaged_store: Path) -> None:
    shown = camket("check", "--no-shapes", "--store", damaged_store)
    assert shown.returncode == 1
    assert shown.stdout.splitlines() == [
        "span  https://w3id.org/camket/id/article/thanh-giang-02#char=178,209  "
        "the text says 'Công an tỉnh quan tâm công nhân' there, not 'Công an tỉnh hứa công nhân'",
        "2 articles, 511 quads, 16 mentions",
        "16 spans compared with the stored text",
        "shapes not checked",
        "1 failure",
    ]


def test_query_in_every_kind_and_format(camket: Run) -> None:
    assert camket("query", PEOPLE).stdout.splitlines()[:2] == ["name", "Lê Văn Thuấn"]
    found = json.loads(camket("query", "--format", "json", PEOPLE).stdout)
    assert found["head"]["vars"] == ["name"]
    assert camket("query", "ASK { ?x a ck:Pledge }", "--format", "table").stdout == "true\n"
    turtle = camket("query", "CONSTRUCT { ?p a foaf:Person } WHERE { ?p a foaf:Person }").stdout
    assert "<person/Lê_Văn_Thuấn>\n    a foaf:Person ." in turtle
    table = camket("query", "SELECT ?p { ?p a foaf:Person } ORDER BY ?p LIMIT 1", "--format", "table").stdout
    assert table.splitlines()[2] == "article/thanh-giang-02#person=215,227"


def test_named_queries_take_parameters(camket: Run) -> None:
    shown = camket("query", "due-in", "--set", "during=2025", "--set", "by=ubnd tỉnh thanh giang")
    assert shown.stdout.splitlines()[1].startswith(f"2025-06-30,UBND tỉnh Thanh Giang,{HOUSING},thanh-giang-01,")
    assert shown.stderr == "ubnd tỉnh thanh giang: UBND tỉnh Thanh Giang (body)\n"
    listed = camket("query", "--list").stdout
    assert "due-in  Commitments due in a time\n    Cam kết đến hạn trong một thời gian\n" in listed
    assert "    --set during=...  the time: 2025, 2025-06 or 2025/2026\n" in listed
    printed = camket("query", "due-in", "--set", "during=2025", "--sparql", "--store", "nowhere")
    assert 'FILTER (?from <= "2025-12-31"^^xsd:date' in printed.stdout


def test_a_query_from_a_file_and_from_standard_input(camket: Run, tmp_path: Path) -> None:
    (tmp_path / "people.rq").write_text(PEOPLE, encoding="utf-8")
    wanted = camket("query", PEOPLE).stdout
    assert camket("query", "-f", "people.rq").stdout == wanted
    assert camket("query", "-f", "-", input=PEOPLE).stdout == wanted
    header = "# vi: a\n# en: b\n# about: c\n# param rank: string -- which\n"
    (tmp_path / "own.rq").write_text(header + "SELECT ?r WHERE { BIND ($rank AS ?r) }", encoding="utf-8")
    assert camket("query", "-f", "own.rq", "--set", "rank=Đại tướng").stdout == "r\nĐại tướng\n"


def test_export_says_what_it_left_out(camket: Run, tmp_path: Path) -> None:
    shown = camket("export", "graph.nq")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("graph.nq: ")
    assert "2 texts" in shown.stdout
    assert "private people" in shown.stdout
    whole = camket("export", "-", "--format", "nquads", "--with-text", "--all-people")
    assert "Sẽ có thêm nhiều cam kết" in whole.stdout
    assert "quads" in whole.stderr
    assert "Lê Văn Thuận" not in (tmp_path / "graph.nq").read_text(encoding="utf-8")


ERRORS = [
    (["query", "SELECT nonsense { ?s ?p ?o }"], 1, "camket: malformed SPARQL: error at 1:"),
    (["query", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"], 1, "SERVICE"),
    (["query", "due-inn"], 1, "camket: no query is named 'due-inn': did you mean due-in?"),
    (["query", "due-in"], 2, "camket: query due-in needs --set during=... (the time"),
    (["query", "due-in", "--set", "during"], 2, "camket: --set 'during': write NAME=VALUE"),
    (["query", "due-in", "--set", "during=1", "--set", "during=2"], 2, "camket: --set during=... is given twice"),
    (["query", PEOPLE, "--set", "a=b"], 2, "camket: --set goes with a named query only"),
    (["query", "posts-of", "--set", "person=Zzyzx"], 1, "camket: nothing in the store is called 'Zzyzx'"),
    (["query", PEOPLE, "--format", "xlsx"], 2, "camket: unknown format 'xlsx': use table, json, xml, csv, tsv, ttl"),
    (["query", PEOPLE, "--format", "ttl"], 2, "camket: format 'ttl' cannot hold rows (SELECT, ASK): use json"),
    (["query", "DESCRIBE ck:NoActor", "--format", "table"], 2, "camket: format 'table' cannot hold triples"),
    (["query"], 2, "camket: give a SPARQL query, the name of a query (camket query --list), or a file with -f"),
    (["query", "-f", "nowhere.rq"], 1, "camket: nowhere.rq cannot be read: No such file or directory"),
    (["query", PEOPLE, "--store", "nowhere"], 1, "camket: no store at nowhere: make one with"),
    (["query", PEOPLE, "--store", "."], 1, "camket: . is no Camket store: make one with"),
    (
        ["query", PEOPLE, "--store", "http://127.0.0.1:1/sparql"],
        1,
        "camket: http://127.0.0.1:1/sparql cannot be reached",
    ),
    (
        ["show", "Đỗ Thị Hiên Nga"],
        1,
        "camket: nothing in the store is called 'Đỗ Thị Hiên Nga': did you mean Đỗ Thị Hiền",
    ),
    (["show", "Thanh Giang", "--format", "csv"], 2, "camket: unknown format 'csv': use page, json"),
    (["commitments", "--kind", "promise"], 2, "camket: no kind of undertaking is called 'promise': use all, pledge"),
    (["commitments", "--due-before", "30/6/2025"], 2, "camket: '30/6/2025' is no date: write 2025"),
    (["commitments", "--status", "broken"], 2, "camket: no status is called 'broken': use kept, partly-kept, missed, "),
    (["commitments", "--on", "today"], 2, "camket: 'today' is no date: write 2025, 2025-06 or 2025-06-30"),
    (["commitments", "--changed-since", "1/6"], 2, "camket: '1/6' is no date: write 2025"),
    (["commitments", "--by", "Zzyzx"], 1, "camket: nothing in the store is called 'Zzyzx'"),
    (["ledger", "--reason", "Lazy"], 2, "camket: no reason is called 'Lazy': use NoActor"),
    (["export", "graph.docx"], 2, "camket: no format has the suffix '.docx'"),
    (["export", "graph.ttl", "--format", "word"], 2, "camket: unknown format 'word'"),
    (["export", "missing/graph.ttl"], 1, "camket: cannot write missing/graph.ttl"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), ERRORS)
def test_an_error_is_one_line_with_the_way_out(camket: Run, arguments: list[str], code: int, message: str) -> None:
    shown = camket(*arguments)
    assert message in shown.stderr
    assert shown.stderr.startswith("camket: ")
    assert shown.stderr.count("\n") == 1
    assert shown.stdout == ""
    assert shown.returncode == code


@pytest.mark.parametrize("arguments", [["query", "--nope"], ["nope"], ["show"], ["commitments", "--limit", "0"]])
def test_wrong_usage_exits_2(camket: Run, arguments: list[str]) -> None:
    shown = camket(*arguments)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "Traceback" not in shown.stderr


def test_a_reader_that_leaves_is_no_error(camket: Run, store: Path) -> None:
    """`camket query ... | head -1`, with more output than a pipe holds."""
    sparql = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 100000"
    command = f"'{sys.executable}' -m camket.cli query '{sparql}' --format csv --store '{store}' | head -1"
    shown = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert shown.stdout.strip() == "a,b,c,d,e,f"
    assert shown.stderr == ""


def test_ctrl_c_ends_even_a_query_that_would_run_for_ages(store: Path) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    command = [sys.executable, "-m", "camket.cli", "query", sparql, "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == -signal.SIGINT  # a shell shows it as 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_letters_survive_a_locale_without_them(store: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "camket.cli", "show", "do thi hien", "--format", "page", "--store", str(store)]
    shown = subprocess.run(command, capture_output=True, env=environment)
    assert shown.returncode == 0
    assert shown.stdout.decode("utf-8").startswith("Đỗ Thị Hiền\n")
