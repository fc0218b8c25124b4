"""How jobs and replies cross a pipe: length, JSON, and behind a reply as many bytes as it names in `inline`."""

import json
import struct
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct(">I")


def packed(value: dict[str, Any], body: bytes = b"") -> bytes:
    """A message as bytes."""
    text = json.dumps(value).encode()
    return LENGTH.pack(len(text)) + text + body


def read(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message of a stream, None at its end."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    text = stream.read(LENGTH.unpack(head)[0])
    return unpacked(text)


def unpacked(text: bytes) -> dict[str, Any]:
    """A message's JSON."""
    value: dict[str, Any] = json.loads(text)
    return value
