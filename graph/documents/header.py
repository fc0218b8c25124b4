"""The dateline header that an article's first line may carry: ` date 2024-03 (Ngày Nay) - Ngày 7/3, ...`.

`date` and the date, as precise as known, is how text crawls mark when a page was published; then, in brackets, the
outlet it was taken from. Without a date the outlet alone may stand there, as an agency's sign: `(TTXVN) - ...`. The
header stays in the text; it is only read.
"""

import re
from typing import NamedTuple

from camket.graph.edtf import is_edtf

_DATE = r"date[ \t]+(?P<date>\d{4}(?:-\d{2}){0,2})(?![\d/-])[ \t]*"
_OUTLET = r"\((?P<outlet>[^()\n]{2,40})\)[ \t]*[-–—]"
_HEADER = re.compile(rf"[ \t]*(?:{_DATE}(?:{_OUTLET})?|{_OUTLET.replace('outlet', 'sign')})")
_PROPER_WORD = re.compile(r"(?:[^\W\d_][\w.&+]*|&|\d+[\w.]*)\Z")


class Header(NamedTuple):
    """What the header says; None where it is silent. `published` is an EDTF date."""

    published: str | None = None
    publisher: str | None = None


def read_header(line: str) -> Header:
    """The header at the beginning of `line`, the first line of an article; empty where there is none."""
    found = _HEADER.match(line)
    if not found:
        return Header()
    if found["date"]:
        published = found["date"] if is_edtf(found["date"]) else None
        return Header(published, found["outlet"].strip() if published and found["outlet"] else None)
    sign = found["sign"].strip()
    return Header(None, sign if _is_outlet(sign) else None)


def _is_outlet(sign: str) -> bool:
    """Whether every word begins with a capital ("Ngày Nay", "TG&ĐT") or it is a site ("Chinhphu.vn").

    "(Tiếp theo kỳ trước) - " and "(Ảnh minh họa) - " are no outlets; an outlet written like them is missed.
    """
    words = sign.split()
    return all(_PROPER_WORD.match(word) and not word[0].islower() for word in words)
