"""Events: the gatherings an article reports, each once, however often it comes back to it."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.events import attendance
from camket.graph.extraction.events.event_cues import Frame, Item, cue_openers, cues, items_of, table
from camket.graph.extraction.events.event_doers import two_before
from camket.graph.extraction.events.event_draft import Draft, month_of, stands
from camket.graph.extraction.events.event_facts import fact_of, is_ahead, leave_out_states
from camket.graph.extraction.events.event_frames import mentions
from camket.graph.extraction.events.event_hosts import add_host, of_hosts
from camket.graph.extraction.events.event_identity import known
from camket.graph.extraction.events.event_mention import Mention, is_long_past
from camket.graph.extraction.events.event_news import complete_months, month_of_news
from camket.graph.extraction.events.event_setting import Setting, sentences_with_dates, setting_of
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind, EventKind

_STANDING_SENTENCES = 6  # so long after a gathering was told, who sits or stands there does so at it
_OPENING_ITEMS = 4  # items in which a sentence says on what day it is
_DAY = len("2024-03-07")
_WEEKS = 14  # days after which a gathering is no longer the news, and who speaks now did not speak there
_THEN_ITEMS = 4  # items in which "sau đó" says that what is told followed on the same day
_LOST_LEAD_SENTENCES = 12  # an article that begins in the midst of a gathering names it within so many
_FRAMED_SENTENCES = 3  # so far reaches "trong khuôn khổ Liên hoan"


@Language.component("camket_events")
def events(doc: Doc) -> Doc:
    """Fills `reading.events`, in text order. Needs sentences, quotations, phrases and dates."""
    reading: Reading = doc._.reading
    with_cues, dated = _sentences_with_cues(reading), sentences_with_dates(reading)
    story = _Story(reading)
    for number, sentence in enumerate(reading.sentences):
        if number in with_cues or number in dated or story.in_force or story.told_just_before(number):
            story.tell(number, items_of(reading, sentence))
    lasting = [draft for draft in story.drafts if draft.end]
    for draft in story.drafts:
        leave_out_states(reading, draft)
        if draft.part and draft.start is None and len(lasting) == 1:
            draft.start, draft.date = month_of(lasting[0]), lasting[0].date
        if draft.mention.cue.kind is EventKind.SIGNING and draft.mention.cue.frame is not Frame.NOUN:
            draft.add_signers_bodies(reading.holdings)
        add_host(reading, draft)
    complete_months(reading, story.drafts)
    held = (d for d in story.drafts if stands(d) and not is_ahead(reading, d))
    told = [draft for draft in held if not _is_part_of_another(draft, story.drafts)]
    kept = sorted(told, key=lambda d: d.mention.token)
    reading.events.extend(fact_of(reading, draft) for draft in kept)
    return doc


def _is_part_of_another(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether it is told with nothing but the day of another: the morning's sitting beside the afternoon's."""
    if draft.attendees or draft.location:
        return False
    return any(other is not draft and other.attendees and other.start == draft.start for other in drafts)


def _sentences_with_cues(reading: Reading) -> set[int]:
    norms, found, first = reading.norms, cues(), cue_openers()
    hits = [token for token, norm in enumerate(norms) if norm in first and found.at(norms, token)]
    return {reading.sentence_of(reading.starts[token]) for token in hits}


class _Story:
    """The events told so far, sentence by sentence; `in_force` is the gathering that the article is in the midst of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.drafts: list[Draft] = []
        self.in_force: Draft | None = None
        self.frame: tuple[Draft, int] | None = None  # what the story is set in, and the sentence that says so
        self.told: tuple[Draft, int] | None = None  # what was told of last, and the sentence that did or listed for it
        self.heard = attendance.heard_by_sentence(reading)
        self.moved = False  # the sentence tells what came next that day
        self.setting: Setting | None = None  # the day last told as that of what follows

    def tell(self, number: int, items: list[Item]) -> None:
        """Reads the next sentence."""
        self.moved = self._follows(items)
        previous: Draft | None = self.in_force if self.moved or self._same_occasion(items) else None
        previous = (self.told_just_before(number) or previous) if self.moved else previous
        touched, told_from = None, 0
        for mention in mentions(self.reading, items):
            if mention.party:
                mention.attendees = self._delegation() + mention.attendees
            if mention.two:
                mention.attendees = two_before(self.reading, number, mention.attendees) or mention.attendees
            draft = self._draft_of(mention, number, previous)
            if draft is None:
                continue
            told_before = draft.sentence < number
            told_from = max(told_from, mention.told_from)
            draft.news = draft.news or month_of_news(self.reading, mention)
            if mention.within or (draft.end and not mention.framing):
                self.frame = draft, number
            previous = (
                None if mention.framing and not (mention.same_day or (told_before and not mention.within)) else draft
            )
            touched, draft.last = draft, number
            if draft.holds() and not (mention.reported and self.in_force):
                self.in_force = draft
        self.setting = setting_of(self.reading, number, items) or self.setting
        self._add_present(number, items, touched, told_from)

    def _heard_before(self, number: int) -> list[Phrase]:
        """Those whose words the article gave before sentence `number` first speaks of the gathering it is about."""
        earlier = range(max(0, number - _LOST_LEAD_SENTENCES), number)
        if any(_tells_another_day(self.reading, n) or attendance.is_elsewhere(self.reading, n) for n in earlier):
            return []
        return [phrase for n in earlier for phrase in self.heard.get(n, []) if phrase.span != phrase.name]

    def _draft_of(self, mention: Mention, number: int, previous: Draft | None) -> Draft | None:
        """The event that `mention` tells of, known before or new; None where it tells of none."""
        draft = self._whole_of(mention, previous) or known(self.reading, self.drafts, mention, number, self.in_force)
        if draft:
            if draft.bare and mention.attendees and not draft.attendees:
                draft.mention = (
                    mention  # "Các đại biểu tại buổi làm việc" under a photo, then "Tại buổi tiếp, ông A ..."
                )
            draft.take(mention)
            if mention.echo and self.setting and self.setting.sentence > draft.sentence:
                self.setting.give(draft, number)
            draft.echoed = True
            if draft is self.in_force and table("licence", "concludes").ending(self.reading.norms, mention.token - 1):
                draft.add(self._heard_since(draft, number))
            return draft
        return self._new(mention, number, previous) if _founds(mention) else None

    def _heard_since(self, draft: Draft, number: int) -> list[Phrase]:
        """Those whose words the article gave between a gathering and its conclusion in sentence `number`."""
        between = (n for n in range(draft.sentence + 1, number) if not attendance.is_elsewhere(self.reading, n))
        return [phrase for n in between for phrase in self.heard.get(n, [])]

    def _add_present(self, number: int, items: list[Item], touched: Draft | None, told_from: int) -> None:
        """Adds those whom the sentence lists as present and those who speak there, from offset `told_from` on."""
        if touched:
            self.told = touched, number
        current = touched or self.told_just_before(number) or self.in_force
        present = attendance.listed(self.reading, items) if current else []
        if current and present:
            current.add(present)
            self.told = current, number
        if self.in_force and not self._on_another_day(items):
            speakers = self._speaking(self.in_force, number, items)
            there = [speaker for speaker in speakers if speaker.span.start >= told_from]
            self.in_force.add(there)
            if there:
                self.in_force.heard(number)

    def _speaking(self, draft: Draft, number: int, items: list[Item]) -> list[Phrase]:
        """Those who show by what they say or do in the sentence that they are there."""
        here = not attendance.is_elsewhere(self.reading, number)
        floor = here and draft.has_floor(number)
        heard = self.heard.get(number, [])
        if here and not floor and draft.is_answered(number):
            return [speaker for speaker in heard if of_hosts(self.reading, draft, speaker)]
        near = here and number - draft.last <= _STANDING_SENTENCES
        standing = attendance.standing(self.reading, items) if near else []
        return attendance.speakers(self.reading, items, floor) + (heard if floor else []) + standing

    def _on_another_day(self, items: list[Item]) -> bool:
        """Whether the sentence opens with a day that is not the one of the gathering in force."""
        start = self.in_force.start if self.in_force else None
        days = [item.date.edtf for item in items[:_OPENING_ITEMS] if item.date and len(item.date.edtf) == _DAY]
        return bool(
            days and start and len(start) == _DAY and self.in_force and days[0] != start and not self.in_force.end
        )

    def told_just_before(self, number: int) -> Draft | None:
        """What the sentence before told of: who "cũng có mặt" was there, even if the story only passes by it."""
        if self.told is None or number - self.told[1] > 1 or self.told[0].mention.framing:
            return None
        return self.told[0]

    def _delegation(self) -> list[Phrase]:
        """The first person or delegation of those at the gathering told of."""
        told = self.in_force or next(iter(self.drafts), None)
        spans = list(told.attendees.values()) if told else []
        there = [p for span in spans for p in self.reading.phrases_in(span)]
        return [p for p in there if p.kind is EntityKind.PERSON or self._is_delegation(p)][:1]

    def _is_delegation(self, phrase: Phrase) -> bool:
        return self.reading.entities[phrase.entity].name.startswith("Đoàn")

    def _same_occasion(self, items: list[Item]) -> bool:
        return any(table("licence", "same_occasion").at(self.reading.norms, item.first) for item in items[:2])

    def _follows(self, items: list[Item]) -> bool:
        """Whether what the sentence tells came next on the same day, at a place of its own ("Ông A sau đó tiếp B")."""
        return any(table("licence", "then").at(self.reading.norms, item.first) for item in items[:_THEN_ITEMS])

    def _whole_of(self, mention: Mention, previous: Draft | None) -> Draft | None:
        """The ceremony of which what is handed over "dịp này" is a part."""
        rite = mention.cue.kind is EventKind.CEREMONY and mention.cue.frame is Frame.OF and not mention.date
        return previous if rite and not self.moved and previous and _is_ceremony(previous) else None

    def _new(self, mention: Mention, number: int, previous: Draft | None) -> Draft:
        draft = Draft(mention, number, old=is_long_past(self.reading, mention, _WEEKS))
        draft.take(mention)
        if mention.bare and not self.drafts and number <= _LOST_LEAD_SENTENCES:
            draft.add(self._heard_before(number))
        self.drafts.append(draft)
        if previous:
            if draft.start is None:
                draft.start, draft.end, draft.date = previous.start, previous.end, previous.date
            draft.location = draft.location or (None if self.moved else previous.location)
        elif self.frame and draft.start is None and number - self.frame[1] <= _FRAMED_SENTENCES:
            draft.start, draft.date = month_of(self.frame[0]), self.frame[0].date
        if mention.before and draft.start is None:
            self._take_day_of_main(draft)
        if self.setting:
            draft.in_news = True
            self.setting.give(draft, number)
        return draft

    def _take_day_of_main(self, draft: Draft) -> None:
        """Gives what was done "trước đó" the day of the gathering that it leads up to, where the same do both."""
        main = self.in_force
        if main and not main.old and not main.end and draft.attendees.keys() & main.attendees.keys():
            draft.start, draft.date = main.start, main.date


def _is_ceremony(draft: Draft) -> bool:
    return draft.mention.cue.kind is EventKind.CEREMONY and draft.holds()


def _founds(mention: Mention) -> bool:
    """Whether a mention can tell of an event for the first time."""
    fixed = bool(mention.date or mention.location)
    return (
        mention.bare
        or (bool(mention.attendees) and (fixed or not mention.framing))
        or (fixed and (mention.cue.frame is Frame.NOUN or mention.passive))
    )


def _tells_another_day(reading: Reading, number: int) -> bool:
    """Whether sentence `number` bears a day, so that what it tells may have been then."""
    return any(len(date.edtf) == _DAY for date in reading.dates_in(reading.sentences[number]))
