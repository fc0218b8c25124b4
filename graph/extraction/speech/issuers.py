"""Whose words a resolution, plan or directive is: the body that issued it, named once and then spoken through it."""

from dataclasses import dataclass

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.speech.regions import Region
from camket.graph.extraction.text.cue_words import documents
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.facts import EntityKind, Span, SpeechAct

_ISSUERS = frozenset({EntityKind.BODY, EntityKind.PERSON, EntityKind.POST})
MAX_OBJECT = 5
"""Tokens within which the document must follow the verb that issues it."""
MAX_DISTANCE = 2
"""Sentences within which "theo đó" still means the document just issued."""
MAX_CONGRESS = 7
"""Tokens before a body's name within which "đại hội" makes the congress its own."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A body issues a document: the words for the document, the body, where it is named, in which sentence."""

    document: str
    body: str
    span: Span
    sentence: int


def issues(reading: Reading, index: PhraseIndex) -> list[Issue]:
    """Every document that the article says a named body issued, in text order."""
    found: list[Issue] = []
    for number, sentence in enumerate(reading.sentences):
        covered = reading.tokens(sentence)
        issuing = words("undertakings", "issuing")
        for token in issuing.among(reading.norms, covered):
            verb = issuing.at(reading.norms, token)
            if verb is None:
                continue
            objects = range(token + verb[0], min(token + verb[0] + MAX_OBJECT, covered[-1] + 1))
            document = next((named for i in objects if (named := _document(reading, i))), "")
            body = _issuer(reading, index, token, covered[0]) if document else None
            if body is not None:
                found.append(Issue(document, body.entity, body.span, number))
    return found


def issued(reading: Reading, region: Region, found: list[Issue]) -> SpeechFrame | None:
    """The frame that makes a region the words of the body whose document it tells of; None where it is none's."""
    first = region.first
    linked = words("undertakings", "thereby").at(reading.norms, first)
    if words("speech", "according").at(reading.norms, first):
        first += 1
    named = _document(reading, first)
    for issue in reversed(found):
        distance = region.sentence - issue.sentence
        if distance > 0 and (named == issue.document or (linked and distance <= MAX_DISTANCE)):
            content = reading.span(region.first, region.last)
            return SpeechFrame(issue.body, SpeechAct.ASSERTING, issue.span, issue.span, content)
    return None


def issuer_of(reading: Reading, found: list[Issue], token: int) -> Phrase | None:
    """The body that issued the document named at `token`, as the article said before; None where it did not."""
    named = _document(reading, token)
    earlier = [i for i in found if i.document == named and i.span.start <= reading.starts[token]] if named else []
    if not earlier:
        return None
    issue = earlier[-1]
    if reading.entities[issue.body].kind != EntityKind.BODY:
        return None
    return Phrase(issue.span, issue.span, issue.body, EntityKind.BODY, "pronoun")


def _document(reading: Reading, token: int) -> str:
    if token >= len(reading.norms):
        return ""
    found = documents().at(reading.norms, token)
    return " ".join(reading.norms[token : token + found[0]]) if found else ""


def _issuer(reading: Reading, index: PhraseIndex, verb: int, first: int) -> Phrase | None:
    """The body that is the verb's subject; where a session decides, the council named last before it."""
    subject = index.before(verb, first)
    if subject is not None:
        return subject.phrases[0] if subject.phrases[0].kind in _ISSUERS else None
    if not words("undertakings", "sessions").ending(reading.norms, verb - 1):
        return None
    return assembly_before(reading, verb)


def assembly_before(reading: Reading, token: int) -> Phrase | None:
    """The council named last before `token`, else the body whose congress was named."""
    earlier = [p for p in reading.phrases if p.kind == EntityKind.BODY and p.span.end <= reading.starts[token]]
    councils = [p for p in earlier if words("undertakings", "councils").at(reading.slice(p.name).lower().split(), 0)]
    if councils:
        return councils[-1]
    return next((p for p in reversed(earlier) if _in_congress(reading, p)), None)


def _in_congress(reading: Reading, body: Phrase) -> bool:
    """Whether the body is named as the one whose congress it is ("Đại hội lần thứ X Công đoàn tỉnh")."""
    first = reading.token_at(body.span.start)
    before = reading.norms[max(0, first - MAX_CONGRESS) : first]
    return any(before[i : i + 2] == ["đại", "hội"] for i in range(len(before) - 1))
