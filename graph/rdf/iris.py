"""What things are called: the IRIs of articles, entities and facts ("Identifiers" of the design)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import unquote_to_bytes

from camket.graph.facts import ArticleFacts, Entity, EntityKind, Span
from camket.graph.rdf.terms import segment

FOLDERS: Final = {EntityKind.PERSON: "person", EntityKind.BODY: "body", EntityKind.PLACE: "place"}
"""The folder under the base in which a kind of named entity lives."""

ENTITIES: Final = "graph/entities"
IDENTITY: Final = "graph/identity"
REFERENCE: Final = "graph/reference"

_PERCENT_ENCODED: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_DOTS: Final = re.compile(r"\A\.{1,2}\Z")


def article_iri(identifier: str, base: str) -> str:
    """The IRI of an article, which is also that of its graph. `/` in an id stays: ids may be paths."""
    return f"{base}article/" + "/".join(_path_segment(part) for part in identifier.split("/"))


def named(folder: str, name: str, base: str) -> str:
    """The IRI of what bears `name` in `folder`: `person/Tô_Lâm`."""
    return f"{base}{folder}/{segment(name)}"


def path_of_url(path: str) -> str:
    """What an address's path under the base calls, as its IRI has it.

    Browsers and programs percent-encode letters that stand in IRIs as they are; what IRIs percent-encode stays so.
    """
    return "/".join(_DOTS.sub(_dots, _PERCENT_ENCODED.sub(_decoded, part)) for part in path.split("/"))


def concept_name(words: str) -> str:
    """A role, rank or indicator as its concept is called: the first letter large wherever in a sentence it stood."""
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]


def local(article: str, kind: str, span: Span) -> str:
    """The IRI of something that lives in an article: `<article>#pledge=10,52`."""
    return f"{article}#{kind}={span.start},{span.end}"


def numbered(article: str, kind: str, spans: Sequence[Span]) -> list[str]:
    """The IRIs of facts of one kind, in text order; those that share a span get `,1`, `,2` ..."""
    shared, seen = Counter(spans), Counter[Span]()
    result = []
    for span in spans:
        seen[span] += 1
        result.append(local(article, kind, span) + (f",{seen[span]}" if shared[span] > 1 else ""))
    return result


def is_local(entity: Entity) -> bool:
    """Whether an entity lives in its article alone: a group, or a private person."""
    return entity.kind is EntityKind.GROUP or (entity.kind is EntityKind.PERSON and entity.private)


def post_name(role: str, body: str) -> str:
    """What a post is called: role and body, words that end the one and begin the other said once.

    "Giám đốc Sở" and "Sở Y tế" make "Giám đốc Sở Y tế".
    """
    return " ".join(filter(None, (_before(role, body), body)))


def post_iri(role: str, body: Entity, body_iri: str, base: str) -> str:
    """The IRI of a post of a body; two bodies of one name have different posts."""
    return f"{base}post/" + "_".join(filter(None, (segment(_before(role, body.name)), body_iri.rsplit("/", 1)[-1])))


def _before(role: str, body: str) -> str:
    """The words of a role that stand before the name of the body."""
    words, named_by = concept_name(role).split(), body.casefold().split()
    folded = [word.casefold() for word in words]
    shared = max(n for n in range(len(words) + 1) if folded[len(words) - n :] == named_by[:n])
    return " ".join(words[: len(words) - shared])


def complete(facts: ArticleFacts, article: str, assigned: Mapping[str, str], base: str) -> dict[str, str]:
    """The IRI of every entity of an article, by key.

    assigned: those of the people, bodies and places that identity has resolved; groups, private people and posts are
        added here.
    """
    result = dict(assigned)
    _number_locals(result, facts.entities, article)
    entities = {entity.key: entity for entity in facts.entities}
    for entity in facts.entities:
        if entity.kind is EntityKind.POST:
            body = entities.get(entity.part_of or "")
            if body and body.kind is EntityKind.BODY:
                result[entity.key] = post_iri(entity.role or entity.name, body, result[body.key], base)
            else:
                result[entity.key] = named("post", concept_name(entity.name), base)
    return result


def _number_locals(result: dict[str, str], entities: Iterable[Entity], article: str) -> None:
    for kind, folder in ((EntityKind.GROUP, "group"), (EntityKind.PERSON, "person")):
        found = [entity for entity in entities if entity.kind is kind and is_local(entity)]
        names = numbered(article, folder, [entity.mentions[0] for entity in found])
        result.update(zip((entity.key for entity in found), names, strict=True))


def _decoded(found: re.Match[str]) -> str:
    letters = unquote_to_bytes(found[0]).decode("utf-8", "replace")
    return "".join(segment(letter) if letter != " " else "%20" for letter in letters)


def _dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "%2E")


def _path_segment(part: str) -> str:
    """One segment of an article's id; `_` stays as it is (ids are often file names), dot segments are encoded."""
    if part in (".", ".."):
        return part.replace(".", "%2E")
    return segment(part).replace("%5F", "_")
