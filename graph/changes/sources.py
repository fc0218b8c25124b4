"""What two graphs are read from: a store's folder, or a file of quads as `camket export` writes it."""

import gzip
from pathlib import Path
from typing import BinaryIO, Final, cast

import pyoxigraph

from camket.graph.errors import CamketError, UsageError
from camket.graph.export.selection import Selection
from camket.graph.store import Dataset, open_dataset

FORMATS: Final = {".nq": pyoxigraph.RdfFormat.N_QUADS, ".trig": pyoxigraph.RdfFormat.TRIG}
"""By suffix, which may be followed by `.gz`."""

_GZIP: Final = ".gz"
_GRAPHS: Final = ("graph/entities", "graph/reference")


def open_pair(old: str, new: str) -> tuple[Dataset, Dataset]:
    """The graphs of two locations, of each as much as the other can show.

    An export leaves out private people: they are left out of a store that is compared with one. Raises UsageError where
    a file is no graph of Camket or the two are of different bases, StoreError where a folder is no store, CamketError
    where a file cannot be read.
    """
    kinds = _is_file(old), _is_file(new)
    before, after = (_read(Path(location)) if is_file else open_dataset(location)
                     for location, is_file in zip((old, new), kinds, strict=True))  # fmt: skip
    if before.base != after.base:
        raise UsageError(f"{old} names things under {before.base}, {new} under {after.base}: they cannot be compared")
    if kinds[0] == kinds[1]:
        return before, after
    return (before if kinds[0] else _as_exported(before)), (after if kinds[1] else _as_exported(after))


def _is_file(location: str) -> bool:
    """Whether a location is a file of quads; a folder is a store."""
    path = Path(location)
    if path.is_dir():
        return False
    if _format(path) is None and path.exists():
        known = ", ".join(f"{suffix}, {suffix}{_GZIP}" for suffix in FORMATS)
        raise UsageError(f"{location} is no store and no file of quads: give a store's folder, or one of {known}")
    return _format(path) is not None


def _format(path: Path) -> pyoxigraph.RdfFormat | None:
    plain = path.with_suffix("") if path.suffix == _GZIP else path
    return FORMATS.get(plain.suffix)


def _read(path: Path) -> Dataset:
    store = pyoxigraph.Store()
    try:
        with path.open("rb") as file:
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if path.suffix == _GZIP else file
            store.bulk_load(stream, _format(path))
    except (EOFError, gzip.BadGzipFile) as error:
        raise CamketError(f"{path} cannot be read: it is no whole gzip file: export it again") from error
    except OSError as error:
        raise CamketError(f"{path} cannot be read: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise CamketError(f"{path} cannot be read: {' '.join(str(error).split())}") from error
    return Dataset(store, _base(store, path))


def _base(store: pyoxigraph.Store, path: Path) -> str:
    for graph in store.named_graphs():
        for name in _GRAPHS:
            if isinstance(graph, pyoxigraph.NamedNode) and graph.value.endswith(f"/{name}"):
                return graph.value.removesuffix(name)
    raise UsageError(f"{path} has no graph of Camket in it: write it with `camket export {path.name}`")


def _as_exported(dataset: Dataset) -> Dataset:
    return Selection(dataset).dataset()
