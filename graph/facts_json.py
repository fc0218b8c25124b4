"""An article's facts as JSON, for the records of a store, and back. Fields at their default value are left out."""

import dataclasses
import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from camket.graph.facts import ArticleFacts, Span

Turn = Callable[[Any], Any]


def dump(facts: ArticleFacts) -> str:
    """The facts as one line of JSON; equal facts give equal lines."""
    return json.dumps(_plain(facts), ensure_ascii=False, separators=(",", ":"))


def load(line: str) -> ArticleFacts:
    """What `dump` wrote."""
    facts: ArticleFacts = _reader(ArticleFacts)(json.loads(line))
    return facts


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Turn:
    """What turns a value of type `kind` into what JSON can hold."""
    if kind is Decimal:
        return str
    if kind is tuple:
        return lambda value: [_plain(item) for item in value]
    if dataclasses.is_dataclass(kind):
        fields = tuple((field.name, field.default) for field in dataclasses.fields(kind))
        return lambda value: {
            name: _plain(item)
            for name, default in fields
            if (item := getattr(value, name)) is not default and item != default
        }
    return lambda value: value


@cache
def _reader(kind: Any) -> Turn:
    """What turns parsed JSON into a value of type `kind`."""
    if kind is Span:
        return lambda value: Span(*value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    arguments = [argument for argument in get_args(kind) if argument not in (NoneType, Ellipsis)]
    if get_origin(kind) is tuple:
        item = _reader(arguments[0])
        return lambda value: tuple([item(entry) for entry in value])
    if arguments:  # `X | None`, and None is at its default value and left out
        return _reader(arguments[0])
    if kind in (str, int, bool):
        return lambda value: value
    plain: Turn = kind  # Decimal and the enumerations are called with the text that stands for them
    return plain


def _record_reader(kind: type) -> Turn:
    types: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(kind)}
    readers = {name: _reader(of) for name, of in types.items()}
    return lambda value: kind(**{name: readers[name](item) for name, item in value.items()})
