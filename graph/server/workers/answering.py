"""A worker's work: a job in, a reply out."""

from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph

from camket.graph import results
from camket.graph.errors import QueryError, RefusedQueryError, StoreError
from camket.graph.server.workers.jobs import Answered, Description, Graph, Job, Query, Refusal, Refused, Reply
from camket.graph.server.workers.spool import AnswerTooLargeError, Spool
from camket.graph.store import Answer, ask, open_snapshot

_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_OF_GRAPH = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
# What points at a thing are facts about it; that articles mention it is said by its own `ck:mention`s already.
_OF_THING = """CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND (<{iri}> AS ?s) ?s ?p ?o }} UNION
  {{ BIND (<{iri}> AS ?o) ?s ?p ?o FILTER (?p != schema:mentions) }}
}}"""
_IS_THERE = "ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"


class _UnknownError(Exception):
    """There is no such graph or thing."""


class Answering:
    """Answers jobs, one after the other; the snapshot stays open until a job names another."""

    def __init__(self) -> None:
        self._path = ""
        self._store = pyoxigraph.Store()

    def reply(self, job: Job) -> Reply:
        """The reply to a job; whatever goes wrong is one."""
        try:
            return self._answered(job)
        except RefusedQueryError as error:
            return Refused(Refusal.FORBIDDEN, str(error))
        except QueryError as error:
            return Refused(Refusal.MALFORMED, str(error))
        except _UnknownError:
            return Refused(Refusal.UNKNOWN, "there is nothing of that name in the graph")
        except AnswerTooLargeError:
            return Refused(Refusal.TOO_LARGE, f"the answer is larger than {job.largest:,} bytes: ask for less (LIMIT)")
        except MemoryError:
            return Refused(Refusal.OUT_OF_MEMORY, "")
        except (StoreError, OSError, RuntimeError, ValueError) as error:
            return Refused(Refusal.BROKEN, "", f"{type(error).__name__}: {error}")

    def _answered(self, job: Job) -> Reply:
        self._open(job.snapshot)
        answer = self._ask(job)
        name = job.triples if results.is_graph(answer) else job.rows
        if name is None:
            kind = "triples" if results.is_graph(answer) else "rows"
            return Refused(Refusal.UNACCEPTABLE, kind)
        with Spool(Path(job.spool), job.largest) as spool:
            results.write(answer, name, cast(BinaryIO, spool), job.base)
            spool.finish()
            spooled = Path(job.spool) if spool.spooled else None
            return Answered(name, spool.size, spool.body, spooled)

    def _open(self, snapshot: str) -> None:
        if snapshot != self._path:
            self._path = ""
            self._store = open_snapshot(Path(snapshot))
            self._path = snapshot

    def _ask(self, job: Job) -> Answer:
        match job.task:
            case Query(sparql, graphs):
                return ask(self._store, sparql, job.base, graphs)
            case Graph(()):
                return ask(self._store, _EVERYTHING, job.base)
            case Graph(names):
                return self._graph(names, job.base)
            case Description(iri):
                return self._description(iri, job.base)

    def _graph(self, names: tuple[str, ...], base: str) -> Answer:
        for iri in names:
            if self._is_graph(iri):
                return ask(self._store, _OF_GRAPH.format(iri=iri), base)
        raise _UnknownError

    def _description(self, iri: str, base: str) -> Answer:
        if self._is_graph(iri):
            return self._graph((iri,), base)
        if not ask(self._store, _IS_THERE.format(iri=_named(iri).value), base):
            raise _UnknownError
        return ask(self._store, _OF_THING.format(iri=iri), base)

    def _is_graph(self, iri: str) -> bool:
        return self._store.contains_named_graph(_named(iri))


def _named(iri: str) -> pyoxigraph.NamedNode:
    """`iri` as a node. Raises QueryError where it is no IRI, so that it may stand between `<` and `>`."""
    try:
        return pyoxigraph.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is no absolute IRI") from error
