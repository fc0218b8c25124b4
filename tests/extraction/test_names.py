"""Who is named: one person for each name, and no person where a name is used for a thing."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def people(reading: Reading) -> dict[str, list[str]]:
    """Every person's name with the forms the article uses, phrases as worded."""
    found: dict[str, list[str]] = {
        entity.name: [] for entity in reading.entities.values() if entity.kind is EntityKind.PERSON
    }
    for phrase in reading.phrases:
        if phrase.kind is EntityKind.PERSON:
            found[reading.entities[phrase.entity].name].append(reading.slice(phrase.span))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Tạ Đăng Khuê cảm ơn bà Vi Thị Nhàn. Ông Khuê tặng chị Nhàn sách.",
            {"Tạ Đăng Khuê": ["Ông Tạ Đăng Khuê", "Ông Khuê"], "Vi Thị Nhàn": ["bà Vi Thị Nhàn", "chị Nhàn"]},
        ),
        (  # streets in a list; who lives in one
            "Các tuyến đường Tạ Đăng Khuê (quận 2), Bà Hạnh, Mai Văn Kế và Vi Thị Nhàn ngập.",
            {},
        ),
        ("Ở đường Sa Hải, Tạ Đăng Khuê (35 tuổi), bị bắt.", {"Tạ Đăng Khuê": ["Tạ Đăng Khuê (35 tuổi)"]}),
        (  # the firm of who is named before is nobody
            "Ông Tạ Đăng Khuê, Tổng giám đốc Tập đoàn Dệt may Hoàng Giang, hứa.",
            {"Tạ Đăng Khuê": ["Ông Tạ Đăng Khuê, Tổng giám đốc Tập đoàn Dệt may Hoàng Giang"]},
        ),
        ("Giáo hoàng Clemo XVI đến.", {"Clemo XVI": ["Giáo hoàng Clemo XVI"]}),
        ("Bí thư Huyện ủy Lâm Đài Trần Thị Nhu đến.", {"Trần Thị Nhu": ["Bí thư Huyện ủy Lâm Đài Trần Thị Nhu"]}),
        (
            "Hiệu trưởng Trường Đại học Bách Nghệ Tạ Văn Hòa đến.",
            {"Tạ Văn Hòa": ["Hiệu trưởng Trường Đại học Bách Nghệ Tạ Văn Hòa"]},
        ),
        (  # where players stand, what artists do; an island and a soldier are nobody
            "Hậu vệ trái Đình Khuê, nhiếp ảnh gia Tạ Nhàn ra cù lao Ông Hạc thăm bộ đội Cụ Hồ.",
            {"Đình Khuê": ["Hậu vệ trái Đình Khuê"], "Tạ Nhàn": ["nhiếp ảnh gia Tạ Nhàn"]},
        ),
        ("Đồng chí Y Thuăn Niê dự.", {"Y Thuăn Niê": ["Đồng chí Y Thuăn Niê"]}),
        ("Đại biểu Ngô Văn Viện hỏi.", {"Ngô Văn Viện": ["Đại biểu Ngô Văn Viện"]}),
        ("GS.TS. Tô Nhã chủ trì.", {"Tô Nhã": ["GS.TS. Tô Nhã"]}),
        (
            "Ông Park Yeon-ok đến. Ông Park nói với V.Karelin.",
            {"Park Yeon-ok": ["Ông Park Yeon-ok", "Ông Park"], "V.Karelin": ["V.Karelin"]},
        ),
        (
            "Tổng thống Cộng hòa Velmora Ivo Brandek dự lễ. Tổng thống Brandek phát biểu.",
            {"Ivo Brandek": ["Tổng thống Cộng hòa Velmora Ivo Brandek", "Tổng thống Brandek"]},
        ),
        (  # in the letters of another newspaper, and a note between the post and the name
            "Ngoại trưởng Cộng hòa Ca-dắc-xtan (Kazakhstan) Ê-gian Xa-ri-nốp (Yerzhan Sarinov) đến. Ông Sarinov vui.",
            {
                "Ê-gian Xa-ri-nốp": [
                    "Ngoại trưởng Cộng hòa Ca-dắc-xtan (Kazakhstan) Ê-gian Xa-ri-nốp",
                    "Yerzhan Sarinov",
                    "Ông Sarinov",
                ]
            },
        ),
        (  # nicknames of the South, and the real name
            "Ông Tư Mực ra ruộng. Ông tên thật là Nguyễn Văn Mực. Ông Tư nghỉ.",
            {"Nguyễn Văn Mực": ["Ông Tư Mực", "Ông", "Nguyễn Văn Mực", "Ông Tư"]},
        ),
        (  # the next sentence begins without a mark
            "Cựu nhân viên Bộ Tài chính Edwin Hollander Một tài liệu cho thấy điều đó. Hollander vắng mặt.",
            {"Edwin Hollander": ["Cựu nhân viên Bộ Tài chính Edwin Hollander", "Hollander"]},
        ),
        ("Tổng thống Basil al-Hamadi từ chức.", {"Basil al-Hamadi": ["Tổng thống Basil al-Hamadi"]}),
        ("Một chuyên gia tên là Des Hallmark nói rằng không.", {"Des Hallmark": ["Des Hallmark"]}),
        (
            "Chủ tịch Tập đoàn Lam Sa Trương Mộng Kha nói.",
            {"Trương Mộng Kha": ["Chủ tịch Tập đoàn Lam Sa Trương Mộng Kha"]},
        ),
        (
            "Trưởng đoàn ĐBQH tỉnh Sơn Hà Mai Văn Kế tiếp dân.",
            {"Mai Văn Kế": ["Trưởng đoàn ĐBQH tỉnh Sơn Hà Mai Văn Kế"]},
        ),
    ],
)
def test_each_person_is_one_under_the_fullest_name(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    assert people(read(nlp, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đường Nguyễn Trãi vẫn mở.",
        "Trường THPT Lê Hồng Phong khai giảng.",
        "Trường THPT chuyên Lê Hồng Phong và Trường tiểu học tư thục Hà Huy Tập khai giảng.",
        "Đoàn TNCS Hồ Chí Minh phát động phong trào.",
        "Hội nghị họp tại TP Hồ Chí Minh.",
        "Nước lũ đã rút (Ảnh: Lê Văn Tám).",
        "Nước lũ đã rút. Trần Thị Bảy/VOV",
        "Sở Nội vụ và Bộ Quốc phòng phối hợp với Đoàn Thanh niên.",
        "Các cầu thủ Marsella tập buổi cuối.",
    ],
)
def test_names_of_things_and_credits_are_no_people(nlp: Language, text: str) -> None:
    assert people(read(nlp, text)) == {}


def test_a_short_name_is_the_one_named_last_of_those_who_end_so(nlp: Language) -> None:
    reading = read(nlp, "Ông Lê Văn Quý và ông Hồ Sỹ Quý cùng dự. Ông Lê Văn Quý hỏi, ông Quý tự đáp.")
    assert people(reading)["Lê Văn Quý"] == ["Ông Lê Văn Quý", "Ông Lê Văn Quý", "ông Quý"]
    assert people(reading)["Hồ Sỹ Quý"] == ["ông Hồ Sỹ Quý"]


def test_a_given_name_alone_takes_up_the_one_named(nlp: Language) -> None:
    text = (
        "Công an bắt Nguyễn Thanh Hùng và Phan Quốc Việt. Khi bị hỏi, Hùng khai đã lấy xe. Hùng sẽ bồi thường. "
        "Hành trình vì khát vọng Việt ở miền Nam."
    )
    reading = read(nlp, text)
    mentions = reading.entities["person/nguyễn thanh hùng"].mentions
    assert [reading.slice(m) for m in mentions] == ["Nguyễn Thanh Hùng", "Hùng", "Hùng"]
    assert len(reading.entities["person/phan quốc việt"].mentions) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ca sĩ Lê Công Vinh đến. Khán giả chờ Công Vinh.", {"Lê Công Vinh": ["Ca sĩ Lê Công Vinh", "Công Vinh"]}),
        ("Phóng viên Daily Post và sinh viên Lam Cảng chờ.", {}),
        ("Anh Tạ Hoài D. khai báo.", {"Tạ Hoài D.": ["Anh Tạ Hoài D."]}),
        ("Thủ thành Tấn Trường và đồng đội tập.", {"Tấn Trường": ["Thủ thành Tấn Trường"]}),
        ("Nữ diễn viên Mối tình đầu vắng mặt.", {}),
        (  # captions whose marks are missing
            "Ca sĩ Dalmar Brenko Với Tạ Minh Thư trên sân khấu. Ca sĩ Harlan Olsen Harlan Olsen ra về.",
            {
                "Dalmar Brenko": ["Ca sĩ Dalmar Brenko"],
                "Tạ Minh Thư": ["Tạ Minh Thư"],
                "Harlan Olsen": ["Ca sĩ Harlan Olsen"],
            },
        ),
        (
            "Ca sĩ Dalmar Brenko hát. Ca sĩ Dalmar Brenko Bắc Lam ra về.",
            {"Dalmar Brenko": ["Ca sĩ Dalmar Brenko", "Ca sĩ Dalmar Brenko"]},
        ),
        (  # whose Vietnamese name it is, no rule can tell
            "Chị Lam (tên Việt là Lê Thị Nhàn) ở lại. Hôm sau cô gái tên tiếng Việt là Vi Thị Hạnh cũng đến.",
            {"Lê Thị Nhàn": ["Chị Lam", "Lê Thị Nhàn"], "Vi Thị Hạnh": ["Vi Thị Hạnh"]},
        ),
        ("Hoàng tử Bandar bin Hamad Ảnh: AP", {"Bandar bin Hamad": ["Hoàng tử Bandar bin Hamad"]}),
    ],
)
def test_short_names_employers_and_captions(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    assert people(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bà Nora Ward Ông Karelin nói. Ông Anton Karelin đến.", ["Nora Ward", "Anton Karelin"]),
        ("Ảnh chụp với David Merkel Với Minh Tâm và nhóm bạn.", ["David Merkel"]),
        ("Bà Jillian C. Harlan đến.", ["Jillian C. Harlan"]),
        ("Quốc vương Orlan Hakim III Rassoul đến.", ["Orlan Hakim III Rassoul"]),
        ("Ông Châu Hoài Khuê đến châu Âu.", ["Châu Hoài Khuê"]),
        ("Thủ tướng Ấn xem Hoa hậu Hoàn vũ ở Viện Y Học Hàng Không.", []),
        ("Ông Kaysar Lom gặp cô Chinda Phom (tên Việt là Tạ Thị Nhàn).", ["Kaysar Lom", "Chinda Phom"]),
        ("Bà kể về Bác Hồ.", ["Hồ Chí Minh"]),
    ],
)
def test_where_a_name_begins_and_ends(nlp: Language, text: str, expected: list[str]) -> None:
    assert list(people(read(nlp, text))) == expected
