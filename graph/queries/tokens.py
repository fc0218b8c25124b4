"""The bare words of a query, outside strings, IRIs, comments and variables: where its keywords are."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_LOCAL: Final = r"""(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])"""
_TOKENS: Final = re.compile(
    rf'''
      (?P<comment> \#[^\n\r]* )
    | (?P<string> """(?:[^"\\]|\\.|"{{1,2}}(?!"))*""" | \'\'\'(?:[^'\\]|\\.|'{{1,2}}(?!'))*\'\'\'
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri> <[^<>"{{}}|^`\\\x00-\x20]*> )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<number> (?:\d+\.?\d*|\.\d+)(?:[eE][+\-]?\d+)? )
    | (?P<name> (?P<prefix>(?:[^\W\d](?:[\w.\-]*[\w\-])?)?):(?:{_LOCAL}(?:(?:{_LOCAL}|\.)*{_LOCAL})?)? )
    | (?P<word> [^\W\d]\w* )
    ''',
    re.VERBOSE | re.DOTALL,
)

_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Word(NamedTuple):
    """A bare word, or the prefix of a name: keywords need no space after them, so that a prefix may hold one."""

    text: str
    is_prefix: bool


def words(sparql: str) -> Iterator[Word]:
    """The bare words and the prefixes of a query, in every way that it can be read."""
    for text in (sparql, _unescaped(sparql)):
        yield from _words(text)


def _words(text: str) -> Iterator[Word]:
    """Those of a query as it stands.

    `<` may begin an IRI or be a comparison; what follows is then read in both ways, where it makes a difference.
    """
    begin, seen = [0], set()
    while begin:
        position = begin.pop()
        while position < len(text) and position not in seen:
            seen.add(position)
            found = _TOKENS.match(text, position)
            if found is None:
                position += 1
                continue
            if found["iri"] and _may_be_a_comparison(found["iri"]):
                begin.append(position + 1)
            if found["word"] or found["prefix"]:
                yield Word(found["word"] or found["prefix"], found["word"] is None)
            position = found.end()


def _may_be_a_comparison(iri: str) -> bool:
    """Whether `<...>` could also be `<` and an operand, and what follows hidden in a comment or a string."""
    operand = re.split("[#']", iri, maxsplit=1)
    return len(operand) == 2 and "//" not in operand[0]


def _unescaped(sparql: str) -> str:
    """Code point escapes (SPARQL 1.1, 19.2) stand for their characters before anything else is read."""
    return _ESCAPE.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), sparql)
