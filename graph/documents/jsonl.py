"""JSON Lines: one article a line, an object with `text`, and `id`, `url`, `title`, `publisher`, `published` if known.

`published` is `2024`, `2024-03`, `2024-03-07` or an ISO 8601 time, of which the day is kept as it is written, in
whatever time zone. Where `published` or `publisher` is missing, the text's own dateline header is read. Without an `id`
the article gets the first 12 hex digits of the SHA-256 of its stored text, as on standard input: that stays the same
when lines are added, shuffled or split over files. Other fields are ignored.
"""

import codecs
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from camket.graph.documents.document import Document
from camket.graph.documents.header import read_header
from camket.graph.documents.stored_text import MAX_CHARACTERS, sha256, stored, text_id
from camket.graph.edtf import is_edtf
from camket.graph.errors import SourceError

MAX_LINE_BYTES = 12 * MAX_CHARACTERS
"""The longest line: every character of the longest article escaped as a surrogate pair."""

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def read_jsonl(lines: Iterable[bytes], source: str, on_error: Callable[[SourceError], None]) -> Iterator[Document]:
    """The articles in `lines`, lazily. A bad line is handed to `on_error`, with its number, and the rest goes on."""
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        try:
            yield _article(line, f"{source}:{number}")
        except SourceError as error:
            on_error(error)


def _article(line: bytes, source: str) -> Document:
    fields = _object(line, source)
    raw = _string(fields, "text", source)
    if raw is None:
        raise SourceError(source, "no field `text`")
    text = stored(raw, source)
    header = read_header(text.lstrip().split("\n", 1)[0])
    return Document(
        id=_identifier(fields, source) or text_id(text),
        text=text,
        sha256=sha256(raw.encode()),
        title=_string(fields, "title", source),
        publisher=_string(fields, "publisher", source) or header.publisher,
        published=_published(fields, source) or header.published,
        url=_string(fields, "url", source),
        source=source,
    )


def _object(line: bytes, source: str) -> dict[str, Any]:
    if len(line) > MAX_LINE_BYTES:
        raise SourceError(source, f"a line of more than {MAX_LINE_BYTES:,} bytes: split it into articles")
    try:
        value = json.loads(line.rstrip().decode())
    except UnicodeDecodeError as error:
        raise SourceError(source, "not UTF-8, as JSON must be: convert the file to UTF-8") from error
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" starting at")
        raise SourceError(source, f"no valid JSON from column {error.colno} on (cut off?): {reason}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested too deep
        raise SourceError(source, f"JSON that cannot be read: {error}") from error
    if not isinstance(value, dict):
        raise SourceError(source, 'no JSON object: write {"id": ..., "text": ...}, one article a line')
    return value


def _string(fields: dict[str, Any], name: str, source: str) -> str | None:
    """The string in field `name` (`text` as it came, others trimmed and NFC), None where missing or empty."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError(source, f"field `{name}` is {json.dumps(value)[:40]}: write a string")
    if name == "text":
        return value
    return stored(value.strip(), source) if value.strip() else None


def _identifier(fields: dict[str, Any], source: str) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    identifier = _string(fields, "id", source)
    if identifier and any(unicodedata.category(character) == "Cc" for character in identifier):
        raise SourceError(source, f"field `id` is {identifier!r}: an id has no line breaks or control characters")
    return identifier


def _published(fields: dict[str, Any], source: str) -> str | None:
    value = _string(fields, "published", source)
    if value is None or (is_edtf(value) and "/" not in value):
        return value
    if day := _day_of_time(value):
        return day
    raise SourceError(source, f"field `published` is {value!r}: write 2024, 2024-03 or 2024-03-07")


def _day_of_time(value: str) -> str | None:
    try:
        return datetime.fromisoformat(value).date().isoformat() if _TIME.match(value) else None
    except ValueError:
        return None
