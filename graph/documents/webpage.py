"""HTML pages: the article's text without menus and advertisements, its title, date and outlet from the page itself.

The extraction is trafilatura's; nothing is fetched. The text is kept with a blank line between paragraphs.
"""

import logging
import re

from camket.graph.documents.decoding import decode
from camket.graph.documents.document import Document
from camket.graph.documents.header import read_header
from camket.graph.documents.stored_text import sha256, stored, text_id
from camket.graph.edtf import is_edtf
from camket.graph.errors import SourceError

MIN_ARTICLE_CHARACTERS = 80
"""Less than a sentence or two is a menu, a caption or a notice, not an article."""

_DATES = {
    "original_date": True,  # when it was published, not when it was last changed
    "extensive_search": False,  # only what the page declares: no guess from dates in its text
    "max_date": "2999-12-31",  # else today's date decides, and the graph would depend on the clock
}
for _library in ("trafilatura", "htmldate"):  # what they would log of a bad page, the SourceError says
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LINE_BREAKS = re.compile(r"\n+")


def read_webpage(data: bytes, source: str, identifier: str | None) -> Document:
    """The article in `data`, an HTML page. Raises SourceError where it holds none."""
    import trafilatura  # here, since it is slow to import and most builds read no HTML

    if not (markup := decode(data, source)).strip():
        raise SourceError(source, "empty text")
    page = trafilatura.bare_extraction(
        markup,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if page is None or isinstance(page, dict) or len(extracted := (page.text or "").strip()) < MIN_ARTICLE_CHARACTERS:
        raise SourceError(source, "HTML without an article: no running text found in the page")
    text = stored(_LINE_BREAKS.sub("\n\n", extracted), source)
    header = read_header(text.split("\n", 1)[0])
    return Document(
        id=identifier or text_id(text),
        text=text,
        sha256=sha256(data),
        title=page.title or None,
        publisher=page.sitename or header.publisher,
        published=page.date if page.date and is_edtf(page.date) else header.published,
        url=page.url or None,
        source=source,
    )
