"""Who "tôi" and "chúng tôi" are inside a quotation, and "đơn vị" in the words of somebody who speaks for one."""

from functools import cache

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.cue_words import cue_at
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span, SpeechAct

_TO_OTHERS = {SpeechAct.DIRECTING, SpeechAct.HOPING, SpeechAct.PROPOSING, SpeechAct.PRAISING}
_OF_COMPOUNDS = frozenset({"ủy", "bộ", "đoàn", "phòng"})
_NAMED = 120  # characters before a word in which a name that holds it begins
_PARTY, _DELEGATION, _COMPANY = "PartyBody", "Delegation", "Company"


def add_first_person(reading: Reading) -> None:
    """Adds a phrase in quoted speech for each "tôi" (the speaker) and "chúng tôi" (the body he speaks for, else he)."""
    added: list[Phrase] = []
    for frame in reading.frames:
        covered = reading.tokens(frame.content)
        if not (frame.quoted or _after_colon(reading, covered)):
            added += _they(reading, frame, covered[0] if len(covered) else len(reading.norms))
            continue
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
    _put(reading, added)


def _after_colon(reading: Reading, covered: range) -> bool:
    """Whether the words that are told stand as they were said: "ông X cho biết: Chúng tôi ..."."""
    return len(covered) > 0 and covered[0] > 0 and reading.norms[covered[0] - 1] == ":"


def _they(reading: Reading, frame: SpeechFrame, token: int) -> list[Phrase]:
    """ "Hãng X tuyên bố họ sẽ ...": a body's "họ" with which its words begin is the body."""
    if reading.norms[token : token + 1] != ["họ"] or reading.entities[frame.speaker].kind == EntityKind.PERSON:
        return []
    span = reading.span(token, token + 1)
    return [Phrase(span, span, frame.speaker, reading.entities[frame.speaker].kind, "pronoun")]


def add_own_body(reading: Reading) -> None:
    """Takes "đơn vị" in somebody's words for the body of his post, "địa phương" for its place.

    Only as the subject of a verb, and not where he tells or asks others to do something: there the unit is theirs.
    """
    table = WordTable(
        (word, section) for section in ("units", "places") for word in lexicon("speech")["own_body"][section]
    )
    added: list[Phrase] = []
    for frame in reading.frames:
        body = collective(reading, frame)
        if frame.act in _TO_OTHERS or body == frame.speaker:
            continue
        heads = _heads(reading.entities[body].name)
        after = 0
        for token in reading.tokens(frame.content):
            if token < after:
                continue  # "nhà | trường"
            length, section = table.at(reading.norms, token) or heads.at(reading.norms, token) or (0, "")
            if not length or not _stands_alone(reading, token, token + length):
                continue
            after = token + length
            owner = (reading.entities[body].jurisdiction if section == "places" else body) or ""
            level = lexicon("undertakings")["levels"].get(reading.norms[token]) if section == "places" else None
            own = level is None or (reading.place_levels.get(owner) == level and _is_own_level(reading, token))
            if owner and own:
                span = reading.span(token, token + length)
                added.append(Phrase(span, span, owner, reading.entities[owner].kind, "pronoun"))
    _put(reading, added)


def _is_own_level(reading: Reading, token: int) -> bool:
    """Whether "tỉnh" at a token is no part of a name ("HĐND tỉnh") and not told what it has to do ("tỉnh cần ...")."""
    start = reading.starts[token]
    held = any(p.span.start < start < p.span.end for p in reading.phrases_in(Span(start - _NAMED, start + _NAMED)))
    after = reading.norms[token + 1 : token + 2]
    return not held and after not in (["cần"], ["phải"], ["nên"])


def _heads(name: str) -> WordTable[str]:
    """The words a body may be called by for short: the one or two its name begins with ("trung tâm", "Sở").

    Not the first of "Tỉnh ủy", "Đảng bộ", which is another's word.
    """
    words = fold(name).split()
    if len(words) > 1 and words[1] in _OF_COMPOUNDS:
        return WordTable([(" ".join(words[:2]), "units")])
    return WordTable((" ".join(words[:length]), "units") for length in (1, 2) if length < len(words))


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether these tokens are a subject: no number before them, an adverb or a cue after; or the owner of a goal."""
    if last < len(reading.norms) and first and (reading.norms[first - 1], reading.norms[last]) == ("của", "là"):
        return True
    if last >= len(reading.norms) or (first and reading.norms[first - 1] in lexicon("groups")["determiners"]):
        return False
    return adverbs().at(reading.norms, last) is not None or cue_at(reading.norms, last) is not None


def _put(reading: Reading, added: list[Phrase]) -> None:
    """Puts phrases among the reading's; those they overlap make way."""
    kept = [
        p for p in reading.phrases if not any(p.span.start < a.span.end and a.span.start < p.span.end for a in added)
    ]
    reading.phrases[:] = sorted([*kept, *added], key=lambda phrase: phrase.span)


def collective(reading: Reading, frame: SpeechFrame) -> str:
    """The body a speaker means by "chúng tôi": the one he speaks for, or that of his post; he himself where unclear.

    Of several posts one in the State's service tells more than one in the Party; a delegation's is not looked at.
    """
    return frame.on_behalf_of or body_of(reading, frame.speaker) or frame.speaker


def body_of(reading: Reading, person: str) -> str | None:
    """The one body that a person's posts are in; None where there is none, or no one of them that tells more.

    Of somebody who is known by his post alone it is that post's.
    """
    if reading.entities[person].kind == EntityKind.POST:
        body = reading.entities[person].part_of
        return body if body is not None and reading.entities[body].kind == EntityKind.BODY else None
    if reading.entities[person].kind != EntityKind.PERSON:
        return None
    bodies = list(
        dict.fromkeys(
            h.organization for h in reading.holdings if h.member == person and h.organization and not h.former
        )
    )
    bodies = [b for b in bodies if reading.entities[b].category != _DELEGATION]
    bodies = [b for b in bodies if reading.entities[b].part_of not in bodies]
    if len(bodies) > 1:
        bodies = [b for b in bodies if reading.entities[b].category != _PARTY]
    return bodies[0] if len(bodies) == 1 else None


def own_company(reading: Reading, frame: SpeechFrame) -> str | None:
    """The company a speaker has his post in: what its director says "sẽ" be done, it will do."""
    body = collective(reading, frame)
    return body if body != frame.speaker and reading.entities[body].category == _COMPANY else None


@cache
def first_person() -> WordTable[bool]:
    """The first persons; the value tells whether it is a plural."""
    data = lexicon("speech")["first_person"]
    return WordTable([*((w, False) for w in data["singular"]), *((w, True) for w in data["plural"])])
