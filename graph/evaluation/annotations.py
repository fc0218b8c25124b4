"""The annotator's accounts: a folder with one JSON file per article, as `docs/annotation.md` describes them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from camket.graph.errors import UsageError
from camket.graph.evaluation.account import Account, Amount, Body, Extent, Gathering, Owed, Person, Post, Saying
from camket.graph.evaluation.likeness import folded


def read_annotations(folder: Path, texts: Mapping[str, str]) -> dict[str, Account]:
    """The accounts of the articles in `texts` (article id to stored text), by article id.

    Raises UsageError where the folder is none, a file is no annotation, or nothing in it belongs to an article.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: give the one with the annotations, a JSON file per article")
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            item = json.loads(path.read_text(encoding="utf-8"))
            if item["id"] in texts:
                found[item["id"]] = _account(item, texts[item["id"]])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path} is no annotation ({type(error).__name__}: {error}): see docs/annotation.md"
            ) from None
    if not found:
        raise UsageError(f"{folder} has no annotation of any of the {len(texts)} articles: compare the ids")
    return found


def _account(item: dict[str, Any], text: str) -> Account:
    account = Account()
    for person in item["people"]:
        account.people.append(Person((person["name"], *person.get("aliases", ())), person.get("rank")))
        for key, former in (("posts", False), ("former_posts", True)):
            account.posts += [Post(person["name"], (post,), former) for post in person.get(key, ())]
    account.bodies = [Body((b["name"], *b.get("aliases", ())), _several(b.get("within"))) for b in item["bodies"]]
    account.events = [
        Gathering(e.get("kind"), e.get("date"), e.get("place"), tuple(e.get("participants", ())))
        for e in item["events"]
    ]
    account.statements = [Saying(s["speaker"], extent_of(s["quote"], text)) for s in item["statements"]]
    for owed in item["commitments"]:
        extent = extent_of(owed["quote"], text)
        actors, stated_by = _several(owed.get("by")), _several(owed.get("stated_by"))
        account.commitments.append(Owed(owed["kind"], actors, stated_by, owed.get("due"), extent))
        account.measures += [_amount(target, (), extent) for target in owed.get("targets", ())]
    account.observations = [_amount(one, _several(one.get("of")), None) for one in item.get("observations", ())]
    return account


def _several(value: str | list[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def extent_of(quote: str, text: str) -> Extent:
    """Where a quote first stands in a text; (0, 0) where it does not."""
    start = text.find(quote)
    return (start, start + len(quote)) if start >= 0 else (0, 0)


def _amount(item: dict[str, Any], of: tuple[str, ...], extent: Extent | None) -> Amount:
    return Amount(
        indicator=item.get("indicator") or "",
        operator=item.get("op") or "=",
        value=_number(item.get("value")),
        upper=_number(item.get("upper")),
        unit=folded(item.get("unit")),
        change=item.get("change"),
        period=item.get("period"),
        of=of,
        extent=extent,
    )


def _number(value: str | float | None) -> float | None:
    return None if value in (None, "") else float(value)
