"""The cues of undertakings and the words around them, as `ontology/lexicon/undertakings.toml` lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.facts import SpeechAct, UndertakingKind


@dataclass(frozen=True, slots=True)
class CueWord:
    """What a cue makes of its clause.

    spoken: counts only where somebody else says so ("phải"); modal: "sẽ"; noun: "mục tiêu của X là";
    addressing: its object, not its subject, is to act ("giao", "mong"); weak: only where that object follows at once;
    acting: only before a verb of doing ("nhất trí"); counted: only with a number in the clause ("muốn"); dated: only
    with a day to come behind it ("lùi thời hạn"); both: with either ("giữ nguyên mục tiêu").
    """

    kind: UndertakingKind
    spoken: bool = False
    modal: bool = False
    noun: bool = False
    addressing: bool = False
    weak: bool = False
    acting: bool = False
    counted: bool = False
    dated: bool = False


_ADDRESSING = {SpeechAct.DIRECTING: UndertakingKind.DIRECTIVE, SpeechAct.HOPING: UndertakingKind.EXPECTATION}


@cache
def cue_words() -> WordTable[CueWord]:
    """Every cue of an undertaking."""
    entries: list[tuple[str, CueWord]] = [
        (noun, CueWord(UndertakingKind.GOAL, noun=True)) for noun in lexicon("undertakings")["goal_nouns"]["words"]
    ]
    for group in lexicon("speech")["verb"]:
        kind = _ADDRESSING.get(SpeechAct(group["act"])) if "act" in group else None
        if kind:
            weak = group.get("weak", False)
            entries += [(verb, CueWord(kind, addressing=True, weak=weak)) for verb in group["words"]]
    for group in lexicon("undertakings")["cue"]:
        kind = UndertakingKind(group["kind"])
        flags = {flag: group.get(flag, False) for flag in ("spoken", "acting", "counted", "dated")}
        entries += [(cue, CueWord(kind, modal=cue == "sẽ", **flags)) for cue in group["words"]]
    for turn in ("moved", "kept"):
        cue = CueWord(UndertakingKind.GOAL, counted=turn == "kept", dated=True)
        entries += [(words, cue) for words in term_words(turn)]
    return WordTable(entries)


@cache
def term_words(turn: str) -> tuple[str, ...]:
    """How a term is moved or kept: every verb before every term, with and without each word before them."""
    group = next(group for group in lexicon("undertakings")["terms"] if group["turn"] == turn)
    plain = [f"{verb} {term}" for verb, term in product(group["verbs"], group["terms"])]
    return (*plain, *(f"{before} {words}" for before, words in product(group["before"], plain)), *group["alone"])


def cue_at(norms: Sequence[str], token: int) -> tuple[int, CueWord] | None:
    """The cue that begins at `token` with its length, or None; none where its syllables are part of another word."""
    hit = cue_words().at(norms, token)
    return None if hit is None or _in_compound(norms, token, hit[0]) else hit


def _in_compound(norms: Sequence[str], token: int, length: int) -> bool:
    """Whether the cue's syllables are but part of another word ("ngoại giao", "hứa hẹn")."""
    table = words("undertakings", "compounds")
    begun = table.at(norms, token)
    return bool(begun and begun[0] > length) or table.ending(norms, token + length - 1) > length


def refusable(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether the cue in these tokens, negated, declines something ("không cam kết") and does not just deny it."""
    cues = {tuple(cue.split()) for cue in lexicon("undertakings")["refusal"]["cues"]}
    return any(tuple(norms[first : first + len(cue)]) == cue and first + len(cue) <= last for cue in cues)


@cache
def negations() -> WordTable[bool]:
    """The words that negate a cue."""
    return words("undertakings", "refusal", "negations")


@cache
def hedges() -> WordTable[bool]:
    """The words that leave it open whether something will be done."""
    return words("undertakings", "hedges")


@cache
def involuntary() -> WordTable[bool]:
    """The verbs after "sẽ" of what happens to somebody."""
    return words("undertakings", "involuntary")


@cache
def passive() -> WordTable[bool]:
    """The passive markers after "sẽ"."""
    return words("undertakings", "involuntary", "passive")


@cache
def subordinators() -> WordTable[bool]:
    """The words after which a phrase is no subject of the main clause."""
    return words("undertakings", "subordinators")


@cache
def joint() -> WordTable[bool]:
    """The nouns of joint action."""
    return words("undertakings", "joint")


@cache
def ledger_cues() -> WordTable[bool]:
    """The cues whose sentences stand in the ledger when they gave nothing."""
    return words("undertakings", "ledger")


@cache
def connectives() -> WordTable[bool]:
    """The words that open a sentence in which the voice before still speaks."""
    return words("speech", "connectives")


@cache
def prepositions() -> WordTable[bool]:
    """The words that may open the adverbial before a subject."""
    return words("undertakings", "prepositions")


@cache
def links() -> WordTable[bool]:
    """The words after which a new clause may begin."""
    return words("speech", "links")


@cache
def afterthoughts() -> WordTable[bool]:
    """The words that open a comment on the clause before."""
    return words("undertakings", "afterthoughts")


@cache
def past() -> WordTable[bool]:
    """The words that tell what has been done or is so now."""
    return words("undertakings", "past")


@cache
def needs() -> WordTable[bool]:
    """The words after "cần" of what somebody is in need of."""
    return words("undertakings", "needs")


@cache
def formerly() -> WordTable[bool]:
    """The words that put a clause into times gone by."""
    return words("undertakings", "formerly")


@cache
def hardship() -> WordTable[bool]:
    """The verbs after "phải" of what somebody puts up with."""
    return words("undertakings", "hardship")


@cache
def states() -> WordTable[bool]:
    """The verbs of what is, and not of what is done."""
    return words("undertakings", "states")


@cache
def given() -> WordTable[bool]:
    """The words that make what stands before the comma a condition."""
    return words("undertakings", "given")


def begins_action(norms: Sequence[str], token: int, last: int) -> bool:
    """Whether the clause from `token` on begins with a verb of doing something, and so names no actor of its own."""
    return token < last and any(words("actions", section).at(norms, token) for section in ("adverbs", "verbs"))


def acts(norms: Sequence[str], token: int, length: int) -> bool:
    """Whether a verb or an adverb of `length` tokens or more begins here ("chủ động", which is no "chủ")."""
    tables = [words("actions", section) for section in ("adverbs", "verbs")]
    return any(found[0] >= length for table in tables if (found := table.at(norms, token)))


def goes_on_ordering(norms: Sequence[str], token: int, last: int) -> bool:
    """Whether a sentence that begins at `token` without a subject goes on with the orders of the one before."""
    return token < last and any(words("actions", section).at(norms, token) for section in ("openers", "verbs"))


@cache
def documents() -> WordTable[bool]:
    """The documents and assemblies that give orders without anybody's name."""
    return words("undertakings", "documents")


@cache
def dispatching() -> WordTable[bool]:
    """The verbs with which somebody sends out a document that tells others to do something."""
    return words("undertakings", "dispatching")


@cache
def recipients() -> WordTable[bool]:
    """The words before whoever a document is sent to."""
    return words("undertakings", "recipients")


@cache
def teams() -> WordTable[bool]:
    """The words that names of teams begin with."""
    return words("undertakings", "involuntary", "teams")


@cache
def matches() -> WordTable[bool]:
    """The verbs for what a team is drawn or scheduled to play."""
    return words("undertakings", "involuntary", "matches")


@cache
def topics() -> WordTable[bool]:
    """The words that open a sentence before whoever it is about."""
    return words("undertakings", "topics")


@cache
def qualifiers() -> WordTable[bool]:
    """The words after a group that tell which one it is, and are no verb of it."""
    return words("undertakings", "qualifiers")


@cache
def receivers() -> WordTable[bool]:
    """The groups that are offered what they "will" do."""
    return words("undertakings", "receivers")


def suffers(norms: Sequence[str], token: int) -> bool:
    """Whether the verb after "sẽ", from `token` on, tells what happens to its subject and not what he does."""
    if norms[token : token + 1] == ["phải"]:  # "sẽ phải thanh toán": he will, like it or not
        borne = any(table.at(norms, token + 1) for table in (hardship(), matches()) if token + 1 < len(norms))
        return borne or not begins_action(norms, token + 1, len(norms))
    if token < len(norms) and involuntary().at(norms, token):
        return True
    made = words("undertakings", "involuntary", "made")
    noun = token + 1 + (norms[token + 1 : token + 2] in (["các"], ["những"], ["một"]))
    return norms[token : token + 1] == ["có"] and not (noun < len(norms) and made.at(norms, noun))


@cache
def elliptical() -> WordTable[bool]:
    """The words after which a verb may stand without its subject."""
    return words("undertakings", "elliptical")
