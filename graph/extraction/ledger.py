"""The ledger: every sentence with a cue that gave no fact, and why."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.reading import Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.text.cue_words import ledger_cues
from camket.graph.facts import Abstention, Reason


@Language.component("camket_ledger")
def ledger(doc: Doc) -> Doc:
    """Keeps in `reading.abstentions` one entry for every sentence that has a cue and gave no fact, with the reason."""
    reading: Reading = doc._.reading
    reasons = {doubt.evidence: doubt for doubt in reversed(reading.abstentions)}
    facts = sorted(
        [f.evidence for f in (*reading.undertakings, *reading.refusals, *reading.observations)],
        key=lambda span: span.start,
    )
    kept: list[Abstention] = []
    for sentence in reading.sentences:
        if any(f.start < sentence.end and sentence.start < f.end for f in facts):
            continue
        token = next(ledger_cues().among(reading.norms, reading.tokens(sentence)), None)
        if token is None:
            continue
        found = ledger_cues().at(reading.norms, token)
        cue = reading.slice(reading.span(token, token + (found[0] if found else 1)))
        doubt = reasons.get(sentence)
        reason = doubt.reason if doubt else Reason.NOT_UNDERSTOOD
        kept.append(Abstention(evidence=sentence, cue=cue, reason=reason, rule=rule("ledger", "cue", cue)))
    reading.abstentions[:] = kept
    return doc
