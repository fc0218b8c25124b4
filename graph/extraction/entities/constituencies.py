"""Whom a deputy of the National Assembly stands for: "Đại biểu X (Sơn Hà)" is "Đại biểu Quốc hội Sơn Hà"."""

from collections.abc import Iterable

from camket.graph.extraction.entities.named_bodies import body_key
from camket.graph.extraction.entities.person_phrases import Claim
from camket.graph.extraction.reading import Mark, Reading
from camket.graph.extraction.text.tokenizer import fold

_ASSEMBLY = "Quốc hội"
_DEPUTY = ("đại biểu", "đbqh")
_DELEGATION = "đoàn"  # "(đoàn Sơn Hà)"


def constituencies(reading: Reading, claims: Iterable[Claim]) -> dict[str, str]:
    """The province that each deputy of whom one is told stands for, by person, as worded."""
    found: dict[str, str] = {}
    for claim in claims:
        place = constituency(reading, claim) if fold(claim.post.role) in _DEPUTY else None
        if place:
            found.setdefault(claim.person, reading.slice(reading.span(place.first, place.last)))
    return found


def constituency(reading: Reading, claim: Claim) -> Mark | None:
    """The province in brackets, or after a dash, behind the holder's name."""
    at = reading.token_at(claim.evidence.end - 1) + 1
    if reading.words[at : at + 1] not in (["("], ["-"], ["–"]):
        at = max((t for t in reading.tokens(claim.evidence) if reading.words[t] == "("), default=at)
    first = at + 2 if reading.norms[at + 1 : at + 2] == [_DELEGATION] else at + 1
    place = reading.marks.get(first)
    return place if place and reading.place_levels.get(place.entity) in ("province", "city") else None


def role_of_deputy(role: str, organization: str | None, place: str | None) -> str:
    """The role with the deputy's province in it; the same role where it is another, or no province is told."""
    deputy = organization == body_key(_ASSEMBLY) and fold(role) in _DEPUTY
    return f"Đại biểu {_ASSEMBLY} {place}" if deputy and place else role
