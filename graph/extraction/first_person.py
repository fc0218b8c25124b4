"""Who "tôi" and "chúng tôi" are inside a quotation, and "đơn vị" in the words of somebody who speaks for one."""

from dataclasses import replace
from functools import cache

from camket.graph.extraction.cues import WordTable, lexicon
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.facts import EntityKind, SpeechAct

_TO_OTHERS = {SpeechAct.DIRECTING, SpeechAct.HOPING, SpeechAct.PROPOSING, SpeechAct.PRAISING}
_PARTY, _DELEGATION = "PartyBody", "Delegation"


def add_first_person(reading: Reading) -> None:
    """Adds a phrase in quoted speech for each "tôi" (the speaker) and "chúng tôi" (the body he speaks for, else he)."""
    added: list[Phrase] = []
    for frame in reading.frames:
        if not frame.quoted:
            continue
        covered = reading.tokens(frame.content)
        token = covered[0] if len(covered) else 0
        while len(covered) and token <= covered[-1]:
            found = first_person().at(reading.norms, token)
            if not found:
                token += 1
                continue
            entity = collective(reading, frame) if found[1] else frame.speaker
            span = reading.span(token, token + found[0])
            added.append(Phrase(span, span, entity, reading.entities[entity].kind, "pronoun"))
            token += found[0]
    taken = [
        p for p in reading.phrases if not any(p.span.start < a.span.end and a.span.start < p.span.end for a in added)
    ]
    reading.phrases[:] = sorted([*taken, *added], key=lambda phrase: phrase.span)


def add_own_body(reading: Reading) -> None:
    """Takes "đơn vị" in somebody's words for the body of his post, "địa phương" for its place.

    Not where he tells or asks others to do something: there the unit is the one he speaks to.
    """
    own = lexicon("speech")["own_body"]
    for number, phrase in enumerate(reading.phrases):
        said = reading.slice(phrase.span).lower()
        if phrase.kind != EntityKind.GROUP or said not in (*own["units"], *own["places"]):
            continue
        frame = next((f for f in reading.frames if f.content.start <= phrase.span.start < f.content.end), None)
        if frame is None or frame.act in _TO_OTHERS:
            continue
        body = collective(reading, frame)
        owner = body if said in own["units"] else reading.entities[body].jurisdiction
        if owner and body != frame.speaker:
            reading.phrases[number] = replace(phrase, entity=owner, kind=reading.entities[owner].kind, form="pronoun")


def collective(reading: Reading, frame: SpeechFrame) -> str:
    """The body a speaker means by "chúng tôi": the one he speaks for, or that of his post; he himself where unclear.

    Of several posts one in the State's service tells more than one in the Party; a delegation's is not looked at.
    """
    if frame.on_behalf_of:
        return frame.on_behalf_of
    if reading.entities[frame.speaker].kind != EntityKind.PERSON:
        return frame.speaker
    bodies = list(
        dict.fromkeys(
            h.organization for h in reading.holdings if h.member == frame.speaker and h.organization and not h.former
        )
    )
    bodies = [b for b in bodies if reading.entities[b].category != _DELEGATION]
    bodies = [b for b in bodies if reading.entities[b].part_of not in bodies]
    if len(bodies) > 1:
        bodies = [b for b in bodies if reading.entities[b].category != _PARTY]
    return bodies[0] if len(bodies) == 1 else frame.speaker


@cache
def first_person() -> WordTable[bool]:
    """The first persons; the value tells whether it is a plural."""
    data = lexicon("speech")["first_person"]
    return WordTable([*((w, False) for w in data["singular"]), *((w, True) for w in data["plural"])])
