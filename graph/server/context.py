"""What every route is handed."""

from dataclasses import dataclass

from camket.graph.server.settings import Settings
from camket.graph.server.snapshots import Snapshot, Snapshots
from camket.graph.server.workers.pool import Pool


@dataclass(frozen=True, slots=True)
class Context:
    """`settings`: what the server was told. `snapshots`: what it shows. `workers`: who answers what users ask."""

    settings: Settings
    snapshots: Snapshots
    workers: Pool

    @property
    def base(self) -> str:
        """The IRI under which things live."""
        return self.snapshots.folder.base

    def snapshot(self) -> Snapshot:
        """The newest snapshot, to be asked for once per request, so that an answer is of one piece."""
        return self.snapshots.newest()
