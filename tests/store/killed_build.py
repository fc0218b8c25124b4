"""A build in a process of its own that ends itself with SIGKILL at a named moment. Run by `test_broken_off.py`.

killed_build.py STORE MOMENT [ARTICLE...]
"""

import os
import runpy
import signal
import sys
from pathlib import Path
from typing import Any

from camket.graph import folder, records, shown, snapshot
from camket.graph.build import build_documents

invented = runpy.run_path(str(Path(__file__).with_name("conftest.py")))


def die(*_: object) -> None:
    """End as a power cut would: no handler, no clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def around(owner: Any, name: str, moment: str) -> None:
    """End right before or right after a method is called."""
    method = getattr(owner, name)

    def ending(*args: Any, **kwargs: Any) -> Any:
        if moment == "before":
            die()
        result = method(*args, **kwargs)
        die()
        return result

    setattr(owner, name, ending)


METHODS = {
    "put": (records.Records, "put"),
    "resolve": (shown.Shown, "resolve"),
    "load": (snapshot.NextSnapshot, "_load"),
    "publish": (snapshot.NextSnapshot, "publish"),
    "show": (folder.StoreFolder, "show"),
    "settle": (shown.Shown, "settle"),
    "prune": (folder.StoreFolder, "prune"),
}


def progress(step: str, done: int, total: int | None) -> None:
    """End when so many articles are read or written; tell the others who wait for it."""
    print(step, done, flush=True)
    if f"{step} {done}" == moment:
        die()
    if moment == "wait":
        sys.stdin.readline()


store, moment, *wanted = sys.argv[1:]
when, _, what = moment.partition(" ")
if what in METHODS:
    around(*METHODS[what], when)
articles = [article for article in invented["ARTICLES"] if not wanted or article.id in wanted]
build_documents(
    articles,
    store,
    extract=invented["extract"],
    pipeline="invented 1",
    reference=invented["reference"],
    progress=progress,
)
