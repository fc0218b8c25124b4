"""Which code and data made something: digests of the files it depends on, so that nothing stale is kept.

They are the same on every machine with the same release, and no developer has to think of raising a number.
"""

import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

EXTRACTION: Final = ("camket.graph.extraction", "camket.ontology.lexicon", "camket.ontology.reference")
NAMING: Final = (
    "camket.graph.identity",
    "camket.graph.extraction.text",
    "camket.ontology.lexicon",
    "camket.ontology.reference",
)
WRITING: Final = (*NAMING, "camket.graph.rdf")

_SUFFIXES: Final = (".py", ".toml", ".ttl")
_DIGITS: Final = 12


def extraction_version() -> str:
    """What an article's facts depend on besides the article."""
    return digest(resources.files(part) for part in EXTRACTION)


def naming_version() -> str:
    """What the stored bearers of names depend on besides an article's facts."""
    return digest(resources.files(part) for part in NAMING)


def writing_version() -> str:
    """What the graph depends on besides the records and the reference data."""
    return digest(resources.files(part) for part in WRITING)


def digest_of(package: str) -> str:
    """What something depends on that one package alone makes."""
    return digest([resources.files(package)])


def digest(folders: Iterable[Traversable]) -> str:
    """The first hex digits of a SHA-256 over names and contents of the code and data files in folders."""
    result = hashlib.sha256()
    for folder in folders:
        for name, content in _files(folder, folder.name):
            result.update(f"{name} {len(content)}\n".encode() + content)
    return result.hexdigest()[:_DIGITS]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_SUFFIXES):
            yield f"{name}/{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")
