"""One article as it was read: the text that offsets count in, and what its source says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    text: the input's text, NFC-normalised and nothing else; every offset counts its code points.
    sha256: hex digest of the raw input bytes (of `text` in UTF-8 as it came, for JSONL).
    published: an EDTF date as precise as the source gives it (`2024-03`), or None.
    source: where it was read from, for messages only.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    source: str = ""
