"""The verbs that report speech, as `ontology/lexicon/speech.toml` lists them."""

from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.cues import words as word_list
from camket.graph.facts import SpeechAct


@dataclass(frozen=True, slots=True)
class Verb:
    """What a reporting verb does.

    weak: an everyday action too; clause: reports speech, though weak, before somebody of whom it tells something;
    silent: gives no statement; forecast: it foretells; complaint: it tells of what is bad;
    skip: holds a verb and is none ("bảo đảm").
    """

    act: SpeechAct
    weak: bool = False
    silent: bool = False
    forecast: bool = False
    complaint: bool = False
    clause: bool = False
    skip: bool = False


_NEW_ACT = {SpeechAct.DIRECTING, SpeechAct.HOPING, SpeechAct.COMMITTING}


@cache
def verbs() -> WordTable[Verb]:
    """Every reporting verb."""
    data = lexicon("speech")
    foretelling = set(data["forecast"]["words"])
    complaining = set(data["complaint"]["words"])
    return WordTable(
        (
            words,
            Verb(
                SpeechAct(group.get("act", SpeechAct.ASSERTING)),
                weak=group.get("weak", False),
                silent=group.get("silent", False),
                forecast=words in foretelling,
                complaint=words in complaining,
                clause=group.get("clause", False),
                skip=group.get("skip", False),
            ),
        )
        for group in data["verb"]
        for words in group["words"]
    )


@dataclass(frozen=True, slots=True)
class VerbMention:
    """A reporting verb in the text: its tokens (`last` exclusive), several verbs joined taken as one."""

    first: int
    last: int
    verb: Verb


def verbs_in(norms: list[str], first: int, last: int) -> list[VerbMention]:
    """The reporting verbs among the tokens `first` to `last`; "ghi nhận, biểu dương" is one, the last one's act."""
    found: list[VerbMention] = []
    token = first
    while token < last:
        hit = verbs().at(norms, token)
        if hit is None or token + hit[0] > last:
            token += 1
            continue
        length, verb = hit
        if verb.skip or (token + length < last and nominal().at(norms, token + length)):
            token += length
            continue
        previous = found[-1] if found else None
        joined = previous is not None and previous.last == token - 1 and norms[token - 1] in {",", "và"}
        if previous and verb.act in _NEW_ACT and previous.verb.act != verb.act:
            joined = False  # "nói và yêu cầu ...": what is said and what is asked for are two contents
        if previous and (joined or previous.last == token):
            found[-1] = VerbMention(previous.first, token + length, verb)
        else:
            found.append(VerbMention(token, token + length, verb))
        token += length
    return found


@cache
def nominal() -> WordTable[bool]:
    """The words before which a verb is a noun ("đề nghị này")."""
    return word_list("speech", "nominal")
