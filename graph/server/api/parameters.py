"""What the page asks with: parameters of an address, each checked, wrong ones told in one line."""

from datetime import date
from typing import Final

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from camket.graph.queries.named import is_iri
from camket.graph.search.choice import Choice
from camket.graph.views.undertakings import chosen_kinds

LONGEST_WORDS: Final = 500
MOST_VALUES: Final = 100
"""So many values of one parameter are taken."""

_SAID: Final = {"yes": True, "no": False, "1": True, "0": False}


def choice(given: QueryParams) -> Choice:
    """Which commitments are meant: `q`, `number` and `deadline` (yes, no), any number of the other fields;

    `on`: the day on which statuses are meant (default: today).
    """
    words = given.get("q", "")
    if len(words) > LONGEST_WORDS:
        raise HTTPException(400, f"q=...: {len(words)} characters; search with at most {LONGEST_WORDS}")
    return Choice(
        kinds=chosen_kinds(_several(given, "kind")),
        words=words,
        actors=_several(given, "actor"),
        speakers=_several(given, "speaker"),
        beneficiaries=_several(given, "beneficiary"),
        outlets=_several(given, "outlet"),
        years=tuple(_year(value) for value in _several(given, "year")),
        number=_said(given, "number"),
        deadline=_said(given, "deadline"),
        statuses=_several(given, "status"),
        on=day(given, "on"),
    )


def number(given: QueryParams, name: str, default: int, greatest: int) -> int:
    """A whole number from 0 to `greatest`."""
    value = given.get(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value[:9]) > greatest or len(value) > 9:
        raise HTTPException(400, f"{name}={value[:40]}: a number from 0 to {greatest}")
    return int(value)


def day(given: QueryParams, name: str) -> date:
    """A day, today if none is given."""
    value = given.get(name, "")
    if not value:
        return date.today()
    try:
        if len(value) == len("2030-01-31"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise HTTPException(400, f"{name}={value[:40]}: write a day as 2030-01-31")


def thing(given: QueryParams, base: str) -> str:
    """The IRI that `iri` names, whole or without the base."""
    value = given.get("iri", "")
    if not value:
        raise HTTPException(400, "which one? Give its IRI: ?iri=person/Tô_Lâm")
    return value if value.startswith(base) else base + value


def is_article(iri: str, base: str) -> bool:
    """Whether an IRI can be an article's."""
    return iri.startswith(f"{base}article/") and is_iri(iri)


def _several(given: QueryParams, name: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(value for value in given.getlist(name) if value))
    if len(values) > MOST_VALUES:
        raise HTTPException(400, f"{name}=...: {len(values)} values; choose at most {MOST_VALUES}")
    return values


def _year(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 4:
        raise HTTPException(400, f"year={value[:40]}: write a year as 2030, or 0 for what has no deadline")
    return int(value)


def _said(given: QueryParams, name: str) -> bool | None:
    value = given.get(name, "")
    if value and value not in _SAID:
        raise HTTPException(400, f"{name}={value[:40]}: yes or no")
    return _SAID.get(value)
