"""What reports and figures tell is said by those whose they are; words passed on by those who spoke them."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

SAID = "đất ven biển đang mặn dần lên"


def said(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Who says what, in text order."""
    reading = pipeline.read(nlp, Document("a", text, "", published="2025-05-20"))
    return [(reading.entities[s.speaker].name, reading.slice(s.evidence)) for s in reading.statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo tiết lộ của Sở Khoa học tỉnh Sơn Hà, {}.",
        "Theo kết quả khảo sát mới nhất của Sở Khoa học tỉnh Sơn Hà, {}.",
        "Theo số liệu sơ bộ từ Sở Khoa học tỉnh Sơn Hà, {}.",
        "Theo dữ liệu do Sở Khoa học tỉnh Sơn Hà công bố hôm qua, {}.",
        "Số liệu mà Sở Khoa học tỉnh Sơn Hà công bố đêm qua cho thấy, {}.",
        "Báo cáo vừa được Sở Khoa học tỉnh Sơn Hà công bố cho biết {}.",
        "Báo cáo mới nhất của Sở Khoa học tỉnh Sơn Hà gửi Quốc hội ngày 5/5 nêu rõ {}.",
        "Một khảo sát gần đây của Sở Khoa học tỉnh Sơn Hà cho thấy {}.",
        "Tuy nhiên, nghiên cứu về thủy văn do Sở Khoa học tỉnh Sơn Hà thực hiện chỉ ra rằng {}.",
    ],
)
def test_whose_report_it_is(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence.format(SAID)) == [("Sở Khoa học tỉnh Sơn Hà", SAID)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Báo cáo về tình hình của Sở Khoa học tỉnh Sơn Hà cho thấy {}.",  # the office may be what it is about
        "Báo cáo do một nhóm sinh viên gửi Sở Khoa học tỉnh Sơn Hà cho thấy {}.",
        "Số liệu mới nhất của hãng tin Vinanews cho thấy {}.",  # news of news
        "Theo quy định của Sở Khoa học tỉnh Sơn Hà, {}.",  # a rule is no remark
    ],
)
def test_whose_report_it_is_not(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence.format(SAID)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        'Ông Đoàn Trọng Nhã cho biết: ""Nước đang rút. Đất ven biển đang mặn dần lên"".',  # doubled marks
        '"Nước đang rút. Đất ven biển đang mặn dần lên", đài Vinanews dẫn lời ông Đoàn Trọng Nhã.',
    ],
)
def test_quotations(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == [("Đoàn Trọng Nhã", "Nước đang rút. Đất ven biển đang mặn dần lên")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Đoàn Trọng Nhã lại hết lời ngợi khen bà Mạc Thị Liễu: “{}”.",
        "Ông Đoàn Trọng Nhã vừa đưa ra một lời cảnh báo mới với các xã bãi ngang: “{}”.",
    ],
)
def test_manners_of_speaking(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence.format(SAID)) == [("Đoàn Trọng Nhã", SAID)]


@pytest.mark.parametrize("sentence", ["Ông Đoàn Trọng Nhã nghe loa của xã đọc lời cảnh báo: “{}”."])
def test_what_somebody_hears(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence.format(SAID)) == []


def test_nameless_heads_of_a_body(nlp: Language) -> None:
    text = f"Một lãnh đạo của Sở Khoa học tỉnh Sơn Hà cho biết {SAID}."
    assert said(nlp, text) == [("Sở Khoa học tỉnh Sơn Hà", SAID)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lễ hội bị hoãn sau khi kỹ sư Đoàn Trọng Nhã tiết lộ {}.",
        "Giá tôm giống tăng gấp đôi trong khi ông Đoàn Trọng Nhã khẳng định {}.",
        "Theo ông Đoàn Trọng Nhã, Trưởng khoa Thủy văn, Trường Đại học Sơn Hà, {}.",
        "Theo ông Đoàn Trọng Nhã, Viện trưởng Viện Thủy văn, Trường Đại học Sơn Hà, Phó Chủ tịch Hội Thủy lợi, {}.",
        "Báo Sông Xanh dẫn lời ông Đoàn Trọng Nhã cho biết {}.",
        "Hãng tin Vinanews dẫn báo cáo của ông Đoàn Trọng Nhã cho biết {}.",
    ],
)
def test_speakers_beside_the_main_clause(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence.format(SAID)) == [("Đoàn Trọng Nhã", SAID)]


def test_sources_without_a_name(nlp: Language) -> None:
    assert said(nlp, f"Báo Sông Xanh dẫn các nguồn tin riêng cho biết {SAID}.") == [("Báo Sông Xanh", SAID)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sau khi ông Đoàn Trọng Nhã tiết lộ chuyện này, đất ven biển đang mặn dần lên.",
        "Sở Khoa học tỉnh Sơn Hà ra thông báo trên sau khi một tờ báo công bố tài liệu nói rằng đất ven biển mặn dần.",
        "Sở Khoa học tỉnh Sơn Hà mở cửa vườn để người dân tự do xem và đánh giá những giống lúa mới.",
        "Tỉnh Sơn Hà đã cho thấy một thái độ dứt khoát trước việc chậm trễ này.",
        "Lễ hội bị hoãn sau khi ông Đoàn Trọng Nhã tiết lộ hàng loạt thông tin mật về vùng ven biển.",
        "Tỉnh Sơn Hà rất lo ngại hạn hán kéo dài ở vùng ven biển.",
    ],
)
def test_told_of_and_not_said(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == []
