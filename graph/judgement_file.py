"""Where the judgement file lies, read and written whole."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from camket.graph.errors import JudgementError, UsageError
from camket.graph.identity.judgements import Judgement, contradicting_facts, contradictions, read

NAME: Final = "judgements.txt"
"""Its name in a store's folder."""


class JudgementFile:
    """The file of a store, or one that several share. Nothing of it is remembered but what it says."""

    def __init__(self, store: Path, shared: str | Path | None = None) -> None:
        self.path = Path(shared) if shared else store / NAME
        self._shared = bool(shared)

    def read(self) -> list[Judgement]:
        """What it says, nothing where the store has none.

        Raises UsageError where a file was named that is not there, JudgementError where it cannot be understood or
        contradicts itself.
        """
        if self._shared and not self.path.exists():
            raise UsageError(f"no judgement file at {self.path}: name another, or make it with `camket same A B`")
        judgements = read(self.text(), str(self.path))
        self.check(judgements)
        return judgements

    def check(self, judgements: Sequence[Judgement]) -> None:
        """Raises JudgementError where judgements contradict each other."""
        pairs = contradictions((j, *j.pair) for j in judgements if j.pair)
        for said in (*pairs, *contradicting_facts(judgements)):
            raise JudgementError(f"{self.path}: {said}: withdraw one of them")

    def text(self) -> str:
        """The text, "" where there is no file."""
        try:
            return self.path.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise JudgementError(f"{self.path} cannot be read ({error}): mend it or name another file") from error

    def write(self, text: str) -> None:
        """Replace the text, in one step."""
        new = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(text, encoding="utf-8")
            new.replace(self.path)
        except OSError as error:
            raise JudgementError(f"{self.path} cannot be written ({error}): name another file") from error
        finally:
            new.unlink(missing_ok=True)
