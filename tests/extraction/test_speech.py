"""Who says what: whole outputs on small articles about invented people."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import SpeechAct

INTRODUCTION = "Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, và bà Mạc Thị Liễu, Giám đốc Sở Y tế, dự buổi lễ.\n\n"


def said(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    reading = pipeline.read(nlp, Document("a", text, "", published="2025-05-20"))
    return [(reading.entities[s.speaker].name, s.cue, reading.slice(s.evidence)) for s in reading.statements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ông Nhã cho biết tuyến đê biển vừa được gia cố xong.",
            ("Đoàn Trọng Nhã", "cho biết", "tuyến đê biển vừa được gia cố xong"),
        ),
        (
            "Bà Mạc Thị Liễu nhấn mạnh: Y tế cơ sở là tuyến đầu của người nghèo.",
            ("Mạc Thị Liễu", "nhấn mạnh", "Y tế cơ sở là tuyến đầu của người nghèo"),
        ),
        (
            "Theo bà Liễu, ba trạm y tế xã đang thiếu bác sĩ.",
            ("Mạc Thị Liễu", "Theo", "ba trạm y tế xã đang thiếu bác sĩ"),
        ),
        (
            '"Nước rút đến đâu, chúng tôi dọn đến đó", ông Nhã nói.',
            ("Đoàn Trọng Nhã", "nói", "Nước rút đến đâu, chúng tôi dọn đến đó"),
        ),
        (
            "Ông Nhã nói: “Đường hỏng thì phải sửa. Không đổ cho trời”.",
            ("Đoàn Trọng Nhã", "nói", "Đường hỏng thì phải sửa. Không đổ cho trời"),
        ),
        (
            "Chủ tịch UBND tỉnh Đoàn Trọng Nhã ghi nhận, biểu dương nỗ lực của ngành y tế.",
            ("Đoàn Trọng Nhã", "ghi nhận, biểu dương", "nỗ lực của ngành y tế"),
        ),
    ],
)
def test_one_statement(nlp: Language, sentence: str, expected: tuple[str, str, str]) -> None:
    assert said(nlp, INTRODUCTION + sentence) == [expected]


def test_a_quotation_begun_in_the_sentence_is_said_to_its_end(nlp: Language) -> None:
    text = "Ông Nhã cho rằng con đê này “không thể chờ thêm một mùa mưa nữa. Dân đã khổ nhiều rồi”."
    assert said(nlp, INTRODUCTION + text) == [
        ("Đoàn Trọng Nhã", "cho rằng", "con đê này “không thể chờ thêm một mùa mưa nữa. Dân đã khổ nhiều rồi"),
    ]


def test_to_whom_it_is_said_is_no_part_of_it(nlp: Language) -> None:
    text = "Bà Liễu nói với phóng viên rằng thuốc hạ sốt đã về đủ."
    assert said(nlp, INTRODUCTION + text) == [("Mạc Thị Liễu", "nói", "thuốc hạ sốt đã về đủ")]


def test_second_verb_of_the_same_speaker(nlp: Language) -> None:
    text = "Bà Liễu cho biết thuốc hạ sốt đã về đủ, đồng thời yêu cầu các bệnh viện không tích trữ thuốc."
    assert said(nlp, INTRODUCTION + text) == [
        ("Mạc Thị Liễu", "cho biết", "thuốc hạ sốt đã về đủ"),
        ("Mạc Thị Liễu", "yêu cầu", "các bệnh viện không tích trữ thuốc"),
    ]


def test_said_and_asked_for_are_two_contents(nlp: Language) -> None:
    text = '"Quỹ này là của dân góp", ông Nhã nói và yêu cầu Sở Y tế công khai danh sách người được giúp.'
    assert said(nlp, INTRODUCTION + text) == [
        ("Đoàn Trọng Nhã", "nói", "Quỹ này là của dân góp"),
        ("Đoàn Trọng Nhã", "yêu cầu", "Sở Y tế công khai danh sách người được giúp"),
    ]


def test_fronted_verb_belongs_to_the_subject_that_follows(nlp: Language) -> None:
    text = "Cho rằng mùa mưa năm nay đến sớm hơn mọi năm, ông Nhã nhắc nhở các xã ven sông trực đủ quân số."
    assert said(nlp, INTRODUCTION + text) == [
        ("Đoàn Trọng Nhã", "Cho rằng", "mùa mưa năm nay đến sớm hơn mọi năm"),
        ("Đoàn Trọng Nhã", "nhắc nhở", "các xã ven sông trực đủ quân số"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Một quan chức Sơn Hà giấu tên cho biết tuyến đê này sẽ còn nứt thêm.",  # nobody is named
        "Ông Nhã nói vậy.",  # no content
        "Buổi lễ kết thúc trong tiếng vỗ tay của bà con.",
        '"Bao giờ thì có đường mới cho dân đi?".',  # a quotation without a speaker
        "Cha mẹ ông Nhã cho biết nhà cũ ở quê vẫn còn nguyên.",  # they speak, not he
        "Công văn gửi ông Nhã đề nghị cấp thêm vốn cho đê biển.",
        "Ông Nhã tiết lộ với các phóng viên ở hội trường lớn.",  # to whom, not what
        "Sáng nào ông Nhã cũng có mặt ở đê để kiểm tra, chỉ đạo mọi việc lớn nhỏ.",  # an action, no words
    ],
)
def test_no_statement(nlp: Language, sentence: str) -> None:
    assert said(nlp, INTRODUCTION + sentence) == []


def test_speech_acts(nlp: Language) -> None:
    text = (
        "Bà Liễu hy vọng các xã sớm có đủ bác sĩ. Ông Nhã yêu cầu Sở Y tế báo cáo trước ngày 30/5. "
        "Ông Nhã cam kết tỉnh sẽ không cắt kinh phí của ngành."
    )
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [s.speech_act for s in reading.statements] == [SpeechAct.HOPING, SpeechAct.DIRECTING, SpeechAct.COMMITTING]


def test_answers_of_an_interview_are_no_statements(nlp: Language) -> None:
    text = (
        "Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, trả lời phỏng vấn.\n\n"
        "PV: Bao giờ tỉnh có bệnh viện mới?\n\n"
        "Ông Đoàn Trọng Nhã: Chúng tôi sẽ khởi công bệnh viện trong quý IV/2025.\n\n"
        "PV: Tiền lấy ở đâu?\n\nÔng Đoàn Trọng Nhã: Từ ngân sách tỉnh."
    )
    reading = pipeline.read(nlp, Document("a", text, "", published="2025-05-20"))
    assert reading.statements == []
    (pledge,) = reading.undertakings
    assert reading.entities[pledge.actors[0]].name == "UBND tỉnh Sơn Hà"
    assert reading.entities[pledge.stated_by or ""].name == "Đoàn Trọng Nhã"
    assert reading.slice(pledge.evidence) == "Chúng tôi sẽ khởi công bệnh viện trong quý IV/2025"
    assert pledge.due == "2025-10/2025-12"
