"""The workers there are, kept warm: a query takes one that is free, one that had to be killed is replaced."""

import asyncio
import itertools
import logging
import tempfile
from pathlib import Path
from typing import Final

from camket.graph.server.settings import MEGABYTE, Settings
from camket.graph.server.workers.jobs import Answered, Job, Refusal, Refused, Reply, Task
from camket.graph.server.workers.process import Worker, WorkerDiedError

MOST_WAITING: Final = 256
"""So many queries may wait for a worker; further ones are turned away at once."""

_SPOOLED_PER_WORKER: Final = 4
_SECONDS_UNTIL_RETRY: Final = 1.0

_log = logging.getLogger(__name__)


class BusyError(Exception):
    """No worker became free in time; the message says so in one line."""


class TooSlowError(Exception):
    """A query was stopped because its time was over; the message says so in one line."""


class OutOfMemoryError(Exception):
    """A query was stopped because its memory was over; the message says so in one line."""


class Pool:
    """`Settings.workers` processes. To be started and used within one event loop."""

    def __init__(self, settings: Settings, base: str) -> None:
        self._settings = settings
        self._base = base
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._all: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._spooled = 0
        self._numbers = itertools.count()
        self._spool: tempfile.TemporaryDirectory[str] | None = None

    async def start(self) -> None:
        """Returns once the first worker is ready; the others follow."""
        self._spool = tempfile.TemporaryDirectory(prefix="camket-", ignore_cleanup_errors=True)
        await self._add()
        for _ in range(1, self._settings.workers):
            self._add_later()

    async def close(self) -> None:
        """End all workers, also those at work."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in self._all:
            worker.kill()
        await asyncio.gather(*(worker.wait() for worker in self._all), return_exceptions=True)
        if self._spool:
            self._spool.cleanup()

    async def answer(self, task: Task, snapshot: Path, *, rows: str | None, triples: str | None) -> Reply:
        """The reply to a task asked of a snapshot; a spooled answer is to be given to `discard` once it was read.

        rows, triples: the format for an answer of that kind, None where none will do. Raises BusyError, TooSlowError
        or OutOfMemoryError. Cancelled, the query ends.
        """
        assert self._spool
        spool = Path(self._spool.name) / str(next(self._numbers))
        largest = self._settings.largest_answer
        job = Job(task, str(snapshot), self._base, rows, triples, str(spool), largest)
        worker = await self._free()
        try:
            async with asyncio.timeout(self._settings.timeout):
                reply = await worker.ask(job)
        except BaseException as error:
            self._replace(worker)
            spool.unlink(missing_ok=True)
            if isinstance(error, TimeoutError):
                raise self._too_slow() from error
            if isinstance(error, WorkerDiedError):
                raise self._out_of_memory() from error
            raise
        self._release(worker, reply)
        return self._counted(reply)

    def discard(self, answer: Answered) -> None:
        """A spooled answer is needed no longer."""
        if answer.spooled:
            self._spooled -= 1
            answer.spooled.unlink(missing_ok=True)

    async def _free(self) -> Worker:
        if self._waiting >= MOST_WAITING:
            raise BusyError("too many queries are waiting; ask again later")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._idle.get()
        except TimeoutError as error:
            raise BusyError("other queries took all the time; ask again later") from error
        finally:
            self._waiting -= 1

    def _counted(self, reply: Reply) -> Reply:
        """Raises OutOfMemoryError for an answer by which a worker told that its memory was over, BusyError for one too
        many that waits in a file to be read."""
        if isinstance(reply, Refused) and reply.reason is Refusal.OUT_OF_MEMORY:
            raise self._out_of_memory()
        if isinstance(reply, Answered) and reply.spooled:
            self._spooled += 1
            if self._spooled > _SPOOLED_PER_WORKER * self._settings.workers:
                self.discard(reply)
                raise BusyError("too many large answers are being read; ask again later")
        return reply

    def _release(self, worker: Worker, reply: Reply) -> None:
        """A worker that has grown is replaced: what it holds on to would be missing to the next query."""
        out_of_memory = isinstance(reply, Refused) and reply.reason is Refusal.OUT_OF_MEMORY
        if out_of_memory or worker.memory > self._settings.memory // 2:
            self._replace(worker)
        else:
            self._idle.put_nowait(worker)

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        self._all.discard(worker)
        self._add_later(worker)

    def _add_later(self, instead_of: Worker | None = None) -> None:
        task = asyncio.create_task(self._add_until_there(instead_of))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _add_until_there(self, instead_of: Worker | None) -> None:
        if instead_of:
            await instead_of.wait()
        while True:
            try:
                return await self._add()
            except (WorkerDiedError, OSError) as error:
                _log.warning("a worker did not come up (%s); trying again", error)
                await asyncio.sleep(_SECONDS_UNTIL_RETRY)

    async def _add(self) -> None:
        worker = await Worker.start(self._settings.memory)
        self._all.add(worker)
        self._idle.put_nowait(worker)

    def _too_slow(self) -> TooSlowError:
        return TooSlowError(f"stopped: not answered within {self._settings.timeout:g} s; ask for less")

    def _out_of_memory(self) -> OutOfMemoryError:
        megabytes = self._settings.memory // MEGABYTE
        return OutOfMemoryError(f"stopped: its {megabytes:,} MB of memory were not enough, or it crashed; ask for less")
