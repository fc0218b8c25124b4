"""Whose words the sentences after somebody's speech still are: "Ông X cho biết ... Các lớp sẽ mở từ tháng 11."""

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.speech.regions import Region, opening
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.first_person import collective
from camket.graph.facts import EntityKind, SpeechAct

MAX_ON = 1
"""Sentences after the words of somebody in which he may still be telling what he began to."""
_TELLING = frozenset({SpeechAct.ASSERTING, SpeechAct.COMMITTING})
_OTHERS = frozenset({EntityKind.PERSON, EntityKind.BODY, EntityKind.POST, EntityKind.GROUP})


class Standing:
    """Remembers, region by region, who spoke last and may still be speaking."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.reader = reader
        self._frame: SpeechFrame | None = None
        self._sentence = 0

    def drop(self) -> None:
        """Forgets the speaker: somebody else's words or a question came between."""
        self._frame = None

    def of(self, region: Region) -> SpeechFrame | None:
        """The speech that a region without a speaker of its own still goes on with, or None; notes who speaks in it."""
        if region.frame is not None:
            usable = region.frame.act in _TELLING and not (region.frame.forecast or region.frame.complaint)
            self._frame, self._sentence = (region.frame, region.sentence) if usable else (None, 0)
            return None
        if self._frame is not None and (self._far(region) or self._anothers(region, self._frame)):
            self._frame = None
        return self._frame

    def _far(self, region: Region) -> bool:
        said = self.reading.sentences[self._sentence].end
        parted = "\n" in self.reading.text[said : self.reading.starts[region.first]]
        return parted or region.sentence - self._sentence > MAX_ON

    def _anothers(self, region: Region, frame: SpeechFrame) -> bool:
        """Whether the sentence begins with somebody who is neither the speaker nor the body he speaks for."""
        start = opening(self.reading, region.first, region.last)
        leading = self.reader.leading_subject(start, region.last) if start < region.last else None
        own = {frame.speaker, collective(self.reading, frame)}
        return leading is not None and leading.phrases[0].kind in _OTHERS and leading.phrases[0].entity not in own
