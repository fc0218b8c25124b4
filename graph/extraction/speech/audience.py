"""Past whom, where and how something is said, between the verb and what is said."""

from camket.graph.extraction.speech.frame_draft import FrameDraft
from camket.graph.extraction.text.cue_words import connectives
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.verbs import VerbMention, verbs
from camket.graph.facts import SpeechAct

MAX_AUDIENCE = 14
"""Tokens within which "với X" must reach its "rằng", its comma or its colon."""
MAX_MANNER = 4
"""Tokens between any verb and a quotation that tell how it is said ("chia sẻ thẳng thắn: ...")."""
MIN_SAID = 5
"""Tokens from which on a clause beside "ông X cho biết" is taken for what he says."""

OPENERS = {"“", '"', "«"}


def colon_after(draft: FrameDraft, first: int) -> int:
    """The token after "rằng" or a quotation's colon, past whom, where and how it is said; 0 where there is none."""
    for token in range(first, min(first + MAX_AUDIENCE, draft.last - 1)):
        if draft.norms[token] in {",", ";"} | OPENERS:
            return 0
        if draft.norms[token] == "rằng":
            return token + 1
        if draft.norms[token] == ":":
            return token + 1 if draft.norms[token + 1] in OPENERS else 0
    return 0


def past_audience(draft: FrameDraft, mention: VerbMention) -> int:
    """Past whom, where and how it is said ("với phóng viên rằng", "trên Facebook:", "tại cuộc họp,")."""
    norms, first = draft.norms, mention.last
    colon = colon_after(draft, first)
    about = first < draft.last and norms[first] in {"về", "với"}
    if colon and not (mention.verb.weak or about or colon - first <= MAX_MANNER):
        colon = 0
    if colon > first + 1 and norms[colon - 1] == "rằng" and words("speech", "rejecting").at(norms, mention.first):
        return first  # he says no to what others say
    if colon or first >= draft.last or not words("speech", "audience").at(norms, first):
        return colon or first
    for token in range(first + 1, min(draft.last - 1, first + MAX_AUDIENCE)):
        if norms[token] in {"rằng", ":"}:
            return token + 1
        if norms[token] in OPENERS:
            return token
        if norms[token] == ",":
            if norms[first] == "với" and not _listens(draft, first + 1):
                return first
            goes_on = norms[token + 1] == "và" or any(t.at(norms, token + 1) for t in (connectives(), verbs()))
            return first if goes_on or draft.last - token < MIN_SAID else token + 1
    return _past_addressed(draft, first) if mention.verb.act == SpeechAct.COMMITTING else first


def _listens(draft: FrameDraft, token: int) -> bool:
    """Whether somebody is named at the token who may be told something."""
    listeners = words("speech", "listeners").at(draft.norms, token)
    return token in draft.index.begin or bool(listeners) or group_length(draft.norms, token) > 0


def _past_addressed(draft: FrameDraft, first: int) -> int:
    """Past those something is promised to: "hứa với bà con đơn vị sẽ ..."."""
    phrase = draft.index.begin.get(first + 1)
    return draft.index.last_token(phrase) + 1 if phrase and draft.norms[first] == "với" else first
