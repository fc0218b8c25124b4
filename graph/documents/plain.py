"""Text and Markdown files: the whole file is the article."""

from camket.graph.documents.decoding import decode
from camket.graph.documents.document import Document
from camket.graph.documents.header import read_header
from camket.graph.documents.stored_text import sha256, stored, text_id

HEADER_REACH = 2000
"""The header is looked for in so many characters."""


def read_plain(data: bytes, source: str, identifier: str | None) -> Document:
    """The article in `data`, a text file. Raises SourceError.

    Its first line that is not a heading may be a dateline header. A Markdown heading (`# ...`) before it is the title.
    Without an `identifier` the id comes from the text.
    """
    text = stored(decode(data, source), source)
    title = None
    header = None
    for line in text[:HEADER_REACH].lstrip().splitlines():
        if line.startswith("# ") and title is None:
            title = line[2:].strip() or None
        elif line.strip():
            header = read_header(line)
            break
    return Document(
        id=identifier or text_id(text),
        text=text,
        sha256=sha256(data),
        title=title,
        publisher=header.publisher if header else None,
        published=header.published if header else None,
        source=source,
    )
