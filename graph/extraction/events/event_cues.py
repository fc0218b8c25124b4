"""The words by which an article reports a gathering, and a sentence cut into the items that the event rules look at.

The words are data: `ontology/lexicon/events.toml`, where each list says what it is for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any

from camket.graph.extraction.reading import DateMention, Phrase, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.text.verbs import verbs
from camket.graph.facts import EventKind, Span

LICENCES = ("report", "echo", "frame")
"""The lists of events.toml with the words that let the noun after them stand for a gathering."""


class Frame(StrEnum):
    """What stands around a cue; events.toml says what each means."""

    NOUN = "noun"
    WITH = "with"
    OF = "of"
    JOINT = "joint"
    HAND = "hand"
    UPON = "upon"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form that reports a gathering.

    echoes: the kinds of an earlier event it can take up again. open_floor: those who speak while the article tells of
    it speak there. part: it opens or closes something that lasts. place: the place that the form itself names.
    needs: of "day" and "place", what must be told with it (none: either will do); "person": that one is there; for the
    rest see events.toml.
    """

    kind: EventKind
    frame: Frame
    form: str
    echoes: frozenset[EventKind] = frozenset()
    open_floor: bool = False
    part: bool = False
    place: str = ""
    needs: frozenset[str] = frozenset()


@cache
def _nouns() -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for noun in lexicon("events")["noun"]:
        kind, echoes = EventKind(noun["kind"]), frozenset(EventKind(echo) for echo in noun["echoes"])
        floor, parts = noun.get("open_floor", False), frozenset(noun.get("parts", ()))
        needs = frozenset(noun.get("needs", ()))
        for form in _forms(noun):
            found[form] = Cue(kind, Frame.NOUN, form, echoes, floor, form in parts, needs=needs)
    return found


@cache
def cues() -> WordTable[Cue]:
    """All nouns and verbs of events.toml; a form that is both ("hội đàm") is given as the verb."""
    entries = list(_nouns().items())
    for verb in lexicon("events")["verb"]:
        kind, frame = EventKind(verb["kind"]), Frame(verb["frame"])
        floor, place, needs = verb.get("open_floor", False), verb.get("place", ""), frozenset(verb.get("needs", ()))
        entries += [(form, Cue(kind, frame, form, open_floor=floor, place=place, needs=needs)) for form in _forms(verb)]
    return WordTable(entries)


def _forms(entry: dict[str, Any]) -> list[str]:
    """The forms of a noun or verb, with those that `made_of` spells (one word of each list)."""
    made = [" ".join(words).strip() for words in product(*entry.get("made_of", ()))]
    return [*entry.get("forms", ()), *(" ".join(form.split()) for form in made if form)]


def _as_it_stands(norms: list[str], token: int, cue: Cue) -> Cue:
    """The noun instead of the verb of the same form where it stands as one: "sau hội đàm", "tại hội kiến"."""
    noun = _nouns().get(cue.form) or _nouns().get(cue.form.removesuffix(" với"))
    if noun is None or cue.frame is Frame.NOUN:
        return cue
    return noun if any(table("licence", kind).ending(norms, token - 1) for kind in LICENCES) else cue


@cache
def table(section: str, key: str) -> WordTable[bool]:
    """The word list `key` of `[section]` in events.toml."""
    return WordTable((form, True) for form in lexicon("events")[section][key])


@cache
def speech_verbs() -> WordTable[bool]:
    """The verbs of speech.toml: who heads one speaks."""
    return WordTable(
        (form, True) for verb in lexicon("speech")["verb"] if not verb.get("skip") for form in verb["words"]
    )


@cache
def cue_openers() -> frozenset[str]:
    """The first words of all cues, to pass over the rest quickly."""
    data = lexicon("events")
    return _openers(form for entry in [*data["noun"], *data["verb"]] for form in _forms(entry))


@cache
def _closers() -> frozenset[str]:
    said = (form for verb in lexicon("speech")["verb"] for form in verb["words"])
    return _openers(said) | _openers(lexicon("events")["scope"]["closes"])


def _openers(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(form).split()[0] for form in forms)


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a sentence: tokens `first` to `last` (exclusive) that are a phrase, a date, a cue or a word.

    At most one of phrase, date and cue is set; `closes` where the word ends the part that says who is there, `bounds`
    where it opens a clause that tells of something else ("trong bối cảnh"), or the credit of a photo.
    """

    first: int
    last: int
    norm: str
    phrase: Phrase | None = None
    date: DateMention | None = None
    cue: Cue | None = None
    closes: bool = False
    bounds: bool = False


def items_of(reading: Reading, sentence: Span) -> list[Item]:
    """`sentence` cut into items, in text order; only blank tokens are left out."""
    norms, openers, closers, starts = reading.norms, cue_openers(), _closers(), cues()
    phrases = {p.span.start: p for p in reading.phrases_in(sentence)}
    dates = {d.span.start: d for d in reading.dates_in(sentence)}
    items: list[Item] = []
    tokens = reading.tokens(sentence)
    token = tokens.start
    while token < tokens.stop:
        start, norm = reading.starts[token], norms[token]
        if phrase := phrases.get(start):
            item = Item(token, _past(reading, token, phrase.span.end), norm, phrase=phrase)
        elif date := dates.get(start):
            item = Item(token, _past(reading, token, date.span.end), norm, date=date)
        elif norm in openers and (match := starts.at(norms, token)):
            item = Item(token, token + match[0], norm, cue=_as_it_stands(norms, token, match[1]))
        elif bound := _bound(norms, token, tokens.stop > token + 1 and reading.starts[token + 1] in phrases):
            item = Item(token, token + bound, norm, bounds=True)
        elif norm in closers and (closed := _closing(norms, token)):
            item = Item(token, token + closed[0], norm, closes=closed[1])
        else:
            item = Item(token, token + 1, norm)
        if norm.strip():
            items.append(item)
        token = item.last
    return items


def _bound(norms: list[str], token: int, before_doer: bool) -> int:
    """How many tokens the word has that opens another clause at `token`, 0 where there is none."""
    found = table("scope", "bounds").at(norms, token)
    if found is None and before_doer:
        found = table("scope", "bounds_before_doer").at(norms, token)
    return found[0] if found else 0


def _closing(norms: list[str], token: int) -> tuple[int, bool] | None:
    """The tokens of the closing word at `token`, False with those of a word that only holds one ("triển khai")."""
    if found := table("scope", "closes").at(norms, token):
        return found
    said = verbs().at(norms, token)
    return (said[0], not said[1].skip) if said else None


def _past(reading: Reading, token: int, end: int) -> int:
    last = token + 1
    while last < len(reading.ends) and reading.ends[last] <= end:
        last += 1
    return last
