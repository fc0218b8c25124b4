"""What became of undertakings: the later facts that say again, change, keep, miss or decline them, with their words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from camket.graph.store import Dataset
from camket.graph.views.rows import iri_list, select

STEPS: Final = {
    "restates": "restated",
    "revises": "revised",
    "renews": "renewed",
    "refuses": "refused",
    "fulfils": "kept",
    "partlyFulfils": "partly kept",
    "misses": "missed",
}
"""What happened to the earlier undertaking, by the local name of the property that links the later fact with it."""

MOVED: Final = "moved"
"""The step of an undertaking that is revised to another deadline."""

_STEPS: Final = """SELECT DISTINCT ?property ?later ?earlier ?words ?start ?due ?before ?on ?said ?article
    ?title ?outlet ?url ?published ?from WHERE {{
  VALUES ?property {{ {properties} }}
  {chosen}
  ?later ?property ?earlier ; ck:evidence/oa:hasSelector ?selector ; prov:wasDerivedFrom ?source .
  ?selector oa:exact ?words ; oa:start ?start .
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?later ck:due ?due }}
  OPTIONAL {{ ?earlier ck:due ?before }}
  OPTIONAL {{ ?later ck:saidOn ?on }}
  OPTIONAL {{ ?later ck:statedIn/ck:saidOn ?said }}
  OPTIONAL {{ ?source schema:datePublished ?published ; ck:dateFrom ?from }}
  OPTIONAL {{ ?source schema:headline ?title }}
  OPTIONAL {{ ?source schema:publisher ?outlet }}
  OPTIONAL {{ ?source schema:url ?url }}
}}"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that became of an undertaking.

    step: of STEPS, or `moved`. earlier, later: IRIs of the undertaking and of the fact that tells it; words: the clause
    of the latter. said: the day it was said where the text gives one (EDTF). due: the deadline that the later fact
    sets. from_day: the first day of publication, "" if unknown.
    """

    step: str
    earlier: str
    later: str
    words: str
    said: str | None
    due: str | None
    article: str
    published: str | None
    title: str | None
    outlet: str | None
    url: str | None
    from_day: str = field(repr=False)
    order: tuple[Any, ...] = field(repr=False, compare=False)


def steps(dataset: Dataset, chosen: str = "") -> list[Step]:
    """All steps, or those that a graph pattern of `?earlier` and `?later` chooses, by publication of the later fact."""
    properties = " ".join(f"ck:{name}" for name in STEPS)
    rows = select(dataset, _STEPS.format(properties=properties, chosen=chosen))
    found = {}
    for row in rows:
        name = row["property"].rpartition("#")[2]
        moved = name == "revises" and row.get("due") is not None and row.get("due") != row.get("before")
        step = Step(
            step=MOVED if moved else STEPS[name],
            earlier=row["earlier"],
            later=row["later"],
            words=row["words"],
            said=row.get("on") or row.get("said"),
            due=row.get("due"),
            article=row["article"],
            published=row.get("published"),
            title=row.get("title"),
            outlet=row.get("outlet"),
            url=row.get("url"),
            from_day=row.get("from", ""),
            order=(row.get("from", ""), row["article"], int(row["start"]), row["later"], row["earlier"], name),
        )
        found[step.order] = step
    return [found[order] for order in sorted(found)]


def steps_of(dataset: Dataset, undertakings: Iterable[str]) -> list[Step]:
    """The steps of these undertakings, by their IRIs."""
    return steps(dataset, f"VALUES ?earlier {{ {iri_list(tuple(undertakings))} }}")
