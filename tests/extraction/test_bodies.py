"""Which bodies are named, how their names are completed, and what takes them up."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EntityKind


def read(nlp: Language, text: str) -> Reading:
    return pipeline.read(nlp, Document(id="a", text=text, sha256=""))


def bodies(reading: Reading) -> list[tuple[str, str]]:
    """Name and class of every body, in text order."""
    return [(e.name, e.category) for e in reading.entities.values() if e.kind is EntityKind.BODY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bộ Nông nghiệp và Môi trường giao Cục Kinh tế - Quản lý đầu tư xây dựng cử tổ công tác.",
            [
                ("Bộ Nông nghiệp và Môi trường", "StateBody"),
                ("Cục Kinh tế - Quản lý đầu tư xây dựng", "StateBody"),
            ],
        ),
        (
            "UBND tỉnh Sơn Hà giao Sở GD-ĐT, Công an tỉnh và Bộ CHQS tỉnh; Ủy ban MTTQ Việt Nam tỉnh giám sát.",
            [
                ("UBND tỉnh Sơn Hà", "StateBody"),
                ("Sở GD-ĐT Sơn Hà", "StateBody"),
                ("Công an tỉnh Sơn Hà", "PoliceBody"),
                ("Bộ CHQS tỉnh Sơn Hà", "ArmyBody"),
                ("Ủy ban MTTQ Việt Nam tỉnh Sơn Hà", "StateBody"),
            ],
        ),
        (
            "Huyện ủy Tân Kỳ và UBND huyện họp.",
            [("Huyện ủy Tân Kỳ", "PartyBody"), ("UBND huyện Tân Kỳ", "StateBody")],
        ),
        (
            "Công ty CP Gốm Tràng Vân ký với Tập đoàn Zolbit Materials và Công ty Điện lực Sơn Hà.",
            [
                ("Công ty CP Gốm Tràng Vân", "Company"),
                ("Tập đoàn Zolbit Materials", "Company"),
                ("Công ty Điện lực Sơn Hà", "Company"),
            ],
        ),
        (
            "Liên hiệp các tổ chức hữu nghị Việt Nam mời Hội hữu nghị Việt Nam-Ấn Độ.",
            [
                ("Liên hiệp các tổ chức hữu nghị Việt Nam", "Association"),
                ("Hội hữu nghị Việt Nam-Ấn Độ", "Association"),
            ],
        ),
        (
            "Bộ Ngoại giao Pháp và Quốc hội Ấn Độ phản đối.",
            [("Bộ Ngoại giao Pháp", "ForeignBody"), ("Quốc hội Ấn Độ", "ForeignBody")],
        ),
        ("Trung đoàn 886 thuộc Quân khu 4 cứu dân.", [("Trung đoàn 886", "ArmyBody"), ("Quân khu 4", "ArmyBody")]),
        ("Các đơn vị, công an xã và các sở thực hiện chủ trương của Đảng, pháp luật của Nhà nước.", []),
        ("Hội nghị bàn về bộ luật mới ở thị trường Mỹ.", []),
    ],
)
def test_bodies(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert bodies(read(nlp, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # names that go on in small letters, words no list has, a number
            "Cục Đường cao tốc Việt Nam giao Ban Quản lý dự án Hạ tầng đô thị 7 và Công ty Cầu treo Lam Sa.",
            ["Cục Đường cao tốc Việt Nam", "Ban Quản lý dự án Hạ tầng đô thị 7", "Công ty Cầu treo Lam Sa"],
        ),
        (  # a field in small letters before the level of its place; one of several by its field
            "Chi cục Chăn nuôi và thú y tỉnh Sơn Hà gặp Kiểm toán Nhà nước chuyên ngành X và Kiểm toán Nhà nước.",
            ["Chi cục Chăn nuôi và thú y tỉnh Sơn Hà", "Kiểm toán Nhà nước chuyên ngành X", "Kiểm toán Nhà nước"],
        ),
        (  # courts, procuracies and unions by level; the abbreviation inside a name
            "Tại tỉnh Sơn Hà, TAND tỉnh, Thanh tra tỉnh và Liên đoàn Lao động (LĐLĐ) tỉnh họp. LĐLĐ tỉnh chủ trì.",
            ["TAND tỉnh Sơn Hà", "Thanh tra tỉnh Sơn Hà", "Liên đoàn Lao động tỉnh Sơn Hà"],
        ),
        (  # small first letters where a country follows, and embassies by their seat
            "Hôm qua chính phủ Thái Lan phản đối đại sứ quán Áo ở Bangkok; các đại sứ quán Áo im lặng.",
            ["Chính phủ Thái Lan", "Đại sứ quán Áo ở Bangkok"],
        ),
        (  # newspapers are known by their titles, places inside them included
            "Theo tờ Sydney Evening Star, giá giảm. Sydney Evening Star cho biết thêm. Tạp chí Sydney Evening Star in.",
            ["Tạp chí Sydney Evening Star"],
        ),
        (  # capitals alone: after a post, before a verb of saying; not what is no body
            "GDP cho thấy điều đó. Ông Mai Văn Kế, Phó Chủ tịch VQKT, nói. HĐXX đề nghị. Hôm qua VQKT cho biết.",
            ["VQKT"],
        ),
        (  # the short name in brackets
            "Công ty Cổ phần Thủy sản Lam Sa (mã chứng khoán: LMS) họp. LMS báo lỗ.",
            ["Công ty Cổ phần Thủy sản Lam Sa"],
        ),
        (  # what a body does is no part of its name; a date may stand before the verb of saying
            "Hôm qua Bộ Y tế họp. Vì vậy Bộ tổ chức hội nghị. Sau đó Tân Hoa xã ngày 19/10 đưa tin.",
            ["Bộ Y tế", "Tân Hoa Xã"],
        ),
        ("Ông họp vơí Hiệp hôị Vận tải.", ["Hiệp hôị Vận tải"]),
        ("Ban Tổ chức trao giải. Doanh nghiệp Nhà nước dự.", []),
        ("Công an TP Cà Mau phối hợp Công an tỉnh Cà Mau.", ["Công an TP Cà Mau", "Công an tỉnh Cà Mau"]),
    ],
)
def test_names_in_all_their_forms(nlp: Language, text: str, expected: list[str]) -> None:
    assert [name for name, _ in bodies(read(nlp, text))] == expected


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "Công an tỉnh Sơn Hà họp báo. Phòng Cảnh sát hình sự cho biết đã bắt hai người.",
            "Phòng Cảnh sát hình sự Công an tỉnh Sơn Hà",
            "Công an tỉnh Sơn Hà",
        ),
        (
            "Bệnh viện Đa khoa tỉnh Sơn Hà có khoa mới. Theo bác sĩ Mai Thị Kế, Trưởng khoa Thận nhân tạo, máy đủ.",
            "Khoa Thận nhân tạo Bệnh viện Đa khoa tỉnh Sơn Hà",
            "Bệnh viện Đa khoa tỉnh Sơn Hà",
        ),
        (
            "Vụ Pháp chế Bộ Thương nghiệp soạn luật. Vụ Pháp chế nói luật tốt.",
            "Vụ Pháp chế Bộ Thương nghiệp",
            "Bộ Thương nghiệp",
        ),
    ],
)
def test_a_part_named_alone_belongs_to_the_one_whole(nlp: Language, text: str, part: str, whole: str) -> None:
    reading = read(nlp, text)
    names = {key: entity.name for key, entity in reading.entities.items()}
    found = [(e.name, names[e.part_of]) for e in reading.entities.values() if e.part_of and e.part_of in names]
    assert found == [(part, whole)]


def test_the_whole_may_stand_in_brackets(nlp: Language) -> None:
    reading = read(
        nlp, "Cục Viễn thông (Bộ Bưu chính) và Ngân hàng Mizoku họp. Mizoku Financial vắng. Hai Chính phủ vui."
    )
    names = {key: entity.name for key, entity in reading.entities.items()}
    assert [(e.name, names[e.part_of]) for e in reading.entities.values() if e.part_of] == [
        ("Cục Viễn thông", "Bộ Bưu chính")
    ]
    assert [name for name, _ in bodies(reading)] == ["Cục Viễn thông", "Bộ Bưu chính", "Ngân hàng Mizoku"]
    assert "Mizoku Financial" in reading.entities["body/ngân hàng mizoku"].aliases


def test_of_two_wholes_none_is_taken(nlp: Language) -> None:
    text = "Bệnh viện Lam Sa và Bệnh viện Đông Sa cùng mổ. Khoa Ngoại tổng hợp cho biết ca mổ tốt. Bệnh viện cho hay."
    reading = read(nlp, text)
    assert [e.part_of for e in reading.entities.values() if e.name.startswith("Khoa")] == [None]
    assert "bệnh viện" not in {phrase.form for phrase in reading.phrases}


def test_a_part_names_its_whole(nlp: Language) -> None:
    reading = read(
        nlp, "Ban Thường vụ Tỉnh ủy Sơn Hà tiếp Đoàn công tác của Bộ Y tế. Thường trực HĐND tỉnh Sơn Hà cùng dự."
    )
    whole = {
        e.name: reading.entities[e.part_of].name if e.part_of else None
        for e in reading.entities.values()
        if e.kind is EntityKind.BODY
    }
    assert whole == {
        "Ban Thường vụ Tỉnh ủy Sơn Hà": "Tỉnh ủy Sơn Hà",
        "Tỉnh ủy Sơn Hà": None,
        "Đoàn công tác của Bộ Y tế": "Bộ Y tế",
        "Bộ Y tế": None,
        "Thường trực HĐND tỉnh Sơn Hà": "HĐND tỉnh Sơn Hà",
        "HĐND tỉnh Sơn Hà": None,
    }
    assert [reading.slice(p.span) for p in reading.phrases] == [
        "Ban Thường vụ Tỉnh ủy Sơn Hà",
        "Đoàn công tác của Bộ Y tế",
        "Thường trực HĐND tỉnh Sơn Hà",
    ]


def test_place_committee_party_and_police_are_four(nlp: Language) -> None:
    reading = read(nlp, "Tỉnh Sơn Hà, UBND tỉnh Sơn Hà, Tỉnh ủy Sơn Hà và Công an tỉnh Sơn Hà cùng dự.")
    assert [(p.kind.value, reading.entities[p.entity].name) for p in reading.phrases] == [
        ("place", "Sơn Hà"),
        ("body", "UBND tỉnh Sơn Hà"),
        ("body", "Tỉnh ủy Sơn Hà"),
        ("body", "Công an tỉnh Sơn Hà"),
    ]
    (place,) = (e.key for e in reading.entities.values() if e.kind is EntityKind.PLACE)
    assert {e.jurisdiction for e in reading.entities.values() if e.kind is EntityKind.BODY} == {place}


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("Bộ Giao thông vận tải (GTVT) họp. Lãnh đạo Bộ GTVT dự.", "Bộ GTVT", "Bộ Giao thông vận tải"),
        ("Bộ Giao thông vận tải họp. Sau đó Bộ sẽ báo cáo.", "Bộ", "Bộ Giao thông vận tải"),
        ("Đảng Công bằng Velmora (DCV) thắng. Nay DCV sẽ lập chính phủ.", "DCV", "Đảng Công bằng Velmora"),
        ("Tập đoàn Zolbit Materials đến. Nay Zolbit sẽ xây nhà máy.", "Zolbit", "Tập đoàn Zolbit Materials"),
        ("Tập đoàn Zolbit Materials đến. Nay tập đoàn sẽ xây nhà máy.", "tập đoàn", "Tập đoàn Zolbit Materials"),
        ("Đoàn công tác của Bộ Y tế đến. Tỉnh tiếp đoàn sáng 3/4.", "đoàn", "Đoàn công tác của Bộ Y tế"),
        ("Sở Y tế Sơn Hà nhận lỗi. Tới đây Sở sẽ sửa.", "Sở", "Sở Y tế Sơn Hà"),
    ],
)
def test_short_forms_take_up_the_body_spoken_of(nlp: Language, text: str, short: str, name: str) -> None:
    reading = read(nlp, text)
    meant = [reading.entities[p.entity].name for p in reading.phrases if reading.slice(p.span) == short]
    assert meant == [name]


def test_known_bodies_bear_their_reference(nlp: Language) -> None:
    reading = read(nlp, "Bộ trưởng Bộ Công an Tạ Quang Huấn dự. Ban Chấp hành Trung ương Đảng họp.")
    assert [(e.name, e.reference) for e in reading.entities.values() if e.kind is EntityKind.BODY] == [
        ("Bộ Công an", "body/Bộ_Công_an"),
        ("Ban Chấp hành Trung ương Đảng", "body/Ban_Chấp_hành_Trung_ương_Đảng_Cộng_sản_Việt_Nam"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # an abbreviation, or a title in another language, closes a name of words that no list has
            "Tổ chức Gìn giữ chim di trú hoang dã (WBKO) họp. Nhật báo Mặt gương (Der Lauter) đưa tin.",
            ["Tổ chức Gìn giữ chim di trú hoang dã", "Nhật báo Mặt gương"],
        ),
        (  # a country closes one of small words; with words such as "chức năng" none in particular is meant
            "Theo trung tâm quan trắc núi lửa ngầm Philippines, núi yên. Cơ quan chức năng Thái Lan im lặng.",
            ["Trung tâm quan trắc núi lửa ngầm Philippines"],
        ),
        ("Quân đội của Pakistan rút. Chính quyền Ba Lan vui.", ["Quân đội của Pakistan", "Chính quyền Ba Lan"]),
        ("Một tòa án Thái Lan xử. Công văn gửi Sở Y tế các tỉnh. Anh đi dọc đại lộ Trường Yên.", []),
        ("Bà đã báo Công an phường Lam Sa. Ông thông báo Cục Thú y sẽ thưởng.", ["Công an phường Lam Sa", "Cục Thú y"]),
        ("U.19 Lào thua ĐT U19 Thái Lan ở giải U19 Quốc tế.", ["U.19 Lào", "ĐT U19 Thái Lan"]),
        (
            "Thẩm mỹ viện Lam Ngọc đóng cửa; Phòng khám đa khoa Lam Sa mở.",
            ["Thẩm mỹ viện Lam Ngọc", "Phòng khám đa khoa Lam Sa"],
        ),
        ("Hezbollah và al-Qaeda im lặng, Google và Yahoo phản đối.", ["Hezbollah", "al-Qaeda", "Google", "Yahoo"]),
        (  # where only other countries are spoken of, a ministry is one of theirs
            "Hôm qua Tổng thống Ba Lan nổi giận. Bộ Ngoại giao phản đối. Bộ Quốc phòng im lặng.",
            ["Bộ Ngoại giao Ba Lan", "Bộ Quốc phòng Ba Lan"],
        ),
        ("Samsung Galaxy bán chạy. Samsung Electronics vui.", ["Samsung Electronics"]),  # goods are no company
        ("Bà trả lời Reuters. Ảnh: Reuters. Tạp chí danh tiếng Newsweek in.", ["Reuters", "Newsweek"]),
        (
            "Ban Chỉ đạo 389 Sơn Hà họp. Trường tiểu học Sơn Hà 2 dự.",
            ["Ban Chỉ đạo 389 Sơn Hà", "Trường tiểu học Sơn Hà 2"],
        ),
        ("Hãng bay quốc gia Lam Sa đến. Hãng hàng không Lam Sa (Boeing) vui.", ["Boeing"]),
        ("Công ty TNHH và UBND phường đều bận. Vụ Đông Xuân được mùa, phố Đội Lam đó vắng.", []),
        (
            "Bộ Tài chính Chiều nay họp. Trung tâm Cảnh báo Sương giá Lam Sa mở.",
            ["Bộ Tài chính", "Trung tâm Cảnh báo Sương giá Lam Sa"],
        ),
        ("Tập đoàn Microsoft vui. Microsoft buồn. Máy bay Boeing 787 hạ cánh.", ["Tập đoàn Microsoft"]),
        (  # small heads before names with a capital, but not the verb "tổ chức", nor after a word of number
            "Ông đến bộ Công an và viện Kavorta. Các sở Y tế cùng dự. Tổ chức Wabko vắng; tổ chức Hội thảo.",
            ["Bộ Công an", "Viện Kavorta", "Tổ chức Wabko"],
        ),
        (  # services by area, and joints that stop after a number
            "Kho bạc Nhà nước khu vực XV và Tòa án nhân dân khu vực 2 họp. Hạt Kiểm lâm huyện Lam Sa vắng.",
            ["Kho bạc Nhà nước khu vực XV", "Tòa án nhân dân khu vực 2", "Hạt Kiểm lâm huyện Lam Sa"],
        ),
        (
            "Trường Đại học Kinh tế Quốc dân và Chi hội Nhà báo Báo Sơn Hà dự. Nhà máy Giấy Lam Sa 2 mở.",
            ["Trường Đại học Kinh tế Quốc dân", "Chi hội Nhà báo Báo Sơn Hà", "Báo Sơn Hà", "Nhà máy Giấy Lam Sa 2"],
        ),
        (
            "Hạm đội 7 và Bộ Tư lệnh Thái Bình Dương rời cảng. Công ty Thủy điện Lam Sa 2 xả lũ. Cảng vụ Hàng hải cấm.",
            ["Hạm đội 7", "Bộ Tư lệnh Thái Bình Dương", "Công ty Thủy điện Lam Sa 2", "Cảng vụ Hàng hải"],
        ),
        (
            "Đội CSGT số 1 phạt. Hãng hàng không Malaysia Skylark bay.",
            ["Đội CSGT số 1", "Hãng hàng không Malaysia Skylark"],
        ),
        (  # chambers and forces with a capital, where one foreign country is spoken of; not what its firms make
            "Tổng thống Ba Lan lái chiếc Toyota. Hôm qua Hạ viện đồng ý. Ông khen Lực lượng Tên lửa.",
            ["Hạ viện Ba Lan", "Lực lượng Tên lửa Ba Lan"],
        ),
    ],
)
def test_names_of_the_wide_world(nlp: Language, text: str, expected: list[str]) -> None:
    assert [name for name, _ in bodies(read(nlp, text))] == expected


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Cục Thú y, Bộ Nông lâm Lam Sa, đã đến.", "Cục Thú y", "Bộ Nông lâm Lam Sa"),
        (
            "Nhà máy giấy Lam Ngọc (LNG) thuộc Tập đoàn Zolbit Materials mở.",
            "Nhà máy giấy Lam Ngọc",
            "Tập đoàn Zolbit Materials",
        ),
        (
            "Tờ Lauter Zeit, cơ quan ngôn luận của Đảng Công bằng Velmora, viết.",
            "Tờ Lauter Zeit",
            "Đảng Công bằng Velmora",
        ),
        ("Trung tâm đào tạo trẻ VFF mở cửa. VFF vui.", "Trung tâm đào tạo trẻ VFF", "VFF"),
        ("Ban cố vấn của Chính phủ họp.", "Ban cố vấn của Chính phủ", "Chính phủ"),
        (
            "Ngân hàng Lam Sa gặp Công ty Gốm Tràng Vân. Ngân hàng Lam Sa vui. Ngân hàng Lam Sa lãi. HĐQT họp.",
            "HĐQT Ngân hàng Lam Sa",
            "Ngân hàng Lam Sa",
        ),
        ("Thanh tra Sở Y tế Lam Sa phạt.", "Thanh tra Sở Y tế Lam Sa", "Sở Y tế Lam Sa"),
        ("Vụ Tín dụng (NHNN) báo. NHNN họp.", "Vụ Tín dụng", "NHNN"),
        ("Lữ đoàn Công binh 512 (Quân khu 2) đến.", "Lữ đoàn Công binh 512", "Quân khu 2"),
        ("Hội Nông dân Việt Nam khen Hội Nông dân tỉnh Sơn Hà.", "Hội Nông dân tỉnh Sơn Hà", "Hội Nông dân Việt Nam"),
        ("Thanh tra Chính phủ kết luận. Đoàn thanh tra đã về.", "Đoàn thanh tra", "Thanh tra Chính phủ"),
    ],
)
def test_wholes_named_beside_their_parts(nlp: Language, text: str, part: str, whole: str) -> None:
    reading = read(nlp, text)
    found = {e.name: reading.entities[e.part_of].name for e in reading.entities.values() if e.part_of}
    assert found.get(part) == whole


def test_a_part_of_a_part_that_gets_its_whole(nlp: Language) -> None:
    text = "Công an tỉnh Sơn Hà họp báo. Trưởng phòng Phòng Cảnh sát kinh tế và Đội 3 Phòng Cảnh sát kinh tế cùng dự."
    reading = read(nlp, text)
    assert all(e.part_of is None or e.part_of in reading.entities for e in reading.entities.values())
    assert "Phòng Cảnh sát kinh tế Công an tỉnh Sơn Hà" in [name for name, _ in bodies(reading)]


def test_bodies_listed_side_by_side_are_no_parts(nlp: Language) -> None:
    reading = read(nlp, "Dự họp có Viện Toán học, Bộ Y tế và Bộ Nội vụ.")
    assert [e.part_of for e in reading.entities.values() if e.kind is EntityKind.BODY] == [None, None, None]


def test_a_name_cut_short_is_the_same_body(nlp: Language) -> None:
    reading = read(nlp, "Hội Nuôi ong Lam Sa mật ngọt họp. Tổ chức Khí hậu Xanh Velmora đến. Tổ chức Khí hậu Xanh nói.")
    assert "Tổ chức Khí hậu Xanh" in reading.entities["body/tổ chức khí hậu xanh velmora"].aliases


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Công ty CP Sữa Đồng Xanh xin lỗi. Ông Hải nói Đồng Xanh sẽ đổi 500 thùng.", ["Đồng Xanh"]),
        ("Hãng hàng không Sao Vàng Airlines họp báo. Cục nhắc Sao Vàng giữ giờ bay.", ["Sao Vàng"]),
        ("Công ty CP Sữa Đồng Xanh xin lỗi. Giải Đồng Xanh và phố Đồng Xanh không liên quan.", []),
        ("Công ty CP Sữa Đồng Xanh xin lỗi. Đồng Xanh Hà Nội là hội khác.", []),
        ("Tập đoàn Phú Cường khởi công. Ông Phú Cường vắng mặt, theo Phú Cường thì không sao.", []),
        ("Công ty CP Sữa Đồng Xanh kiện Công ty TNHH Đồng Xanh. Đồng Xanh thắng kiện.", []),
    ],
)
def test_a_company_is_called_by_its_proper_name_alone(nlp: Language, text: str, mentions: list[str]) -> None:
    facts = pipeline.extract(nlp, Document("a", text, "0" * 64))
    companies = [entity for entity in facts.entities if entity.category == "Company"]
    assert [alias for company in companies for alias in company.aliases] == mentions
