"""Invented articles in three kinds of sentences, and an extraction that understands just these.

Loaded by the processes that tests start and kill, too (`killed_build.py`), so it stands on nothing but Camket.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from camket.graph.build import BuildReport, build_documents
from camket.graph.build import retract as retract_articles
from camket.graph.documents.document import Document
from camket.graph.facts import (
    ArticleFacts,
    Comparator,
    Entity,
    EntityKind,
    Measure,
    PostHolding,
    Span,
    SpeechAct,
    Statement,
    Undertaking,
    UndertakingKind,
)
from camket.graph.store import open_dataset
from camket.ontology.namespaces import CK, PREFIXES

PROMISE = re.compile(
    r"Ông (?P<name>[^,\n]+), (?P<role>Chủ tịch|Giám đốc|Bộ trưởng) (?P<body>[^,\n]+?(?: tỉnh (?P<place>[^,\n]+))?),"
    r" cam kết (?P<what>hỗ trợ (?P<value>\d+) (?P<unit>hộ|em)) trước năm (?P<year>\d{4})\."
)
SAYING = re.compile(r"Bà (?P<name>[^,\n]+) nói rằng (?P<what>[^\n]+)\.")
STANDING = re.compile(r"Anh (?P<name>[^,\n]+) đứng xem cùng (?P<group>các [^\n]+)\.")


class Reading:
    """An article being understood."""

    def __init__(self) -> None:
        self.entities: dict[tuple[EntityKind, str], Entity] = {}

    def entity(self, kind: EntityKind, found: re.Match[str], group: str, **known: object) -> str:
        """The key of what a group of a match names; a later mention of the same name is added to it."""
        name, span = found[group], Span(*found.span(group))
        old = self.entities.get((kind, name))
        if old is None:
            new = Entity(f"e{len(self.entities)}", kind, name, (span,), **known)  # type: ignore[arg-type]
        else:
            mentions = (*old.mentions, span)
            new = Entity(old.key, kind, name, mentions, **{**_known(old), **known})  # type: ignore[arg-type]
        self.entities[kind, name] = new
        return new.key


def _known(entity: Entity) -> dict[str, object]:
    return {name: getattr(entity, name) for name in ("category", "jurisdiction", "private")}


def extract(document: Document) -> ArticleFacts:
    """The facts of an invented article."""
    reading = Reading()
    holdings, undertakings, statements = [], [], []
    for found in PROMISE.finditer(document.text):
        place = (
            reading.entity(EntityKind.PLACE, found, "place", category="AdministrativeArea") if found["place"] else None
        )
        body = reading.entity(EntityKind.BODY, found, "body", category="StateBody", jurisdiction=place)
        person = reading.entity(EntityKind.PERSON, found, "name", private=False)
        span = Span(found.start("name"), found.end("body"))
        holdings.append(PostHolding(evidence=span, member=person, role=found["role"], organization=body))
        undertakings.append(
            Undertaking(
                evidence=Span(*found.span("what")),
                context=(Span(*found.span("name")),),
                kind=UndertakingKind.PLEDGE,
                actors=(person,),
                cue="cam kết",
                due=f"{int(found['year']) - 1}",
                measures=(
                    Measure(
                        indicator="hỗ trợ",
                        comparator=Comparator.EQUAL,
                        value=Decimal(found["value"]),
                        unit=found["unit"],
                    ),
                ),
            )
        )
    for found in SAYING.finditer(document.text):
        person = reading.entity(EntityKind.PERSON, found, "name", private=False)
        evidence = Span(*found.span("what"))
        statements.append(Statement(evidence=evidence, speaker=person, cue="nói", speech_act=SpeechAct.ASSERTING))
    for found in STANDING.finditer(document.text):
        if (EntityKind.PERSON, found["name"]) not in reading.entities:
            reading.entity(EntityKind.PERSON, found, "name", private=True)
        reading.entity(EntityKind.GROUP, found, "group")
    return ArticleFacts(
        entities=tuple(reading.entities.values()),
        holdings=tuple(holdings),
        undertakings=tuple(undertakings),
        statements=tuple(statements),
    )


def article(identifier: str, published: str | None, *sentences: str) -> Document:
    """An article of sentences."""
    text = "\n".join(sentences)
    return Document(identifier, text, sha256(text.encode()).hexdigest(), title=f"Bài {identifier}", published=published)


def promise(name: str, role: str, body: str, value: int = 500, unit: str = "hộ", year: int = 2026) -> str:
    """A sentence in which somebody promises something."""
    return f"Ông {name}, {role} {body}, cam kết hỗ trợ {value} {unit} trước năm {year}."


def reference(base: str) -> bytes:
    """Reference data that knows a ministry and a unit."""
    said = [
        (f"<{base}body/Bộ_Y_tế>", PREFIXES["rdf"] + "type", f"<{PREFIXES['org']}Organization>"),
        (f"<{base}body/Bộ_Y_tế>", PREFIXES["rdf"] + "type", f"<{CK}StateBody>"),
        (f"<{base}body/Bộ_Y_tế>", PREFIXES["skos"] + "prefLabel", '"Bộ Y tế"@vi'),
        (f"<{base}body/Bộ_Y_tế>", PREFIXES["rdfs"] + "label", '"Bộ Y tế"'),
        (f"<{base}unit/hộ>", PREFIXES["skos"] + "notation", '"hộ"'),
        (f"<{base}unit/hộ>", PREFIXES["skos"] + "prefLabel", '"hộ gia đình"@vi'),
    ]
    return "".join(sorted(f"{s} <{p}> {o} <{base}graph/reference> .\n" for s, p, o in said)).encode()


ARTICLES = (
    article(
        "tg-1",
        "2025-04-16",
        promise("Lê Văn Thuấn", "Chủ tịch", "UBND tỉnh Thanh Giang"),
        promise("Trần Quốc Khởi", "Bộ trưởng", "Bộ Y tế", 20, "em"),
        "Anh Đỗ Mười Hai đứng xem cùng các chủ đầu tư.",
    ),
    article("hl-2", "2024-10-09", promise("Lê Văn Thuấn", "Chủ tịch", "UBND tỉnh Hải Lâm", 40, "em", 2025)),
    article("tg-3", "2025-11", promise("Lê Văn Thuấn", "Giám đốc", "Sở Y tế tỉnh Thanh Giang", 7)),
    article("bo-4", "2025", promise("Trần Quốc Khởi", "Bộ trưởng", "Bộ Y tế"), "Bà Lê Văn Thuấn nói rằng mưa to."),
    article("kd-5", None, "Bà Trần Quốc Khởi nói rằng sẽ có thêm thuốc.", "Anh Lê Văn Thuấn đứng xem cùng các hộ dân."),
    article("tg-6", "2025-04-17", promise("Lê Văn Thuấn", "Chủ tịch", "UBND tỉnh Thanh Giang", 500, "hộ", 2027)),
)
"""Two chairmen of one name in two provinces at one time, one of them with a second post later; a minister; others."""


def nquads(store: Path) -> list[str]:
    """All that readers of a store see, as sorted N-Quads lines."""
    return sorted(f"{quad} ." for quad in open_dataset(store).quads())


@pytest.fixture(scope="session")
def articles() -> tuple[Document, ...]:
    return ARTICLES


@pytest.fixture(scope="session")
def invent() -> Callable[..., Document]:
    return article


@pytest.fixture(scope="session")
def promising() -> Callable[..., str]:
    return promise


@pytest.fixture(scope="session")
def graph_of() -> Callable[[Path], list[str]]:
    return nquads


@pytest.fixture(scope="session")
def build() -> Callable[..., BuildReport]:
    """`build_documents` with the invented extraction and reference data."""
    return partial(build_documents, extract=extract, pipeline="invented 1", reference=reference)


@pytest.fixture(scope="session")
def retract() -> Callable[..., BuildReport]:
    """`retract` with the invented reference data."""
    return partial(retract_articles, reference=reference)


@pytest.fixture(scope="session")
def undisturbed(build: Callable[..., BuildReport], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The graph of all the articles, built in one go."""
    store = tmp_path_factory.mktemp("undisturbed") / "store"
    build(ARTICLES, store)
    return nquads(store)
