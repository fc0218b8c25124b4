"""Roles, ranks, indicators and units: which concept some words of an article stand for."""

from collections.abc import Mapping
from typing import Final

from camket.graph.rdf.iris import concept_name, named

NO_UNIT: Final = "không đơn vị"
"""What the unit of a bare number is called; its notation is the empty string."""


class Concepts:
    """Finds the concept of a wording: that of the reference data which bears it as a name, else one of its own.

    known: IRIs of the reference data's concepts, by folder (`role`, `rank`, `unit` ...) and case-folded name.
    """

    def __init__(self, base: str, known: Mapping[tuple[str, str], str] | None = None) -> None:
        self._base = base
        self._known = known or {}

    def role(self, words: str) -> str:
        """The IRI of a role ("Bí thư")."""
        return self._find("role", concept_name(words))

    def rank(self, words: str) -> str:
        """The IRI of a rank ("Đại tướng")."""
        return self._find("rank", concept_name(words))

    def indicator(self, words: str) -> str:
        """The IRI of an indicator ("Thu ngân sách")."""
        return self._find("indicator", concept_name(words))

    def unit(self, notation: str) -> str:
        """The IRI of a unit by its notation (`VND`, `%`, "hộ")."""
        return self._find("unit", notation or NO_UNIT)

    def _find(self, folder: str, name: str) -> str:
        return self._known.get((folder, name.casefold())) or named(folder, name, self._base)
