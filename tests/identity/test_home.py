"""The province an article is at home in where its text leaves it out."""

from dataclasses import replace

import pytest

from camket.graph.identity.home import home
from camket.graph.identity.life.gathering import deeds
from camket.graph.identity.standing import Standing
from camket.ontology.namespaces import BASE

from .conftest import read, reference

LOCAL = (
    "p-01",
    "2024-03-05",
    "Sáng 4/3, Chủ tịch UBND tỉnh Phạm Thế Hoành làm việc với huyện Lâm Hòa. Ông Hoành cam kết UBND tỉnh sẽ khởi công "
    "cầu Khe Sấu trước ngày 30/9/2024. UBND huyện Lâm Hòa cam kết sẽ giao đủ mặt bằng trước ngày 30/6/2024.",
)
BARE = (
    "p-02",
    "2024-03-06",
    "Ngân sách Hải Lâm năm nay khá hơn. Chủ tịch UBND tỉnh Phạm Thế Hoành cam kết tỉnh sẽ khởi công cầu Khe Sấu trước "
    "ngày 30/9/2024, còn Công ty Cổ phần Trường Vĩnh cam kết tuyển 300 lao động trong năm 2024.",
)


@pytest.mark.parametrize(
    ("outlet", "title", "name"),
    [
        ("Báo Hải Lâm", "", "Hải Lâm"),
        ("Đài Phát thanh và Truyền hình tỉnh Hải Lâm", "", "Hải Lâm"),
        ("Báo Nhân Dân", "", ""),
        ("Báo Xây dựng", "", ""),
        ("Nhịp Sống", "Hải Lâm hẹn khởi công cầu Khe Sấu", "Hải Lâm"),
        ("", "Một lời hẹn mới của Hải Lâm", "Hải Lâm"),
        ("", "Trường Vĩnh tuyển 300 lao động", ""),
        ("", "Bắc Hà hẹn khởi công cầu", ""),
    ],
)
def test_the_outlet_or_the_headline_tells_the_province(outlet: str, title: str, name: str) -> None:
    assert home(replace(read((BARE,))[0], outlet=outlet, title=title)) == name


def test_a_provincial_papers_bodies_and_districts_are_its_provinces() -> None:
    reading = replace(read((LOCAL,))[0], outlet="Báo Hải Lâm")
    standing = Standing(reference())
    assert [sorted(deed.roots) for deed in deeds(reading, standing, BASE)] == [
        [("place/hải lâm", "hải lâm")],
        [("place/huyện lâm hòa", "huyện lâm hòa"), ("place/hải lâm", "huyện lâm hòa")],
    ]
