"""Passages in which nothing is anybody's undertaking: questions, forecasts, words that nobody is known to say."""

from camket.graph.extraction.reading import Reading, SpeechFrame
from camket.graph.extraction.speech.regions import Region
from camket.graph.extraction.speech.sources import according
from camket.graph.extraction.text.cue_words import cue_at
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import forecaster
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.undertakings.first_person import collective
from camket.graph.facts import Reason, UndertakingKind


class Silences:
    """Tells of the regions of one article which bind nobody."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self.index = index

    def reason(self, region: Region) -> Reason | None:
        """Why nothing in the region is anybody's undertaking."""
        if region.unattributed:
            return Reason.NO_SPEAKER
        if region.last < len(self.reading.words) and self.reading.words[region.last] == "?":
            return Reason.QUESTION
        return Reason.FORECAST if self._foretold(region) else None

    def _foretold(self, region: Region) -> bool:
        """Whether the region is a third party's forecast ("Theo các chuyên gia, ...")."""
        norms = self.reading.norms
        if region.frame is not None:
            opens = cue_at(norms, region.first)
            pledges = opens is not None and opens[1].kind == UndertakingKind.PLEDGE  # "cảnh báo sẽ đáp trả"
            threat = pledges or self._threatens_himself(region, region.frame)
            foretells = region.frame.forecast and not (threat and self._threatens(region.frame))
            return foretells or forecaster(norms, self.reading.token_at(region.frame.subject.start))
        found = according().at(norms, region.first)
        return found is not None and forecaster(norms, region.first + found[0])

    def _threatens(self, frame: SpeechFrame) -> bool:
        """Whether the verb warns others, and does not foretell."""
        return (
            words("undertakings", "threats").at(self.reading.norms, self.reading.token_at(frame.cue.start)) is not None
        )

    def _threatens_himself(self, region: Region, frame: SpeechFrame) -> bool:
        """ "Xã nào chậm, Sở sẽ cắt vốn", warns its director: what he or his body will do."""
        own = {frame.speaker, collective(self.reading, frame)}
        for token in range(region.first + 1, region.last):
            phrase = self.index.end.get(token - 1) if self.reading.norms[token] == "sẽ" else None
            if phrase is not None:
                return phrase.entity in own
        return False
