"""Text that nobody writes: what repeats without end is read in time that grows with its length, and breaks nothing."""

import time

import pytest
from spacy.language import Language

from camket.graph.documents.document import Document
from camket.graph.extraction import pipeline
from camket.graph.extraction.text.sentences import LONGEST

LETTERS = 20_000
SECONDS = 30.0  # each takes a tenth to two seconds; what backtracks or looks at all for each takes minutes
UNITS = (
    "Nguyễn ",
    "Nguyễn Văn An ",
    "Bí thư Chủ tịch ",
    "Ban Sở Ủy ban ",
    "Ủy ban nhân dân tỉnh ",
    "Công ty CP Xây dựng ABC, ",
    "(",
    ")",
    "( ) ",
    '"',
    "“a ",
    "” ",
    "1",
    "1.234.567,8 ",
    "1.",
    "1-",
    "1/1/",
    "ngày 1/1 ",
    "từ 8 đến ",
    "một trăm ",
    "triệu tỷ ",
    "và ",
    ", ",
    "...",
    "\n",
    "\u00a0",
    "\u0301",
    "a-",
    "a",
    "sẽ ",
    "ông An cam kết sẽ làm ",
    "ông An cho biết ông Bình cho biết ",
    "theo ông An, ",
    "Ông An: ",
    "“Tôi sẽ làm”, ông An nói. ",
    "hội nghị ",
    "tỉnh Hà Nội ",
    "(ABC) ",
    "; ông An, Bí thư ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_it_is_read_in_time(nlp: Language, unit: str) -> None:
    text = (unit * (LETTERS // len(unit) + 1))[:LETTERS]
    began = time.perf_counter()
    reading = pipeline.read(nlp, Document("a", text, "", published="2025-05-13"))
    assert time.perf_counter() - began < SECONDS
    assert reading.text == text
    assert max((len(reading.tokens(sentence)) for sentence in reading.sentences), default=0) <= LONGEST
