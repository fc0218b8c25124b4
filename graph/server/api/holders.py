"""Who held the posts whose holders facts do not name, where the graph knows it on the article's date."""

from collections.abc import Iterable, Sequence
from typing import Final

from camket.graph.search.facts import Holder, ShownFact, Thing
from camket.graph.store import Dataset
from camket.graph.views.rows import select

_HOLDERS: Final = """SELECT DISTINCT ?article ?post ?iri ?name ?basis WHERE {{
  VALUES (?article ?post) {{ {pairs} }}
  ?r a ck:PostResolution ; prov:wasDerivedFrom ?article ; ck:post ?post ; ck:holder ?iri ; ck:basis ?why .
  ?iri skos:prefLabel ?name .
  BIND (STRAFTER(STR(?why), "#") AS ?basis)
}}"""


def name_holders(dataset: Dataset, facts: Iterable[tuple[str, ShownFact]]) -> None:
    """Put its holder to every post in the parts of facts; each fact comes with the IRI of its article."""
    posts: dict[tuple[str, str], list[Thing]] = {}
    for article, fact in facts:
        for thing in (thing for things in fact["parts"].values() for thing in things if thing["kind"] == "post"):
            posts.setdefault((article, thing["iri"]), []).append(thing)
    for article, post, holder in _known(dataset, sorted(posts)):
        for thing in posts[article, post]:
            thing["holder"] = holder


def _known(dataset: Dataset, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str, Holder]]:
    if not pairs:
        return []
    told = " ".join(f"(<{article}> <{post}>)" for article, post in pairs)
    return [
        (row["article"], row["post"], Holder(iri=row["iri"], name=row["name"], kind="person", basis=row["basis"]))
        for row in select(dataset, _HOLDERS.format(pairs=told))
    ]
