"""What every route is handed."""

from dataclasses import dataclass

from camket.graph.server.settings import Settings
from camket.graph.server.snapshots import Snapshot, Snapshots


@dataclass(frozen=True, slots=True)
class Context:
    """`settings`: what the server was told. `snapshots`: what it shows."""

    settings: Settings
    snapshots: Snapshots

    @property
    def base(self) -> str:
        """The IRI under which things live."""
        return self.snapshots.folder.base

    def snapshot(self) -> Snapshot:
        """The newest snapshot, to be asked for once per request, so that an answer is of one piece."""
        return self.snapshots.newest()
