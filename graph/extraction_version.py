"""Which extraction read an article: a digest of all that its facts depend on, so that nothing stale is kept."""

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

_PARTS: Final = ("camket.graph.extraction", "camket.ontology.lexicon", "camket.ontology.reference")
_SUFFIXES: Final = (".py", ".toml", ".ttl")
_DIGITS: Final = 12


def extraction_version() -> str:
    """The first hex digits of a SHA-256 over the names and contents of the extraction's code and data files."""
    digest = hashlib.sha256()
    for part in _PARTS:
        for name, content in _files(resources.files(part), part):
            digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:_DIGITS]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_SUFFIXES):
            yield f"{name}/{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")
