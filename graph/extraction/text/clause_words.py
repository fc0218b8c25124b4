"""Words that tell when a clause is set, and what binds nobody, as `ontology/lexicon/undertakings.toml` lists them."""

from functools import cache

from camket.graph.extraction.text.cues import WordTable, words


@cache
def connectives() -> WordTable[bool]:
    """What may open a clause before its subject: how it goes on from what was said before."""
    return words("undertakings", "connectives")


@cache
def times() -> WordTable[bool]:
    """The words for a time without a date that may open a clause before its subject."""
    return words("undertakings", "times")


@cache
def foreseen() -> WordTable[bool]:
    """The words that open a clause and make what somebody "sẽ" do a goal."""
    return words("undertakings", "foreseen")


@cache
def until_now() -> WordTable[bool]:
    """The words that open a clause on what has come of it so far."""
    return words("undertakings", "until_now")


@cache
def years_ago() -> WordTable[bool]:
    """The words that put a clause into a year gone by."""
    return words("undertakings", "years_ago")


@cache
def uses_of() -> WordTable[bool]:
    """The verbs after "sẽ được" of what a thing is good for or comes to, and nobody undertakes."""
    return words("undertakings", "uses_of")


@cache
def things_given() -> WordTable[bool]:
    """What follows him to whom a thing is handed over ("giao cho X | ba tàu")."""
    return words("undertakings", "things_given")


@cache
def changes() -> WordTable[bool]:
    """The verbs of what grows or shrinks by itself."""
    return words("undertakings", "changes")
