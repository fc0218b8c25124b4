"""Every span against the text it was cut from: `text[start:end] == exact`, counted in code points."""

import re
from collections.abc import Iterator

from camket.graph.check.report import CheckReport, Failure
from camket.graph.store import Dataset
from camket.graph.views.rows import Row, select

_TEXT = "SELECT ?text WHERE {{ GRAPH <{article}> {{ <{article}> schema:articleBody ?text }} }}"
_SPANS = """SELECT ?span ?source ?start ?end ?exact WHERE {{ GRAPH <{article}> {{
  ?span a oa:SpecificResource .
  OPTIONAL {{ ?span oa:hasSource ?source }}
  OPTIONAL {{ ?span oa:hasSelector ?selector . ?selector oa:start ?start ; oa:end ?end ; oa:exact ?exact }} }} }}"""
_MENTIONS = "SELECT DISTINCT ?span WHERE {{ GRAPH <{article}> {{ ?thing ck:mention ?span }} }}"
_FRAGMENT = re.compile(r"(.+)#char=(\d+),(\d+)\Z")


def check_spans(dataset: Dataset, article: str, report: CheckReport) -> None:
    """Checks the spans and mentions of one article's graph, and adds counts and failures to `report`."""
    texts = select(dataset, _TEXT.format(article=article))
    text = texts[0]["text"] if texts else None
    report.articles_without_text += text is None
    for row in sorted(select(dataset, _SPANS.format(article=article)), key=lambda row: row["span"]):
        report.spans += 1
        report.unverifiable += text is None
        report.failures += (Failure("span", row["span"], what) for what in _span_failures(row, article, text))
    for row in sorted(select(dataset, _MENTIONS.format(article=article)), key=lambda row: row["span"]):
        report.mentions += 1
        report.failures += (Failure("span", row["span"], what) for what in _place_failures(row["span"], article, text))


def _span_failures(row: Row, article: str, text: str | None) -> Iterator[str]:
    if not {"source", "start", "end", "exact"} <= row.keys():
        yield "the span has no source, or no selector with start, end and exact words"
        return
    start, end, exact = int(row["start"]), int(row["end"]), row["exact"]
    if row["source"] != article:
        yield f"the span belongs to {row['source']}, not to the article whose graph it stands in"
    if row["span"] != f"{article}#char={start},{end}":
        yield f"the span's name does not agree with its offsets {start},{end}"
    if text is None:
        if end - start != len(exact):
            yield f"{end - start} characters are pointed at, but {len(exact)} are quoted"
    elif not 0 <= start < end <= len(text):
        yield f"no such characters: the text has {len(text)}"
    elif text[start:end] != exact:
        yield f"the text says {text[start:end]!r} there, not {exact!r}"


def _place_failures(span: str, article: str, text: str | None) -> Iterator[str]:
    found = _FRAGMENT.match(span)
    if not found or found[1] != article:
        yield "a mention that points to no characters of its article"
    elif text is not None and not 0 <= int(found[2]) < int(found[3]) <= len(text):
        yield f"a mention of characters that are not there: the text has {len(text)}"
