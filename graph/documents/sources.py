"""Where articles are read from: files, folders and globs, resolved to files with the ids that their paths give them."""

import glob
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from camket.graph.errors import SourceError, UsageError

SUFFIXES = (".htm", ".html", ".jsonl", ".md", ".txt")
STANDARD_INPUT = "-"


class SourceFile(NamedTuple):
    """A file to read. `identifier` is its path without suffix, relative to the folder that was given."""

    path: Path
    identifier: str


def resolve(sources: Sequence[str]) -> list[str]:
    """`sources` with each glob (`news/**/*.txt`) replaced by what it matches, sorted.

    Raises UsageError where there is no source, a path does not exist or a glob matches nothing: a mistyped name stops
    the build before anything is read.
    """
    if not sources:
        raise UsageError("no source: name files, folders or - for standard input")
    resolved: list[str] = []
    for source in sources:
        if source == STANDARD_INPUT or _exists(source):
            resolved.append(source)
        elif glob.has_magic(source):
            matches = sorted(glob.glob(source, recursive=True))
            if not matches:
                raise UsageError(f"{source}: nothing matches this pattern")
            resolved += matches
        else:
            raise UsageError(f"{source}: no such file or folder")
    return resolved


def files(source: str, on_error: Callable[[SourceError], None]) -> Iterator[SourceFile]:
    """The files of `source`: itself, or those with a known suffix in the folder and the folders below, sorted by path.

    Hidden files and folders are skipped, links to folders are not followed. What cannot be listed or has a name that is
    no text is handed to `on_error`.
    """
    path = Path(source)
    found = _walk(path, on_error) if path.is_dir() else iter([path])
    empty = True
    for file in found:
        empty = False
        identifier = _identifier(file.relative_to(path) if path.is_dir() else PurePath(file.name))
        if identifier is None:
            on_error(SourceError(repr(str(file)), "a file name that is not UTF-8: rename it"))
        else:
            yield SourceFile(file, identifier)
    if empty:
        on_error(SourceError(source, f"no article in this folder ({', '.join(SUFFIXES)})"))


def _walk(folder: Path, on_error: Callable[[SourceError], None]) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        on_error(unreadable(str(folder), error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, on_error)
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


def unreadable(source: str, error: OSError) -> SourceError:
    """The error of a file or folder that the system does not let us read."""
    return SourceError(source, f"cannot be read: {error.strerror or error}")


def _identifier(path: PurePath) -> str | None:
    name = path.with_suffix("").as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of another encoding, which Python keeps as lone surrogates
        return None
    return unicodedata.normalize("NFC", name)  # some file systems hand names out decomposed


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except ValueError:  # a name that can be none
        return False
    except OSError as error:  # no rights on a folder above it
        raise UsageError(f"{source}: cannot be read: {error.strerror or error}") from error
