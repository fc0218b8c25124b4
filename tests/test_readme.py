"""What the two READMEs show is what happens: their commands are run, and the output must be theirs, letter by letter.

Blocks marked `console` are terminal sessions (`$ ` a command, `> ` its next line, then its output: messages first, then
the result, as on a terminal WIDTH columns wide); blocks marked `pycon` are Python sessions. All run in one folder that
holds `examples/`, one after the other. `python tests/test_readme.py` writes the present output into both READMEs.
"""

import contextlib
import difflib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.vi.md")
WIDTH = 100
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\n> .*)*)", re.MULTILINE)
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "COLUMNS": str(WIDTH),
    "LINES": "50",
    "TERM": "dumb",  # a terminal without colours
    "PYTHONUTF8": "1",
}


def run(command: str, folder: Path) -> str:
    """What `command` shows on a terminal, in the shell: its messages, then its result. Must succeed."""
    pty = pytest.importorskip("pty", reason="transcripts are taken on a pseudo-terminal, which Windows has not")
    reading, writing = pty.openpty()
    with tempfile.TemporaryFile() as messages:
        with subprocess.Popen(
            command, shell=True, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=writing, stderr=messages
        ) as process:
            os.close(writing)
            result = read_terminal(reading)
        messages.seek(0)
        shown = (messages.read() + result).decode().replace("\r\n", "\n")
    assert process.returncode == 0, f"{command}: {shown}"
    return "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


def read_terminal(descriptor: int) -> bytes:
    """All that is written to a pseudo-terminal until its other end is closed."""
    parts = []
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while part := os.read(descriptor, 65536):
            parts.append(part)
    os.close(descriptor)
    return b"".join(parts)


def run_python(source: str, names: dict[str, object]) -> str:
    """What a statement prints in a Python session in which `names` are defined."""
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        exec(compile(source, "<README>", "single"), names)
    return shown.getvalue()


def console(session: str, folder: Path) -> str:
    """The terminal session `session` as it goes now."""
    shown = []
    for typed in COMMAND.findall(session):
        command = typed.replace("\n> ", "\n")
        shown.append(f"$ {typed}\n{run(command, folder)}")
    return "\n".join(shown)


def pycon(session: str, names: dict[str, object]) -> str:
    """The Python session `session` as it goes now."""
    shown = ""
    for example in doctest.DocTestParser().get_examples(session):
        first, *rest = example.source.splitlines()
        shown += "".join([f">>> {first}\n", *(f"... {line}\n" for line in rest)]) + run_python(example.source, names)
    return shown


def transcript(readme: str, folder: Path) -> str:
    """The README with its sessions as they go now, run in `folder`, an empty one."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    names: dict[str, object] = {}

    def session(block: re.Match[str]) -> str:
        kind, text = block.groups()
        with contextlib.chdir(folder):
            return f"```{kind}\n{console(text, folder) if kind == 'console' else pycon(text, names)}```"

    return BLOCK.sub(session, readme)


def test_transcripts(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    now = transcript(readme, tmp_path)
    changes = difflib.unified_diff(readme.splitlines(), now.splitlines(), "README.md", "as it goes now", lineterm="")
    assert now == readme, "\n".join(["run `python tests/test_readme.py`, and look at what changed:", *changes])


def test_both_readmes_show_the_same_sessions_and_lines() -> None:
    english, vietnamese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    code = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
    assert code.findall(vietnamese) == code.findall(english)


def test_first_line_shows_who_promised_what(tmp_path: Path) -> None:
    """The line for a bare machine, less its steps that install: `.ci/run` takes these."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```bash\n(.*)\n```$", readme, re.MULTILINE)
    assert found
    steps = found[1].split(" && ")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert steps[0].startswith("python3 -m venv ")
    assert steps[1].startswith(".venv/bin/pip install -q -c constraints.txt ")
    assert "pip\" install -q -c constraints.txt '.[test]'" in ci
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    outputs = [run(step.removeprefix(".venv/bin/"), tmp_path) for step in steps[2:]]
    assert re.search(r"^pledge +\S", outputs[-1], re.MULTILINE)


def test_second_line_is_what_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = ".venv/bin/pip install -q -c constraints.txt '.[test]' && scripts/test"
    assert f"```bash\n{line}\n```" in readme
    assert "scripts/test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_links_lead_somewhere() -> None:
    for name in READMES:
        links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (ROOT / link).exists()] == []


def update() -> None:
    """Write the sessions as they go now into both READMEs."""
    for name in READMES:
        path = ROOT / name
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(transcript(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    update()
