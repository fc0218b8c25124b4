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


_AFTER_ABOVE = frozenset(
    {"là", "đã", "và", "của", "được", "bị", "do", "cho", "sau", "khi", "trước", "không", "cũng", "vẫn", "sẽ", "ngay"}
)
_OBJECTS = {"thông tin", "cáo buộc", "chỉ trích", "phản ánh"}
_AFTER_NOUN = {"về", "từ", "trong"}
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
    table, firsts = verbs(), _firsts()
    while token < last:
        hit = table.at(norms, token) if norms[token] in firsts else None
        if hit is None or token + hit[0] > last:
            token += 1
            continue
        length, verb = hit
        within = word_list("undertakings", "compounds").ending(norms, token + length - 1) > length  # "nhà ngoại giao"
        if verb.skip or within or _is_noun(norms, token + length, last, found[-1] if found else None, verb):
            token += length
            continue
        previous = found[-1] if found else None
        promised = previous is not None and previous.last == token and previous.verb.act == SpeechAct.COMMITTING
        if promised and verb.act == SpeechAct.DIRECTING:
            token += length  # "hứa giao đất": what is promised, and no order
            continue
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
def _firsts() -> frozenset[str]:
    return verbs().firsts


def _is_noun(norms: list[str], after: int, last: int, previous: VerbMention | None, verb: Verb) -> bool:
    """Whether a verb is a noun here: by what follows it, or as the object of the verb right before it."""
    if after >= last:
        return False
    if verb.act == SpeechAct.PRAISING and norms[after][:1].isdigit():
        return True  # "ghi nhận 12 ca mắc" counts and praises nobody
    if norms[after] == "trên" and verb.act == SpeechAct.ASSERTING and after + 1 < last:
        return not norms[after + 1].isalpha() or norms[after + 1] in _AFTER_ABOVE  # else "viết trên trang cá nhân"
    if nominal().at(norms, after):
        return True
    adjacent = previous is not None and norms[previous.last : after] and previous.last + 2 >= after
    if adjacent and previous and " ".join(norms[previous.last : after]) in _OBJECTS:
        return norms[after] not in {":", ",", "rằng"}
    return bool(adjacent) and norms[after] in _AFTER_NOUN


@cache
def nominal() -> WordTable[bool]:
    """The words before which a verb is a noun ("đề nghị này")."""
    return word_list("speech", "nominal")
