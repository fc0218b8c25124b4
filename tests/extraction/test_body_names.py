"""How far the name of a body goes: small words that belong to it, and those that do not."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import EntityKind


def names(nlp: Language, text: str) -> list[str]:
    """The names of the bodies of a text, in text order."""
    reading = pipeline.read(nlp, Document(id="a", text=text, sha256=""))
    return [e.name for e in reading.entities.values() if e.kind is EntityKind.BODY and e.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tin do Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà phát.", "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Hà"),
        ("Theo Cục Quản lý Y tế dự phòng Việt Nam, dịch đã lui.", "Cục Quản lý Y tế dự phòng Việt Nam"),
        ("Hôm qua Văn phòng Điều phối nông thôn mới Sơn Hà họp.", "Văn phòng Điều phối nông thôn mới Sơn Hà"),
        ("Theo Vụ Thể thao thành tích cao, giải lùi một tháng.", "Vụ Thể thao thành tích cao"),
        ("Ông làm ở Viện Quy hoạch thủy lợi miền Trung.", "Viện Quy hoạch thủy lợi miền Trung"),
        ("Bão vào, Ban Chỉ đạo chống lãng phí vẫn họp.", "Ban Chỉ đạo chống lãng phí"),
    ],
)
def test_small_nouns_that_go_on_a_name(nlp: Language, text: str, name: str) -> None:
    assert name in names(nlp, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lễ được Bộ Xây dựng tổ chức sáng nay.", "Bộ Xây dựng"),
        ("Hôm qua Sở Xây dựng tổ chức hội nghị.", "Sở Xây dựng"),
        ("Hôm qua Viện Khí tượng dự báo mưa lớn.", "Viện Khí tượng"),
        ("Hôm qua Cục Viễn thông thông tin về sự cố.", "Cục Viễn thông"),
    ],
)
def test_what_a_body_does_is_not_in_its_name(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == [name]
