"""Whom or what an editor means: an IRI, a short one, a name, a name in an article (NAME@ARTICLE) or a mention."""

import re
import sqlite3
from dataclasses import dataclass
from typing import Final

from camket.graph import facts_json, lookup
from camket.graph.errors import UsageError
from camket.graph.facts import Entity, Span
from camket.graph.identity.bearers import Bearer, load
from camket.graph.identity.clusters import canonical
from camket.graph.identity.judgements import FOLDERS
from camket.graph.identity.names import spelled
from camket.graph.lookup import Match
from camket.graph.meant import Meaning, meant
from camket.graph.rdf.iris import is_local
from camket.graph.store import Dataset

_MENTION: Final = re.compile(r"(.+)#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Meant:
    """A person, body or place: its IRI now, its name, who bears it in canonical order.

    said: the bearer that was named, None where the thing as a whole was.
    """

    iri: str
    name: str
    bearers: tuple[Bearer, ...]
    said: Bearer | None = None

    @property
    def bearer(self) -> Bearer:
        """The bearer that stands for it: the one named, else the earliest."""
        return self.said or self.bearers[0]


class Finder:
    """Finds them in a store's records and its newest snapshot."""

    def __init__(self, database: sqlite3.Connection, dataset: Dataset) -> None:
        self._database = database
        self._dataset = dataset

    def find(self, text: str) -> Meant:
        """Whom `text` means.

        Raises UnknownNameError, AmbiguousNameError, or UsageError where it names what lives in one article alone.
        """
        if mention := _MENTION.match(text):
            return self._mentioned(text, mention[1], Span(int(mention[2]), int(mention[3])))
        name, _, article = text.rpartition("@")
        if name and self._has_article(article):
            return self._in_article(name, article)
        if name and lookup.find(self._dataset, name) and not lookup.find(self._dataset, text):
            raise UsageError(f"{text}: no article {article!r} is in the store")
        return self._named(text)

    def _named(self, text: str) -> Meant:
        matches = [match for match in lookup.find(self._dataset, text) if match.kind in FOLDERS]
        if not matches:
            if meant(self._dataset, text)[0] is not Meaning.NAME:
                raise UsageError(f"{text!r} is no person, body or place: of facts `camket why` takes one, as do "
                                 "`reject` and `confirm`")  # fmt: skip
            match = lookup.find_one(self._dataset, text)  # says that there is none, or finds what is of another kind
            raise UsageError(f"{text!r} is a {match.kind}: people, bodies and places are judged")
        found = [meant for meant in map(self._of_match, matches) if meant.bearers]
        if not found:
            raise UsageError(f"no article names {matches[0].name}, only the reference data does")
        if len(found) > 1:
            raise lookup.ambiguous(text, [match for match in matches if self._of_match(match).bearers])
        return found[0]

    def _of_match(self, match: Match) -> Meant:
        rows = self._database.execute("SELECT evidence FROM bearer WHERE iri = ?", (match.iri,))
        return Meant(match.iri, match.name, tuple(sorted((load(row[0]) for row in rows), key=canonical)))

    def _mentioned(self, text: str, article: str, span: Span) -> Meant:
        iri = article if article.startswith(self._dataset.base) else self._dataset.base + article
        row = self._database.execute("SELECT id, facts FROM article WHERE iri = ?", (iri,)).fetchone()
        if row is None:
            raise UsageError(f"{text}: no article {article} is in the store")
        for entity in facts_json.load(row[1]).entities:
            if any(span.start < mention.end and mention.start < span.end for mention in entity.mentions):
                return self._bearer(row[0], entity)
        raise UsageError(f"{text}: nobody and nothing is mentioned there")

    def _in_article(self, name: str, article: str) -> Meant:
        facts = facts_json.load(
            self._database.execute("SELECT facts FROM article WHERE id = ?", (article,)).fetchone()[0]
        )
        known = [entity for entity in facts.entities if entity.kind in FOLDERS]
        exact = [entity for entity in known if _is_called(entity, name)]
        loose = [entity for entity in known if lookup.fold(entity.name) == lookup.fold(name)]
        found = exact or loose
        if not found:
            raise UsageError(f"{article} names nobody and nothing {name!r}")
        if len(found) > 1:
            where = ", ".join(f"#char={e.mentions[0].start},{e.mentions[0].end}" for e in found)
            raise UsageError(
                f"{name!r} are {len(found)} in {article}: name one by its mention, as article/{article}{where}"
            )
        return self._bearer(article, found[0])

    def _bearer(self, article: str, entity: Entity) -> Meant:
        if is_local(entity) or entity.kind not in FOLDERS:
            raise UsageError(f"{entity.name} lives in {article} alone and is joined to nobody")
        query = "SELECT evidence, iri FROM bearer WHERE article = ? AND key = ?"
        row = self._database.execute(query, (article, entity.key)).fetchone()
        said = load(row[0])
        return Meant(row[1], said.name, self._of_match(Match(said.name, said.folder, row[1])).bearers, said)

    def _has_article(self, identifier: str) -> bool:
        return bool(self._database.execute("SELECT 1 FROM article WHERE id = ?", (identifier,)).fetchone())


def _is_called(entity: Entity, name: str) -> bool:
    wanted = spelled(entity.kind, name)
    return any(spelled(entity.kind, known) == wanted for known in (entity.name, *entity.aliases))
