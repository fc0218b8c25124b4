"""Where the line of credits at the end of an article begins: no name in it is of who the article is on."""

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import is_capital

_BYLINE = 12  # tokens a line of credits at the end may have


def credits_begin(reading: Reading) -> int:
    """The first token of the line of credits at the end of the article; the number of tokens where there is none."""
    words, size = reading.words, len(reading.words)
    at = size
    while (
        at > 0
        and size - at <= _BYLINE
        and words[at - 1] not in {".", "./.", "!", "?", "…", "...", "”", '"'}
        and "\n" not in words[at - 1]
    ):
        at -= 1
    if at == size or size - at > _BYLINE or at == 0:
        return size
    lower = {word for entry in lexicon("people")["credit_words"] for word in entry.split()}
    tail = range(at, size)
    if all(is_capital(words[t]) or not words[t].isalpha() or reading.norms[t] in lower for t in tail):
        return at
    return size
