"""The snapshot that a server shows: the newest that there is; a build that ends shows its own without a restart."""

import threading
from dataclasses import dataclass
from pathlib import Path

from camket.graph import folder
from camket.graph.errors import StoreError
from camket.graph.folder import StoreFolder
from camket.graph.server.settings import Settings
from camket.graph.store import Dataset, open_snapshot


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot that is shown. `path`: the Oxigraph database; it differs from the store's where something is hidden.

    `dataset` is open in this process, for questions that take milliseconds; what users ask goes to the workers.
    """

    number: int
    path: Path
    dataset: Dataset


class Snapshots:
    """The newest snapshot of a store, opened when it is first asked for. To be used from any thread."""

    def __init__(self, settings: Settings) -> None:
        self.folder: StoreFolder = folder.find(settings.store)
        self._settings = settings
        self._lock = threading.Lock()
        self._shown: Snapshot | None = None

    def newest(self) -> Snapshot:
        """The newest snapshot. Raises StoreError where there is none that can be opened."""
        number = self.folder.current()
        if number is None:
            raise StoreError(f"{self.folder.path} has no graph yet: finish it with `camket build SOURCE...`")
        shown = self._shown
        if shown is not None and shown.number == number:
            return shown
        with self._lock:
            if self._shown is None or self._shown.number != number:
                path = self.folder.snapshot(number)
                self._shown = Snapshot(number, path, Dataset(open_snapshot(path), self.folder.base))
            return self._shown
