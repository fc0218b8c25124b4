"""build and retract as a user runs them: what goes where, and with which exit code."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from camket.cli import progress

Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = (
    "Chủ tịch UBND tỉnh Thanh Giang Lê Văn Thuấn cam kết tỉnh sẽ xây 1.200 căn nhà ở xã hội trước ngày 30/6/2025.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text("Bộ Xây dựng làm việc với UBND tỉnh Thanh Giang.\n", encoding="utf-8")
    return folder


def test_a_build_prints_its_result_and_nothing_else(camket: Run, articles: Path) -> None:
    first = camket("build", articles, "--store", "own")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("own: 2 articles (2 new, 0 replaced, 0 unchanged)")
    assert first.stdout.count("\n") == 1
    again = camket("build", articles, "--store", "own")
    assert again.stdout == "own: 2 articles (0 new, 0 replaced, 2 unchanged)\n"
    (articles / "a.txt").write_text(ARTICLE.replace("1.200", "1.300"), encoding="utf-8")
    assert camket("build", articles, "--store", "own").stdout.startswith(
        "own: 2 articles (0 new, 1 replaced, 1 unchanged)"
    )


def test_a_bad_article_is_told_and_the_others_are_in(camket: Run, articles: Path) -> None:
    (articles / "c.jsonl").write_text('{"id": "c", "text": "Bộ Công', encoding="utf-8")
    (articles / "d.txt").write_bytes(b"\x00\x01\x02")
    shown = camket("build", articles, "--store", "own")
    assert shown.returncode == 1
    assert shown.stdout.startswith("own: 4 articles (2 new, 0 replaced, 0 unchanged, 2 refused)")
    refused = shown.stderr.splitlines()
    assert len(refused) == 2
    assert refused[0].startswith("refused: ")
    assert "c.jsonl:1: " in refused[0]
    assert "d.txt: binary data" in refused[1]
    assert '"articles": 2' in camket("stats", "--store", "own").stdout


def test_from_standard_input(camket: Run) -> None:
    shown = camket("build", "-", "--store", "own", input=ARTICLE)
    assert shown.stdout.startswith("own: 1 article (1 new,")


def test_base_and_no_text(camket: Run, articles: Path) -> None:
    base = "https://example.org/vn/"
    assert camket("build", articles, "--store", "own", "--base", base, "--no-text").returncode == 0
    found = camket("query", "SELECT ?a ?text { ?a a schema:NewsArticle OPTIONAL { ?a schema:articleBody ?text } }",
                   "--store", "own")  # fmt: skip
    assert sorted(found.stdout.splitlines()) == ["a,text", f"{base}article/a,", f"{base}article/b,"]
    other = camket("build", articles, "--store", "own", "--base", "https://example.org/other/")
    assert (other.returncode, other.stderr.count("\n")) == (1, 1)
    assert "leave --base out or name another store" in other.stderr


def test_retract(camket: Run, articles: Path) -> None:
    camket("build", articles, "--store", "own")
    shown = camket("retract", "a", "--store", "own")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "own: 1 article retracted\n", "")
    assert '"articles": 1' in camket("stats", "--store", "own").stdout
    again = camket("retract", "a", "--store", "own")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == "camket: no article 'a' in own: nothing was retracted\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "nowhere", "--store", "own"], 2, "camket: nowhere: no such file or folder"),
        (["build", "articles", "--store", "own", "--base", "thanh-giang"], 2, "camket: --base 'thanh-giang' is no IRI"),
        (["build", "articles", "--store", "articles"], 1, "is not empty and is no Camket store: name another folder"),
        (["build", "articles", "--store", "articles/a.txt"], 1, "articles/a.txt"),
        (["retract", "a", "--store", "nowhere"], 1, "camket: no store at nowhere"),
        (["check", "--store", "articles"], 1, "camket: articles is no Camket store"),
        (
            ["build", "articles", "--store", "http://x/"],
            2,
            "camket: --store http://x/: this command works on a store in",
        ),
        (
            ["check", "--store", "https://x/"],
            2,
            "camket: --store https://x/: this command works on a store in a folder",
        ),
    ],
)
def test_errors(camket: Run, articles: Path, arguments: list[str], code: int, message: str) -> None:
    shown = camket(*arguments)
    assert message in shown.stderr
    assert (shown.stderr.count("\n"), shown.stdout, shown.returncode) == (1, "", code)


def test_ctrl_c_stops_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "camket.cli", "build", "-", "--store", "own"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        for _ in range(600):  # until it waits for the text
            if (tmp_path / "own" / "records.sqlite").exists():
                break
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, messages = process.communicate(timeout=30)
    assert process.returncode == 130
    assert messages == "camket: stopped\n"
    assert out == ""


def test_on_a_terminal_a_bar_shows_on_standard_error(articles: Path, tmp_path: Path) -> None:
    reading, writing = pty.openpty()
    command = [sys.executable, "-m", "camket.cli", "build", str(articles), "--store", "own"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=writing, env=environment) as process:
        os.close(writing)
        shown = b""
        try:
            while part := os.read(reading, 65536):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
        out, _ = process.communicate()
    os.close(reading)
    assert out.decode().startswith("own: 2 articles (2 new")
    assert out.count(b"\n") == 1
    for piece in ("reading", "writing", "2/2", "articles", "/s", "left"):
        assert piece in shown.decode()


def test_in_a_log_progress_is_plain_lines_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 100, 4))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    with progress.steps() as report:
        for done in range(7):
            report("reading", 10 * done, 60)
        report("checking", 5, None)
    out, messages = capsys.readouterr()
    assert out == ""
    assert messages.splitlines() == [
        "reading: 30/60 articles, 12 s, 2/s, 12 s left",
        "reading: 60/60 articles, 24 s, 2/s",
    ]
