"""An interview run together in one paragraph: what leads up to a question is the words of the one who asks."""

from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline

TEXT = (
    "Báo Đắk Lâm đã trò chuyện với ông Hà Văn Túc, Giám đốc Sở Giáo dục và Đào tạo tỉnh Đắk Lâm. "
    "- Thưa ông, năm học mới có gì khác? Tôi cho rằng lớp học còn quá đông. Sở sẽ xây thêm 12 trường trong năm 2026. "
    "- Năm 2027, Bộ Giáo dục và Đào tạo sẽ thay chương trình môn Sử. Ông chuẩn bị thế nào? "
    "Tôi đã gặp giáo viên các trường."
)


def test_what_leads_up_to_a_question_is_not_put_into_the_mouth_of_him_who_answers(nlp: Language) -> None:
    facts = pipeline.extract(nlp, Document("a", TEXT, "0" * 64, published="2025-03-02"))
    names = {entity.key: entity.name for entity in facts.entities}
    told = {TEXT[slice(*one.evidence)]: names.get(one.stated_by or "") for one in facts.undertakings}
    assert told == {
        "Sở sẽ xây thêm 12 trường trong năm 2026": "Hà Văn Túc",
        "Năm 2027, Bộ Giáo dục và Đào tạo sẽ thay chương trình môn Sử": None,
    }
