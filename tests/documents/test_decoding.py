"""Every way that Vietnamese text is encoded gives the same stored text, or is refused by name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.documents.decoding import decode
from camket.graph.documents.plain import read_plain
from camket.graph.documents.stored_text import MAX_CHARACTERS, stored
from camket.graph.errors import SourceError

SENTENCE = (
    "Sáng 12/5, Chủ tịch UBND huyện Lâm Hòa Bùi Thế Hoan hứa trước cử tri sẽ hoàn thành đường liên xã "
    "trước ngày 30/9, với tổng vốn 120 tỷ đồng; ai cũng mong được đi trên con đường ấy."
)
SYLLABLES = [
    "Đường",
    "ở",
    "xã",
    "Phượng",
    "Vỹ",
    "ngõ",
    "khuỷu",
    "rẫy",
    "ấm",
    "ổn",
    "nghĩ",
    "Ăn",
    "vẫn",
    "thể",
    "mỗi",
    "kỳ",
]

# The letters of TCVN 5712:1993 VN3 (fonts .VnTime) and of VNI (VNI-Times).
UNICODE = (
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ "
    "ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ Đ"
)
TCVN3 = (
    "µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë ® Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é "
    "¬ ê ë ì í î ï ñ ò ó ô \xad õ ö ÷ ø ù ú û ü ý þ §"
)
VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò "
    "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î Ñ"
)


def in_font(text: str, letters: str) -> str:
    """`text` as a program shows it that reads the font's code points as Latin-1."""
    table = dict(zip(UNICODE.split(), letters.split(" "), strict=True))
    return "".join(table.get(letter, letter) for letter in text)


def windows_1258(text: str) -> bytes:
    """`text` as Windows writes it: a vowel with its own code point, the tone mark after it where there is none."""
    encoded = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            encoded += letter.encode("cp1258")
        except UnicodeEncodeError:
            encoded += vowel_and_tone(letter).encode("cp1258")
    return encoded


def vowel_and_tone(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tone)) + tone


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_encodings_with_and_without_mark(encoding: str, form: str) -> None:
    text = unicodedata.normalize("NFC" if form == "NFC" else "NFD", SENTENCE)
    assert read_plain(text.encode(encoding), "a.txt", "a").text == SENTENCE


def test_utf_16_big_endian_with_its_mark() -> None:
    assert decode("\ufeff".encode("utf-16-be") + SENTENCE.encode("utf-16-be"), "a.txt") == SENTENCE


def test_windows_1258() -> None:
    assert read_plain(windows_1258(SENTENCE), "a.txt", "a").text == SENTENCE


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1, max_size=60))
def test_stored_text_is_the_input_normalised_and_nothing_else(text: str) -> None:
    text = f"«{text}»\r\n\u00a0{SENTENCE}\u2028"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert read_plain(text.encode(encoding), "a.txt", "a").text == unicodedata.normalize("NFC", text)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30))
def test_any_vietnamese_text_survives_windows_1258(syllables: list[str]) -> None:
    text = " ".join(syllables)
    assert read_plain(windows_1258(text), "a.txt", "a").text == text


@pytest.mark.parametrize(("letters", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_fonts_from_before_unicode_are_refused_with_the_way_out(letters: str, name: str, encoding: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.txt: {name}.* convert it to Unicode, .*UniKey.* UTF-8$"):
        decode(in_font(SENTENCE, letters).encode(encoding), "a.txt")


def test_a_unicode_article_may_quote_a_font() -> None:
    text = f"{SENTENCE} Trong tệp cũ, tên ông hiện thành “Buøi Theá Hoan” và “T« L©m”, con đường là “®­êng”."
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "text",
    [
        "Le maïs de Noël est récolté en août, là où le maire l'a promis aux habitants naïfs.",
        "El alcalde de A Coruña prometió a los niños abrir la escuela antes de fin de año.",
        "Der größere Löwe hört Böses über möglichst schöne Vögel.",
    ],
)
def test_other_languages_are_not_taken_for_a_font(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        "Él café fue hörbar, naïve, Straße".encode("cp1252"),
        "会議は明日です。".encode("shift-jis"),
        "会议".encode("gbk"),
    ],
)
def test_unknown_encoding(data: bytes) -> None:
    with pytest.raises(
        SourceError, match=r"unknown encoding, neither UTF-8, UTF-16 nor Windows-1258: save it as UTF-8"
    ):
        decode(data, "a.txt")


def test_broken_utf_16() -> None:
    with pytest.raises(SourceError, match=r"broken UTF-16-LE at byte 6"):
        decode(b"\xff\xfea\0b\0c", "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)) * 8,
        b"\x7fELF\2\1\1" + bytes(9),
        b"PK\3\4\x14\5\6\x08\x88\xff",
    ],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: binary data, not text$"):
        stored(decode(data, "a.txt"), "a.txt")


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\r\n"])
def test_empty(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: empty text$"):
        stored(text, "a.txt")


def test_longest_text() -> None:
    assert stored("a" * MAX_CHARACTERS, "a.txt")
    with pytest.raises(SourceError, match=r"1,000,001 characters, the limit is 1,000,000"):
        stored("a" * (MAX_CHARACTERS + 1), "a.txt")
