"""The pipeline as a spaCy object, and what holds of every article whatever it says."""

from pathlib import Path

import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.handover import named_in
from camket.graph.facts import ArticleFacts, Fact

ARTICLE = (
    "Sáng 12/5, tại xã Hòa An, ông Tạ Đăng Khuê, Chủ tịch UBND tỉnh Lâm Thao, làm việc với Sở Y tế. "
    "Ông Khuê yêu cầu Sở Y tế tuyển đủ 120 bác sĩ trước ngày 30/9; hứa tỉnh sẽ chi 35 tỷ đồng mua thuốc.\n\n"
    '"Chúng tôi sẽ công khai từng đồng", ông Khuê nói. GRDP của tỉnh quý I/2025 tăng 8,2%./.'
)
# Pieces of news, joined at random: the pipeline must stand whatever they make together.
PIECES = (
    "ông Tạ Đăng Khuê",
    "Chủ tịch UBND tỉnh Lâm Thao",
    "cho biết",
    "cam kết",
    "sẽ",
    "yêu cầu",
    "Sở Y tế",
    "trước ngày 30/9",
    "35 tỷ đồng",
    '"',
    "“",
    "”",
    "(",
    ")",
    ";",
    ",",
    ".",
    ":",
    "\n\n",
    "tôi",
    "hội nghị",
    "mục tiêu của",
    "là",
    "nguyên",
    "do",
    "và",
    "-",
    "…",
)


def facts_in(facts: ArticleFacts) -> list[Fact]:
    return [
        *facts.holdings,
        *facts.ranks,
        *facts.events,
        *facts.statements,
        *facts.undertakings,
        *facts.refusals,
        *facts.observations,
        *facts.abstentions,
    ]


def test_saved_and_loaded_it_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    document = Document("a", ARTICLE, "", published="2025-05-13")
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == list(pipeline.COMPONENTS)
    assert pipeline.extract(again, document) == pipeline.extract(nlp, document)
    assert pipeline.extract(nlp, document).undertakings


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), gap=st.sampled_from([" ", "", "\u00a0", "  "]))
def test_every_fact_has_its_span_and_its_entities(nlp: Language, pieces: list[str], gap: str) -> None:
    text = gap.join(pieces) or "."
    facts = pipeline.extract(nlp, Document("a", text, "", published="2025-05-13"))
    keys = [entity.key for entity in facts.entities]
    assert keys == [f"e{number}" for number in range(len(keys))]
    for fact in facts_in(facts):
        for span in (fact.evidence, *fact.context):
            assert 0 <= span.start < span.end <= len(text)
        assert set(named_in(fact)) <= set(keys)
    for entity in facts.entities:
        assert entity.mentions
        assert all(0 <= m.start < m.end <= len(text) for m in entity.mentions)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_at_all_can_be_read(nlp: Language, text: str) -> None:
    reading = pipeline.read(nlp, Document("a", text, ""))
    assert reading.text == text
    assert reading.words == [text[s:e] for s, e in zip(reading.starts, reading.ends, strict=True)]


def test_a_person_who_only_attends_stays_private(nlp: Language) -> None:
    text = "Sáng 12/5, tại Hà Nội, ông Tạ Đăng Khuê, Bí thư Tỉnh ủy Lâm Thao, gặp anh Vi Văn Sủng."
    facts = pipeline.extract(nlp, Document("a", text, "", published="2025-05-13"))
    assert {e.name: e.private for e in facts.entities if e.kind == "person"} == {
        "Tạ Đăng Khuê": False,
        "Vi Văn Sủng": True,
    }
