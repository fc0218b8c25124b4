"""Every command says what it does with an example, starts fast, and is in the README."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from camket.cli.main import app

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = sorted(command.name or "" for command in app.registered_commands)
ROOT = Path(__file__).parents[2]
LONGEST_START = 0.5  # seconds of processor time; half of it is the table of the help
HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyshacl", "trafilatura", "sqlite3", "starlette", "uvicorn")


def test_the_commands() -> None:
    assert COMMANDS == [
        "audit",
        "build",
        "candidates",
        "changes",
        "check",
        "commitments",
        "confirm",
        "different",
        "evaluate",
        "export",
        "judgements",
        "ledger",
        "path",
        "query",
        "reject",
        "retract",
        "same",
        "serve",
        "show",
        "stats",
        "timeline",
        "unsure",
        "why",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name: str) -> None:
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    assert f"Example: camket {name} " in command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name} is not explained"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_readme_tells_of_it(name: str, readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert f"camket {name}" in text or f"`{name}`" in text


def test_help_starts_fast(camket: Run) -> None:
    """In processor time, which does not grow with what else the machine has to do."""
    times = []
    for _ in range(3):
        before = os.times()
        assert camket("--help").returncode == 0
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(times) < LONGEST_START


def test_help_loads_nothing_heavy() -> None:
    program = "import sys, camket.cli.main; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    shown = subprocess.run([sys.executable, "-c", program, *HEAVY], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == ""


def test_version(camket: Run) -> None:
    from importlib.metadata import version

    assert camket("--version").stdout == f"camket {version('camket')}\n"
