"""What is told by a verb on either side is one statement."""

from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline


def test_a_quotation_between_two_verbs_is_stated_once(nlp: Language) -> None:
    text = "Ông Nguyễn Văn Kha nói: “Nước đã rút khỏi ba xã ven sông từ đêm qua”, ông Kha cho biết thêm."
    [statement] = pipeline.extract(nlp, Document("a", text, "0" * 64)).statements
    assert text[slice(*statement.evidence)] == "Nước đã rút khỏi ba xã ven sông từ đêm qua"
