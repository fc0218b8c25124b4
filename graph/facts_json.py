"""An article's facts as JSON, for the records of a store, and back. Fields at their default value are left out."""

import dataclasses
import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from camket.graph.facts import ArticleFacts, Span

Reader = Callable[[Any], Any]


def dump(facts: ArticleFacts) -> str:
    """The facts as one line of JSON; equal facts give equal lines."""
    return json.dumps(_plain(facts), ensure_ascii=False, separators=(",", ":"))


def load(line: str) -> ArticleFacts:
    """What `dump` wrote."""
    facts: ArticleFacts = _reader(ArticleFacts)(json.loads(line))
    return facts


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        kind: Any = type(value)
        return {
            name: _plain(item)
            for name, default in _fields(kind)
            if (item := getattr(value, name)) is not default and item != default
        }
    return value


@cache
def _fields(record: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a record, each with its default value."""
    return tuple((field.name, field.default) for field in dataclasses.fields(record))


@cache
def _reader(kind: Any) -> Reader:
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
    plain: Reader = kind  # Decimal and the enumerations are called with the text that stands for them
    return plain


def _record_reader(kind: type) -> Reader:
    types: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(kind)}
    readers = {name: _reader(of) for name, of in types.items()}
    return lambda value: kind(**{name: readers[name](item) for name, item in value.items()})
