"""Posts told in more words than role and body, far from the name, or with a body that another post names."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

Holding = tuple[str, str, str | None, bool]


def holdings(nlp: Language, text: str) -> list[Holding]:
    """Person, role, body and whether it is past, in text order."""
    reading = pipeline.read(nlp, Document(id="a", text=text, sha256=""))
    names = {key: entity.name for key, entity in reading.entities.items()}
    return [
        (names[h.member], h.role, names[h.organization] if h.organization else None, h.former) for h in reading.holdings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a part of the firm in the role, the firm taken up by its head
            "Công ty CP Gốm Tràng Vân mở cửa. Bà Vi Thị Nhàn, Giám đốc Tiếp thị của công ty, đồng ý.",
            [("Vi Thị Nhàn", "Giám đốc Tiếp thị", "Công ty CP Gốm Tràng Vân", False)],
        ),
        (
            "Công ty CP Gốm Tràng Vân mở cửa. Tổng giám đốc công ty Tạ Đăng Khuê cảm ơn.",
            [("Tạ Đăng Khuê", "Tổng giám đốc", "Công ty CP Gốm Tràng Vân", False)],
        ),
        (  # a body that no rule knows
            "Bà Vi Thị Nhàn, giám đốc chương trình bảo tồn khu vực Đông Á của Talvera, đồng ý.",
            [("Vi Thị Nhàn", "Giám đốc chương trình bảo tồn khu vực Đông Á của Talvera", None, False)],
        ),
        (  # an age between the name and the post
            "Ông Tạ Đăng Khuê, 56 tuổi, nguyên Giám đốc Sở Y tế tỉnh Sơn Hà, đồng ý.",
            [("Tạ Đăng Khuê", "Giám đốc", "Sở Y tế tỉnh Sơn Hà", True)],
        ),
        (  # two posts of one body
            "Ông Tạ Đăng Khuê, Chủ tịch HĐQT kiêm Tổng giám đốc Công ty CP Gốm Tràng Vân, đồng ý.",
            [
                ("Tạ Đăng Khuê", "Chủ tịch HĐQT", "Công ty CP Gốm Tràng Vân", False),
                ("Tạ Đăng Khuê", "Tổng giám đốc", "Công ty CP Gốm Tràng Vân", False),
            ],
        ),
        (  # a post after a dash is the one's before it
            "Dự lễ có bà Vi Thị Nhàn – Giám đốc Sở Y tế tỉnh Sơn Hà, ông Tạ Đăng Khuê – Bí thư Tỉnh ủy Sơn Hà.",
            [
                ("Vi Thị Nhàn", "Giám đốc", "Sở Y tế tỉnh Sơn Hà", False),
                ("Tạ Đăng Khuê", "Bí thư", "Tỉnh ủy Sơn Hà", False),
            ],
        ),
        (  # posts of places and of states
            "Nguyên Thị trưởng thành phố Kavalan, ông Orvik Tessaly, đến.",
            [("Orvik Tessaly", "Thị trưởng thành phố Kavalan", None, True)],
        ),
        (
            "Nhật Bản họp. Nhật Bản đồng ý. Ngoại trưởng Orvik Tessaly đến.",
            [("Orvik Tessaly", "Ngoại trưởng Nhật Bản", None, False)],
        ),
        (  # a counterpart, and a country after the name
            "Ngoại trưởng Nhật Bản Orvik Tessaly gặp người đồng cấp Ấn Độ Martin Hollander.",
            [
                ("Orvik Tessaly", "Ngoại trưởng Nhật Bản", None, False),
                ("Martin Hollander", "Ngoại trưởng Ấn Độ", None, False),
            ],
        ),
        (
            "Tổng thống Martin Hollander của Ấn Độ đến.",
            [("Martin Hollander", "Tổng thống Ấn Độ", None, False)],
        ),
        (  # where the body sends somebody
            "Bà Orvik Tessaly, Trưởng đại diện WHO tại Việt Nam, đồng ý.",
            [("Orvik Tessaly", "Trưởng đại diện WHO tại Việt Nam", "WHO", False)],
        ),
        (  # in brackets, after something else
            "Ông Tạ Đăng Khuê (SN 1980, Giám đốc Sở Y tế tỉnh Sơn Hà) đồng ý.",
            [("Tạ Đăng Khuê", "Giám đốc", "Sở Y tế tỉnh Sơn Hà", False)],
        ),
        (  # the chain of posts of the one before
            "Ông Tạ Đăng Khuê – Ủy viên Bộ Chính trị, Bí thư Tỉnh ủy Sơn Hà, bà Vi Thị Nhàn – Giám đốc Sở Y tế.",
            [
                ("Tạ Đăng Khuê", "Ủy viên", "Bộ Chính trị", False),
                ("Tạ Đăng Khuê", "Bí thư", "Tỉnh ủy Sơn Hà", False),
                ("Vi Thị Nhàn", "Giám đốc", "Sở Y tế Sơn Hà", False),
            ],
        ),
        (
            "Dân bản Huổi Sen vui. Trưởng bản Lò Văn Mậu cảm ơn.",
            [("Lò Văn Mậu", "Trưởng bản Huổi Sen", None, False)],
        ),
        (  # verbs of taking a post
            "Ông Tạ Đăng Khuê được bổ nhiệm giữ chức Quyền Tổng giám đốc Công ty CP Gốm Tràng Vân.",
            [("Tạ Đăng Khuê", "Quyền Tổng giám đốc", "Công ty CP Gốm Tràng Vân", False)],
        ),
        (  # a sentence that the post begins, a comma before the name alone
            "Giám đốc Sở Y tế tỉnh Sơn Hà, Tạ Đăng Khuê đồng ý.",
            [("Tạ Đăng Khuê", "Giám đốc", "Sở Y tế tỉnh Sơn Hà", False)],
        ),
        (  # where the holder is from, in brackets
            "Bác sĩ Tạ Đăng Khuê (Bệnh viện Bạch Mai) đồng ý.",
            [("Tạ Đăng Khuê", "Bác sĩ", "Bệnh viện Bạch Mai", False)],
        ),
        (  # deputies by their constituency
            "Đại biểu Tạ Đăng Khuê (Hà Tĩnh) đồng ý.",
            [("Tạ Đăng Khuê", "Đại biểu Quốc hội Hà Tĩnh", "Quốc hội", False)],
        ),
    ],
)
def test_a_post_in_more_words(nlp: Language, text: str, expected: list[Holding]) -> None:
    assert holdings(nlp, text) == expected
