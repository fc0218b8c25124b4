"""Goals told as a noun ("Mục tiêu của X là ..."), as a list after it, or as what a plan says."""

from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.speech.issuers import Issue, assembly_before, issuer_of, issues
from camket.graph.extraction.text.cue_words import begins_action, documents
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.undertakings.addressing import MAX_DOCUMENT, MIN_ACTION, AddressReader
from camket.graph.extraction.undertakings.first_person import body_of
from camket.graph.extraction.undertakings.found import Found, Outcome, Site
from camket.graph.extraction.undertakings.worded import MAX_GROUP
from camket.graph.facts import EntityKind, UndertakingKind

_OWNERS = frozenset({EntityKind.BODY, EntityKind.PLACE})
MAX_HEADING = 12
"""Tokens from the noun to the colon after which its goals are listed."""
MAX_TERM = 20
"""Tokens from the noun for a term to the day it is set for."""


class GoalReader(AddressReader):
    """Reads goals whose owner is not the subject of a verb."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        super().__init__(reading, index)
        self.issues: list[Issue] = issues(reading, index)
        self.setter: Phrase | None = None  # the body or place whose goal was told last

    def body_of(self, person: str) -> str | None:
        """The one body that somebody speaks for by his post."""
        return body_of(self.reading, person)

    def goal_noun(self, outcome: Outcome, site: Site) -> None:
        """ "Mục tiêu của X là ...", "Nghị quyết của X đề ra các chỉ tiêu: ..." : the goal is X's."""
        if site.after + 1 < site.last:
            owner = self._owned_by(site)
            then = self.past_time(self.index.last_token(owner) + 1, site.last) if owner else site.last
            if owner and then < site.last and self.norms[then] in {"là", ":"} and site.last - then > MIN_ACTION:
                cue = (site.first, site.after)
                outcome.found.append(Found(UndertakingKind.GOAL, [owner], cue, site.first, site.last, rule="goal-noun"))
                return
        if self._held(outcome, site):
            return
        if words("undertakings", "goal_nouns", "terms").at(self.norms, site.first):
            self._termed(outcome, site)
        else:
            self._listed(outcome, site)

    def _termed(self, outcome: Outcome, site: Site) -> None:
        """ "Hạn chót để X duyệt báo cáo là hết quý I", says Y: what X, or whom Y speaks for, is to have done then."""
        named = next((i for i in range(site.after, min(site.last, site.after + MAX_TERM)) if self.norms[i] == "là"), 0)
        doer = self.index.begin.get(site.after + 1) if self.norms[site.after] == "để" else None
        verb = self.index.last_token(doer) + 1 if doer else site.after + (self.norms[site.after] == "để")
        others = words("undertakings", "goal_nouns", "of_others").at(self.norms, verb) and doer is None
        acts = self.norms[site.after] == "của" or (not others and begins_action(self.norms, verb, site.last))
        owner = (doer if doer and doer.kind in _OWNERS else None) or site.voice.body
        if not site.voice.framed or not named or owner is None or not acts or not self.to_come(named, site.last):
            return
        end = next((i for i in range(named, site.last) if self.norms[i] == ","), site.last)
        cue = (site.first, site.after)
        found = Found(UndertakingKind.GOAL, [owner], cue, site.first, end, rule="term-set")
        found.frame = (named, end)
        outcome.found.append(found)

    def _held(self, outcome: Outcome, site: Site) -> bool:
        """ "Mục tiêu 95% vẫn giữ nguyên": a goal still holds; of its owner, or of whom the sentence is about."""
        ahead = range(site.after, min(site.last, site.after + MAX_TERM))
        end = next((i for i in ahead if self.norms[i] in {",", ":", "("}), ahead.stop)
        table = words("undertakings", "turns", "holding")
        holds = next(
            (i for i in range(site.after, min(end, site.after + MAX_HEADING)) if table.at(self.norms, i)), None
        )
        span = self.reading.span(site.first, end)
        told = holds is not None and (self.reading.quantities_in(span) or self.reading.dates_in(span))
        keeper = self._keeper(holds, end) if holds is not None else None
        owner = (keeper or self._holder(site)) if told else None
        if owner is not None:
            outcome.found.append(
                Found(UndertakingKind.GOAL, [owner], (site.first, site.after), site.first, end, rule="goal-holds")
            )
        return owner is not None

    def _keeper(self, first: int, last: int) -> Phrase | None:
        """ "... vẫn được | Công ty X | giữ": he who keeps it, where he is named."""
        by = next((i for i in range(first, last) if self.norms[i] == "được"), last)
        return self.index.begin.get(by + 1) if by < last else None

    def _holder(self, site: Site) -> Phrase | None:
        """Whose goal holds: who is named with it, else whoever the speaker speaks for, else who set the last one."""
        named = self._owned_by(site) or self._spoken_of(self.sentence_start(site.first), site.first)
        spoken = site.voice.body
        heard = spoken if spoken and (site.voice.framed or spoken.kind in _OWNERS) else None
        return named or heard or self.setter

    def _spoken_of(self, first: int, last: int) -> Phrase | None:
        """The one body or place that the sentence has begun to speak of."""
        leading = self.leading_subject(first, last)
        who = leading.phrases[0] if leading and len(leading.phrases) == 1 else None
        return who if who is not None and who.kind in _OWNERS else None

    def remember(self, found: Found) -> None:
        """Keep whose goal it is, for goals that are told without naming anybody."""
        if found.kind == UndertakingKind.GOAL and found.actors and found.actors[0].kind in _OWNERS:
            self.setter = found.actors[0]

    def _owned_by(self, site: Site) -> Phrase | None:
        """ "mục tiêu (của) X": whose it is; without "của" only a name, "ngành ..." or "toàn ..."."""
        which = words("undertakings", "goal_nouns", "which").at(self.norms, site.after)
        after = site.after + which[0] if which and self.norms[site.after + which[0]] == "của" else site.after
        named = after + (self.norms[after] == "của")
        owner = self.index.begin.get(named)
        if named == after and self.norms[named] not in {"ngành", "toàn"}:
            return owner if owner is not None and owner.kind in _OWNERS else None
        if owner is not None and owner.kind == EntityKind.PERSON and owner.form == "pronoun":
            return None  # "mục tiêu của ông": what a man lives for
        return owner or self.own_body(named) or self._owning_group(named, site.last)

    def _owning_group(self, first: int, last: int) -> Phrase | None:
        """ "Mục tiêu của ngành điện là ...": a group as worded, up to "là"."""
        ahead = range(first + 1, min(last, first + MAX_GROUP))
        end = next((i for i in ahead if self.norms[i] in {"là", ":", ","}), first)
        return self._group(first, end) if end > first and group_length(self.norms, first) else None

    def named_after(self, site: Site) -> Phrase | None:
        """ "Phấn đấu đến năm 2030, X trở thành ...": whose goal it is stands behind the time it is set for."""
        token = self.past_time(site.after, site.last)
        if site.cue.kind != UndertakingKind.GOAL or self.norms[token : token + 1] != [","]:
            return None
        phrase = self.index.begin.get(token + 1)
        return phrase if phrase is not None and phrase.kind in _OWNERS else None

    def _listed(self, outcome: Outcome, site: Site) -> None:
        """The first of the goals after the colon; the others are clauses of their own."""
        ahead = range(site.after, min(site.last, site.after + MAX_HEADING))
        colon = next((i for i in ahead if self.norms[i] == ":"), None)
        told = colon is not None and site.last - colon > MIN_ACTION
        owner = (self._owner(site) or self._of(site.after, colon)) if told and colon is not None else None
        if owner is not None and colon is not None and self._countable(colon + 1, site.last):
            found = Found(
                UndertakingKind.GOAL, [owner], (site.first, site.after), colon + 1, site.last, rule="goal-list"
            )
            found.frame = (site.first, colon)
            outcome.found.append(found)

    def set_out(self, outcome: Outcome, start: int, last: int) -> bool:
        """ "Nghị quyết năm 2024 đề ra: GRDP tăng 8%; ...": the first of the goals a document sets after the colon."""
        ahead = range(start, min(last, start + MAX_HEADING))
        document = next(documents().among(self.norms, ahead), last)
        colon = next((i for i in range(document, min(last, document + MAX_HEADING)) if self.norms[i] == ":"), last)
        verb = words("undertakings", "goal_nouns", "setting").ending(self.norms, colon - 1) if colon < last else 0
        told = verb and last - colon > MIN_ACTION and self.reading.quantities_in(self.reading.span(colon + 1, last))
        if not told:
            return False
        owner = self.issuer(document, colon) or self._of(document, colon) or self._convened(colon) or self.setter
        if owner is None:
            return False
        cue = (colon - verb, colon)
        found = Found(UndertakingKind.GOAL, [owner], cue, colon + 1, last, rule="goals-set-out")
        found.frame = (start, colon)
        outcome.found.append(found)
        return True

    def in_session(self, site: Site) -> Phrase | None:
        """ "Đại hội quyết định chuyển mục tiêu ...": the body whose session the clause begins with."""
        session = words("undertakings", "sessions").at(self.norms, site.start) is not None
        return self._convened(site.first) if session else None

    def _convened(self, token: int) -> Phrase | None:
        return assembly_before(self.reading, token)

    def resolved(self, first: int, last: int, sentence: int) -> tuple[Phrase, str] | None:
        """ "Đại hội thông qua nghị quyết gồm 18 chỉ tiêu. Theo đó, GRDP đạt ...": who set goals, and its cue."""
        if not words("undertakings", "thereby").at(self.norms, first):
            return None
        span = self.reading.span(first, last)
        issue = next((i for i in reversed(self.issues) if sentence - i.sentence == 1), None)
        if issue is None or not self.reading.quantities_in(span) or not self.reading.dates_in(span):
            return None
        before = self.reading.tokens(self.reading.sentences[issue.sentence])
        nouns = words("undertakings", "goal_nouns")
        cue = next((self.reading.span(i, i + hit[0]) for i in before if (hit := nouns.at(self.norms, i))), None)
        if cue is None:
            return None
        return Phrase(issue.span, issue.span, issue.body, EntityKind.BODY, "pronoun"), self.reading.slice(cue)

    def _of(self, first: int, colon: int) -> Phrase | None:
        """ "Kế hoạch năm học mới của Sở X đặt ra: ...": whose it is, named after "của" before the colon."""
        of = next((i for i in range(first, colon) if self.norms[i] == "của"), colon)
        phrase = self.index.begin.get(of + 1)
        return phrase if phrase is not None and phrase.kind in _OWNERS else None

    def _countable(self, first: int, last: int) -> bool:
        span = self.reading.span(first, last)
        return bool(self.reading.quantities_in(span)) or begins_action(self.norms, first, last)

    def _owner(self, site: Site) -> Phrase | None:
        """Whose goals they are: the subject's, or those of the body that issued the document they stand in."""
        leading = self.leading_subject(site.start, site.first)
        if leading is not None:
            return leading.phrases[0] if leading.phrases[0].kind in _OWNERS else None
        owners = (
            self.issuer(token, site.first) for token in range(max(site.start, site.first - MAX_DOCUMENT), site.first)
        )
        return next((owner for owner in owners if owner), None)

    def issuer(self, first: int, last: int) -> Phrase | None:
        """The body whose document stands at `first`: named after it ("Nghị quyết của X"), or as having issued it."""
        found = documents().at(self.norms, first) if first < last else None
        if found is None:
            return None
        named = first + found[0]
        named += 1 if self.norms[named : named + 1] == ["của"] else 0
        phrase = self.index.begin.get(named)
        if phrase is not None and phrase.kind in _OWNERS:
            return phrase
        return issuer_of(self.reading, self.issues, first)

    def source(self, first: int, last: int) -> Phrase | None:
        """ "Theo kế hoạch của X, ...", "theo chỉ đạo của ông Y, ...": whose plan or order the sentence tells of."""
        according = words("speech", "according").at(self.norms, first) if first < last else None
        paper = min(first + according[0], last - 1) if according else last
        tables = (words("undertakings", "plans"), words("undertakings", "orders"))
        found = next((hit for table in tables if paper < last and (hit := table.at(self.norms, paper))), None)
        if found is None or self.norms[paper + found[0] : paper + found[0] + 1] != ["của"]:
            return None
        phrase = self.index.begin.get(paper + found[0] + 1)
        return phrase if phrase is not None and phrase.kind != EntityKind.GROUP else None

    def plan(self, first: int, last: int) -> Phrase | None:
        """ "Theo kế hoạch, đến năm 2027 tỉnh có 40 trạm": whose plan foresees what the sentence counts, or None."""
        according = words("speech", "according").at(self.norms, first) if first < last else None
        if according is None or not words("undertakings", "plans").at(self.norms, min(first + according[0], last - 1)):
            return None
        span = self.reading.span(first, last)
        ahead = self.reading.dates_in(span) and self.reading.quantities_in(span)
        return self.issuer(first + according[0], last) if ahead else None
