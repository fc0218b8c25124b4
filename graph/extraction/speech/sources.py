""" "Theo ông X, ...": whoever is named as the source of what an article tells, and what he is the source of."""

from functools import cache

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.contents import quotation_at
from camket.graph.extraction.speech.frame_draft import Content, FrameDraft
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.speech.reports import owners_from, report_at
from camket.graph.extraction.speech.speakers import past_titles
from camket.graph.extraction.text.cue_words import begins_action, prepositions, subordinators
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.extraction.text.verbs import Verb, VerbMention, verbs, verbs_in
from camket.graph.facts import EntityKind, SpeechAct

MAX_BEFORE = 120
"""Tokens before "theo X" in which a verb shows that somebody else tells of it."""

MAX_OCCASION = 18
"""Tokens that tell on which occasion a source spoke, at most."""

_SEPARATORS = {",", ":", "thì", "rằng"}


def add_sources(draft: FrameDraft) -> None:
    """Adds the frames of a sentence's source: it says what follows; at the end of the sentence what stands before."""
    if not according().firsts & set(draft.norms[draft.first : draft.last]):
        return
    begin = _past_adverbs(draft)
    for token in range(draft.first, draft.last):
        found = according().at(draft.norms, token)
        if not found or token in draft.quoted:
            continue
        opens = token <= begin
        if not opens and draft.norms[token - 1] not in {",", ";", "–", "-"}:
            continue
        end = token + found[0]
        speakers = owners_from(draft, end)
        report = None if speakers else report_at(draft, token + 1)
        if report is not None:
            speakers, end = report.owners, report.last
        mention = VerbMention(token, token + found[0], Verb(SpeechAct.ASSERTING))
        if speakers and _add(draft, mention, speakers, end if report else 0, opens=opens):
            return


def _add(draft: FrameDraft, mention: VerbMention, speakers: list[Phrase], past: int, *, opens: bool) -> bool:
    """Adds the frames of one "theo X"; whether it is one that names a source of the sentence.

    past: the token after the report that they are named as the authors of, if it is one.
    """
    end = _past_verb(draft, max(past, past_titles(draft, speakers[-1])))
    before = verbs_in(draft.norms, max(draft.first, mention.first - MAX_BEFORE), mention.first)
    if not opens and any(draft.index.before(v.first, draft.first) for v in before if not v.verb.weak):
        return False  # part of what somebody else says
    if end < draft.last and draft.norms[end] in _SEPARATORS:
        while end < draft.last and draft.norms[end] in _SEPARATORS:
            end += 1
        end = _past_verb(draft, end)
        draft.add_all(speakers, mention, quotation_at(draft, end) or Content(end, draft.last))
        return True
    if opens and speakers[-1].kind == EntityKind.PERSON and _tells(draft, end):
        draft.add_all(speakers, mention, Content(end, draft.last))
        return True
    left = [word for word in draft.norms[end : draft.last] if word[:1].isalnum()]
    if opens or (left and not _is_presented(draft, end)):
        return False
    quotation = quotation_at(draft, draft.first)
    whole = quotation if quotation and quotation.last >= mention.first - 2 else None
    draft.add_all(speakers, mention, whole or Content(draft.first, mention.first - 1))
    return True


def _tells(draft: FrameDraft, token: int) -> bool:
    """Whether a clause begins right after a source, without a comma ("Theo ông X giá lúa sẽ tăng")."""
    tables = (prepositions(), subordinators(), verbs(), words("speech", "predicates"))
    if token >= draft.last or not draft.norms[token].isalpha() or any(t.at(draft.norms, token) for t in tables):
        return False
    found = range(token, min(token + MAX_OCCASION, draft.last))
    return not begins_action(draft.norms, token, draft.last) and any(
        words("speech", "predicates").at(draft.norms, t) for t in found
    )


def _is_presented(draft: FrameDraft, token: int) -> bool:
    """Whether only the occasion follows a source ("..., theo báo cáo của Sở trình bày tại hội nghị")."""
    rest = draft.norms[token : draft.last]
    short = len(rest) <= MAX_OCCASION and not {",", ":", ";"} & set(rest)
    return short and bool(words("speech", "presented").at(draft.norms, token))


def _past_verb(draft: FrameDraft, token: int) -> int:
    """Past the verb of "Theo ông X cho biết, ..."."""
    after = token
    while after < draft.last and (found := adverbs().at(draft.norms, after)):
        after += found[0]
    verb = verbs().at(draft.norms, after) if after < draft.last else None
    return after + verb[0] if verb and not verb[1].weak and not verb[1].skip else token


def _past_adverbs(draft: FrameDraft) -> int:
    """The token at which the sentence begins but for "Cũng", "Còn", "Tuy nhiên," and their kin."""
    token = opening(draft.reading, draft.first, draft.last)
    while token < draft.last and (found := adverbs().at(draft.norms, token)):
        token += found[0]
    return token


@cache
def according() -> WordTable[bool]:
    """The words after which a source follows: "theo", "theo báo cáo của"."""
    return words("speech", "according")
