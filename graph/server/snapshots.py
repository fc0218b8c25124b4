"""The snapshot that a server shows: the newest that there is; a build that ends shows its own without a restart."""

import logging
import shutil
import sqlite3
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from camket.graph import folder
from camket.graph.errors import CamketError, StoreError
from camket.graph.folder import StoreFolder
from camket.graph.search.index import make
from camket.graph.search.schema import is_current
from camket.graph.server.hiding import copy_without
from camket.graph.server.settings import Settings
from camket.graph.store import Dataset, open_snapshot

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that is shown. `path`: the Oxigraph database; it is a copy of the store's where something is hidden.

    `dataset` is open in this process, for questions that take milliseconds; what users ask goes to the workers. `index`
    is that of what is shown, see `camket.graph.search`.
    """

    number: int
    path: Path
    dataset: Dataset
    index: Path


class Snapshots:
    """The newest snapshot of a store, opened when it is first asked for. To be used from any thread.

    Where something is hidden, a copy without it has to be made first, and its index; the one before is shown meanwhile.
    """

    def __init__(self, settings: Settings) -> None:
        self.folder: StoreFolder = folder.find(settings.store)
        self._settings = settings
        self._lock = threading.Lock()
        self._shown: Snapshot | None = None
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self._failed: int | None = None
        self._copying: threading.Thread | None = None

    def newest(self) -> Snapshot:
        """The newest snapshot. Raises StoreError where there is none that can be opened."""
        number = self._current()
        shown = self._shown
        if shown is not None and shown.number == number:
            return shown
        with self._lock:
            if self._shown is None or (self._settings.shows_all and self._shown.number != number):
                self._shown = self._opened(number)
            elif number not in (self._shown.number, self._failed) and not (self._copying and self._copying.is_alive()):
                self._copying = threading.Thread(target=self._renew, args=(number,), daemon=True)
                self._copying.start()
            return self._shown

    def close(self) -> None:
        """Delete the copies."""
        if self._copies is not None:
            self._copies.cleanup()

    def _current(self) -> int:
        number = self.folder.current()
        if number is None:
            path = self.folder.path
            raise StoreError(f"{path} has no graph yet: finish it with `camket build SOURCE... --store {path}`")
        return number

    def _opened(self, number: int) -> Snapshot:
        path, index = self.folder.snapshot(number), self.folder.index(number)
        if not self._settings.shows_all:
            copy = self._folder_of_copies() / str(number)
            shutil.rmtree(copy, ignore_errors=True)
            copy_without(path, self.folder.base, copy, self._settings)
            path = copy
        dataset = Dataset(open_snapshot(path), self.folder.base)
        if not self._settings.shows_all or not is_current(index):
            index = self._folder_of_copies() / index.name
            make(dataset, index)
        return Snapshot(number, path, dataset, index)

    def _renew(self, number: int) -> None:
        """Show a snapshot once its copy is made; the copy before stays for those who still read it."""
        before = self._shown
        try:
            self._shown = self._opened(number)
        except (CamketError, OSError, RuntimeError, sqlite3.Error) as error:
            self._failed = number
            _log.error("snapshot %d is not shown, the one before goes on being: %s", number, error)
            return
        for copy in self._folder_of_copies().iterdir():
            if before and copy.stem not in (str(number), str(before.number)):
                _delete(copy)

    def _folder_of_copies(self) -> Path:
        if self._copies is None:
            try:
                self._copies = _temporary("served-", self.folder.path)
            except OSError:  # the store may be read only; then the copies take more room, elsewhere
                self._copies = _temporary("camket-served-", None)
        return Path(self._copies.name)


def _temporary(prefix: str, folder: Path | None) -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=prefix, dir=folder, ignore_cleanup_errors=True)


def _delete(copy: Path) -> None:
    if copy.is_dir():
        shutil.rmtree(copy, ignore_errors=True)
    else:
        copy.unlink(missing_ok=True)
