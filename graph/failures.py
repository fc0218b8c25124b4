"""What goes wrong with a store's folder, told in one line: disk full, no rights, damaged records."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from camket.graph.errors import StoreError

_FULL = "no space left on the disk of {}: free some and build again; the graph is as it was before"


@contextmanager
def store_failures(path: Path) -> Iterator[None]:
    """Raises StoreError instead of what the operating system, SQLite or Oxigraph raise."""
    try:
        yield
    except sqlite3.Error as error:
        if "full" in str(error):
            raise StoreError(_FULL.format(path)) from error
        raise StoreError(f"{path}: the records cannot be used ({error}): check the disk and the rights") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT) or "space left" in str(error):
            raise StoreError(_FULL.format(path)) from error
        if isinstance(error, PermissionError):
            raise StoreError(f"{path}: no right to write there: change the rights or name another folder") from error
        raise StoreError(f"{path}: {error}") from error
