"""What was asked for and is declined without a verb of promising."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, Giám đốc Sở Y tế.\n\n"
)
NHÃ, LIỄU = "Đoàn Trọng Nhã", "Mạc Thị Liễu"


def declined(nlp: Language, text: str) -> list[tuple[list[str], str | None, str]]:
    """Who declines, who says so, and the words of each refusal of the text after the introduction."""
    whole = INTRODUCTION + text
    facts = pipeline.extract(nlp, Document("a", whole, "", published="2025-05-20"))
    name = {entity.key: entity.name for entity in facts.entities}
    return [
        ([name[key] for key in r.actors], name.get(r.stated_by or ""), whole[r.evidence.start : r.evidence.end])
        for r in facts.refusals
    ]


def test_a_body_cannot_do_what_it_is_asked_for(nlp: Language) -> None:
    text = "Ông Nhã cho biết tỉnh không thể giảm một nửa tiền thuê đất như hiệp hội kiến nghị."
    words = "tỉnh không thể giảm một nửa tiền thuê đất như hiệp hội kiến nghị"
    assert declined(nlp, text) == [(["Sơn Hà"], NHÃ, words)]


def test_the_head_of_a_branch_declines_for_it(nlp: Language) -> None:
    text = "Bà Liễu nói ngành chưa thể cam kết mở khoa lọc thận trong năm nay."
    assert declined(nlp, text) == [([LIỄU], LIỄU, "chưa thể cam kết mở khoa lọc thận trong năm nay")]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nhã cho biết tỉnh không thể giảm tiền thuê đất mạnh hơn các tỉnh lân cận.",
        "Người dân không thể đi qua cầu, dù đã kiến nghị nhiều lần.",
        "Ông Nhã nói người dân không thể sửa nhà như đã đề nghị.",
    ],
)
def test_what_nobody_asked_for_or_others_cannot_do_is_no_refusal(nlp: Language, text: str) -> None:
    assert declined(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Hiệp hội đề nghị bổ sung 600 tỷ đồng. Sở Y tế không chấp thuận khoản này vì chưa cân đối được vốn.",
            "Sở Y tế không chấp thuận khoản này vì chưa cân đối được vốn",
        ),
        (
            "Riêng chuyện mở khoa lọc thận, Sở Y tế gác lại đề xuất của hiệp hội.",
            "Sở Y tế gác lại đề xuất của hiệp hội",
        ),
        (
            "Về kiến nghị mở nút giao, Sở Y tế không nhận mốc 30/4 vì thiếu người.",
            "Sở Y tế không nhận mốc 30/4 vì thiếu người",
        ),
    ],
)
def test_words_that_decline_by_themselves(nlp: Language, text: str, words: str) -> None:
    assert [(actors, said) for actors, _, said in declined(nlp, text)] == [(["Sở Y tế Sơn Hà"], words)]


@pytest.mark.parametrize(
    "text",
    [
        "Hiệp hội kiến nghị mở nút giao. Sở Y tế từ chối bình luận về việc này.",
        "Sở Y tế không đưa hồ sơ nào đi đâu cả.",
    ],
)
def test_to_say_nothing_or_to_do_nothing_is_no_refusal(nlp: Language, text: str) -> None:
    assert declined(nlp, text) == []
