"""The predicates that tell what became of something: "đã hoàn thành", "mới bàn giao 35,7 km", "vẫn chưa khởi công"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.facts import Outcome

MAX_BEFORE = 5
"""Tokens from a verb to the "xong" behind it, at most."""
MAX_BETWEEN = 2
"""Tokens of an object between a verb and "xong" ("lắp ray xong")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """Tokens `first` to `last` (exclusive) that tell what became of something, `verb` the first of the verb.

    passive: what was done is the subject. complete: it needs no object ("lỡ hẹn", "đã trôi qua").
    dated: counts only with its day, or where compared with what had been promised; everyday: only so compared.
    counted: counts only with a part or a share behind it. deadline: of a deadline alone. untensed: without "đã", which
    counts only with the day gone by on which it was done. exists: nobody does it, there are so many ("mới có ...").
    whole: of all of a number, "cả 148 trạm | đều có bác sĩ".
    """

    outcome: Outcome
    first: int
    verb: int
    last: int
    passive: bool = False
    complete: bool = False
    dated: bool = False
    everyday: bool = False
    counted: bool = False
    deadline: bool = False
    untensed: bool = False
    exists: bool = False
    whole: bool = False


def predicate_at(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """The predicate that begins at `token`, or None. names: the token past each name, by the one it begins at."""
    if (found := _table("failed").at(norms, token)) is not None:
        return Predicate(Outcome.NOT_DONE, token, token, token + found[0], complete=True)
    for read in (_undone, _partly, _done, _got):
        predicate = read(norms, token, names)
        if predicate is not None:
            return predicate
    return _ended(norms, token)


def candidates_in(norms: Sequence[str]) -> Iterator[int]:
    """The tokens at which a predicate may begin, in text order: quick, and no more than a first look."""
    firsts, ended = _firsts(), _table("ended").firsts
    near = frozenset(at - back for at, word in enumerate(norms) if word in ended for back in range(1, MAX_BEFORE + 1))
    got = _before_got(norms)
    for token, word in enumerate(norms):
        if token in near or (word in firsts and _may(norms, token)) or (token in got and _until_got(norms, token)):
            yield token


def _before_got(norms: Sequence[str]) -> frozenset[int]:
    """The tokens a verb may begin at that has "được" and a number behind it."""
    longest = words("actions", "verbs").longest
    ends = [at for at, word in enumerate(norms[:-1]) if word == "được" and norms[at + 1][:1].isdigit()]
    return frozenset(at - back for at in ends for back in range(1, longest + 1))


def _may(norms: Sequence[str], token: int) -> bool:
    """Whether a predicate begins here, or one in the passive whose actor stands before its verb."""
    return predicate_at(norms, token, {}) is not None or "được" in norms[token + 1 : token + MAX_BEFORE]


def _done(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """ "đã hoàn thành", "đã được bàn giao", "đã lỡ hẹn", "đã trôi qua"."""
    found = _table("perfect").at(norms, token)
    if found is None:
        return None
    after = token + found[0]
    verb, passive, nearly = verb_from(norms, after, names)
    if (failed := _at("failed", norms, verb)) and not passive:
        return Predicate(Outcome.NOT_DONE, token, verb, verb + failed, complete=True)
    if gone := _at("failed", norms, verb, "passed"):
        return Predicate(Outcome.NOT_DONE, token, verb, verb + gone, complete=True, deadline=True)
    outcome = Outcome.PARTLY if nearly else Outcome.DONE
    if done := _at("finished", norms, verb):
        return Predicate(outcome, token, verb, verb + done, passive)
    if ended := _until_ended(norms, verb):
        return Predicate(outcome, token, verb, ended, passive)
    return _deed(outcome, norms, token, verb, passive=passive)


def _undone(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """ "chưa khởi công", "vẫn chưa được bàn giao", "không đạt mục tiêu"."""
    found = _table("undone").at(norms, token)
    if found is None:
        never = _at("undone", norms, token + 1, "never") if norms[token] == "không" else 0
        return Predicate(Outcome.NOT_DONE, token, token + 1, token + 1 + never, complete=True) if never else None
    after = token + found[0]
    verb, passive, _ = verb_from(norms, after, names)
    if reach := _at("undone", norms, verb, "reach"):
        return Predicate(Outcome.NOT_DONE, token, verb, verb + reach, passive, complete=True)
    if done := _at("finished", norms, verb):
        return Predicate(Outcome.NOT_DONE, token, verb, verb + done, passive)
    if ended := _until_ended(norms, verb):
        return Predicate(Outcome.NOT_DONE, token, verb, ended, passive)
    return _deed(Outcome.NOT_DONE, norms, token, verb, passive=passive)


def _deed(outcome: Outcome, norms: Sequence[str], token: int, verb: int, *, passive: bool) -> Predicate | None:
    """A verb of doing that by itself tells of nothing undertaken."""
    deed, common = _at("deeds", norms, verb), _at("deeds", norms, verb, "everyday")
    if not deed and not common:
        return None
    last = verb + max(deed, common)
    if _at("undone", norms, token, "in_time"):
        return Predicate(outcome, token, verb, last, passive, complete=True)
    dated = not (outcome is Outcome.NOT_DONE and norms[token] == "vẫn")
    return Predicate(outcome, token, verb, last, passive, dated=dated, everyday=common > deed)


def deed_at(norms: Sequence[str], verb: int) -> int:
    """The length of the verb at a token that tells of something finished or done; 0 for none."""
    tables = (("finished", "words"), ("deeds", "words"), ("deeds", "everyday"))
    return max(_at(table, norms, verb, key) for table, key in tables)


def _partly(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """ "mới bàn giao", "chỉ đạt": in part, where a part or a share of it follows."""
    found = _table("partly").at(norms, token)
    if found is None:
        return None
    verb, passive, _ = verb_from(norms, token + found[0], names)
    for table, key in (("partly", "reached"), ("finished", "words"), ("deeds", "words"), ("deeds", "everyday")):
        if length := _at(table, norms, verb, key):
            last = verb + length
            last += norms[last : last + 1] == ["thêm"]
            last += norms[last : last + 1] in (["xong"], ["được"], ["hết"])
            return Predicate(Outcome.PARTLY, token, verb, last, passive, counted=True)
    if got := _until_got(norms, verb):
        return Predicate(Outcome.PARTLY, token, verb, got, passive, counted=True)
    if norms[token] == "mới" and verb < len(norms) and norms[verb][:1].isdigit() and not passive:
        return Predicate(Outcome.PARTLY, token, verb, verb, counted=True, exists=True)  # "mới | 131 trong số 214 hộ"
    if there := _at("partly", norms, verb, "exist"):
        return Predicate(Outcome.PARTLY, token, verb, verb + there, counted=True, exists=True)
    return None


def _got(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """ "giao được | 240 trong số 420 lô": as a part only, where it is told with its whole."""
    last = _until_got(norms, token)
    return Predicate(Outcome.PARTLY, token, token, last, counted=True) if last else None


def _until_got(norms: Sequence[str], verb: int) -> int:
    """The token past "được" behind the verb of doing at `verb` and before a number; 0 where it is none such."""
    acts = words("actions", "verbs").at(norms, verb) if verb < len(norms) else None
    last = verb + acts[0] if acts else verb
    counted = acts and last + 1 < len(norms) and norms[last] == "được" and norms[last + 1][:1].isdigit()
    return last + 1 if counted else 0


def _ended(norms: Sequence[str], token: int) -> Predicate | None:
    """ "xóa xong": a verb of doing of which nothing is left to do, without "đã"."""
    last = _until_ended(norms, token)
    return Predicate(Outcome.DONE, token, token, last) if last else None


def _until_ended(norms: Sequence[str], verb: int) -> int:
    """The token past "xong" behind the verb of doing at `verb`; 0 where it does not follow it."""
    acts = words("actions", "verbs").at(norms, verb) if verb < len(norms) else None
    for token in range(verb + acts[0], verb + acts[0] + MAX_BETWEEN + 1) if acts else ():
        if token < len(norms) and (found := _table("ended").at(norms, token)):
            return token + found[0]
        if token >= len(norms) or _table("between", "no_object").at(norms, token):
            break
        if words("actions", "verbs").at(norms, token):
            break  # "hẹn | di dời xong"
    return 0


def verb_from(norms: Sequence[str], token: int, names: Mapping[int, int]) -> tuple[int, bool, bool]:
    """Where the verb begins after adverbs, whether "được" makes it passive, and whether it was not quite done."""
    passive = nearly = False
    while token < len(norms):
        if norms[token] == "được":
            passive, token = True, names.get(token + 1, token + 1)  # "đã được | Bộ X | thẩm định"
        elif found := _table("between").at(norms, token):
            token += found[0]
        elif found := _table("between", "nearly").at(norms, token):
            nearly, token = True, token + found[0]
        else:
            break
    return token, passive, nearly


def _at(table: str, norms: Sequence[str], token: int, key: str = "words") -> int:
    """The length of the longest entry of a table that begins at `token`, 0 for none."""
    found = _table(table, key).at(norms, token) if token < len(norms) else None
    return found[0] if found else 0


@cache
def _table(section: str, key: str = "words") -> WordTable[bool]:
    return words("assessments", section, key)


@cache
def _firsts() -> frozenset[str]:
    tables = [_table(name) for name in ("failed", "undone", "partly", "perfect")]
    return frozenset({"không"}).union(*(table.firsts for table in tables))
