"""What became of something undertaken where the text says neither "đã" nor "xong": by its day, its part, its whole."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, "
    "Giám đốc Sở Y tế; ông Tống Văn Kha, Giám đốc Công ty CP Thủy lợi Sơn Hà.\n\n"
)
SỞ, UBND, CÔNG_TY = "Sở Y tế Sơn Hà", "UBND tỉnh Sơn Hà", "Công ty CP Thủy lợi Sơn Hà"

Told = list[tuple[str, list[str], str | None]]


def told(nlp: Language, text: str) -> Told:
    """Outcome, actors and date of each assessment of the text after the introduction."""
    facts = pipeline.extract(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    name = {entity.key: entity.name for entity in facts.entities}
    return [(a.outcome.value, [name[key] for key in a.actors], a.done_on) for a in facts.assessments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu Suối Hai thông xe ngày 27/4.", [("Done", [], "2025-04-27")]),
        ("Nhà máy 40 MW chạy thương mại kể từ ngày 28/4.", [("Done", [], "2025-04-28")]),
        ("Hai mỏ đất đã được cấp phép ngày 22/4.", [("Done", [], "2025-04-22")]),
        ("Đến hết ngày 30/4, toàn tỉnh mới giao được 21,4/41,2 km.", [("Partly", ["Sơn Hà"], "2025-04-30")]),
        ("Đến ngày 30/4 đường vành đai mới thông được 14,2 trong 18,6 km.", [("Partly", [], "2025-04-30")]),
        ("Đến hết ngày 30/4, mới 131 trong tổng số 214 hộ dọn về nơi ở mới.", [("Partly", [], "2025-04-30")]),
        ("Hết quý I, giai đoạn 2 của nhà máy vẫn nằm trên giấy.", [("NotDone", [], "2025-03")]),
        ("Ngày 27/4, cầu Suối Hai thông xe.", [("Done", [], "2025-04-27")]),
        ("Lễ khởi công cầu Suối Hai diễn ra hôm 27/4.", [("Done", [], "2025-04-27")]),
        ("Hai mỏ đất có giấy phép hôm 22/4.", [("Done", [], "2025-04-22")]),
        ("Các nhà thầu triển khai đủ 45 mũi thi công từ ngày 25/4.", [("Done", ["các nhà thầu"], "2025-04-25")]),
        ("Sở Y tế đã ra quyết định bổ sung hai trạm y tế từ ngày 24/4.", [("Done", [SỞ], "2025-04-24")]),
        ("Giai đoạn 2 của nhà máy đã không được khởi công trong quý I.", [("NotDone", [], "2025-01/2025-03")]),
        ("Lời hứa giao đất vào giữa năm đã vỡ.", [("NotDone", [], None)]),
        (
            "Đến hết tháng 4, các nhà thầu mới mở được 27 mũi trong khi yêu cầu là 40.",
            [("Partly", ["các nhà thầu"], "2025-04")],
        ),
        (
            "Khi hạn chót 31/3 trôi qua, Công ty CP Thủy lợi Sơn Hà mới trả được 26,5 tỷ đồng.",
            [("Partly", [CÔNG_TY], None)],
        ),
        ("Quỹ nhà ở công nhân ra mắt hôm 18/4, song chưa cho ai vay.", [("Done", [], "2025-04-18")]),
        ("Bệnh viện Đồi Cọ chính thức đi vào hoạt động từ ngày 2/5.", [("Done", ["Bệnh viện Đồi Cọ"], "2025-05-02")]),
        ("Toàn bộ 12 ha mặt bằng được giao cho nhà thầu ngày 28/3.", [("Done", [], "2025-03-28")]),
        ("Đề án thu gom rác đã được UBND tỉnh trình ngày 24/4.", [("Done", [UBND], "2025-04-24")]),
        ("Bà Liễu cho biết 6,5 ha đất ở xã Đồi Cọ đã được giải phóng xong ngày 18/4.", [("Done", [], "2025-04-18")]),
        ("Việc số hóa hồ sơ bệnh án hoàn thành hôm 15/4.", [("Done", [], "2025-04-15")]),
        ("Từ ngày 1/4, thời gian cấp phép đã được rút xuống còn 5 ngày.", [("Done", [], "2025-04-01")]),
        ("Sở Y tế tiếp thu ý kiến, từ ngày 15/4 đã công khai danh mục thuốc.", [("Done", [SỞ], "2025-04-15")]),
        ("Đến ngày 30/4, cả 48 trạm y tế đều có bác sĩ.", [("Done", [], "2025-04-30")]),
        ("Việc chuyển kho thuốc kéo đến tận ngày 8/5 mới xong.", [("NotDone", [], "2025-05-08")]),
        ("1,2 ha đất cuối cùng mãi đến 25/4 mới được giao cho nhà thầu.", [("NotDone", [], "2025-04-25")]),
        ("Đến cuối tháng 4, mới có 31/48 trạm y tế có bác sĩ.", [("Partly", [], "2025-04")]),
        ("Trong năm mới có 31 trong số 45 bác sĩ về xã.", [("Partly", [], None)]),
        ("Trong 80 căn nhà được hứa giao, công ty chỉ kịp bàn giao 42 căn.", [("Partly", [CÔNG_TY], None)]),
        ("Sở Y tế mới giữ lời được một phần.", [("Partly", [SỞ], None)]),
        ("Cống hộp Đồi Cọ dài 2 km xong ngày 24/4, trước hạn sáu ngày.", [("Done", [], "2025-04-24")]),
        ("Đường dẫn phía bờ Tây đã xong từ ngày 12/4.", [("Done", [], "2025-04-12")]),
        ("35 tỷ đồng còn lại đã được chi trả hết cho các hộ ngày 24/4.", [("Done", [], "2025-04-24")]),
        ("Như vậy cầu Suối Hai đã được khởi công ngày 2/4, đúng kế hoạch.", [("Done", [], "2025-04-02")]),
        ("Đến nay Sở Y tế tuyển được 24 trong số 42 bác sĩ.", [("Partly", [SỞ], None)]),
        ("Vì thế tuyến đường lỡ mốc quý I, đến ngày 5/5 mới khởi công.", [("NotDone", [], "2025-05-05")]),
    ],
)
def test_what_became_of_it(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cầu Suối Hai thông xe ngày 27/6.",
        "Cầu Suối Hai sẽ thông xe ngày 27/6, thay vì ngày 27/4.",
        "Cầu Suối Hai thông xe trước ngày 27/4.",
        "Cầu Suối Hai thông xe ngày 27/4 giúp người dân đi lại dễ dàng.",
        "Cầu Suối Hai thông xe ngày 27/4/1998.",
        "Kế hoạch khởi công ngày 27/4 bị hoãn.",
        "Sở Y tế chỉ thực hiện được 2 trong 5 lượt chơi.",
        "Sở Y tế tuyển được 24 bác sĩ.",
        "Việc bàn giao ngày 27/4 diễn ra nhanh chóng.",
        "Nhà báo Mạc Sơn tại buổi ra mắt sách ngày 3/5.",
        "Ông Nhã yêu cầu cầu Suối Hai thông xe ngày 27/4.",
        "Cả 3 nghi phạm đều có tiền án, tính đến ngày 3/5.",
        "Tỉnh mới có 48 trạm y tế.",
        "Sở chỉ có 12 bác sĩ.",
    ],
)
def test_what_tells_of_nothing_undertaken(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
