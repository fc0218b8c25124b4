"""What became of something undertaken: done, in part, not done; whose deed it was, and when; and what tells of none."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.facts import Assessment, Outcome

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, "
    "Giám đốc Sở Y tế; ông Tống Văn Kha, Giám đốc Công ty CP Thủy lợi Sơn Hà.\n\n"
)
NHÃ, LIỄU, KHA = "Đoàn Trọng Nhã", "Mạc Thị Liễu", "Tống Văn Kha"
TỈNH, SỞ, CÔNG_TY = "Sơn Hà", "Sở Y tế Sơn Hà", "Công ty CP Thủy lợi Sơn Hà"

Told = list[tuple[str, list[str], str | None]]


def found(nlp: Language, text: str) -> tuple[list[Assessment], dict[str, str]]:
    """The assessments of the text after the introduction, and the names by key."""
    facts = pipeline.extract(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    return list(facts.assessments), {entity.key: entity.name for entity in facts.entities}


def told(nlp: Language, text: str) -> Told:
    """Outcome, actors and date of each assessment."""
    assessments, name = found(nlp, text)
    return [(a.outcome.value, [name[key] for key in a.actors], a.done_on) for a in assessments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 12/4, Sở Y tế đã hoàn thành việc sửa chữa trạm xá Đồi Cọ.", [("Done", [SỞ], "2025-04-12")]),
        ("Công ty CP Thủy lợi Sơn Hà vừa khởi công đập Suối Hai.", [("Done", [CÔNG_TY], None)]),
        ("Sở Y tế đã chi trả xong phụ cấp trực cho 300 nhân viên.", [("Done", [SỞ], None)]),
        ("Tỉnh đã bàn giao 12 ha mặt bằng đúng như cam kết.", [("Done", [TỈNH], None)]),
        ("Đến nay, quy hoạch khu tái định cư Đồi Cọ đã được phê duyệt xong.", [("Done", [], None)]),
        ("Đập Suối Hai đã được Công ty CP Thủy lợi Sơn Hà hoàn thành trước hạn.", [("Done", [CÔNG_TY], None)]),
        ("Sở Y tế nạo vét xong 3 km kênh từ ngày 28/4.", [("Done", [SỞ], "2025-04-28")]),
        ("Ngày 2/5, Sở Y tế đã ban hành quy chế trực cấp cứu.", [("Done", [SỞ], "2025-05-02")]),
        ("Sở Y tế đã gửi báo cáo cho tỉnh trước thời hạn.", [("Done", [SỞ], None)]),
        ("Sở Y tế đã cơ bản hoàn thành hệ thống hồ sơ sức khỏe.", [("Partly", [SỞ], None)]),
        ("Dự án hồ Suối Hai mới đạt 40% khối lượng.", [("Partly", [], None)]),
        ("Đến hết tháng 4, công ty mới bàn giao 7 trong tổng số 12 km kênh.", [("Partly", [CÔNG_TY], "2025-04")]),
        ("Sở Y tế đã hoàn thành 9/12 trạm xá.", [("Partly", [SỞ], None)]),
        ("Sở Y tế chỉ giải ngân được 35% kế hoạch vốn.", [("Partly", [SỞ], None)]),
        ("Tỉnh vẫn chưa khởi công bệnh viện Đồi Cọ.", [("NotDone", [TỈNH], None)]),
        ("Đập Suối Hai vẫn chưa được nghiệm thu.", [("NotDone", [], None)]),
        ("Tính đến ngày 30/4, Sở Y tế chưa hoàn thành hai trạm xá.", [("NotDone", [SỞ], "2025-04-30")]),
        ("Sở Y tế đã lỡ hẹn với người dân Đồi Cọ.", [("NotDone", [SỞ], None)]),
        ("Mốc thông xe cầu Suối Hai trước ngày 30/4 đã trôi qua.", [("NotDone", [], None)]),
        ("Gói thầu số 5 chậm tiến độ vì thiếu cát.", [("NotDone", [], None)]),
        ("Công ty CP Thủy lợi Sơn Hà không hoàn thành kế hoạch năm 2024.", [("NotDone", [CÔNG_TY], None)]),
        ("Sở Y tế đã bàn giao trạm xá nhưng trễ hạn hai tháng.", [("NotDone", [SỞ], None)]),
        ("Sở Y tế đã bàn giao trạm xá chậm so với cam kết hai tháng.", [("NotDone", [SỞ], None)]),
    ],
)
def test_what_became_of_it(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế sẽ hoàn thành trạm xá Đồi Cọ trước ngày 30/9.",
        "Sở Y tế phải giải quyết xong hồ sơ trước ngày 30/9.",
        "Ông Nhã yêu cầu Sở Y tế hoàn thành trạm xá trước ngày 30/9.",
        "Ông Nhã hỏi Sở Y tế đã hoàn thành trạm xá chưa?",
        "Nếu Sở Y tế chưa hoàn thành trạm xá, tỉnh sẽ cắt vốn.",
        "Tỉnh xử lý nghiêm các dự án chậm tiến độ.",
        "Các dự án đã hoàn thành gồm ba trạm xá.",
        "Sau khi Sở Y tế đã hoàn thành trạm xá, tỉnh sẽ khen thưởng.",
        "Ông Nhã đã phát biểu tại cuộc họp.",
        "Ông Nhã đã đến dự và chúc mừng Sở Y tế.",
        "Bà Liễu đã hoàn thành chương trình thạc sĩ năm 2010.",
        "Sở Y tế đã hoàn thành tốt nhiệm vụ được giao.",
        "Công an đã hoàn tất hồ sơ đề nghị truy tố.",
        "Anh Lò Văn Páo đã hoàn thành đường chạy 21 km.",
        "Gây án xong, hung thủ bỏ trốn.",
        "Ngày 2/5, Sở Y tế đã ký biên bản ghi nhớ.",
        "Sở Y tế đã gửi văn bản cho tỉnh.",
        "Sở Y tế chưa cam kết mốc nào.",
        "Tổng số nợ quá hạn là 12 tỷ đồng.",
        "Thị trường bất động sản đã ấm lên.",
        "Nhà máy mới hoàn thành của công ty nằm ở Đồi Cọ.",
        "Tiền thưởng chi trả xong trước ngày 20/6.",
        "Tăng trưởng của tỉnh chỉ đạt 5%.",
    ],
)
def test_what_tells_of_nothing_undertaken(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


def test_the_clause_alone_is_its_evidence_and_what_completes_it_its_context(nlp: Language) -> None:
    text = "Ngày 12/4, Sở Y tế đã hoàn thành trạm xá Đồi Cọ, còn công ty vẫn chưa khởi công đập."
    assessments, name = found(nlp, text)
    whole = INTRODUCTION + text
    assert [whole[a.evidence.start : a.evidence.end] for a in assessments] == [
        "Ngày 12/4, Sở Y tế đã hoàn thành trạm xá Đồi Cọ",
        "công ty vẫn chưa khởi công đập",
    ]
    assert [a.cue for a in assessments] == ["đã hoàn thành", "vẫn chưa khởi công"]
    assert [name[key] for a in assessments for key in a.actors] == [SỞ, CÔNG_TY]


def test_who_says_so_is_told_apart_from_who_did_it(nlp: Language) -> None:
    text = "Bà Liễu thừa nhận công ty đã lỡ hẹn với người dân Đồi Cọ."
    facts = pipeline.extract(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    name = {entity.key: entity.name for entity in facts.entities}
    (assessment,) = facts.assessments
    assert (name[assessment.stated_by or ""], [name[key] for key in assessment.actors]) == (LIỄU, [CÔNG_TY])
    assert assessment.stated_in is not None
    assert facts.statements[assessment.stated_in].speaker == assessment.stated_by


def test_a_part_is_measured_with_the_whole_that_it_is_of(nlp: Language) -> None:
    assessments, _ = found(nlp, "Tỉnh mới bàn giao 35,7 trong tổng số 41,5 km kênh, tương đương 86%.")
    assert [(m.indicator, str(m.value), m.unit) for a in assessments for m in a.measures] == [
        ("bàn giao", "35.7", "km"),
        ("bàn giao", "86", "%"),
        ("tổng số", "41.5", "km"),
    ]
    assert [a.outcome for a in assessments] == [Outcome.PARTLY]


def test_somebody_without_post_or_word_stays_private_whatever_he_has_done(nlp: Language) -> None:
    facts = pipeline.extract(
        nlp, Document("a", INTRODUCTION + "Anh Lò Văn Páo đã bàn giao 200 m2 đất.", "", published="2025-05-20")
    )
    assert [entity.private for entity in facts.entities if entity.name == "Lò Văn Páo"] == [True]
    assert facts.assessments == ()
