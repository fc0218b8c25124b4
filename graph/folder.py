"""A store's folder: what lies where, and which snapshot readers are shown.

camket.json      format version and base IRI
records.sqlite   the stored articles, the source of truth; the writer's alone
snapshots/N/     an Oxigraph database each, never changed once it is there
snapshots/N.sqlite   its index, see `camket.graph.search`
current          symbolic link to the snapshot that readers open (a file that names it where links cannot be made)
work/            a snapshot in the making; gone when a build has ended
served-*/        copies of snapshots without what a running `camket serve` hides; gone when it has ended, unless it was
                 killed: then they may be deleted
"""

import json
import os
import shutil
from pathlib import Path
from typing import Final

from camket.graph.errors import StoreError, StoreVersionError

FORMAT: Final = 1
"""The version of this layout and of the records; raised when an older Camket could not read them."""

_ABOUT: Final = "camket.json"
_CURRENT: Final = "current"
_INDEX: Final = ".sqlite"


class StoreFolder:
    """The folder of a store that exists. `base` is the IRI under which its things live."""

    def __init__(self, path: Path, base: str) -> None:
        self.path = path
        self.base = base

    @property
    def records(self) -> Path:
        """The database of the stored articles."""
        return self.path / "records.sqlite"

    @property
    def work(self) -> Path:
        """Where the next snapshot is made."""
        return self.path / "work"

    def snapshot(self, number: int) -> Path:
        """The folder of a snapshot."""
        return self.path / "snapshots" / str(number)

    def index(self, number: int) -> Path:
        """The index of a snapshot; one that another Camket has made may be missing or of another version."""
        return self.path / "snapshots" / f"{number}{_INDEX}"

    def current(self) -> int | None:
        """The number of the snapshot that readers are shown, None before the first build has ended."""
        link = self.path / _CURRENT
        try:
            name = os.readlink(link) if link.is_symlink() else link.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        number = Path(name.strip()).name
        if not number.isdecimal():
            raise StoreError(f"{link} names no snapshot: the store is damaged, build it anew")
        return int(number)

    def numbers(self) -> list[int]:
        """The numbers of the snapshots there are."""
        folder = self.path / "snapshots"
        return (
            sorted(int(entry.name) for entry in folder.iterdir() if entry.name.isdecimal()) if folder.is_dir() else []
        )

    def show(self, number: int) -> None:
        """Point readers at a snapshot, in one step: they see the one before or this, never neither."""
        target, link, new = Path("snapshots") / str(number), self.path / _CURRENT, self.path / "current.new"
        new.unlink(missing_ok=True)
        try:
            new.symlink_to(target, target_is_directory=True)
        except (OSError, NotImplementedError):
            new.write_text(target.as_posix(), encoding="ascii")
        new.replace(link)

    def prune(self, keep: set[int]) -> None:
        """Delete all snapshots but those in `keep`, and what an interrupted build has left."""
        for number in self.numbers():
            if number not in keep:
                shutil.rmtree(self.snapshot(number))
        kept = {self.index(number) for number in keep}
        for index in (self.path / "snapshots").glob(f"*{_INDEX}*"):
            if index not in kept:
                index.unlink()
        self.clear_work()

    def clear_work(self) -> None:
        """Delete the snapshot in the making, if there is one."""
        if self.work.exists():
            shutil.rmtree(self.work)


def find(path: Path) -> StoreFolder:
    """The store at `path`. Raises StoreError where there is none, StoreVersionError where it is of a newer format."""
    about = path / _ABOUT
    if not path.exists():
        raise StoreError(f"no store at {path}: make one with `camket build SOURCE... --store {path}`")
    if not path.is_dir():
        raise StoreError(f"{path} is a file, not a store: name a store's folder")
    if not about.is_file():
        raise StoreError(f"{path} is no Camket store: make one with `camket build SOURCE... --store FOLDER`")
    try:
        said = json.loads(about.read_text(encoding="utf-8"))
        version, base = int(said["format"]), str(said["base"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{about} is damaged ({error}): build the store anew in another folder") from error
    if version > FORMAT:
        raise StoreVersionError(
            f"{path} was written by a newer Camket (format {version}, here {FORMAT}): update Camket"
        )
    return StoreFolder(path, base)


def find_or_make(path: Path, base: str | None, default: str) -> StoreFolder:
    """The store at `path`; where there is nothing, or an empty folder, a new one.

    base: the IRI its things are to live under; None for whatever the store has, `default` for a new one.
    Raises StoreError where `path` holds something else, or a store with another base.
    """
    about = path / _ABOUT
    if not about.exists():
        if path.is_dir() and not all(entry.name.startswith(_ABOUT) for entry in path.iterdir()):
            raise StoreError(f"{path} is not empty and is no Camket store: name another folder")
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path} is a file: name a folder for the store")
        path.mkdir(parents=True, exist_ok=True)
        new = path / f"{_ABOUT}.{os.getpid()}"
        new.write_text(json.dumps({"format": FORMAT, "base": base or default}) + "\n", encoding="utf-8")
        new.replace(about)
    folder = find(path)
    if base is not None and base != folder.base:
        raise StoreError(
            f"{path} was made with --base {folder.base}, not {base}: leave --base out or name another store"
        )
    return folder
