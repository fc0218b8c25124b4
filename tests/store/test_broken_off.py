"""Builds that are killed, stopped or find the disk full: the store keeps its graph, the next completes the work."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from camket.graph import renewal
from camket.graph.build import BuildReport
from camket.graph.documents.document import Document
from camket.graph.errors import StoreBusyError, StoreError
from camket.graph.facts import ArticleFacts
from camket.graph.folder import StoreFolder
from camket.graph.records import Records
from camket.graph.snapshot import NextSnapshot
from camket.graph.store import open_dataset

Build = Callable[..., BuildReport]
Graph = Callable[[Path], list[str]]
Articles = tuple[Document, ...]

METHODS = ("put", "resolve", "load", "publish", "show", "settle", "prune")
MOMENTS = [f"{when} {what}" for what in METHODS for when in ("before", "after")] + ["reading 2", "writing 1"]


def command(store: Path, moment: str, *articles: str) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("killed_build.py")), str(store), moment, *articles]


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_a_moment_the_build_leaves_a_whole_graph_and_the_next_completes_it(
    moment: str, tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    store = tmp_path / "store"
    build(articles[:2], store)
    before = graph_of(store)
    ended = subprocess.run(command(store, moment), capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert graph_of(store) in (before, undisturbed)
    build(articles, store)
    assert graph_of(store) == undisturbed
    assert not (store / "work").exists()
    left = {entry.name for entry in (store / "snapshots").iterdir()}
    numbers = {name for name in left if name.isdecimal()}
    assert len(numbers) <= 2
    assert left == numbers | {f"{number}.sqlite" for number in numbers}


@pytest.mark.parametrize("moment", ["after put", "writing 1", "before show", "after show", "before settle"])
def test_killed_at_the_first_build_the_store_is_completed_by_the_next(
    moment: str, tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    store = tmp_path / "store"
    subprocess.run(command(store, moment), capture_output=True, check=False)
    build(articles[3:], store)
    build(articles, store)
    assert graph_of(store) == undisturbed


def test_killed_between_showing_and_settling_another_article_may_come_next(
    tmp_path: Path, build: Build, retract: Build, articles: Articles, graph_of: Graph
) -> None:
    store = tmp_path / "store"
    build(articles[:2], store)
    subprocess.run(command(store, "after show"), capture_output=True, check=False)
    retract(["bo-4", "tg-6"], store)
    build([article for article in articles if article.id not in ("bo-4", "tg-6")], tmp_path / "anew")
    assert graph_of(store) == graph_of(tmp_path / "anew")


def test_killed_again_and_again_at_any_time(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    store, dice = tmp_path / "store", random.Random(7)
    for _ in range(10):
        process = subprocess.Popen(command(store, "never"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdout is not None
        process.stdout.readline()  # it has begun to read
        time.sleep(dice.uniform(0, 0.1))
        process.kill()
        process.communicate()
    build(articles, store)
    assert graph_of(store) == undisturbed


def test_a_second_writer_is_refused_and_readers_see_the_old_graph_meanwhile(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    store = tmp_path / "store"
    build(articles[:2], store)
    before = graph_of(store)
    process = subprocess.Popen(command(store, "wait"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    for told in process.stdout:
        with pytest.raises(StoreBusyError, match="another process writes to"):
            build(articles[:1], store)
        assert graph_of(store) == before
        process.stdin.write("\n")
        process.stdin.flush()
        if told == "writing 6\n":
            break
    process.communicate()
    assert process.returncode == 0
    assert graph_of(store) == undisturbed


def test_who_has_the_graph_open_keeps_it_while_the_next_one_is_built(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph
) -> None:
    store = tmp_path / "store"
    build(articles[:2], store)
    before, dataset = graph_of(store), open_dataset(store)
    build(articles, store)
    assert sorted(f"{quad} ." for quad in dataset.quads()) == before != graph_of(store)


def test_ctrl_c_while_reading_keeps_what_was_read(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    def progress(step: str, done: int, total: int | None) -> None:
        if (step, done) == ("reading", 3):
            raise KeyboardInterrupt

    report = build(articles, tmp_path / "store", progress=progress)
    assert report.interrupted
    assert report.read == 3
    build(articles[:3], tmp_path / "three")
    assert graph_of(tmp_path / "store") == graph_of(tmp_path / "three")
    assert build(articles, tmp_path / "store").unchanged == 3
    assert graph_of(tmp_path / "store") == undisturbed


def test_a_second_ctrl_c_ends_at_once_and_loses_nothing(
    tmp_path: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    def progress(step: str, done: int, total: int | None) -> None:
        if (step, done) in (("reading", 5), (renewal.WRITING, 2)):
            raise KeyboardInterrupt

    build(articles[:2], tmp_path / "store")
    before = graph_of(tmp_path / "store")
    with pytest.raises(KeyboardInterrupt):
        build(articles, tmp_path / "store", progress=progress)
    assert graph_of(tmp_path / "store") == before
    assert build(articles, tmp_path / "store").unchanged == 5
    assert graph_of(tmp_path / "store") == undisturbed


def full_database(self: Records) -> None:
    """SQLite's own limit: it raises what it raises on a full disk."""
    pages = self.database.execute("PRAGMA page_count").fetchone()[0]
    self.database.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_while_records_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Build, articles: Articles, graph_of: Graph
) -> None:
    build(articles[:2], tmp_path / "store")
    before = graph_of(tmp_path / "store")
    take = Records._take

    def take_full(self: Records) -> None:
        take(self)
        full_database(self)

    with monkeypatch.context() as patch:
        patch.setattr(Records, "_take", take_full)
        long = [Document(f"a{i}", "Dài. " * 9999, str(i)) for i in range(9)]
        with pytest.raises(StoreError, match=r"^no space left on the disk of [^\n]+$"):
            build(long, tmp_path / "store", extract=lambda _: ArticleFacts())
    assert graph_of(tmp_path / "store") == before


@pytest.mark.parametrize("method", ["_load", "publish"])
def test_a_full_disk_while_the_snapshot_is_made(
    method: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    build: Build,
    articles: Articles,
    graph_of: Graph,
    undisturbed: list[str],
) -> None:
    def full(self: NextSnapshot, *_: object) -> None:
        raise OSError("IO error: No space left on device: While appending to file: 000012.sst")

    build(articles[:2], tmp_path / "store")
    before = graph_of(tmp_path / "store")
    with monkeypatch.context() as patch:
        patch.setattr(NextSnapshot, method, full)
        with pytest.raises(StoreError, match=r"^no space left on the disk of [^\n]+$"):
            build(articles, tmp_path / "store")
    assert graph_of(tmp_path / "store") == before
    build(articles, tmp_path / "store")
    assert graph_of(tmp_path / "store") == undisturbed


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A file system of a few MB, where this process may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "camket-test", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a tmpfs")
    return disk


def test_a_disk_that_really_fills_up(
    small_disk: Path, build: Build, articles: Articles, graph_of: Graph, undisturbed: list[str]
) -> None:
    try:
        build(articles, small_disk / "store")
        long = [Document(f"a{i}", f"Dài {i}. " * 99999, str(i)) for i in range(9)]
        with pytest.raises(StoreError, match=r"^no space left on the disk of [^\n]+$"):
            build(long, small_disk / "store", extract=lambda _: ArticleFacts())
        assert graph_of(small_disk / "store") == undisturbed
    finally:
        subprocess.run(["umount", str(small_disk)], check=True)


def test_without_symbolic_links_a_file_names_the_snapshot(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    build: Build,
    articles: Articles,
    graph_of: Graph,
    undisturbed: list[str],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("symbolic link privilege not held")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    build(articles[:2], tmp_path / "store")
    build(articles, tmp_path / "store")
    assert (tmp_path / "store" / "current").is_file()
    assert not (tmp_path / "store" / "current").is_symlink()
    assert graph_of(tmp_path / "store") == undisturbed


def test_the_snapshot_before_stays_and_older_ones_go(tmp_path: Path, build: Build, articles: Articles) -> None:
    for article in articles:
        build([article], tmp_path / "store")
    kept = [entry.name for entry in (tmp_path / "store" / "snapshots").iterdir()]
    assert sorted(kept) == ["5", "5.sqlite", "6", "6.sqlite"]
    assert StoreFolder(tmp_path / "store", "").current() == 6
