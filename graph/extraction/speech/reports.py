"""Whose a report, figure or remark is that a sentence tells of: "số liệu mới nhất của X", "báo cáo do Y công bố"."""

from dataclasses import dataclass, replace
from functools import cache

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.frame_draft import FrameDraft
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import Subject, adverbs
from camket.graph.extraction.text.verbs import VerbMention
from camket.graph.facts import EntityKind

MAX_TOPIC = 16
"""Tokens that tell what a report is about, before those who made it."""
MAX_PUBLISHING = 16
"""Tokens that tell when and where a report was given out, before what it says."""

_MEDIA = "MediaBody"
_OWNED = {"của", "từ"}
_MADE = {"do", "được", "mà"}
_BEFORE = {",", "dẫn"}
_VOICES = {EntityKind.PERSON, EntityKind.BODY, EntityKind.PLACE, EntityKind.POST}


@dataclass(frozen=True, slots=True)
class Report:
    """A report named in the text: its tokens (`last` exclusive), and those whose it is."""

    first: int
    last: int
    owners: list[Phrase]


def report_at(draft: FrameDraft, token: int) -> Report | None:
    """The report whose name begins at a token; None where there is none, or it is a news agency's."""
    first = token
    while token < draft.last and (count := _counts().at(draft.norms, token)):
        token += count[0]
    found = _nouns().at(draft.norms, token) if token < draft.last else None
    link = _link(draft, token + found[0]) if found else 0
    if not link:
        return None
    owners = owners_from(draft, link)
    end = draft.index.last_token(owners[-1]) + 1 if owners else draft.last
    if end >= draft.last:
        return None
    published = _published(draft, end)
    if draft.norms[link - 1] in _MADE and published == end:
        return None
    return Report(first, published, owners)


def owners_from(draft: FrameDraft, token: int) -> list[Phrase]:
    """Whoever is named from `token` on, one or several joined by "và"; what is only news of news, none."""
    found: list[Phrase] = []
    while (phrase := draft.index.begin.get(token)) and phrase.kind in _VOICES:
        if draft.reading.entities[phrase.entity].category == _MEDIA:
            return []
        found.append(phrase)
        token = draft.index.last_token(phrase) + 1
        if token >= len(draft.norms) or draft.norms[token] != "và":
            break
        token += 1
    return found


def reporting(draft: FrameDraft, begin: int) -> Report | None:
    """The report that a sentence which begins at `begin` tells of: at once, or after a comma or "dẫn"."""
    if _starts().isdisjoint(draft.norms[begin : draft.last]):
        return None
    for token in range(begin, draft.last):
        if (token == begin or draft.norms[token - 1] in _BEFORE) and (report := report_at(draft, token)):
            return report
    return None


def after_report(report: Report | None, mention: VerbMention) -> VerbMention:
    """The part of a verb that stands after a report's name ("do X công bố cho biết"); none is left of one inside it."""
    if report is None or not report.first <= mention.first < report.last:
        return mention
    return replace(mention, first=min(report.last, mention.last))


def speaks(draft: FrameDraft, report: Report | None, mention: VerbMention) -> Subject | None:
    """Those whose words a verb tells of, where the report is its subject ("báo cáo của X cho thấy")."""
    if report is None or mention.first < report.last:
        return None
    token = report.last
    while token < mention.first and (adverb := adverbs().at(draft.norms, token)):
        token += adverb[0]
    return Subject(report.owners, report.first) if token == mention.first else None


def _link(draft: FrameDraft, token: int) -> int:
    """The token at which those who made a report are named, past what tells its age, kind and topic; else 0."""
    described = token
    for link in range(token, min(token + MAX_TOPIC, draft.last - 1)):
        if not draft.norms[link][:1].isalnum():
            return 0
        while described <= link and (quality := _quality(draft, described)):
            described += quality
        if link + 1 in draft.index.begin and draft.norms[link] in (_OWNED | _MADE if described >= link else _MADE):
            return link + 1
    return 0


def _quality(draft: FrameDraft, token: int) -> int:
    """How many tokens tell how new a report is or what kind of report, and not what it is about."""
    if token in draft.index.date_begin:
        return draft.index.date_begin[token] - token + 1
    found = words("speech", "reports", "qualities").at(draft.norms, token)
    return found[0] if found else 0


def _published(draft: FrameDraft, token: int) -> int:
    """Past the words that tell when and to whom a report was given out; `token` where there are none."""
    if not words("speech", "presented").at(draft.norms, token):
        return token
    for end in range(token + 1, min(token + MAX_PUBLISHING, draft.last)):
        if not draft.norms[end][:1].isalnum() or words("speech", "reports", "telling").at(draft.norms, end):
            return end
    return token


@cache
def _nouns() -> WordTable[bool]:
    """What somebody reports, counts, finds or says, as a noun."""
    return words("speech", "reports", "nouns")


@cache
def _counts() -> WordTable[bool]:
    """The words before such a noun."""
    return words("speech", "reports", "counts")


@cache
def _starts() -> frozenset[str]:
    return _nouns().firsts
