"""The values of a declared attribute, for every thing that has any: one query per attribute, however many things."""

import re
from collections import defaultdict
from collections.abc import Iterable

from camket.graph.errors import CamketError
from camket.graph.export.projection import Attribute
from camket.graph.export.rows import rows
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

SEPARATOR = " | "
ELLIPSIS = "…"

Value = str | int | float | bool
_Ordered = tuple[list[str | int], str]  # what the path leads through, as an order; the value


class AttributeReader:
    """Reads attributes of the things of a dataset; each attribute is asked for once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._read: dict[Attribute, dict[str, Value]] = {}

    def value(self, thing: str, attribute: Attribute) -> Value | None:
        """The value of `attribute` for the thing with that IRI; None where it has none.

        Raises CamketError where what the dataset holds is not of the attribute's type.
        """
        if attribute not in self._read:
            self._read[attribute] = self._all(attribute)
        return self._read[attribute].get(thing)

    def _all(self, attribute: Attribute) -> dict[str, Value]:
        found: dict[str, list[_Ordered]] = {}
        if attribute.each:
            found = self._composed(attribute.each, attribute.of)
        for path in attribute.path:
            found = {**self._along(path, attribute), **found}
        return {thing: _one(values, attribute) for thing, values in found.items()}

    def _along(self, path: str, attribute: Attribute) -> dict[str, list[_Ordered]]:
        """The values at the end of `path`, in the order of what its first step leads to."""
        first, _, rest = path.partition("/")
        steps = f"?n {first} ?k . ?k {rest} ?v" if rest and "|" not in path else f"?n {path} ?v . BIND(?v AS ?k)"
        wanted = f'FILTER(LANG(?v) = "{attribute.lang}")' if attribute.lang else ""
        namespace = PREFIXES[attribute.within] if attribute.within else ""
        if namespace:
            wanted = f'FILTER(STRSTARTS(STR(?v), "{namespace}"))'
        found: dict[str, list[_Ordered]] = defaultdict(list)
        for thing, through, value in rows(self._dataset, f"SELECT ?n ?k ?v WHERE {{ {steps} {wanted} }}"):
            found[thing.value].append((_natural(through.value), value.value.removeprefix(namespace)))
        return found

    def _composed(self, each: str, of: Iterable[str]) -> dict[str, list[_Ordered]]:
        """For everything that `each` leads to, the values of the paths `of` it with a space between."""
        parts: dict[tuple[str, str], list[str]] = {
            (thing.value, part.value): []
            for thing, part in rows(self._dataset, f"SELECT DISTINCT ?n ?k WHERE {{ ?n {each} ?k }}")
        }
        for path in of:
            query = f"SELECT DISTINCT ?n ?k ?v WHERE {{ ?n {each} ?k . ?k {path} ?v }}"
            for thing, part, value in sorted(rows(self._dataset, query), key=lambda row: row[2].value):
                parts[thing.value, part.value].append(value.value)
        found: dict[str, list[_Ordered]] = defaultdict(list)
        for (thing_id, part_id), values in parts.items():
            found[thing_id].append((_natural(part_id), " ".join(value for value in values if value)))
        return found


def _one(values: list[_Ordered], attribute: Attribute) -> Value:
    """The values as one, of the attribute's type."""
    in_order = list(dict.fromkeys(value for _, value in sorted(values)))
    if attribute.take == "count":
        return len(in_order)
    if attribute.take == "all":
        return shortened(SEPARATOR.join(in_order), attribute.shorten)
    if attribute.take == "first":
        return _typed(shortened(in_order[0], attribute.shorten), attribute.type)
    typed = [_typed(value, attribute.type) for value in in_order]
    return min(typed) if attribute.take == "least" else max(typed)


def _typed(value: str, type_name: str) -> Value:
    try:
        if type_name == "integer":
            return int(value)
        if type_name == "double":
            return float(value)
    except ValueError as error:
        raise CamketError(f"{value!r} is no {type_name}: mend the dataset or ontology/projection.toml") from error
    return value in ("true", "1") if type_name == "boolean" else value


def shortened(text: str, length: int | None) -> str:
    """`text` on one line, cut at the last word that fits."""
    if length is None:
        return text
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + ELLIPSIS


def _natural(name: str) -> list[str | int]:
    """An order in which `#measure=9,20` comes before `#measure=10,20`."""
    return [int(part) if part.isdigit() else part for part in re.split(r"([0-9]+)", name)]
