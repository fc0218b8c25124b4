"""The words of a search as FTS5 takes them: accents and capitals left out, the last word perhaps not yet whole."""

import re
from typing import Final

from camket.graph.lookup import fold

_PIECE: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD: Final = re.compile(r"[^\W_]+")


def match(text: str) -> str | None:
    """The FTS5 expression that `text` means, None where it holds no word.

    Every word has to be there; `"nước sạch"` in quotation marks is looked for as it stands. The last word may be the
    beginning of one, unless something follows it.
    """
    phrases = [_WORD.findall(fold(found[1] or found[2] or "")) for found in _PIECE.finditer(text)]
    written = [f'"{" ".join(words)}"' for words in phrases if words]
    if not written:
        return None
    open_end = bool(_WORD.search(text[-1]))
    return " ".join(written) + ("*" if open_end else "")


def indexed(*texts: str | None) -> str:
    """Texts as they are indexed."""
    return "\n".join(fold(text) for text in texts if text)
