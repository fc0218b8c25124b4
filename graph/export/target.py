"""Where an export goes: a file that appears whole or not at all, or standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from camket.graph.errors import CamketError, UsageError

STDOUT = Path("-")


@contextmanager
def open_target(out: Path) -> Iterator[BinaryIO]:
    """A binary stream for `out`; `-` is standard output.

    What is written to a file stands beside it as `.NAME.part` until it is complete, and then takes its place in one
    step: whatever goes wrong, an older file of that name stays as it was and nothing half-written remains. A device or
    a pipe is written to directly. Raises UsageError where `out` is a folder, CamketError where it cannot be written
    (folder missing, no rights, disk full), BrokenPipeError where the reader of standard output has gone.
    """
    target = Path(os.path.realpath(out)) if out != STDOUT else out
    if target.is_dir():
        raise UsageError(f"{out} is a folder: name a file to write")
    try:
        if out == STDOUT:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        elif target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
        else:
            with _replaced(target) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CamketError(f"cannot write {out}: {error.strerror or error}: choose another place to write to") from error


@contextmanager
def _replaced(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
