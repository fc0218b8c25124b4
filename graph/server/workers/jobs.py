"""What a worker is asked, and what it answers; all of it crosses a pipe as JSON."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from camket.graph.store import GraphsAsked


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query. `graphs`: those of the protocol's parameters, None for what the query itself says."""

    sparql: str
    graphs: GraphsAsked | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """The triples of the first graph of `names` that there is; of all graphs together where `names` is empty."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """What the graph says of the thing `iri`; where that names a graph, the graph."""

    iri: str


Task = Query | Graph | Description
_TASKS: dict[str, type[Task]] = {task.__name__: task for task in (Query, Graph, Description)}


@dataclass(frozen=True, slots=True)
class Job:
    """A task, asked of the snapshot in the folder `snapshot`.

    rows, triples: the format (a name of `camket.graph.results`) for an answer of that kind, None where the client
    takes none. spool: the file for an answer too large for the pipe. largest: bytes that the answer may have.
    """

    task: Task
    snapshot: str
    base: str
    rows: str | None
    triples: str | None
    spool: str
    largest: int

    def to_json(self) -> dict[str, Any]:
        """The job as JSON."""
        return {**asdict(self), "kind": type(self.task).__name__}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Job":
        """The job that `to_json` wrote."""
        kind, said = _TASKS[value.pop("kind")], value.pop("task")
        if kind is Query:
            graphs = said["graphs"] and GraphsAsked(tuple(said["graphs"]["default"]), tuple(said["graphs"]["named"]))
            return cls(Query(said["sparql"], graphs), **value)
        task = Graph(tuple(said["names"])) if kind is Graph else Description(said["iri"])
        return cls(task, **value)


class Refusal(StrEnum):
    """Why a worker did not answer."""

    MALFORMED = "malformed"
    FORBIDDEN = "forbidden"
    UNKNOWN = "unknown"
    UNACCEPTABLE = "unacceptable"
    TOO_LARGE = "too large"
    OUT_OF_MEMORY = "out of memory"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer: why, in one line that may be shown; `details` only to who runs the server."""

    reason: Refusal
    message: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer in `format`, of `size` bytes: in `body`, or in the file `spooled`."""

    format: str
    size: int
    body: bytes = b""
    spooled: Path | None = None


Reply = Answered | Refused
