"""The ledger: sentences with the cue of a commitment that became no fact, and why."""

from collections import Counter
from dataclasses import dataclass

from camket.graph.errors import UsageError
from camket.graph.facts import Reason
from camket.graph.store import Dataset
from camket.graph.views.rows import select, text

REASONS = tuple(reason.value for reason in Reason)

_QUERY = """SELECT DISTINCT ?x ?why ?label ?cue ?words ?start ?article ?published ?from WHERE {{
  ?x a ck:Abstention ; ck:reason ?why ; ck:cue ?cue ; ck:evidence/oa:hasSelector ?selector .
  ?x prov:wasDerivedFrom ?source .
  ?selector oa:exact ?words ; oa:start ?start .
  ?source dcterms:identifier ?article .
  {narrowed}
  OPTIONAL {{ ?why skos:prefLabel ?label }}
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
}}"""


@dataclass(frozen=True, slots=True)
class Abstention:
    """One sentence that gave no fact. `reason` is the concept's local name, `reason_vi` its Vietnamese label."""

    reason: str
    reason_vi: str | None
    cue: str
    words: str
    article: str
    published: str | None
    iri: str


def abstentions(dataset: Dataset, *, article: str | None = None, reason: str | None = None) -> list[Abstention]:
    """The ledger by reason, then article date, id and place in the text; of one article or reason where given.

    Raises UsageError for a reason that there is not.
    """
    if reason is not None and reason not in REASONS:
        raise UsageError(f"no reason is called {reason!r}: use {', '.join(REASONS)}")

    narrowed = f"FILTER (?article = {text(article)})" if article is not None else ""
    if reason is not None:
        narrowed += f" FILTER (STRENDS(STR(?why), {text('#' + reason)}))"
    rows = select(dataset, _QUERY.format(narrowed=narrowed))
    rows.sort(key=lambda r: (r["why"], r.get("from", ""), r["article"], int(r["start"]), r["x"]))
    return [
        Abstention(
            reason=row["why"].rpartition("#")[2],
            reason_vi=row.get("label"),
            cue=row["cue"],
            words=row["words"],
            article=row["article"],
            published=row.get("published"),
            iri=row["x"],
        )
        for row in rows
    ]


def by_reason(found: list[Abstention]) -> dict[str, int]:
    """How many sentences each reason kept out, the most frequent first."""
    counts = Counter(abstention.reason for abstention in found)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
