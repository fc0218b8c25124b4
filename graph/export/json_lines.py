"""JSON that can be compared line by line: one element of a list a line."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def compact(value: Any) -> str:
    """A value as JSON on one line, in letters as they are. Raises ValueError for what JSON has no number for."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def write_list(out: BinaryIO, elements: Iterable[Any]) -> None:
    """A JSON array, one element a line."""
    separator = "[\n"
    for element in elements:
        out.write((separator + compact(element)).encode())
        separator = ",\n"
    out.write(b"[]" if separator == "[\n" else b"\n]")
