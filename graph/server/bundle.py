"""Where npm put what it built of `web/`: the page, and the template that `export x.html` fills in."""

from pathlib import Path
from typing import Final

from camket.graph.errors import CamketError

FOLDER: Final = Path(__file__).parent / "web" / "dist"

HOW_TO_BUILD: Final = """The page was not built when Camket was installed (npm could not reach its registry).
Install Camket again where it can: pip install --force-reinstall --no-deps camket
In a working tree: cd graph/server/web && npm ci && npm run build"""


def page() -> str | None:
    """The page's HTML, None where it was not built."""
    return _text("index.html")


def explorer() -> str:
    """The template of the explorer in one file. Raises CamketError, with the way out, where it was not built."""
    found = _text("explorer.html")
    if found is None:
        raise CamketError(HOW_TO_BUILD.replace("\n", " "))
    return found


def _text(name: str) -> str | None:
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
