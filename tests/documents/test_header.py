"""The dateline header: the date as precise as it is, the outlet where it is one."""

import pytest

from camket.graph.documents.header import Header, read_header


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        (" date 2024-03 (Ngày Nay) - Sáng ấy, ở xã", "2024-03", "Ngày Nay"),
        ("date 2018-08 Chiều 2/8, huyện Lâm Hòa", "2018-08", None),
        ("date 2018-08", "2018-08", None),
        ("date 2019 (Báo Thanh Giang)— Hôm qua", "2019", "Báo Thanh Giang"),
        ("date 2021-12-31 (THL) – Sáng nay", "2021-12-31", "THL"),
        ("(TTXVN) - Chiều 18/3", None, "TTXVN"),
        ("(TG&ĐT) - Chiều 18/3", None, "TG&ĐT"),
        ("(Haulam24h.vn) - Chiều 18/3", None, "Haulam24h.vn"),
        ("date 2024-13 (Ngày Nay) - không có tháng 13", None, None),
        ("date 2024-03-08-2 là mã", None, None),
        ("date 20240308 là mã", None, None),
        ("update 2024-03 của ứng dụng", None, None),
        ("(Tiếp theo kỳ trước) - Sáng 5/8", None, None),
        ("(Ảnh minh họa) - Đường liên xã", None, None),
        ("(TTXVN) Chiều 18/3", None, None),
        ("UBND tỉnh Hải Lâm - Sở Xây dựng", None, None),
        ("", None, None),
    ],
)
def test_header(line: str, published: str | None, publisher: str | None) -> None:
    assert read_header(line) == Header(published, publisher)
