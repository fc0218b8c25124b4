"""The forms in which news reports speech: where the speaker, the verb and what is said stand. Invented people."""

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

INTRODUCTION = "Ông Đoàn Trọng Nhã, Chủ tịch UBND tỉnh Sơn Hà, và bà Mạc Thị Liễu, Giám đốc Sở Y tế, dự buổi lễ.\n\n"
NHA, LIEU = "Đoàn Trọng Nhã", "Mạc Thị Liễu"


def said(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Who says what, in text order."""
    reading = pipeline.read(nlp, Document("a", INTRODUCTION + text, "", published="2025-05-20"))
    return [(reading.entities[s.speaker].name, reading.slice(s.evidence)) for s in reading.statements]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cũng theo ông Nhã, ba cây cầu treo đã cũ nát.",
        "Theo ông Nhã: Ba cây cầu treo đã cũ nát.",
        "Theo thống kê của ông Nhã thì ba cây cầu treo đã cũ nát.",
        "Theo ông Nhã ba cây cầu treo đã cũ nát.",
        "Theo ông Nhã cho biết, ba cây cầu treo đã cũ nát.",
        "Về giao thông miền núi, theo ông Nhã, ba cây cầu treo đã cũ nát.",
        "Theo ông Nhã, người có 20 năm làm cầu đường, ba cây cầu treo đã cũ nát.",
        "Ba cây cầu treo đã cũ nát, theo ông Nhã.",
        "Ba cây cầu treo đã cũ nát, theo báo cáo của ông Nhã trình bày tại hội nghị sáng nay.",
        "Ông Nhã vừa lên xã. Theo ông, ba cây cầu treo đã cũ nát.",
    ],
)
def test_source(nlp: Language, sentence: str) -> None:
    assert [(who, what.lower()) for who, what in said(nlp, sentence)] == [(NHA, "ba cây cầu treo đã cũ nát")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bà Mạc Thị Liễu, một người con của đất Sơn Hà, cho biết thuốc hạ sốt đã về đủ.",
        "Bà Mạc Thị Liễu - người đứng đầu ngành - cho biết thuốc hạ sốt đã về đủ.",
        "Bà Mạc Thị Liễu ở tổ dân phố 3 cho biết thuốc hạ sốt đã về đủ.",
        "Bà Liễu trao đổi với báo chí khẳng định thuốc hạ sốt đã về đủ.",
        "Bà Liễu cho biết tại cuộc họp, thuốc hạ sốt đã về đủ.",
        "Bà Liễu thông báo thuốc hạ sốt đã về đủ.",
        "Bà Liễu trả lời phỏng vấn báo chí hôm thứ Hai rằng thuốc hạ sốt đã về đủ.",
        "Cũng tại buổi lễ, Giám đốc Sở Y tế, bà Mạc Thị Liễu, cho biết thuốc hạ sốt đã về đủ.",
        "Bà Liễu tại cuộc họp báo sáng nay cho biết thuốc hạ sốt đã về đủ.",
        "Bà Mạc Thị Liễu, người của Hội hữu nghị Việt Nam - Ấn Độ, cho biết thuốc hạ sốt đã về đủ.",
        "Bà Mạc Thị Liễu, đại diện UBND tỉnh Sơn Hà cho biết thuốc hạ sốt đã về đủ.",
        "Đài Vinanews dẫn lời bà Mạc Thị Liễu cho biết thuốc hạ sốt đã về đủ.",
        "Bà Liễu cho biết: thuốc hạ sốt đã về đủ.",
        "Bà Liễu từng làm bác sĩ ở vùng cao nói rằng thuốc hạ sốt đã về đủ.",
    ],
)
def test_words_between_speaker_verb_and_content(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == [(LIEU, "thuốc hạ sốt đã về đủ")]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Cầu gãy thì dân chỉ còn biết đi đò", ông Nhã ngậm ngùi.',
        '"Cầu gãy thì dân chỉ còn biết đi đò" - ông Nhã nói với phóng viên.',
        "Ông Nhã ngậm ngùi: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        '"Cầu gãy thì dân chỉ còn biết đi đò" - Đài Vinanews dẫn lời ông Nhã nói với phóng viên.',
        "“Cầu gãy thì dân chỉ còn biết đi đò”, đó là nhận định của ông Nhã tại cuộc họp.",
        "“Cầu gãy thì dân chỉ còn biết đi đò”. Đó là lời ông Nhã nói hôm qua.",
        "“Cầu gãy thì dân chỉ còn biết đi đò”, theo ông Nhã.",
        "Ông Nhã bán gà, vịt ở chợ huyện buồn bã nói: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        "Ông Nhã, Chủ tịch UBND tỉnh, đã có bài phát biểu khai mạc: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        "Ông Nhã chia sẻ thẳng thắn: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        "Ông Nhã nói về cây cầu: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        "Ông Nhã được đài Vinanews dẫn lời nói: “Cầu gãy thì dân chỉ còn biết đi đò”.",
        'Ông Nhã viết trên trang cá nhân: "Cầu gãy thì dân chỉ còn biết đi đò”.',
    ],
)
def test_quotation_with_any_verb(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == [(NHA, "Cầu gãy thì dân chỉ còn biết đi đò")]


def test_quotation_goes_on(nlp: Language) -> None:
    text = '"Cầu gãy rồi các bác ạ" - ông Nhã nói - "Dân phải đi đò qua sông". "Đò thì năm nào cũng lật".'
    assert said(nlp, text) == [
        (NHA, "Cầu gãy rồi các bác ạ"),
        (NHA, "Dân phải đi đò qua sông"),
        (NHA, "Đò thì năm nào cũng lật"),
    ]


def test_content_before_the_verb_without_marks(nlp: Language) -> None:
    text = "Nếu quý này chưa có thuốc, tỉnh phải mua tạm ở ngoài, bà Liễu khẳng định."
    assert said(nlp, text) == [(LIEU, "Nếu quý này chưa có thuốc, tỉnh phải mua tạm ở ngoài")]


def test_verb_without_subject_goes_on(nlp: Language) -> None:
    text = "Bà Liễu yêu cầu các trạm trực đủ quân số. Đồng thời đề nghị người dân ngủ trong màn."
    assert said(nlp, text) == [(LIEU, "các trạm trực đủ quân số"), (LIEU, "người dân ngủ trong màn")]


def test_a_question_before_its_speaker_and_one_before_somebody_else(nlp: Language) -> None:
    text = (
        "Ông Nhã hỏi: “Dân đi lại bằng cái gì bây giờ?”. Bà Liễu, người con Sơn Hà, bức xúc: “Xe cứu thương cũng chịu”."
    )
    assert said(nlp, text) == [(NHA, "Dân đi lại bằng cái gì bây giờ"), (LIEU, "Xe cứu thương cũng chịu")]


def test_a_quotation_in_the_words_of_the_article_is_none_of_the_speaker(nlp: Language) -> None:
    text = "Bị phạt vì “khai thác cát trái phép”, ông Nhã khai rằng tàu là của người khác. "
    assert said(nlp, text) == [(NHA, "tàu là của người khác")]


def test_a_straight_mark_left_over_turns_no_text_into_speech(nlp: Language) -> None:
    text = 'Cây cầu dài 30 m" được xây năm 1975. Ông Nhã nói: "Cầu này phải xây lại", rồi ra về.'
    assert said(nlp, text) == [(NHA, "Cầu này phải xây lại")]


def test_an_occasion_after_the_verb_is_not_what_was_said(nlp: Language) -> None:
    text = "Ba cây cầu treo đã cũ nát, ông Nhã cho biết tại cuộc họp báo chiều 20/5."
    assert said(nlp, text) == [(NHA, "Ba cây cầu treo đã cũ nát")]


def test_a_nameless_spokesman_speaks_for_his_body(nlp: Language) -> None:
    text = "Người phát ngôn của UBND tỉnh Sơn Hà cho biết sáu hồ chứa đã cạn nước."
    assert said(nlp, text) == [("UBND tỉnh Sơn Hà", "sáu hồ chứa đã cạn nước")]


def test_a_speaker_named_inside_the_marks(nlp: Language) -> None:
    text = "“Cầu gãy thì dân khổ - ông Nhã nói - Tỉnh phải lo chuyện đó”."
    assert said(nlp, text) == [(NHA, "Cầu gãy thì dân khổ - ông Nhã nói - Tỉnh phải lo chuyện đó")]


def test_two_verbs_after_a_quotation(nlp: Language) -> None:
    text = "“Cầu gãy thì dân khổ lắm”, ông Nhã nói và cho biết thêm tỉnh đang thiếu tiền xây cầu."
    assert said(nlp, text) == [(NHA, "Cầu gãy thì dân khổ lắm"), (NHA, "tỉnh đang thiếu tiền xây cầu")]


def test_what_is_denied_is_no_statement_of_its_own(nlp: Language) -> None:
    text = "Bà Liễu phủ nhận thông tin thuốc hạ sốt đã cạn ở ba huyện."
    assert said(nlp, text) == [(LIEU, "thông tin thuốc hạ sốt đã cạn ở ba huyện")]


def test_a_paper_taken_up_without_its_writer(nlp: Language) -> None:
    text = "UBND tỉnh Sơn Hà yêu cầu các huyện tiết kiệm nước. Công văn nêu rõ: “Sáu hồ chứa đã cạn”."
    assert said(nlp, text) == [
        ("UBND tỉnh Sơn Hà", "các huyện tiết kiệm nước"),
        ("UBND tỉnh Sơn Hà", "Sáu hồ chứa đã cạn"),
    ]


def test_praised_and_warned_at_the_same_time(nlp: Language) -> None:
    text = "Ông Nhã thay mặt tỉnh biểu dương nỗ lực của các xã ven sông, đồng thời lưu ý ba con đê còn rất yếu."
    assert said(nlp, text) == [(NHA, "nỗ lực của các xã ven sông"), (NHA, "ba con đê còn rất yếu")]


def test_two_who_speak_together_go_on_together(nlp: Language) -> None:
    text = "Ông Nhã và bà Liễu kêu gọi người dân sơ tán ngay, đồng thời yêu cầu các xã mở cửa trường học."
    contents = ("người dân sơ tán ngay", "các xã mở cửa trường học")
    assert said(nlp, text) == [(who, what) for what in contents for who in (NHA, LIEU)]


def test_an_address_and_a_post_in_many_words_stand_between_speaker_and_verb(nlp: Language) -> None:
    text = (
        "Ngày 1/5, Công an quận 3, TP.HCM, cho biết đã bắt hai người cướp giật. "
        "Bà Mạc Thị Liễu, Giám đốc Sở Y tế theo quyết định mới, cho biết thuốc hạ sốt đã về đủ."
    )
    assert [what for _, what in said(nlp, text)] == ["đã bắt hai người cướp giật", "thuốc hạ sốt đã về đủ"]


def test_whoever_is_written_to_is_not_among_those_who_speak(nlp: Language) -> None:
    text = "Trong thư gửi cho Bộ Y tế, UBND tỉnh Sơn Hà và Sở Y tế phủ nhận việc giấu dịch suốt ba tuần."
    assert {what for _, what in said(nlp, text)} == {"việc giấu dịch suốt ba tuần"}
    assert "Bộ Y tế" not in {who for who, _ in said(nlp, text)}


def test_what_a_body_writes(nlp: Language) -> None:
    text = (
        "Báo cáo của UBND tỉnh Sơn Hà cho biết sáu hồ chứa đã cạn nước. "
        "UBND tỉnh Sơn Hà vừa có công văn yêu cầu các huyện tiết kiệm nước. "
        "Tin từ UBND tỉnh Sơn Hà cho hay mưa năm nay sẽ về muộn."
    )
    assert said(nlp, text) == [
        ("UBND tỉnh Sơn Hà", "sáu hồ chứa đã cạn nước"),
        ("UBND tỉnh Sơn Hà", "các huyện tiết kiệm nước"),
        ("UBND tỉnh Sơn Hà", "mưa năm nay sẽ về muộn"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Khi được hỏi về cây cầu, ông Nhã phủ nhận.",  # what stands before is no words of his
        "Sở Y tế ghi nhận 45 ca sốt xuất huyết mới trong tuần.",  # it counts, it does not praise
        "Đội tuyển gồm Thế Duy, Quốc Bảo, Minh Khai, Hoài Nam, Đức Trí, Văn Sơn.",  # names that hold verbs
        "Ông Nhã, người được cho là đang nắm giữ mười khu đất ven biển.",  # others say so
        "Ông Nhã không đồng ý với ý kiến cho rằng cây cầu này đã cũ nát.",
        "Điều này được ông Nhã khẳng định tại cuộc họp báo chiều nay.",
        "Một quan chức thuộc chính quyền ông Nhã cho biết cây cầu này đã cũ nát.",
        "Ông Nhã bị nhiều giáo viên gửi đơn đề nghị cấp trên làm rõ.",
        "Ông Nhã bị nhiều giáo viên gửi đơn lên tỉnh, tố cáo nhiều việc làm sai trái ở trường.",
        "Ông Nhã chưa bao giờ nói rằng tỉnh sẽ bán khu đất này.",  # he did not
        "Ông Nhã đọc câu thơ: “Sông này sâu lắm ai ơi, đò ngang một chuyến”.",
        "Ông Nhã nói xong rồi ra về trong tiếng vỗ tay của mọi người.",
        "Ông Nhã (giữa) bị bắt tối qua. Theo lời một người trực cùng ca với ông Nhã cho biết, xe đã đi từ sớm.",
        "Ông Nhã về thăm quê, ông Đào Trí Vỹ ra tận bến đón, bày tỏ mong muốn được đi cùng về xã.",
        "Công an tỉnh Sơn Hà đã khởi tố vụ án, ra lệnh bắt tạm giam hai đối tượng.",
        "Theo hãng tin Vinanews, ba cây cầu treo ở đây đã cũ nát.",  # news of news
        "Đài Vinanews dẫn lời một tài xế cho biết cây cầu ở đây đã gãy từ lâu.",
    ],
)
def test_nobody_says_it(nlp: Language, sentence: str) -> None:
    assert said(nlp, sentence) == []
