"""A worker as the server sees it."""

import asyncio
import contextlib
import sys
from pathlib import Path
from typing import Any, Self

from camket.graph.server.workers import messages
from camket.graph.server.workers.jobs import Answered, Job, Refusal, Refused, Reply

_MODULE = "camket.graph.server.workers.worker"


class WorkerDiedError(Exception):
    """A worker ended: its memory was over, or Oxigraph crashed."""


class Worker:
    """A process that answers one job at a time. Who stops waiting for an answer has to kill it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin
        assert process.stdout
        self._process = process
        self._in, self._out = process.stdin, process.stdout
        self.memory = 0

    @classmethod
    async def start(cls, memory: int) -> Self:
        """A worker that is ready. Raises WorkerDiedError where none comes up, OSError where there can be no process."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # what lies in the folder that the server was started in is no part of it
            "-m",
            _MODULE,
            str(memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        worker = cls(process)
        await worker._message()
        return worker

    async def ask(self, job: Job) -> Reply:
        """The reply to a job. Raises WorkerDiedError."""
        try:
            self._in.write(messages.packed(job.to_json()))
            await self._in.drain()
        except ConnectionError as error:
            raise WorkerDiedError from error
        said = await self._message()
        self.memory = said["memory"]
        if "reason" in said:
            return Refused(Refusal(said["reason"]), said["message"], said["details"])
        body = await self._read(said["inline"])
        return Answered(said["format"], said["size"], body, Path(job.spool) if said["spooled"] else None)

    def kill(self) -> None:
        """End it, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def wait(self) -> None:
        """Until it has ended."""
        await self._process.wait()

    async def _message(self) -> dict[str, Any]:
        length = messages.LENGTH.unpack(await self._read(messages.LENGTH.size))[0]
        return messages.unpacked(await self._read(length))

    async def _read(self, size: int) -> bytes:
        try:
            return await self._out.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkerDiedError from error
