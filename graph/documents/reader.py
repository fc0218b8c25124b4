"""Sources in, Documents out: the first step of a build."""

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from camket.graph.documents.document import Document
from camket.graph.documents.jsonl import MAX_LINE_BYTES, read_jsonl
from camket.graph.documents.plain import read_plain
from camket.graph.documents.sources import STANDARD_INPUT, SUFFIXES, SourceFile, files, resolve, unreadable
from camket.graph.documents.stored_text import MAX_CHARACTERS
from camket.graph.documents.webpage import read_webpage
from camket.graph.errors import SourceError

MAX_BYTES = 8 * MAX_CHARACTERS
"""The largest text or HTML file: no article within MAX_CHARACTERS is larger in any encoding; pages have markup too."""

_FORMATS = {".txt": read_plain, ".md": read_plain, ".html": read_webpage, ".htm": read_webpage}


def read(
    sources: Sequence[str], *, stdin: BinaryIO | None = None, on_error: Callable[[SourceError], None]
) -> Iterator[Document]:
    """The articles in `sources`, one by one, in the order given; folders are walked in the order of their names.

    sources: files (`.txt`, `.md`, `.jsonl`, `.html`, `.htm`), folders, globs, or `-` for standard input, which is one
        plain text, or JSON Lines where it begins with `{`.
    stdin: what `-` reads; `sys.stdin.buffer` if None.
    on_error: is handed each article, file or folder that cannot be read; the reading goes on.

    Raises UsageError at once, before anything is read, where a path does not exist. Ids may repeat: see
    `camket.graph.documents.duplicates`.
    """
    return _read(resolve(sources), stdin, on_error)


def _read(
    sources: Sequence[str], stdin: BinaryIO | None, on_error: Callable[[SourceError], None]
) -> Iterator[Document]:
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _stream(stdin or sys.stdin.buffer, "standard input", on_error)
        else:
            for file in files(source, on_error):
                yield from _file(file, on_error)


def _file(file: SourceFile, on_error: Callable[[SourceError], None]) -> Iterator[Document]:
    source = str(file.path)
    try:
        if file.path.suffix.lower() == ".jsonl":
            with file.path.open("rb") as stream:
                yield from read_jsonl(_lines(stream), source, on_error)
        else:
            yield _whole(file, source)
    except OSError as error:
        on_error(unreadable(source, error))
    except SourceError as error:
        on_error(error)


def _whole(file: SourceFile, source: str) -> Document:
    suffix = file.path.suffix.lower()
    if suffix not in _FORMATS:
        raise SourceError(source, f"unknown kind of file {suffix!r}: {', '.join(SUFFIXES)} are read")
    with file.path.open("rb") as stream:
        return _FORMATS[suffix](_limited(stream, b"", source), source, file.identifier)


def _stream(stream: BinaryIO, source: str, on_error: Callable[[SourceError], None]) -> Iterator[Document]:
    """The article or articles on standard input."""
    head = []
    for line in _lines(stream):
        head.append(line)
        if line.removeprefix(codecs.BOM_UTF8).strip():
            break
    try:
        if head and head[-1].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
            yield from read_jsonl(chain(head, _lines(stream)), source, on_error)
        else:
            yield read_plain(_limited(stream, b"".join(head), source), source, None)
    except OSError as error:
        on_error(unreadable(source, error))
    except SourceError as error:
        on_error(error)


def _limited(stream: BinaryIO, head: bytes, source: str) -> bytes:
    """`head` and the rest of `stream`, never more than MAX_BYTES in memory."""
    data = head + stream.read(max(0, MAX_BYTES + 1 - len(head)))
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise SourceError(source, f"more than {limit}, too large for one article: split it into articles")
    return data


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of `stream`; of one that is too long the first MAX_LINE_BYTES + 1 bytes, its rest is skipped."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        end = line
        while len(end) > MAX_LINE_BYTES and not end.endswith(b"\n"):
            end = stream.readline(MAX_LINE_BYTES + 1)
        yield line
