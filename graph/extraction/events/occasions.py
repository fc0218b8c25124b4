"""At which of the article's gatherings each statement was made."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading


@Language.component("camket_occasions")
def occasions(doc: Doc) -> Doc:
    """Completes `reading.statements` with the event at which they were made, and its day."""
    reading: Reading = doc._.reading
    for i, statement in enumerate(reading.statements):
        made_at = _occasion(reading, statement.speaker)
        if made_at is not None:
            event = reading.events[made_at]
            context = tuple(dict.fromkeys((*statement.context, event.evidence, *event.context)))
            reading.statements[i] = replace(statement, context=context, made_at=made_at, said_on=event.start)
    return doc


def _occasion(reading: Reading, speaker: str) -> int | None:
    """The event at which somebody spoke: that of the article which he attended, where there is just one."""
    attended = [i for i, event in enumerate(reading.events) if speaker in event.attendees]
    return attended[0] if len(attended) == 1 else None
