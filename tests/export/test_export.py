import os
import resource
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from camket.graph.errors import CamketError, UsageError
from camket.graph.export import FORMATS, View, export
from camket.graph.store import Dataset

# A process of its own: it limits how large a file may grow, or writes to a device that is always full.
CHILD = """
import resource, sys
from pathlib import Path
import pyoxigraph
from camket.graph.errors import CamketError
from camket.graph.export import export
from camket.graph.store import Dataset

source, target, format, limit = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
store = pyoxigraph.Store()
store.load(path=source)
try:
    export(Dataset(store), Path(target), format=format or None)
except CamketError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
"""
NO_LIMIT = resource.RLIM_INFINITY


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_the_same_bytes_twice(dataset: Dataset, tmp_path: Path, format: str) -> None:
    backwards = pyoxigraph.Store()
    for quad in sorted(dataset.quads(), key=str, reverse=True):
        backwards.add(quad)
    [suffix, *_] = FORMATS[format].suffixes
    export(dataset, tmp_path / f"one{suffix}")
    export(Dataset(backwards, dataset.base), tmp_path / "two", format=format)
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([f"one{suffix}", "two"])


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_dataset_can_be_exported(tmp_path: Path, format: str) -> None:
    report = export(Dataset(pyoxigraph.Store()), tmp_path / "empty", format=format)
    assert set(report.counts.values()) == {0}
    assert (tmp_path / "empty").exists()


def test_report_says_what_was_written_and_what_was_not(dataset: Dataset, tmp_path: Path) -> None:
    report = export(dataset, tmp_path / "graph.NQ")
    assert report.format == "nquads"
    assert report.counts == {"quads": len((tmp_path / "graph.NQ").read_bytes().splitlines())}
    assert report.left_out == {"texts": 1, "private people": 1, "blackened quotes": 2}


@pytest.mark.parametrize("name", ["nq", ".nq", "nquads"])
def test_format_may_be_a_name_or_a_suffix(dataset: Dataset, tmp_path: Path, name: str) -> None:
    assert export(dataset, tmp_path / "graph.txt", format=name).format == "nquads"


def test_unknown_formats_are_refused_and_the_legal_ones_named(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown format 'doc': choose one of turtle \(\.ttl\), trig .*graphml"):
        export(dataset, tmp_path / "graph.ttl", format="doc")
    with pytest.raises(UsageError, match=r"no format has the suffix '\.docx' of .*graph\.docx: choose one of turtle"):
        export(dataset, tmp_path / "graph.docx")
    with pytest.raises(UsageError, match="standard output needs a format"):
        export(dataset, Path("-"))
    with pytest.raises(UsageError, match=r"unknown profile 'tiny': choose one of commitments, full, people"):
        export(dataset, tmp_path / "graph.gexf", view=View("tiny"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file_to_write_to(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder: name a file"):
        export(dataset, tmp_path, format="nq")


def test_a_missing_folder_is_named(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(CamketError, match=r"cannot write .*missing/graph\.nq: No such file or directory"):
        export(dataset, tmp_path / "missing" / "graph.nq")


def test_a_link_is_followed_and_stays_a_link(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "link.nq").symlink_to(tmp_path / "real.nq")
    export(dataset, tmp_path / "link.nq")
    assert (tmp_path / "link.nq").is_symlink()
    assert (tmp_path / "real.nq").stat().st_size > 0


def test_a_device_is_written_to_and_not_replaced(dataset: Dataset) -> None:
    export(dataset, Path(os.devnull), format="nq")
    assert Path(os.devnull).is_char_device()


def run(source: Path, target: Path | str, format: str = "", limit: int = NO_LIMIT, **how: object) -> tuple[int, str]:
    command = [sys.executable, "-c", CHILD, str(source), str(target), format, str(limit)]
    done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", check=False, **how)  # type: ignore[call-overload]
    return done.returncode, done.stderr


@pytest.fixture
def source(dataset: Dataset, tmp_path: Path) -> Path:
    export(dataset, tmp_path / "source.nq", with_text=True, all_people=True)
    return tmp_path / "source.nq"


def test_when_the_disk_is_full_the_older_file_stays_and_nothing_else_remains(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("older", encoding="utf-8")
    code, message = run(source, target, limit=1000)
    assert (code, message.count("\n")) == (1, 1)
    assert message.startswith(f"cannot write {target}: File too large")
    assert target.read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "source.nq"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_behind_standard_output_is_reported(source: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        code, message = run(source, "-", "nq", stdout=full)
    assert code == 1
    assert message.startswith("cannot write -: No space left on device")


def test_standard_output_gets_the_bytes_of_the_file(source: Path, dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, tmp_path / "graph.trig")
    with (tmp_path / "stdout").open("wb") as stream:
        assert run(source, "-", "trig", stdout=stream) == (0, "")
    assert (tmp_path / "stdout").read_bytes() == (tmp_path / "graph.trig").read_bytes()
