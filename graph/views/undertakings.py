"""Undertakings as records: who is to do what, for whom, by when, how much, said by whom, in which article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket.graph import edtf
from camket.graph.errors import QueryError, UsageError
from camket.graph.store import Dataset
from camket.graph.views.figures import MEASURES, Figure
from camket.graph.views.rows import Row, iri_list, select, text

KINDS = {"pledge": "ck:Pledge", "goal": "ck:Goal", "directive": "ck:Directive", "expectation": "ck:Expectation"}
COMMITMENTS = ("pledge", "goal")

_SLOTS = {"who": "ck:actor", "to": "ck:beneficiary", "by": "ck:statedBy"}

_MAIN = """SELECT DISTINCT ?x ?kind ?words ?start ?cue ?due ?condition ?article ?published ?from ?title WHERE {{
  {chosen}
  ?x ck:evidence/oa:hasSelector ?selector ; prov:wasDerivedFrom ?source .
  ?selector oa:exact ?words ; oa:start ?start .
  ?source dcterms:identifier ?article .
  OPTIONAL {{ ?x ck:cue ?cue }}
  OPTIONAL {{ ?x ck:due ?due }}
  OPTIONAL {{ ?x ck:condition ?condition }}
  OPTIONAL {{ ?source schema:datePublished ?published }} OPTIONAL {{ ?source ck:dateFrom ?from }}
  OPTIONAL {{ ?source schema:headline ?title }}
}}"""
_PEOPLE = """SELECT DISTINCT ?x ?slot ?thing ?name WHERE {{
  {chosen}
  VALUES (?property ?slot) {{ {slots} }}
  ?x ?property ?thing . ?thing skos:prefLabel ?name .
}}"""

_ARTICLE = "SELECT DISTINCT ?article WHERE {{ <{iri}> prov:wasDerivedFrom/dcterms:identifier ?article }}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which undertakings to show; every field narrows. `by`, `to`, `stated_by`: any of these IRIs, None for anyone."""

    kinds: tuple[str, ...] = COMMITMENTS
    by: list[str] | None = None
    to: list[str] | None = None
    stated_by: list[str] | None = None
    due_before: str | None = None  # EDTF: the deadline's last day is before its first day
    due_after: str | None = None  # EDTF: the deadline's last day is after its last day
    with_number: bool = False
    without_deadline: bool = False
    article: str | None = None
    iris: tuple[str, ...] | None = None  # these, whatever their kind

    def pattern(self) -> str:
        """The graph pattern that binds `?x` and `?kind`."""
        kinds = " ".join(f'({KINDS[kind]} "{kind}")' for kind in self.kinds)
        parts = [] if self.iris is None else [f"VALUES ?x {{ {iri_list(self.iris)} }}"]
        for name, property, iris in (("by", "ck:actor", self.by), ("to", "ck:beneficiary", self.to),
                                     ("stated", "ck:statedBy", self.stated_by)):  # fmt: skip
            if iris is not None:
                parts.append(f"VALUES ?{name}_party {{ {iri_list(iris)} }} ?x {property} ?{name}_party .")
        parts.append(f"VALUES (?class ?kind) {{ {kinds} }} ?x a ?class .")
        if self.due_before or self.due_after:
            parts.append("?x ck:due ?deadline ; ck:dateBy ?last .")
        if self.due_before:
            parts.append(f'FILTER (?last < "{edtf.first_day(self.due_before)}"^^xsd:date)')
        if self.due_after:
            parts.append(f'FILTER (?last > "{edtf.last_day(self.due_after)}"^^xsd:date)')
        if self.with_number:
            parts.append("FILTER EXISTS { ?x ck:measure ?any }")
        if self.without_deadline:
            parts.append("FILTER NOT EXISTS { ?x ck:due ?none }")
        if self.article is not None:
            parts.append(f"?x prov:wasDerivedFrom/dcterms:identifier {text(self.article)} .")
        return "\n  ".join(parts)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking; names are preferred names. `words` is the clause that says it, character for character."""

    iri: str
    kind: str
    who: tuple[str, ...]
    words: str
    figures: tuple[Figure, ...]
    due: str | None
    to: tuple[str, ...]
    by: tuple[str, ...]
    condition: str | None
    cue: str | None
    article: str
    published: str | None
    title: str | None
    order: tuple[Any, ...] = field(repr=False, compare=False)


def chosen_kinds(names: Sequence[str]) -> tuple[str, ...]:
    """The kinds that a user's words mean: `all` is every kind, none at all pledges and goals."""
    if "all" in names:
        return tuple(KINDS)
    return tuple(dict.fromkeys(names)) or COMMITMENTS


def check_choice(choice: Choice) -> None:
    """Raises UsageError where a kind is unknown, a date is none, or two wishes exclude each other."""
    for kind in choice.kinds:
        if kind not in KINDS:
            raise UsageError(f"no kind of undertaking is called {kind!r}: use all, {', '.join(KINDS)}")
    for date in (choice.due_before, choice.due_after):
        if date is not None and not edtf.is_edtf(date):
            raise UsageError(f"{date!r} is no date: write 2025, 2025-06 or 2025-06-30")
    if choice.without_deadline and (choice.due_before or choice.due_after):
        raise UsageError("without a deadline nothing is due before or after a day: leave one of the two out")


def undertakings(dataset: Dataset, choice: Choice | None = None) -> list[Undertaking]:
    """The undertakings chosen, by the article's date, its id, and place in its text. Raises UsageError (see above)."""
    choice = choice or Choice()
    check_choice(choice)
    chosen = choice.pattern()
    slots = " ".join(f'({term} "{slot}")' for slot, term in _SLOTS.items())
    people: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in select(dataset, _PEOPLE.format(chosen=chosen, slots=slots)):
        people[row["x"], row["slot"]].append(row["name"])
    numbers: dict[str, list[Row]] = defaultdict(list)
    for row in select(dataset, MEASURES.format(chosen=chosen)):
        numbers[row["x"]].append(row)
    found = [
        _record(row, {slot: sorted(people[row["x"], slot]) for slot in _SLOTS}, figures(numbers[row["x"]]))
        for row in select(dataset, _MAIN.format(chosen=chosen))
    ]
    return sorted(found, key=lambda undertaking: undertaking.order)


def check_article(dataset: Dataset, article: str) -> None:
    """Raises QueryError where no article has this id."""
    if not select(
        dataset, f"SELECT ?x WHERE {{ ?x a schema:NewsArticle ; dcterms:identifier {text(article)} }} LIMIT 1"
    ):
        raise QueryError(f"no article {article!r} is in the store: `camket commitments` names the articles")


def undertaking(dataset: Dataset, iri: str) -> Undertaking | None:
    """The undertaking with this IRI; None where there is none."""
    articles = [row["article"] for row in select(dataset, _ARTICLE.format(iri=iri))]
    found = undertakings(dataset, Choice(kinds=tuple(KINDS), article=articles[0])) if articles else []
    return next((one for one in found if one.iri == iri), None)


def figures(rows: Iterable[Row]) -> tuple[Figure, ...]:
    """The measures in rows of `?measure ?indicator ?comparator ?value ...`, in a fixed order."""
    ordered = sorted(rows, key=lambda row: row["measure"])
    return tuple(
        Figure(
            row["indicator"], row["comparator"], row["value"], row.get("upper"), row["unit"], row.get("change"),
            row.get("period"),
        )
        for row in ordered
    )  # fmt: skip


def _record(row: Row, people: dict[str, list[str]], measures: tuple[Figure, ...]) -> Undertaking:
    return Undertaking(
        iri=row["x"],
        kind=row["kind"],
        who=tuple(people["who"]),
        words=row["words"],
        figures=measures,
        due=row.get("due"),
        to=tuple(people["to"]),
        by=tuple(people["by"]),
        condition=row.get("condition"),
        cue=row.get("cue"),
        article=row["article"],
        published=row.get("published"),
        title=row.get("title"),
        order=(row.get("from", ""), row["article"], int(row["start"]), row["x"]),
    )
