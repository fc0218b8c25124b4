"""What became of undertakings: the later facts that say again, change, keep, miss or decline them, with their words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from camket.graph.identity.life.relation import Relation
from camket.graph.identity.life.status import step_of
from camket.graph.store import Dataset
from camket.graph.views.rows import iri_list, select

_STEPS: Final = """SELECT DISTINCT ?property ?later ?earlier ?words ?start ?due ?before ?on ?said ?article
    ?title ?outlet ?url ?published ?from ?because WHERE {{
  VALUES ?property {{ {properties} }}
  {chosen}
  ?later ?property ?earlier ; ck:evidence/oa:hasSelector ?selector ; prov:wasDerivedFrom ?source .
  ?selector oa:exact ?words ; oa:start ?start .
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?later ck:due ?due }}
  OPTIONAL {{ ?earlier ck:due ?before }}
  OPTIONAL {{ ?later ck:saidOn ?on }}
  OPTIONAL {{ ?later ck:statedIn/ck:saidOn ?said }}
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
  OPTIONAL {{ ?source schema:headline ?title }}
  OPTIONAL {{ ?source schema:publisher ?outlet }}
  OPTIONAL {{ ?source schema:url ?url }}
  OPTIONAL {{ ?step ck:laterFact ?later ; ck:earlierFact ?earlier ; ck:relation ?property ; ck:because ?because }}
}}"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that became of an undertaking.

    step: a Status or `restated`; relation: the link. earlier, later: IRIs of the undertaking and of the fact that tells
    it; words: the clause of the latter. said: the day it was said where the text gives one (EDTF). due: the deadline
    that the later fact sets. because: why they are linked, the arithmetic included. from_day: the first day of
    publication, "" if unknown.
    """

    step: str
    relation: Relation
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
    because: str | None
    from_day: str = field(repr=False)
    order: tuple[Any, ...] = field(repr=False, compare=False)


def steps(dataset: Dataset, chosen: str = "") -> list[Step]:
    """All steps, or those that a graph pattern of `?earlier` and `?later` chooses, by publication of the later fact."""
    properties = " ".join(f"ck:{relation.value}" for relation in Relation)
    rows = select(dataset, _STEPS.format(properties=properties, chosen=chosen))
    found = {}
    for row in rows:
        relation = Relation(row["property"].rpartition("#")[2])
        step = Step(
            step=step_of(relation, row.get("before"), row.get("due")),
            relation=relation,
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
            because=row.get("because"),
            from_day=row.get("from", ""),
            order=(row.get("from", ""), row["article"], int(row["start"]), row["later"], row["earlier"], relation),
        )
        found[step.order] = step
    return [found[order] for order in sorted(found)]


def steps_of(dataset: Dataset, undertakings: Iterable[str]) -> list[Step]:
    """The steps of these undertakings, by their IRIs."""
    return steps(dataset, f"VALUES ?earlier {{ {iri_list(tuple(undertakings))} }}")
