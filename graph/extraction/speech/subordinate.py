"""Speakers beside a main clause: "..., sau khi ông X tuyên bố ..."; "X dẫn các nguồn tin cho biết"."""

from camket.graph.extraction.speech.contents import is_clause, reports
from camket.graph.extraction.speech.frame_draft import FrameDraft
from camket.graph.extraction.speech.speakers import heads
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.subjects import Subject, adverbs
from camket.graph.extraction.text.verbs import VerbMention, verbs_in
from camket.graph.facts import EntityKind, SpeechAct

MIN_MAIN = 4
"""Tokens of the main clause before one that tells after what it happened."""
MAX_TITLE = 6
"""Tokens of a title between the conjunction and the name."""
MAX_SOURCES = 12
"""Tokens that tell from what sources somebody has it."""


def speaker_beside(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """The speaker of a verb that has no subject of its own in a main clause, or None."""
    if mention.verb.act != SpeechAct.ASSERTING or draft.frames:
        return None
    return _citing(draft, mention) or _subordinate(draft, mention)


def _citing(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """ "X dẫn các nguồn tin cho biết": X, where the sources have no name of their own."""
    for subject in heads(draft, mention.first)[:1]:
        token = draft.index.last_token(subject.phrases[-1]) + 1
        while token < mention.first and (adverb := adverbs().at(draft.norms, token)):
            token += adverb[0]
        found = words("speech", "citing").at(draft.norms, token)
        gap = range(token + found[0], mention.first) if found else range(0)
        unnamed = found and len(gap) <= MAX_SOURCES and not any(t in draft.index.begin for t in gap)
        if unnamed and "," not in draft.norms[token : mention.first] and not verbs_in(draft.norms, gap.start, gap.stop):
            return subject
    return None


def _tells(draft: FrameDraft, mention: VerbMention) -> bool:
    """Whether a clause follows and no mere thing told ("tiết lộ hàng loạt thông tin mật")."""
    if mention.last >= draft.last:
        return False
    return "rằng" in draft.norms[mention.last - 1 : mention.last + 1] or is_clause(draft, mention.last)


def _subordinate(draft: FrameDraft, mention: VerbMention) -> Subject | None:
    """ "..., sau khi ông X tuyên bố nhà máy sẽ đóng cửa": X, in a clause that ends its sentence."""
    token = mention.first - 1
    while token > draft.first and (adverb := adverbs().ending(draft.norms, token)):
        token -= adverb
    phrase = draft.index.end.get(token)
    tells = reports(draft, mention) if mention.verb.weak else _tells(draft, mention)
    if not tells or phrase is None or phrase.kind not in {EntityKind.PERSON, EntityKind.BODY}:
        return None
    first = draft.index.first_token(phrase)
    for before in range(first - 1, max(draft.first + MIN_MAIN, first - MAX_TITLE) - 1, -1):
        if words("speech", "factive").ending(draft.norms, before):
            return Subject([phrase], first)
        if not draft.norms[before].isalpha() or before in draft.index.end:
            return None
    return None
