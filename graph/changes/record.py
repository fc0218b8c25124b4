"""What of a graph is compared with another: articles, people, bodies and places, posts, promises, what became of them.

Each is an entry: whatever identifies it, what it is called, and what of it may change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from camket.graph.lookup import CLASSES
from camket.graph.store import Dataset
from camket.graph.views.rows import Row, select
from camket.graph.views.steps import steps
from camket.graph.views.undertakings import KINDS, Choice, Undertaking, undertakings

_ARTICLES: Final = """SELECT DISTINCT ?x ?article ?published ?from ?title ?outlet ?text WHERE {
  ?x a schema:NewsArticle ; dcterms:identifier ?article .
  OPTIONAL { ?x schema:datePublished ?published } OPTIONAL { ?x ck:dateFrom ?from }
  OPTIONAL { ?x schema:headline ?title }
  OPTIONAL { ?x schema:publisher ?outlet }
  OPTIONAL { ?x schema:sha256 ?text }
}"""
_THINGS: Final = f"""SELECT DISTINCT ?x ?kind ?name WHERE {{
  [] schema:mentions ?x . ?x a ?class ; skos:prefLabel ?name .
  VALUES (?class ?kind) {{ {" ".join(f'({term} "{kind}")' for term, kind in CLASSES.items())} }}
}}"""
_POSTS: Final = """SELECT DISTINCT ?who ?name ?role ?body ?post ?former ?on ?from ?article ?words WHERE {
  ?x a org:Membership ; org:member ?who ; org:role/skos:prefLabel ?role .
  ?who skos:prefLabel ?name .
  OPTIONAL { ?x org:organization/skos:prefLabel ?body }
  OPTIONAL { ?x ck:post/skos:prefLabel ?post }
  OPTIONAL { ?x ck:former ?former }
  OPTIONAL { ?x ck:attestedOn ?on } OPTIONAL { ?x ck:dateFrom ?from }
  ?x prov:wasDerivedFrom/dcterms:identifier ?article ; ck:evidence/oa:hasSelector/oa:exact ?words .
}"""
_READ_BY: Final = """SELECT DISTINCT ?version ?pipeline WHERE {
  ?x a prov:Activity ; schema:softwareVersion ?version . OPTIONAL { ?x ck:pipeline ?pipeline }
}"""
_LOCAL: Final = "#"  # in the IRI of what belongs to one article: groups and private people


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is compared.

    key: what makes it the same in both graphs. about: what it is in a word (`pledge`, `person`, `kept`). title: what it
    is called. article, published: where it stands; `order` puts the entries of a part in order. fields: what of it may
    change.
    """

    key: str
    about: str
    title: str
    article: str | None
    published: str | None
    order: tuple[str | int, ...] = field(repr=False, compare=False)
    fields: Mapping[str, str] = field(default_factory=dict, repr=False)


Part = dict[str, Entry]
"""Entries by their keys."""

PARTS: Final = ("articles", "names", "posts", "promises", "steps")


@dataclass(frozen=True, slots=True)
class Record:
    """What is compared of a graph. parts: by the names of PARTS. read_by: the versions that read its articles."""

    parts: dict[str, Part]
    read_by: tuple[str, ...]


def record(dataset: Dataset) -> Record:
    """The record of a graph."""
    promises = undertakings(dataset, Choice(kinds=tuple(KINDS)))
    parts = {
        "articles": _part(map(_article, select(dataset, _ARTICLES))),
        "names": _part(_name(row) for row in select(dataset, _THINGS) if _LOCAL not in row["x"]),
        "posts": _first_of_each(map(_post, select(dataset, _POSTS))),
        "promises": _part(map(_promise, promises)),
        "steps": _part(_steps(dataset, promises)),
    }
    read_by = {f"{row['version']} {row.get('pipeline', '')}".strip() for row in select(dataset, _READ_BY)}
    return Record(parts, tuple(sorted(read_by)))


def _part(entries: Iterable[Entry]) -> Part:
    return {entry.key: entry for entry in entries}


def _first_of_each(entries: Iterable[Entry]) -> Part:
    """Of entries with one key the first."""
    part: Part = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        part.setdefault(entry.key, entry)
    return part


def _article(row: Row) -> Entry:
    title = row.get("title", "")
    changing = {"text": row.get("text", ""), "title": title, "outlet": row.get("outlet", "")}
    return Entry(
        key=row["x"],
        about="article",
        title=title or row.get("outlet", ""),
        article=row["article"],
        published=row.get("published"),
        order=(row.get("from", ""), row["article"]),
        fields=changing | {"date": row.get("published", "")},
    )


def _name(row: Row) -> Entry:
    named = {"name": row["name"]}
    return Entry(row["x"], row["kind"], row["name"], None, None, (row["kind"], row["name"], row["x"]), named)


def _post(row: Row) -> Entry:
    post = row.get("post") or " ".join(filter(None, (row["role"], row.get("body"))))
    former = row.get("former") == "true"
    return Entry(
        key=f"{row['who']} {post} {former}",
        about="former post" if former else "post",
        title=f"{row['name']}: {post}",
        article=row["article"],
        published=row.get("on"),
        order=(row.get("from", ""), row["article"], row["name"], post),
    )


def _promise(one: Undertaking) -> Entry:
    return Entry(
        key=one.iri,
        about=one.kind,
        title=_told(one),
        article=one.article,
        published=one.published,
        order=one.order,
        fields={
            "kind": one.kind,
            "who": "; ".join(one.who),
            "words": one.words,
            "number": "; ".join(map(str, one.figures)),
            "due": one.due or "",
            "to": "; ".join(one.to),
            "said by": "; ".join(one.by),
            "condition": one.condition or "",
        },
    )


def _told(one: Undertaking) -> str:
    return f"{', '.join(one.who)}: {one.words}"


def _steps(dataset: Dataset, promises: Iterable[Undertaking]) -> Iterable[Entry]:
    told = {one.iri: one for one in promises}
    for step in steps(dataset):
        earlier = told.get(step.earlier)
        promise = f"{_told(earlier)} ({_source(earlier.article, earlier.published)})" if earlier else step.earlier
        title = f"{promise} ← {step.words}"
        yield Entry(
            key=f"{step.step} {step.article} {title}",
            about=step.step,
            title=title,
            article=step.article,
            published=step.published,
            order=step.order,
        )


def _source(article: str, published: str | None) -> str:
    return f"{published} {article}" if published else article
