"""Each bad input is reported in one line, and the articles beside it are read all the same."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from camket.graph.documents.reader import MAX_BYTES, read
from camket.graph.errors import SourceError

TEXT = "Ông Bùi Thế Hoan, Chủ tịch UBND huyện Lâm Hòa, hứa làm xong đường trước ngày 30/9."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose last article is good: bad ones are put before it."""
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def errors(folder: Path) -> list[str]:
    """What is reported of `folder`, in which one good article must be read."""
    reported: list[str] = []
    assert [d.id for d in read([str(folder)], on_error=lambda e: reported.append(str(e)))] == ["z"]
    assert all("\n" not in message for message in reported)
    return [message.removeprefix(str(folder) + os.sep) for message in reported]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: empty text"),
        ("a.md", b"\xef\xbb\xbf \r\n", "a.md: empty text"),
        ("a.txt", b"GIF89a\0\1\0\1\0", "a.txt: binary data, not text"),
        ("a.html", b"\x1f\x8b\x08\0\0\0\0\0", "a.html: binary data, not text"),
        ("a.html", b"", "a.html: empty text"),
        (
            "a.txt",
            "Él café fue naïve".encode("cp1252"),
            "a.txt: unknown encoding, neither UTF-8, UTF-16 nor Windows-1258: "
            "save it as UTF-8 (an editor's 'Save with encoding', or iconv)",
        ),
        (
            "a.txt",
            "§¹i t­íng T« L©m ®Õn th¨m".encode("latin-1"),
            "a.txt: TCVN3 (ABC) encoding: convert it to Unicode, e.g. with the UniKey toolkit, and save as UTF-8",
        ),
        (
            "a.txt",
            "Ñaïi töôùng Toâ Laâm ñeán thaêm".encode("latin-1"),
            "a.txt: VNI encoding: convert it to Unicode, e.g. with the UniKey toolkit, and save as UTF-8",
        ),
        (
            "a.html",
            b"<html><head><title>Trang ch\xe1\xbb\xa7</title></head><body><ul><li><a href='/1'>M\xe1\xbb\x99t</a></li>"
            b"<li><a href='/2'>Hai</a></li></ul></body></html>",
            "a.html: HTML without an article: no running text found in the page",
        ),
        ("a.html", TEXT.encode(), "a.html: HTML without an article: no running text found in the page"),
    ],
    ids=["empty", "blank", "binary", "gzip", "empty page", "encoding", "TCVN3", "VNI", "menu page", "text as page"],
)
def test_bad_file(folder: Path, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    assert errors(folder) == [message]


GOOD = json.dumps({"id": "z", "text": TEXT})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "text": "Ông Bùi Th', "no valid JSON from column 21 on (cut off?): Unterminated string"),
        ("<p>Ông Bùi Thế Hoan</p>", "no valid JSON from column 1 on (cut off?): Expecting value"),
        ('["a", "b"]', 'no JSON object: write {"id": ..., "text": ...}, one article a line'),
        ('{"id": "a", "title": "Hứa"}', "no field `text`"),
        ('{"id": "a", "text": null}', "no field `text`"),
        ('{"id": "a", "text": 12}', "field `text` is 12: write a string"),
        ('{"id": "a", "text": "  "}', "empty text"),
        ('{"id": "a", "text": "a\\u0000b"}', "binary data, not text"),
        ('{"id": "a", "text": "a\\ud800b"}', "broken characters (half a surrogate pair): save it again as UTF-8"),
        ('{"id": ["a"], "text": "b"}', 'field `id` is ["a"]: write a string'),
        ('{"id": "a\\nb", "text": "b"}', "field `id` is 'a\\nb': an id has no line breaks or control characters"),
        ('{"id": "a", "title": {"vi": "Hứa"}, "text": "b"}', 'field `title` is {"vi": "H\\u1ee9a"}: write a string'),
        (
            '{"id": "a", "published": "7/3/2024", "text": "b"}',
            "field `published` is '7/3/2024': write 2024, 2024-03 or 2024-03-07",
        ),
        (
            '{"id": "a", "published": "2024-02-30T08:00:00", "text": "b"}',
            "field `published` is '2024-02-30T08:00:00': write 2024, 2024-03 or 2024-03-07",
        ),
        (
            '{"id": "a", "published": "2024/2025", "text": "b"}',
            "field `published` is '2024/2025': write 2024, 2024-03 or 2024-03-07",
        ),
    ],
)
def test_bad_line_is_named_by_its_number(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"\n{line}\n{GOOD}\n", encoding="utf-8")
    assert errors(tmp_path) == [f"a.jsonl:2: {message}"]


def test_line_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "a", "text": "H\xe3"}\n' + GOOD.encode())
    assert errors(tmp_path) == ["a.jsonl:1: not UTF-8, as JSON must be: convert the file to UTF-8"]


def test_line_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "' + "a" * 30_000_000 + '"}\n' + GOOD, encoding="utf-8")
    assert errors(tmp_path) == ["a.jsonl:1: a line of more than 12,000,000 bytes: split it into articles"]


def test_50_mb_text_is_refused_without_reading_it_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "a.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"a" * 1_000_000)
    taken: list[int] = []
    open_file = Path.open

    class Counting(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(-1 if size is None else size)
            taken.append(len(data))
            return data

    def counting(path: Path, mode: str) -> object:
        return Counting(path, "r") if path.name == "a.txt" else open_file(path, mode)

    monkeypatch.setattr(Path, "open", counting)
    assert errors(folder) == ["a.txt: more than 8 MB, too large for one article: split it into articles"]
    assert sum(taken) == MAX_BYTES + 1


def test_text_of_too_many_characters(folder: Path) -> None:
    (folder / "a.txt").write_text("a " * 600_000, encoding="utf-8")
    assert errors(folder) == ["a.txt: 1,200,000 characters, the limit is 1,000,000: split it into articles"]


def test_file_without_rights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.jsonl").write_text(GOOD, encoding="utf-8")
    open_file = Path.open

    def refusing(path: Path, mode: str) -> object:
        if path.name in ("a.txt", "b.jsonl"):
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, mode)

    monkeypatch.setattr(Path, "open", refusing)
    assert errors(folder) == ["a.txt: cannot be read: Permission denied", "b.jsonl: cannot be read: Permission denied"]


def test_folder_without_rights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a").mkdir()
    listing = Path.iterdir

    def refusing(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert errors(folder) == ["a: cannot be read: Permission denied"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_folder_without_rights_for_real(folder: Path) -> None:
    (folder / "a").mkdir(mode=0)
    assert errors(folder) == ["a: cannot be read: Permission denied"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the file system takes only Unicode names")
def test_file_name_that_is_not_utf_8(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xe0.txt", "wb") as file:
        file.write(TEXT.encode())
    (message,) = errors(folder)
    assert message.endswith(".txt': a file name that is not UTF-8: rename it")


def test_named_file_of_an_unknown_kind(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    reported: list[str] = []
    sources = [str(tmp_path / "a.pdf"), str(tmp_path / "z.txt")]
    assert [d.id for d in read(sources, on_error=lambda e: reported.append(str(e)))] == ["z"]
    assert reported == [f"{sources[0]}: unknown kind of file '.pdf': .htm, .html, .jsonl, .md, .txt are read"]


def test_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    reported: list[SourceError] = []
    assert list(read([str(tmp_path)], on_error=reported.append)) == []
    assert [e.reason for e in reported] == ["no article in this folder (.htm, .html, .jsonl, .md, .txt)"]


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        (b"", "standard input: empty text"),
        (b"\0\1\2", "standard input: binary data, not text"),
        (b"a" * (MAX_BYTES + 1), "standard input: more than 8 MB, too large for one article: split it into articles"),
        (b'{"text": ', "standard input:1: no valid JSON from column 9 on (cut off?): Expecting value"),
    ],
    ids=["empty", "binary", "too large", "cut off"],
)
def test_bad_standard_input(stdin: bytes, message: str) -> None:
    reported: list[str] = []
    assert list(read(["-"], stdin=io.BytesIO(stdin), on_error=lambda e: reported.append(str(e)))) == []
    assert reported == [message]
