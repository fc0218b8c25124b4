"""What is installed is what stands in the three folders: no module, sub-package or data file is left out."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FOLDERS = ("cli", "graph", "ontology")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NOT_SHIPPED = {"__pycache__", "node_modules"}
NOT_COPIED = ("*.egg-info", "build", "dist", ".git", ".*_cache", "camket.store", *NOT_SHIPPED)
WEB = "camket/graph/server/web/"
PAGE = {f"{WEB}dist/{name}" for name in ("index.html", "main.js", "main.css", "explorer.html", "licences.txt")}


def shipped_files() -> set[str]:
    """Every file under the three folders but what the page is built of, by the path that it has when installed."""
    found = {
        f"camket/{path.relative_to(ROOT).as_posix()}"
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not NOT_SHIPPED & set(path.parts)
    }
    return {name for name in found if not name.startswith(WEB)}


def pinned(name: str) -> dict[str, str]:
    """The pinned version of each package in a file of requirements."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    requirements = [
        Requirement(line.rstrip("\\ ")) for line in lines if line.strip() and not line.startswith(("#", " "))
    ]
    assert all(re.fullmatch(r"==[^=*,]+", str(requirement.specifier)) for requirement in requirements)
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in requirements}


def test_every_sub_package_is_listed() -> None:
    found = [path.parent for folder in FOLDERS for path in (ROOT / folder).rglob("__init__.py")]
    names = [".".join(["camket", *folder.relative_to(ROOT).parts]) for folder in found]
    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(names)


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_packages_say_that_they_are_typed(folder: str) -> None:
    assert (ROOT / folder / "py.typed").exists()


@pytest.fixture(scope="module", name="wheel")
def _wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the wheel holds that is made from the source archive of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT, source, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    build("sdist", source, folder)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    build("wheel", next((folder / "unpacked").iterdir()), folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_also_by_way_of_the_source_archive(wheel: set[str]) -> None:
    assert {name for name in wheel if not name.startswith(WEB)} == shipped_files()


def test_the_wheel_holds_the_page_and_nothing_that_it_is_built_of(wheel: set[str]) -> None:
    page = {name for name in wheel if name.startswith(WEB)}
    assert page >= PAGE
    assert {name for name in page if not name.startswith(f"{WEB}dist/")} == set()


def test_without_npms_registry_all_but_the_page_is_built(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    nowhere = {"npm_config_registry": "http://127.0.0.1:1", "npm_config_fetch_retries": "0"}
    told = build("wheel", source, tmp_path, **nowhere, npm_config_cache=str(tmp_path / "cache"))
    assert "camket: the page could not be built" in told
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == shipped_files()


def build(kind: str, source: Path, out: Path, **environment: str) -> str:
    """Build a `wheel` or `sdist` of `source` into `out`, with the setuptools of this environment; what it tells."""
    code = f"from setuptools import build_meta; build_meta.build_{kind}({str(out)!r})"
    env = {**os.environ, **environment}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False, env=env
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_python_versions() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.14"


def test_pins_fit_what_is_asked_for() -> None:
    pins = {"constraints.txt": pinned("constraints.txt"), "requirements.lock": pinned("requirements.lock")}
    runtime = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    test = [Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["test"]]
    for name, wanted in (("constraints.txt", runtime + test), ("requirements.lock", runtime)):
        missing = [str(w) for w in wanted if not w.specifier.contains(pins[name].get(canonicalize_name(w.name), "0"))]
        assert missing == [], f"{name} is out of date: run scripts/lock"
    assert pins["requirements.lock"].items() <= pins["constraints.txt"].items()


def test_locked_packages_have_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    page = (ROOT / "graph" / "server" / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock + page + (ROOT / "constraints.txt").read_text(encoding="utf-8")
