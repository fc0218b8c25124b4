"""Names of people: runs of capital syllables that a family name, a title, a rank or a post tells to be a person's."""

from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.called_names import called_names
from camket.graph.extraction.entities.foreign_names import after_employer, is_foreign_name, names_thing
from camket.graph.extraction.entities.given_names import given_names, other_spelling
from camket.graph.extraction.entities.name_runs import is_initials
from camket.graph.extraction.entities.name_signs import NameSigns, person_nouns, things
from camket.graph.extraction.entities.people import add_people
from camket.graph.extraction.entities.street_lists import listed_streets
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import (
    is_capital,
    is_vietnamese,
    plain,
    surnames,
    weak_surnames,
)

_MIDDLES = {"thị", "văn"}


@dataclass(slots=True)
class NameRun:
    """Capital syllables, tokens `first` to `last` (exclusive), that are a person's name."""

    first: int
    last: int


@cache
def _word_surnames() -> frozenset[str]:
    """Family names of Chinese that are common words too."""
    return frozenset(lexicon("people")["chinese_words"].split())


@cache
def _pupils() -> WordTable[str]:
    return plain(lexicon("people")["pupils"])


@Language.component("camket_names")
def names(doc: Doc) -> Doc:
    """Adds a mark for every name of a person, full or short, and an entity for every person."""
    reading: Reading = doc._.reading
    add_people(reading, _Scan(reading).run())
    return doc


class _Scan(NameSigns):
    """One article's search for names."""

    def run(self) -> list[NameRun]:
        runs = [self._once(*run) for run in self.runs()]
        streets = listed_streets(self.reading, runs)
        runs = [run for run in runs if run[0] not in streets]
        found: list[NameRun] = []
        open_runs: list[tuple[int, int]] = []
        for first, last in runs:
            name = self._accept(first, last)
            if name:
                found.append(name)
            else:
                open_runs.append((first, last))
        known = {tuple(self.norms[n.first : n.last]) for n in found if n.last - n.first > 1}
        people = {name.first: name.last for name in found}
        called = called_names(self.reading, open_runs, people, person_nouns())
        found += [NameRun(*run) for run in called if not self.is_thing_or_credit(run[0])]
        taken_up = set(called)
        open_runs = [run for run in open_runs if run not in taken_up]
        for name in found:  # a sentence may begin right after a name, its mark missing: "... Nguyễn Nam Khánh Lần"
            if name.last - name.first > 3 and tuple(self.norms[name.first : name.last - 1]) in known:
                name.last -= 1
            name.last = self._parted(name, known)
        families = {n[-1] for n in known if not is_vietnamese(n[-1])}
        ends = {n.last for n in found}
        for first, last in open_runs:
            again = self._again(first, last, known, families, ends)
            if again:
                found.append(again)
                ends.add(again.last)
        taken = {n.first for n in found}
        singles = [f for f, last in open_runs if last == f + 1 and f not in taken and not self.is_thing_or_credit(f)]
        found += [NameRun(at, at + 1) for at in given_names(self.reading, known, singles)]
        return sorted(found, key=lambda n: n.first)

    def _once(self, first: int, last: int) -> tuple[int, int]:
        """The run without the foreign name that it says a second time, where the next caption begins."""
        middle = (first + last) // 2
        said = self.norms[first:middle]
        twice = said == self.norms[middle:last] and not all(is_vietnamese(n) for n in said)
        return (first, middle) if twice else (first, last)

    def _parted(self, name: NameRun, known: set[tuple[str, ...]]) -> int:
        """Where a name ends that another, or a Vietnamese word after a foreign name, follows without a mark.

        known: the names read; only one that stands alone elsewhere is parted from what follows it.
        """
        for end in range(name.last - 2, name.first + 1, -1):
            rest = tuple(self.norms[end : name.last])
            if tuple(self.norms[name.first : end]) in known:
                strange = not is_vietnamese(self.norms[end - 1]) and all(is_vietnamese(n) for n in rest)
                if strange or rest in known:
                    return end
        return name.last

    def _accept(self, first: int, last: int) -> NameRun | None:
        if self.is_thing_or_credit(first):
            return self._head_of_company(first, last)
        if last - first == 1 and self.opens(first):
            return None
        if self._called_so(first, last):
            return NameRun(first, last)
        schooled = bool(first) and bool(_pupils().ending(self.norms, first - 1)) and self.norms[first] not in surnames()
        if schooled and last - first < 3:
            return None
        if self.titled(first) and not schooled and (last - first > 1 or self.called(first)):
            return NameRun(first, last)
        surname = self.norms[first].split(".")[-1]
        if is_initials(self.words[first]) and not is_vietnamese(surname) and not names_thing([surname], 0, 1):
            return NameRun(first, last)
        anchored = self.anchored(first)
        start = self._family_name(first, last, anchored)
        if start is not None:
            return NameRun(start, last)
        return self._foreign(first, last, anchored)

    def _foreign(self, first: int, last: int, anchored: bool) -> NameRun | None:
        """A foreign name, which its first name, a post before it or words of apposition after it tell."""
        if is_foreign_name(self.norms, first, last) and not self.is_work(first, last):
            return NameRun(first, last)
        start = after_employer(self.norms, first, last)
        if start is not None:
            return NameRun(start, last)
        foreign = any(not is_vietnamese(n) for n in self.norms[first:last])
        if names_thing(self.norms, first, last):
            return None
        if anchored and self.role_names(first) and (foreign or last - first != 2 or not self.of_place(first)):
            return NameRun(first, last)
        if last - first == 1 or not foreign or self.is_employer(first, last):
            return None
        return NameRun(first, last) if anchored or self.told_after(first, last) or self.told_before(first) else None

    def _family_name(self, first: int, last: int, anchored: bool) -> int | None:
        """Where a Vietnamese full name begins in the run, if it holds one."""
        for at in range(first, last - 1):
            size = last - at
            sure = at == first and anchored
            chinese = sure and self.norms[at] in _word_surnames()
            if not (self.norms[at] in surnames() or chinese) or not is_capital(self.words[at]):
                continue
            weak = self.norms[at] in weak_surnames()
            if size == 2 and (not sure or self.firm_in_apposition(first)):
                continue
            if weak and not sure and (at in self.starts or at > first) and self.norms[at + 1] not in _MIDDLES:
                continue
            if size <= 5:
                return at
        return None

    def _head_of_company(self, first: int, last: int) -> NameRun | None:
        """Who heads the company that the run begins with: "Chủ tịch Tập đoàn Lam Sa | Trương Mộng Kha"."""
        size = things().ending(self.norms, first - 1) if first else 0
        owner, people = " ".join(self.norms[first - size : first]), lexicon("people")
        if not (owner in people["owners"] or owner in people["schools"]) or not self.anchored(first):
            return None
        begin = first if owner in people["owners"] else first + 1  # the school bears a name itself
        start = self._family_name(begin, last, anchored=False)
        return NameRun(start, last) if start is not None and last - start > 2 else None

    def _called_so(self, first: int, last: int) -> bool:
        """ "một chuyên gia tên là Des Hill": a foreign name, told to be one."""
        told = self.norms[max(0, first - 2) : first] == ["tên", "là"] and last - first > 1
        return told and not any(is_vietnamese(n) for n in self.norms[first + 1 : last])

    def _again(
        self, first: int, last: int, known: set[tuple[str, ...]], families: set[str], ends: set[int]
    ) -> NameRun | None:
        """A run that was named surely elsewhere, or that bears the family name of a foreigner who was."""
        if self.is_thing_or_credit(first) or names_thing(self.norms, first, last):
            return None
        if first - 1 in ends and other_spelling(self.reading, first, last):
            return NameRun(first, last)
        if last - first == 2 and tuple(self.norms[first:last]) in {name[-2:] for name in known if len(name) > 2}:
            return NameRun(first, last)  # "Công Vinh" of "Lê Công Vinh"
        for start in range(first, last - 1):
            for end in range(last, start + 1, -1):
                if tuple(self.norms[start:end]) in known:
                    return NameRun(start, end)
        foreign = all(not is_vietnamese(n) for n in self.norms[first:last])
        if last - first > 1 and foreign and first > 1 and self.norms[first - 1] == "và" and first - 1 in ends:
            return NameRun(first, last)
        if last - first == 1 and self.norms[first] in families and self.words[first - 1] != "(":
            return NameRun(first, last)
        if last - first == 2 and self.norms[last - 1] in families and not is_vietnamese(self.norms[first]):
            return NameRun(first, last)
        return None
