"""Forms of undertakings the news uses, one case each, and forms that look like one and are none."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = (
    "Ngày 19/5, ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, chủ trì cuộc họp. Dự họp có bà Mạc Thị Liễu, "
    "Giám đốc Sở Y tế; ông Tống Văn Kha, Giám đốc Công ty CP Thủy lợi Sơn Hà.\n\n"
)

Told = list[tuple[str, list[str], str | None]]


def told(nlp: Language, text: str) -> Told:
    """Kind, actors and source of each undertaking of the text after the introduction."""
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    name = {key: entity.name for key, entity in reading.entities.items()}
    return [(u.kind.value, [name[a] for a in u.actors], name.get(u.stated_by or "")) for u in reading.undertakings]


NHÃ, LIỄU, KHA = "Đoàn Trọng Nhã", "Mạc Thị Liễu", "Tống Văn Kha"
SỞ, CÔNG_TY = "Sở Y tế Sơn Hà", "Công ty CP Thủy lợi Sơn Hà"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Liễu xác nhận sẽ sớm bàn giao 20 xe cứu thương.", [("Pledge", [LIỄU], LIỄU)]),
        ("Ông Kha cho biết sẽ cấp nước trở lại trong tuần.", [("Pledge", [CÔNG_TY], KHA)]),
        (
            "Bà Liễu nhấn mạnh bệnh viện đang quá tải và cho biết sẽ mở thêm hai khoa mới.",
            [("Pledge", [LIỄU], LIỄU)],
        ),
        ("Cầu Suối Hai được UBND tỉnh dự kiến khởi công trong quý IV.", [("Goal", ["UBND tỉnh Sơn Hà"], None)]),
        (
            "Nửa đoạn đê còn lại được Công ty CP Thủy lợi Sơn Hà hứa đắp xong trước 31/12.",
            [("Pledge", [CÔNG_TY], None)],
        ),
        ("Công ty CP Thủy lợi Sơn Hà hẹn đắp xong đê trước 31/12.", [("Pledge", [CÔNG_TY], None)]),
        ("UBND tỉnh giữ nguyên mốc hoàn thành cầu Suối Hai trước ngày 31/12.", [("Goal", ["UBND tỉnh Sơn Hà"], None)]),
        ("Do phải khoan thêm, tỉnh dời hạn chót mở cầu Suối Hai đến ngày 31/12.", [("Goal", ["Sơn Hà"], None)]),
        ("UBND tỉnh xin lùi ngày mở cầu đến hết quý IV.", [("Goal", ["UBND tỉnh Sơn Hà"], None)]),
        ("Công ty CP Thủy lợi Sơn Hà bảo đảm nạo vét cống trước 31/12.", [("Pledge", [CÔNG_TY], None)]),
        ("Ông Nhã nói 40 nhà tạm sẽ được tỉnh xây lại trước tháng 9.", [("Pledge", ["Sơn Hà"], NHÃ)]),
        ("Ông Kha nói hồ chứa Đồi Cọ sẽ vận hành trước 30/9.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Ông Kha nói hồ chứa Đồi Cọ sẽ xong. Cống được hẹn xong trước 30/9.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Hồ sẽ vận hành trước 30/9, ông Kha cho biết sau cuộc họp.", [("Pledge", [CÔNG_TY], KHA)]),
        ("Ông Kha nói hạn chót đắp đê là 30/9.", [("Goal", [CÔNG_TY], KHA)]),
        ("Ông Kha nói cống số 2 không đổi hạn thông nước 30/9.", [("Goal", [CÔNG_TY], KHA)]),
        (
            "Mục tiêu 300 việc làm vào cuối năm 2026 vẫn được Công ty CP Thủy lợi Sơn Hà giữ.",
            [("Goal", [CÔNG_TY], None)],
        ),
        (
            "UBND tỉnh đặt mục tiêu đắp 14 km đê trong năm 2026. Kè đá mới hoàn thành 9,5 km dù hạn là 31/7.",
            [("Goal", ["UBND tỉnh Sơn Hà"], None)],
        ),
        ("Ông Nhã xin lỗi người dân và dời hạn mở cầu đến 30/9.", [("Goal", ["UBND tỉnh Sơn Hà"], NHÃ)]),
        ("Ông Nhã hẹn trong quý III sẽ trả lời bà con.", [("Pledge", [NHÃ], NHÃ)]),
        ("UBND tỉnh đồng ý cử hai đoàn kiểm tra xuống xã.", [("Pledge", ["UBND tỉnh Sơn Hà"], None)]),
        ("Bà Liễu hứa đường dây nóng sẽ trực ngày đêm.", [("Pledge", [SỞ], LIỄU)]),
        ("Anh Đỗ Văn Tư hứa hết vụ này sẽ về phụ cha.", [("Pledge", ["Đỗ Văn Tư"], "Đỗ Văn Tư")]),
        ("Đã có 6 nhà máy chế biến cam kết mua tôm giá cao.", [("Pledge", ["6 nhà máy chế biến"], None)]),
        ("UBND tỉnh vừa công bố kế hoạch xây 3 cầu.", [("Goal", ["UBND tỉnh Sơn Hà"], None)]),
        ("Sở Y tế cho biết họ sẽ mở thêm 5 trạm cấp cứu.", [("Pledge", [SỞ], SỞ)]),
        (
            "Sở Y tế sẽ sửa trạm xá; thăm những thôn đã bị ngập trong trận lũ.",
            [("Pledge", [SỞ], None), ("Pledge", [SỞ], None)],
        ),
        ("Trung Quốc cảnh báo sẽ đáp trả nếu Mỹ tăng thuế.", [("Pledge", ["Trung Quốc"], "Trung Quốc")]),
        ("Nga dọa cắt nguồn khí đốt.", [("Pledge", ["Nga"], None)]),
        ("Phấn đấu đến năm 2030, Sơn Hà trở thành tỉnh khá.", [("Goal", ["Sơn Hà"], None)]),
        ("Phía Nhật Bản cho biết sẵn sàng viện trợ thêm 500 triệu USD.", [("Pledge", ["Nhật Bản"], "Nhật Bản")]),
        ("Sở Y tế sẽ có 50 xe cấp cứu trước ngày 20/11.", [("Pledge", [SỞ], None)]),
        (
            "Ông Nhã họp với Sở Y tế và Bệnh viện Sơn Hà. Bệnh viện sẽ mở khoa mới.",
            [("Pledge", ["Bệnh viện Sơn Hà"], None)],
        ),
        ("Theo kế hoạch của Sở Y tế, năm nay Sơn Hà hướng tới 40 trạm mới.", [("Goal", ["Sơn Hà"], SỞ)]),
        ("Sơn Hà hướng tới 12 triệu lượt khách trong năm nay.", [("Goal", ["Sơn Hà"], None)]),
        ("Mục tiêu của Sở Y tế đến năm 2027 là xóa hết trạm tạm.", [("Goal", [SỞ], None)]),
        ("Công ty CP Thủy lợi Sơn Hà vừa họp. Mục tiêu của công ty là 12 trạm bơm.", [("Goal", [CÔNG_TY], None)]),
        (
            "Nghị quyết của HĐND tỉnh đề ra các chỉ tiêu chủ yếu đến năm 2030: thu ngân sách đạt 20.000 tỷ đồng; "
            "giảm 2% hộ nghèo mỗi năm.",
            [("Goal", ["HĐND tỉnh Sơn Hà"], None), ("Goal", ["HĐND tỉnh Sơn Hà"], None)],
        ),
        ("Theo kế hoạch của Sở Y tế, đến năm 2027 cả tỉnh có 40 trạm mới.", [("Goal", [SỞ], SỞ)]),
    ],
)
def test_who_pledges_or_aims_without_being_the_nearest_name(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh vừa có văn bản yêu cầu Sở Y tế rà soát kho thuốc.", [("Directive", [SỞ], "UBND tỉnh Sơn Hà")]),
        ("UBND tỉnh có công văn gửi Sở Y tế đề nghị rà soát kho thuốc.", [("Directive", [SỞ], "UBND tỉnh Sơn Hà")]),
        ("Bà Liễu được ông Nhã phân công phụ trách kho thuốc của tỉnh.", [("Directive", [LIỄU], NHÃ)]),
        ("Ông Nhã họp khẩn và chỉ đạo Sở Y tế mở kho thuốc dự phòng.", [("Directive", [SỞ], NHÃ)]),
        ("UBND tỉnh quyết định giao Sở Y tế sửa trạm xá.", [("Directive", [SỞ], "UBND tỉnh Sơn Hà")]),
        ("Các đại biểu kiến nghị Sở Y tế sửa trạm xá.", [("Directive", [SỞ], "các đại biểu")]),
        ("Ông Nhã yêu cầu các sàn thương mại điện tử nộp thuế.", [("Directive", ["các sàn thương mại điện tử"], NHÃ)]),
        ("Sở Y tế khuyến cáo người dân tiêm phòng đầy đủ.", [("Directive", ["người dân"], SỞ)]),
        ("Ông Nhã yêu cầu các cấp ủy, tổ chức đảng thực hiện.", [("Directive", ["các cấp ủy, tổ chức đảng"], NHÃ)]),
        ("Theo chỉ đạo của ông Nhã, các bệnh viện phải báo cáo.", [("Directive", ["các bệnh viện"], NHÃ)]),
        (
            "Công ty CP Giấy Sơn Hà cũng dự. Ông Nhã yêu cầu hai công ty báo trước mỗi lần cắt nước.",
            [("Directive", [CÔNG_TY, "Công ty CP Giấy Sơn Hà"], NHÃ)],
        ),
        ("Đối với Sở Y tế, ông Nhã yêu cầu rà soát kho thuốc.", [("Directive", [SỞ], NHÃ)]),
        ("Ông Nhã yêu cầu UBND các xã rà soát kho thuốc.", [("Directive", ["UBND các xã"], NHÃ)]),
        (
            "Ông Nhã lưu ý Sở Y tế cần sớm tuyển bác sĩ; đồng thời giao Công ty CP Thủy lợi Sơn Hà sửa kè.",
            [("Directive", [SỞ], NHÃ), ("Directive", [CÔNG_TY], NHÃ)],
        ),
        ("Ông Nhã yêu cầu các cửa hàng xăng dầu niêm yết giá.", [("Directive", ["các cửa hàng xăng dầu"], NHÃ)]),
        (
            "Ông Nhã yêu cầu các đại sứ quán nước ngoài cũng như các phái bộ tôn trọng luật pháp.",
            [("Directive", ["các đại sứ quán nước ngoài", "các phái bộ"], NHÃ)],
        ),
        (
            "Ông Nhã yêu cầu Sở Y tế rà soát kho thuốc. Khẩn trương bổ sung 40 bác sĩ cho tuyến xã.",
            [("Directive", [SỞ], NHÃ), ("Directive", [SỞ], NHÃ)],
        ),
        (
            "Ông Nhã cho rằng kho thuốc đã cạn. Yêu cầu các bệnh viện báo cáo tồn kho.",
            [("Directive", ["các bệnh viện"], NHÃ)],
        ),
        (
            "Ông Nhã cho rằng kho thuốc đã cạn. Các bệnh viện phải báo cáo tồn kho hằng ngày.",
            [("Directive", ["các bệnh viện"], NHÃ)],
        ),
    ],
)
def test_who_is_told_by_whom(nlp: Language, text: str, expected: Told) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anh Nguyễn Văn Sửu nói gia đình anh phải chịu cảnh mất nước suốt ba tháng.",
        "Để người dân yên tâm, phấn đấu vươn lên là chuyện lâu dài.",
        "Những người hâm mộ đang kỳ vọng đội bóng sẽ tiếp tục thắng.",
        "Ông Tống Văn Kha muốn nghỉ 3 ngày.",
        "Hai bên nhất trí với 3 điểm trong bản dự thảo.",
        "Theo quy định của Bộ Y tế, các bệnh viện phải báo cáo tồn kho.",
        "Theo kết quả bốc thăm, đội tuyển Sơn Hà sẽ gặp đội tuyển Lam Kinh.",
        "Theo các chuyên gia, Sở Y tế sẽ đóng cửa trạm xá.",
        "Ông Nhã yêu cầu các biện pháp mạnh bảo vệ người dân.",
        "Nhà máy sẽ đi vào hoạt động từ năm 2026.",
        "Có thể Sở Y tế sẽ đóng cửa trạm xá.",
        "Những năm trước, ông Nhã nói các xã phải tự mua thuốc.",
        "Ông Nhã nhắc lại cam kết của Công ty CP Thủy lợi Sơn Hà đưa ra tháng trước.",
        "Ông Kha nói nghị quyết chỉ ra hạn chế: năm 2024, đê chỉ cao 2 m.",
        "Ông Kha nói hạn nộp hồ sơ là 30/9.",
        "Người dân được hứa cấp nước trước 30/9.",
        "Ông Kha nói mục đích là 30/9 khai mạc hội.",
        "Bà Liễu tin rằng ông Kha từng tham gia cuộc họp ấy.",
    ],
)
def test_what_is_no_undertaking(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "Sở Y tế sẽ mở thêm 5 trạm cấp cứu, song việc tuyển bác sĩ còn phải chờ tỉnh.",
            "Sở Y tế sẽ mở thêm 5 trạm cấp cứu",
        ),
        (
            "Ông Nhã yêu cầu Sở Y tế mở kho thuốc dự phòng, vì dịch đã lan ra ba huyện trong tỉnh.",
            "Sở Y tế mở kho thuốc dự phòng",
        ),
        (
            "Sở Y tế đang thay 8 máy chụp, dự kiến hoàn thành trước 15/7.",
            "Sở Y tế đang thay 8 máy chụp, dự kiến hoàn thành trước 15/7",
        ),
    ],
)
def test_where_the_words_begin_and_end(nlp: Language, text: str, evidence: str) -> None:
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [reading.slice(u.evidence) for u in reading.undertakings] == [evidence]


def test_the_deadline_before_a_list_holds_for_all_of_it(nlp: Language) -> None:
    text = "Trong năm nay, Sở Y tế sẽ mở thêm 5 trạm cấp cứu; tuyển 40 bác sĩ."
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [u.due for u in reading.undertakings] == ["2025", "2025"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Sở Y tế sẽ ban hành hướng dẫn trong tháng 6.", "2025-06"),
        ("Sở Y tế sẽ hỗ trợ học sinh trong cả năm 2026.", "2026"),
        ("Sở Y tế sẽ trực ngày đêm kể từ ngày 15/6.", "2025-06-15"),
        ("Chính phủ đặt mục tiêu tăng trưởng GDP 8% năm 2026.", "2026"),
        ("Nếu hết quý III công ty không sửa xong, UBND tỉnh sẽ đình chỉ nhà máy.", None),
        ("Ông Nhã cho rằng kho đã cạn. Chậm nhất ngày 1/11, yêu cầu các bệnh viện báo cáo.", "2025-11-01"),
    ],
)
def test_when_it_is_due(nlp: Language, text: str, due: str | None) -> None:
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    assert [u.due for u in reading.undertakings] == [due]


def test_a_foreign_capital_acts_for_its_country(nlp: Language) -> None:
    text = "Hàn Quốc và Philippines vừa ký thỏa thuận. Seoul sẽ chuyển giao 12 tàu cho Manila."
    assert told(nlp, text)[-1:] == [("Pledge", ["Hàn Quốc"], None)]


def test_capital_is_no_aside(nlp: Language) -> None:
    """ "vốn" is a word of contrast ("vốn đã khó") and the noun capital: a list of goals does not end before it."""
    text = "Tỉnh Vân Hải phấn đấu thu ngân sách đạt 5.600 tỷ đồng, vốn đầu tư toàn xã hội tăng hơn 10%."
    (goal,) = pipeline.extract(nlp, Document("a", text, "", published="2025-05-13")).undertakings
    assert [measure.value for measure in goal.measures] == [5600_000_000_000, 10]


def test_a_term_named_after_the_congress_dates_its_goals(nlp: Language) -> None:
    """ "lần thứ VI, nhiệm kỳ 2025 - 2030": "lần" counts congresses here and compares nothing."""
    text = (
        "Đại hội Hội Nông dân tỉnh Vân Hải lần thứ VI, nhiệm kỳ 2025 - 2030, diễn ra hôm qua. "
        "Hội Nông dân tỉnh xác định mục tiêu: Kết nạp thêm 5.000 hội viên."
    )
    (goal,) = pipeline.extract(nlp, Document("a", text, "", published="2025-05-13")).undertakings
    assert goal.due == "2025/2030"
