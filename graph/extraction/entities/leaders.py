"""Leaders abroad whose country is not told with their post ("Tổng thống Obama"): ontology/lexicon/leaders.toml."""

from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold

_YEAR = 4  # characters of a date that are its year


@dataclass(frozen=True, slots=True)
class _Term:
    country: str
    first: int
    last: int


def country_of_leader(reading: Reading, claim: Claim) -> str | None:
    """The country of a known leader's post, where the article is of his years and names it; None else."""
    published = (reading.document.published or "")[:_YEAR]
    if not published.isdigit():
        return None
    person = reading.entities[claim.person]
    for name in (person.name, *person.aliases):
        for term in _terms().get((fold(claim.post.role), fold(name)), ()):
            place = reading.entities.get(f"place/{fold(term.country)}")
            if term.first <= int(published) <= term.last and place and place.mentions:
                return place.name
    return None


@cache
def _terms() -> dict[tuple[str, str], list[_Term]]:
    """The terms of office by post and name."""
    found: dict[tuple[str, str], list[_Term]] = {}
    for leader in lexicon("leaders")["leader"]:
        for post in leader["posts"]:
            for name in leader["names"]:
                found.setdefault((post, name), []).append(_Term(leader["country"], *leader["years"]))
    return found
