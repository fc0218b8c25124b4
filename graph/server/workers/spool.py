"""Where an answer goes until it is whole: memory, and a file where it grows large; never more than it may."""

import io
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

IN_MEMORY: Final = 1024 * 1024


class AnswerTooLargeError(Exception):
    """More than the spool may hold was written to it."""


class Spool(io.BufferedIOBase):
    """A stream to write to. `size` bytes came; they are `body`, unless `spooled`: then they are in the file."""

    def __init__(self, path: Path, largest: int) -> None:
        self.size = 0
        self.spooled = False
        self._path = path
        self._largest = largest
        self._out: BinaryIO = io.BytesIO()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()
        if error is not None and self.spooled:
            self._path.unlink(missing_ok=True)

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Raises AnswerTooLargeError."""
        self.size += len(data)
        if self.size > self._largest:
            raise AnswerTooLargeError
        if not self.spooled and self.size > IN_MEMORY:
            head = self.body
            self._out = self._path.open("xb")
            self._out.write(head)
            self.spooled = True
        return self._out.write(data)

    def finish(self) -> None:
        """All that was written is where it belongs."""
        self._out.flush()

    @property
    def body(self) -> bytes:
        """What was written, where it is in memory."""
        return self._out.getvalue() if isinstance(self._out, io.BytesIO) else b""
