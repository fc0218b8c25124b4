"""A named query: SPARQL in a file of its own, with a title, a description and typed parameters in its header.

The header is comments, so that the file is SPARQL as it stands and opens in any editor:

    # vi: Ai cam kết gì ...                    the question, in Vietnamese
    # en: What somebody committed to ...       and in English
    # about: Pledges and goals that carry ...  what the answer holds
    # param by: name -- who is to do it        a parameter without a default has to be given
    # param above: number = 0 -- only ...

A parameter is written `$by` in the query. What `*` stands for by default leaves the variable free: anything matches.
"""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

import pyoxigraph

from camket.graph import edtf
from camket.graph.errors import UsageError
from camket.ontology.namespaces import BASE

ANY = "*"
FindNames = Callable[[str], Sequence[str]]

_PARAMETER = re.compile(r"# param (\w+): (\w+)(?: = (.+?))? -- (.+)\Z")
_FIELD = re.compile(r"# (vi|en|about): (.+)\Z")
_FORBIDDEN_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_SELECT = re.compile(r"\bSELECT\b[^{]*WHERE \{")
_LOCAL = re.compile(r"(?:article|person|body|place|post|concept)/")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class ParameterType(StrEnum):
    """What a parameter takes, and how it enters the query."""

    NAME = "name"  # of a person, body, place, group or post (or an IRI): every thing that bears it
    IRI = "iri"
    STRING = "string"
    NUMBER = "number"  # a decimal
    PERIOD = "period"  # an EDTF date or interval: `$during_from` and `$during_by` are its first and last day


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `default` is None where a value has to be given, `*` where anything matches without one."""

    name: str
    type: ParameterType
    default: str | None
    about: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that is known by name; `sparql` is the file as it stands."""

    name: str
    title: str
    title_vi: str
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def render(self, values: Mapping[str, str], find: FindNames | None = None, base: str = BASE) -> str:
        """The query with its parameters filled in, ready to run.

        values: parameter name -> value as a person writes it. find: name -> IRIs of what bears it, for parameters
        of type `name`; without it only IRIs are taken. base: what IRIs may be written without. Raises UsageError for
        a parameter that is unknown, missing or of the wrong type, and whatever `find` raises.
        """
        self._check_names(values)
        text, bound = self.sparql, {}
        for parameter in self.parameters:
            value = values.get(parameter.name, parameter.default)
            if value is None:
                raise UsageError(f"query {self.name} needs --set {parameter.name}=... ({parameter.about})")
            if parameter.type is ParameterType.NUMBER:
                text = _put(text, parameter.name, _number(parameter, value))
            elif parameter.type is ParameterType.PERIOD:
                first, last = _days(parameter, value)
                text = _put(_put(text, f"{parameter.name}_from", first), f"{parameter.name}_by", last)
            elif value != ANY:
                bound[parameter.name] = (
                    f"VALUES ${parameter.name} {{ {' '.join(_terms(parameter, value, find, base))} }}"
                )
        heads = [found.start() for found in _SELECT.finditer(text)]
        return _SELECT.sub(lambda found: _bind(found, bound, outermost=found.start() == heads[0]), text)

    def _check_names(self, values: Mapping[str, str]) -> None:
        known = [parameter.name for parameter in self.parameters]
        for name in values:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}"
                raise UsageError(f"query {self.name} has no parameter {name!r}: {hint}")


def parse(name: str, text: str) -> NamedQuery:
    """The named query that a file holds. Raises ValueError where its header is incomplete or a line not understood."""
    fields: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _FIELD.match(line):
            fields[found[1]] = found[2]
        elif found := _PARAMETER.match(line):
            parameters.append(Parameter(found[1], ParameterType(found[2]), found[3], found[4]))
        else:
            raise ValueError(f"{name}.rq: header line not understood: {line}")
    if missing := {"vi", "en", "about"} - fields.keys():
        raise ValueError(f"{name}.rq: no {', '.join(sorted(missing))} in the header")
    return NamedQuery(name, fields["en"], fields["vi"], fields["about"], tuple(parameters), text)


def is_iri(text: str) -> bool:
    """Whether `text` can stand between `<` and `>` as an absolute IRI."""
    return bool(_SCHEME.match(text)) and not _FORBIDDEN_IN_IRI.search(text)


def _put(text: str, name: str, value: str) -> str:
    return re.sub(rf"\${name}\b", lambda _: value, text)


def _bind(select: re.Match[str], bound: Mapping[str, str], *, outermost: bool) -> str:
    """The head of a SELECT with the values of its parameters: the outermost gets all, an inner one those it gives out.

    Inner ones are evaluated on their own, and would go through everything if the values stood outside only.
    """
    rows = [row for name, row in bound.items() if outermost or re.search(rf"\${name}\b", select[0])]
    return "\n  ".join([select[0], *rows])


def _number(parameter: Parameter, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise UsageError(f"{parameter.name}={value}: no number; write it in full with a decimal point, as 60000000000")
    return f"{number:f}"


def _days(parameter: Parameter, value: str) -> tuple[str, str]:
    if not edtf.is_edtf(value):
        raise UsageError(f"{parameter.name}={value}: no time; write 2024, 2024-06, 2024-06-30 or 2024/2026")
    first, last = edtf.first_day(value), edtf.last_day(value)
    return f'"{first.isoformat()}"^^xsd:date', f'"{last.isoformat()}"^^xsd:date'


def _terms(parameter: Parameter, value: str, find: FindNames | None, base: str) -> list[str]:
    if parameter.type is ParameterType.STRING:
        return [str(pyoxigraph.Literal(value))]
    iri = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    if _LOCAL.match(iri):
        iri = base + iri
    if is_iri(iri):
        return [f"<{iri}>"]
    if parameter.type is ParameterType.IRI or find is None:
        raise UsageError(f"{parameter.name}={value}: no IRI; write one as article/ID#pledge=10,52")
    return [f"<{found}>" for found in find(value)]
