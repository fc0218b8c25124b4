"""What every format's text goes through before it is kept: normalised to NFC, and refused where it is no article."""

import hashlib
import unicodedata

from camket.graph.errors import SourceError

MAX_CHARACTERS = 1_000_000
"""The longest article. A text that long is a book or a log, and would hold a whole build up."""


def stored(text: str, source: str) -> str:
    """`text` NFC-normalised and nothing else.

    Raises SourceError where it is empty, longer than MAX_CHARACTERS, or holds what no text file can (NUL characters,
    halves of surrogate pairs).
    """
    if not text.strip():
        raise SourceError(source, "empty text")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(source, f"{len(text):,} characters, the limit is {MAX_CHARACTERS:,}: split it into articles")
    if "\0" in text:
        raise SourceError(source, "binary data, not text")
    if not _encodable(text):
        raise SourceError(source, "broken characters (half a surrogate pair): save it again as UTF-8")
    return unicodedata.normalize("NFC", text)


def text_id(text: str) -> str:
    """The id of an article that comes without one: the first 12 hex digits of the SHA-256 of its stored text."""
    return sha256(text.encode())[:12]


def sha256(data: bytes) -> str:
    """The hex digest of `data`."""
    return hashlib.sha256(data).hexdigest()


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
