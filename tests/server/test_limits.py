"""What a query may take, how many may ask, and what a server does when it is more."""

import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from camket.graph.server.workers.spool import IN_MEMORY, AnswerTooLargeError, Spool

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
RUNAWAY_IN_ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GREEDY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ASK = {"query": "ASK { ?x a ck:Pledge }"}
TIMEOUT = 2.0
GRACE = 2.0

Serve = Callable[..., Any]


@pytest.fixture(scope="module")
def server(serve: Serve, store: Path) -> Any:
    """A server that stops a query after TIMEOUT seconds."""
    return serve(store, "--timeout", str(TIMEOUT), "--workers", "2", "--memory", "256")


def test_a_runaway_query_is_stopped_and_others_are_answered_meanwhile(http: httpx.Client) -> None:
    with ThreadPoolExecutor(1) as beside:
        began = time.monotonic()
        runaway = beside.submit(http.get, "/sparql", params={"query": RUNAWAY})
        meanwhile = 0
        while not runaway.done():
            asked = time.monotonic()
            assert http.get("/sparql", params=ASK).json()["boolean"] is True
            assert time.monotonic() - asked < 1.0
            meanwhile += 1
            time.sleep(0.05)
        took = time.monotonic() - began
    response = runaway.result()
    assert response.status_code == 503
    assert response.text == "stopped: not answered within 2 s; ask for less\n"
    assert response.headers["retry-after"]
    assert TIMEOUT <= took < TIMEOUT + GRACE
    assert meanwhile > 5


def test_a_broken_answer_is_never_sent(http: httpx.Client) -> None:
    """Also not one that would have been under way when its time was over."""
    response = http.get("/sparql", params={"query": RUNAWAY_IN_ROWS}, headers={"Accept": "text/csv"})
    assert response.status_code == 503
    assert len(response.text.splitlines()) == 1


def test_a_query_that_takes_all_memory_is_stopped(serve: Serve, store: Path) -> None:
    server = serve(store, "--memory", "200", "--workers", "1")
    with server.client() as client:
        response = client.get("/sparql", params={"query": GREEDY})
        assert response.status_code == 503
        assert response.text == "stopped: its 200 MB of memory were not enough, or it crashed; ask for less\n"
        assert client.get("/sparql", params=ASK).json()["boolean"] is True
    server.stop()


def test_two_runaway_queries_take_all_workers_and_who_waits_is_answered_after(http: httpx.Client) -> None:
    with ThreadPoolExecutor(3) as beside:
        runaways = [beside.submit(http.get, "/sparql", params={"query": RUNAWAY}) for _ in range(2)]
        time.sleep(0.3)
        assert http.get("/sparql", params=ASK).status_code in (200, 503)
        assert {runaway.result().status_code for runaway in runaways} == {503}
    assert http.get("/sparql", params=ASK).json()["boolean"] is True


def test_who_goes_away_is_not_worked_for(server: Any) -> None:
    with server.client() as impatient, server.client() as patient:
        for _ in range(4):
            with pytest.raises(httpx.ReadTimeout):
                impatient.get("/sparql", params={"query": RUNAWAY}, timeout=0.2)
        began = time.monotonic()
        assert patient.get("/sparql", params=ASK).json()["boolean"] is True
        assert time.monotonic() - began < TIMEOUT


def test_two_hundred_at_once_get_right_answers_or_are_turned_away(server: Any) -> None:
    start = threading.Barrier(200)

    def ask(number: int) -> tuple[int, str]:
        start.wait()
        with server.client() as client:
            answer = client.get("/sparql", params={"query": f"SELECT (COUNT(*) + {number} AS ?n) {{ ?x a ck:Pledge }}"})
        if answer.status_code == 200:
            return 200, str(int(answer.json()["results"]["bindings"][0]["n"]["value"]) - number)
        return answer.status_code, answer.text

    with ThreadPoolExecutor(200) as clients:
        found = list(clients.map(ask, range(200)))
    assert {answer for answer in found if answer[0] != 503} == {(200, "3")}
    assert sum(status == 200 for status, _ in found) > 100
    assert all("ask again later" in text for status, text in found if status == 503)


def test_an_answer_that_is_too_large_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    part = b"x" * IN_MEMORY
    with pytest.raises(AnswerTooLargeError), Spool(path, 3 * len(part)) as spool:
        spool.writelines([part] * 4)
    assert not path.exists()


def test_no_worker_and_no_file_is_left(serve: Serve, store: Path) -> None:
    server = serve(store)
    with server.client() as client:
        assert client.get("/sparql", params=ASK).json()["boolean"] is True
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(server.process.pid)], capture_output=True, text=True, check=True
        ).stdout.split()
    assert len(children) == 4
    server.process.kill()
    server.process.wait()
    ends = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in children) and time.monotonic() < ends:
        time.sleep(0.05)
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
