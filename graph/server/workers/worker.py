"""A worker: `python -m camket.graph.server.workers.worker MEMORY`; jobs come on standard input, replies go out.

It ends when its input does, also in the middle of a query: no worker outlives its server.
"""

import os
import queue
import sys
import threading
from typing import Any, BinaryIO

from camket.graph.server.workers import limits, messages
from camket.graph.server.workers.answering import Answering
from camket.graph.server.workers.jobs import Job, Refusal, Refused, Reply


def main() -> None:
    """Answer jobs until there will be no more."""
    limits.ignore_interrupts()
    limits.limit_memory(int(sys.argv[1]))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing that prints may come between the replies
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_take_jobs, args=(sys.stdin.buffer, jobs), daemon=True).start()
    answering = Answering()
    _send(out, messages.packed({"ready": True}))
    while True:
        _send(out, _message(_reply(answering, jobs.get())))


def _take_jobs(stream: BinaryIO, jobs: "queue.SimpleQueue[Job]") -> None:
    while message := messages.read(stream):
        jobs.put(Job.from_json(message))
    os._exit(0)


def _reply(answering: Answering, job: Job) -> Reply:
    try:
        return answering.reply(job)
    except Exception as error:  # a fault of ours must not cost the server a worker; the server tells of it
        return Refused(Refusal.BROKEN, "", f"{type(error).__name__}: {error}")


def _message(reply: Reply) -> bytes:
    said: dict[str, Any] = {"memory": limits.memory_taken(), "inline": 0}
    if isinstance(reply, Refused):
        return messages.packed({**said, "reason": reply.reason, "message": reply.message, "details": reply.details})
    said |= {"format": reply.format, "size": reply.size, "spooled": reply.spooled is not None}
    return messages.packed({**said, "inline": len(reply.body)}, reply.body)


def _send(out: BinaryIO, message: bytes) -> None:
    try:
        out.write(message)
        out.flush()
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main()
