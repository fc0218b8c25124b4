"""What is no store, or not this Camket's, is told in one line, and left as it is."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from camket.graph.build import BuildReport
from camket.graph.documents.document import Document
from camket.graph.errors import StoreError, StoreVersionError
from camket.graph.store import open_dataset

Build = Callable[..., BuildReport]
Articles = tuple[Document, ...]


def told(action: Callable[[], object], error: type[StoreError] = StoreError) -> str:
    with pytest.raises(error) as raised:
        action()
    message = str(raised.value)
    assert "\n" not in message
    return message


def test_no_store_to_read(tmp_path: Path) -> None:
    missing = tmp_path / "không có"
    assert told(lambda: open_dataset(missing)) == (
        f"no store at {missing}: make one with `camket build SOURCE... --store {missing}`"
    )
    assert not missing.exists()


def test_nothing_to_retract_from(tmp_path: Path, retract: Build) -> None:
    assert "no store at" in told(lambda: retract(["a"], tmp_path / "none"))


def test_a_folder_of_other_things(tmp_path: Path, build: Build, articles: Articles) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert "is no Camket store" in told(lambda: open_dataset(tmp_path))
    assert "is not empty and is no Camket store: name another folder" in told(lambda: build(articles, tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file(tmp_path: Path, build: Build, articles: Articles) -> None:
    (tmp_path / "store").write_text("mine", encoding="utf-8")
    assert "is a file" in told(lambda: open_dataset(tmp_path / "store"))
    assert "is a file" in told(lambda: build(articles, tmp_path / "store"))


def test_an_empty_folder_becomes_a_store(tmp_path: Path, build: Build, articles: Articles) -> None:
    assert "is no Camket store" in told(lambda: open_dataset(tmp_path))
    build(articles, tmp_path)
    open_dataset(tmp_path)


def test_a_store_of_a_newer_version(tmp_path: Path, build: Build, retract: Build, articles: Articles) -> None:
    build(articles, tmp_path)
    (tmp_path / "camket.json").write_text(json.dumps({"format": 99, "base": "https://x/"}), encoding="utf-8")
    message = f"{tmp_path} was written by a newer Camket (format 99, here 1): update Camket"
    assert told(lambda: open_dataset(tmp_path), StoreVersionError) == message
    assert told(lambda: build(articles, tmp_path), StoreVersionError) == message
    assert told(lambda: retract(["tg-1"], tmp_path), StoreVersionError) == message


@pytest.mark.parametrize("about", ["", "{", "[]", '{"format": 1}', '{"format": "a", "base": "b"}'])
def test_a_damaged_description(about: str, tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path)
    (tmp_path / "camket.json").write_text(about, encoding="utf-8")
    assert "camket.json is damaged" in told(lambda: open_dataset(tmp_path))


def test_a_store_with_another_base(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path, base="https://example.org/a/")
    build(articles, tmp_path, base="https://example.org/a/")
    build(articles, tmp_path)
    message = told(lambda: build(articles, tmp_path, base="https://example.org/b/"))
    assert "was made with --base https://example.org/a/, not https://example.org/b/" in message


def test_records_that_are_none(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path)
    (tmp_path / "records.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 99)
    assert "the records cannot be used (file is not a database)" in told(lambda: build(articles, tmp_path))
    open_dataset(tmp_path)


def test_a_snapshot_that_is_gone_is_made_anew(tmp_path: Path, build: Build, articles: Articles) -> None:
    build(articles, tmp_path)
    for entry in (tmp_path / "snapshots" / "1").iterdir():
        entry.unlink()
    (tmp_path / "snapshots" / "1").rmdir()
    assert "snapshot 1 cannot be opened" in told(lambda: open_dataset(tmp_path))
    build([], tmp_path)
    assert any(True for _ in open_dataset(tmp_path).quads())


def test_a_build_that_never_ended(tmp_path: Path, build: Build, articles: Articles) -> None:
    def progress(step: str, done: int, total: int | None) -> None:
        if step == "writing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(articles, tmp_path, progress=progress)
    assert "has no graph yet: finish it with `camket build" in told(lambda: open_dataset(tmp_path))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights(tmp_path: Path, build: Build, articles: Articles) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "no right to write there" in told(lambda: build(articles, tmp_path / "store"))
    finally:
        tmp_path.chmod(0o700)


def test_no_right_to_write_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Build, articles: Articles
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert "no right to write there" in told(lambda: build(articles, tmp_path / "store"))
