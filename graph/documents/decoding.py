"""Bytes in, text out: UTF-8, UTF-16, UTF-32 and Windows-1258 are told apart; older Vietnamese encodings are refused.

Decided by what the bytes can be, not by what is likeliest: a byte order mark; else valid UTF-8; else zero bytes in
every second place (UTF-16 without a mark); else Windows-1258, if what comes out is Vietnamese to the last letter.
"""

import codecs
import re
import unicodedata

from camket.graph.documents.legacy import legacy_encoding
from camket.graph.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UTF16_ZEROS = 0.15
"""The least share of zero high bytes in Vietnamese UTF-16: one character in four is a space, most letters are ASCII."""
MAX_CONTROLS = 0.01
"""The largest share of control characters in a text."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_VIETNAMESE = re.compile(r"[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*\Z")
_NOT_ASCII_LETTERS = re.compile(r"[^\W\d_a-zA-Z]+|[\u0300-\u036f]")
_BINARY = "binary data, not text"
_HOW = "save it as UTF-8 (an editor's 'Save with encoding', or iconv)"


def decode(data: bytes, source: str) -> str:
    """The text of `data`, without its byte order mark, otherwise as it is.

    Raises SourceError, with the way to convert it, where the bytes are binary or in another encoding.
    """
    text = _decode(data, source)
    if len(_CONTROLS.findall(text)) > MAX_CONTROLS * len(text):
        raise SourceError(source, _BINARY)
    if legacy := legacy_encoding(text):
        raise SourceError(source, f"{legacy}: convert it to Unicode, e.g. with the UniKey toolkit, and save as UTF-8")
    return text


def _decode(data: bytes, source: str) -> str:
    encoding = _encoding(data)
    if encoding:
        mark, name = encoding
        try:
            return data[len(mark) :].decode(name)
        except UnicodeDecodeError as error:
            if not mark:
                raise SourceError(source, _BINARY) from error
            raise SourceError(source, f"broken {name.upper()} at byte {error.start + len(mark):,}: {_HOW}") from error
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _single_byte(data, source)


def _encoding(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark and the encoding that it or the zero bytes show, None where nothing shows."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return mark, name
    if len(data) % 2 or 0 not in data:
        return None
    pairs = len(data) // 2
    zeros = {"utf-16-be": data[::2].count(0), "utf-16-le": data[1::2].count(0)}
    name = max(zeros, key=lambda key: zeros[key])
    other = sum(zeros.values()) - zeros[name]
    if zeros[name] >= UTF16_ZEROS * pairs and other < UTF16_ZEROS * pairs:
        return b"", name
    return None


def _single_byte(data: bytes, source: str) -> str:
    """The text of `data` in Windows-1258, if that makes it Vietnamese; else an error that names what it may be."""
    raw = data.decode("latin-1")
    if len(_CONTROLS.findall(raw)) > MAX_CONTROLS * len(raw):
        raise SourceError(source, _BINARY)
    if legacy_encoding(raw):
        return raw  # `decode` refuses it by its name
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        text = ""
    letters = "".join(_NOT_ASCII_LETTERS.findall(unicodedata.normalize("NFC", text)))
    if not letters or not _VIETNAMESE.match(letters):
        raise SourceError(source, f"unknown encoding, neither UTF-8, UTF-16 nor Windows-1258: {_HOW}")
    return text
