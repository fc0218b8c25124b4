"""Everybody and everything a fact names is named in its words: what they only take up has a context span by name."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from camket.graph.extraction.reading import Reading
from camket.graph.facts import Fact, Span

F = TypeVar("F", bound=Fact)


class Grounding:
    """Where an article's entities stand by name; those that never do ("người dân"), where they stand at all."""

    def __init__(self, reading: Reading) -> None:
        by_name: dict[str, list[Span]] = defaultdict(list)
        for phrase in reading.phrases:
            if phrase.form == "name":
                by_name[phrase.entity].append(phrase.name)
        for mark in reading.marks.values():
            if mark.form == "name":
                by_name[mark.entity].append(reading.span(mark.first, mark.last))
        self._places = {
            key: sorted(set(by_name.get(key) or entity.mentions)) for key, entity in reading.entities.items()
        }

    def grounded(self, fact: F, keys: list[str]) -> F:
        """The fact with a context span more for each of the entities `keys` that its spans do not name."""
        context = list(fact.context)
        for key in keys:
            spans = (fact.evidence, *context)
            places = self._places[key]
            if places and not any(_first_in(places, span) for span in spans):
                before = bisect_right(places, fact.evidence)
                context.append(places[max(0, before - 1)])
        return fact if len(context) == len(fact.context) else replace(fact, context=tuple(context))


def _first_in(places: list[Span], span: Span) -> bool:
    """Whether one of `places` lies in `span`."""
    at = bisect_right(places, span.start - 1, key=lambda place: place.start)
    return at < len(places) and places[at].end <= span.end
