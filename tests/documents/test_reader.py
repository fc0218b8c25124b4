"""What is read from files, folders, globs and standard input, and in which order."""

import hashlib
import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from camket.graph.documents.document import Document
from camket.graph.documents.reader import read
from camket.graph.errors import SourceError, UsageError

TEXT = "Ông Bùi Thế Hoan, Chủ tịch UBND huyện Lâm Hòa, hứa làm xong đường trước ngày 30/9."
HEADED = f" date 2024-03 (Tin Hải Lâm) - {TEXT}"
PAGE = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Huyện hứa làm đường | Tin Hải Lâm</title>
<meta property="og:title" content="Huyện hứa làm đường"><meta property="og:site_name" content="Tin Hải Lâm">
<meta property="article:published_time" content="2025-05-12T08:30:00+07:00">
<link rel="canonical" href="https://tin.example/duong.html"></head>
<body><nav><a href="/">Trang chủ</a> <a href="/xa-hoi">Xã hội</a></nav><article><h1>Huyện hứa làm đường</h1>
<p>{TEXT}</p><p>Theo ông Hoan, huyện đã bố trí 12 tỷ đồng và giao Phòng Kinh tế và Hạ tầng báo cáo hằng tháng.</p>
</article><footer>Bản quyền thuộc Tin Hải Lâm</footer></body></html>"""


def read_all(*sources: object, stdin: bytes = b"") -> list[Document]:
    """The articles of `sources`, which must all be good."""
    return list(read([str(s) for s in sources], stdin=io.BytesIO(stdin), on_error=fail))


def fail(error: SourceError) -> None:
    raise AssertionError(str(error))


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_text_file_keeps_its_header(tmp_path: Path) -> None:
    file = tmp_path / "lam-duong.txt"
    file.write_bytes(HEADED.encode())
    sha256 = hashlib.sha256(HEADED.encode()).hexdigest()
    assert read_all(file) == [
        Document("lam-duong", HEADED, sha256, None, "Tin Hải Lâm", "2024-03", None, source=str(file))
    ]


def test_line_ends_and_spaces_stay_as_they_are(tmp_path: Path) -> None:
    text = f"\r\n\r\n{TEXT}\r\n\n  Hết.\u00a0\r"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert [d.text for d in read_all(tmp_path / "a.txt")] == [text]


def test_markdown_heading_is_the_title(tmp_path: Path) -> None:
    text = f"\n# Huyện hứa làm đường\n\n{HEADED}\n"
    (tmp_path / "a.md").write_bytes(text.encode())
    (article,) = read_all(tmp_path / "a.md")
    assert (article.title, article.published, article.publisher) == ("Huyện hứa làm đường", "2024-03", "Tin Hải Lâm")
    assert article.text == text


def test_jsonl(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", TEXT)
    file = tmp_path / "a.jsonl"
    url = "https://tin.example/1"
    file.write_text(
        line(
            id="lâm-hòa/1",
            url=url,
            title=" Hứa ",
            publisher="Tin Hải Lâm",
            published="2025-05-12T08:30:00+07:00",
            text=text,
        )
        + "\n"
        + line(id=7, url=None, title="", text=HEADED, rating=5),
        encoding="utf-8",
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    assert read_all(file) == [
        Document("lâm-hòa/1", TEXT, sha256, "Hứa", "Tin Hải Lâm", "2025-05-12", url, f"{file}:1"),
        Document(
            "7", HEADED, hashlib.sha256(HEADED.encode()).hexdigest(), None, "Tin Hải Lâm", "2024-03", None, f"{file}:3"
        ),
    ]


@pytest.mark.parametrize("published", ["2024", "2024-03", "2024-03-07"])
def test_jsonl_date_keeps_its_precision(tmp_path: Path, published: str) -> None:
    (tmp_path / "a.jsonl").write_text(line(id="a", published=published, text=HEADED), encoding="utf-8-sig")
    assert [d.published for d in read_all(tmp_path / "a.jsonl")] == [published]


def test_jsonl_without_id_is_named_after_its_text_wherever_it_stands(tmp_path: Path) -> None:
    other = line(text="Một bài khác về con đường khác.")
    (tmp_path / "a.jsonl").write_text(line(text=TEXT) + other, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(other + line(text=unicodedata.normalize("NFD", TEXT)), encoding="utf-8")
    first, second = ({d.id for d in read_all(tmp_path / name)} for name in ("a.jsonl", "b.jsonl"))
    assert first == second
    assert hashlib.sha256(TEXT.encode()).hexdigest()[:12] in first


def test_web_page(tmp_path: Path) -> None:
    file = tmp_path / "duong.html"
    file.write_bytes(PAGE.encode())
    text = (
        f"Huyện hứa làm đường\n\n{TEXT}\n\n"
        "Theo ông Hoan, huyện đã bố trí 12 tỷ đồng và giao Phòng Kinh tế và Hạ tầng báo cáo hằng tháng."
    )
    sha256 = hashlib.sha256(PAGE.encode()).hexdigest()
    url = "https://tin.example/duong.html"
    assert read_all(file) == [
        Document("duong", text, sha256, "Huyện hứa làm đường", "Tin Hải Lâm", "2025-05-12", url, str(file))
    ]


def test_web_page_that_declares_no_date_gets_none(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2025-05-12T08:30:00+07:00">', "")
    (tmp_path / "a.htm").write_bytes(page.encode())
    assert [d.published for d in read_all(tmp_path / "a.htm")] == [None]


def test_folder_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/y/x.md", "c.html", ".hidden.txt", ".git/a.txt", "notes.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE if name == "c.html" else TEXT, encoding="utf-8")
    assert [d.id for d in read_all(tmp_path)] == ["a/y/x", "a/z", "b", "c"]
    assert [d.id for d in read_all(tmp_path / "b.txt", tmp_path / "a")] == ["b", "y/x", "z"]


def test_decomposed_file_name_gives_the_same_id(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "đường.mới.txt")).write_text(TEXT, encoding="utf-8")
    assert [d.id for d in read_all(tmp_path)] == ["đường.mới"]


def test_glob(tmp_path: Path) -> None:
    for name in ("2024/b.txt", "2024/a.txt", "2025/c.txt", "2025/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [d.id for d in read_all(tmp_path / "20*" / "*.txt")] == ["a", "b", "c"]
    assert [d.id for d in read_all(tmp_path / "**" / "*.md")] == ["d"]


def test_a_file_may_be_named_like_a_glob(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text(TEXT, encoding="utf-8")
    assert [d.id for d in read_all(tmp_path / "[1].txt")] == ["[1]"]


def test_standard_input_as_text() -> None:
    text = f"\n  {HEADED}\n{TEXT}"
    (article,) = read_all("-", stdin=text.encode("utf-16"))
    assert article.text == text
    assert article.id == hashlib.sha256(text.encode()).hexdigest()[:12]
    assert (article.published, article.publisher) == ("2024-03", "Tin Hải Lâm")


def test_standard_input_as_jsonl() -> None:
    lines = "\n\n" + line(id="a", text=TEXT) + line(text=HEADED).rstrip("\n")
    first, second = read_all("-", stdin=lines.encode("utf-8-sig"))
    assert (first.id, first.text) == ("a", TEXT)
    assert (second.id, second.text) == (hashlib.sha256(HEADED.encode()).hexdigest()[:12], HEADED)


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    articles = read([str(tmp_path)], on_error=fail)
    assert next(articles).id == "a"
    with pytest.raises(AssertionError, match="empty text"):
        next(articles)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("khong-co.txt", "khong-co.txt: no such file or folder"),
        ("khong-co/*.txt", "khong-co/*.txt: nothing matches this pattern"),
        ("a\0b", "a\0b: no such file or folder"),
    ],
)
def test_missing_source_stops_before_anything_is_read(tmp_path: Path, source: str, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read([str(tmp_path / "a.txt"), source], on_error=fail)
    assert str(caught.value) == message


def test_no_source() -> None:
    with pytest.raises(UsageError, match="no source"):
        read([], on_error=fail)


def test_path_that_may_not_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refusing)
    with pytest.raises(UsageError, match=r"^secret/a\.txt: cannot be read: Permission denied$"):
        read(["secret/a.txt"], on_error=fail)


def test_libraries_say_nothing_of_a_bad_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("Không có thẻ nào.", encoding="utf-8")
    code = "import sys; from camket.graph.documents.reader import read; list(read(sys.argv[1:], on_error=print))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, cwd=tmp_path, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    assert done.stdout == f"{tmp_path / 'a.html'}: HTML without an article: no running text found in the page\n"


def test_large_page_with_a_short_article(tmp_path: Path) -> None:
    script = "<script>" + "var tin = 1;" * 200_000 + "</script>"
    (tmp_path / "a.html").write_text(PAGE.replace("</head>", script + "</head>"), encoding="utf-8")
    (article,) = read_all(tmp_path / "a.html")
    assert TEXT in article.text
