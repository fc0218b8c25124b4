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
