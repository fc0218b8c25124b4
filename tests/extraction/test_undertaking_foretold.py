"""What the article itself says that somebody without a post will do is no promise of his."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import ArticleFacts, Reason


def read(nlp: Language, text: str) -> ArticleFacts:
    return pipeline.extract(nlp, Document("a", text, "0" * 64, published="2025-03-02"))


@pytest.mark.parametrize(
    "text",
    [
        "Tay vợt Trần Hải Sơn sẽ trở lại vào tuần sau và tham dự giải đấu ở Đắk Lâm.",
        "Đêm nay ca sĩ Lê Hoài Thu sẽ hướng dẫn hai thí sinh vượt qua phần thi nhảy.",
    ],
)
def test_the_programme_of_a_private_person_goes_to_the_ledger(nlp: Language, text: str) -> None:
    facts = read(nlp, text)
    assert facts.undertakings == ()
    assert [one.reason for one in facts.abstentions] == [Reason.FORECAST]


def test_what_he_says_of_himself_is_his_promise(nlp: Language) -> None:
    [pledge] = read(nlp, "Ông Trần Hải Sơn cho biết: “Tôi sẽ trả hết số tiền đã vay trong tháng 4”.").undertakings
    assert (pledge.kind, pledge.stated_by, pledge.due) == ("Pledge", *pledge.actors, "2025-04")


def test_of_somebody_in_office_it_is_what_he_means_to_do(nlp: Language) -> None:
    text = "Chủ tịch UBND tỉnh Đắk Lâm Cao Minh Trác sẽ tiếp công dân vào ngày 15/3 tại trụ sở UBND tỉnh."
    assert [one.kind for one in read(nlp, text).undertakings] == ["Pledge"]


def test_what_was_done_is_no_goal_though_indicators_were_announced(nlp: Language) -> None:
    text = (
        "Các chỉ tiêu kinh doanh chính của Công ty Sao Vàng như sau: Trong quý 4, Sao Vàng đã góp gần "
        "90 tỷ đồng vốn cho một xưởng dệt ở Đắk Lâm."
    )
    assert read(nlp, text).undertakings == ()
