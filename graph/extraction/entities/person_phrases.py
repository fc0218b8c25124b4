"""The phrases of the people named: titles, ranks and posts before the name, posts after it, up to the verb."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cache

from camket.graph.extraction.entities.post_words import at_word_of, note_end
from camket.graph.extraction.entities.shared_posts import share_after_colon, share_bodies, share_lists
from camket.graph.extraction.reading import Mark, Phrase, PostMark, Reading
from camket.graph.extraction.rules import rule
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import called_before, is_abbreviation, is_capital, plain, ranks
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, RankHolding, Span

_DASHES = {"-", "–", "—"}
_ALSO = {"kiêm", "và"}
_AGE = 3  # tokens of ", 56 tuổi"


@cache
def _ended_by() -> WordTable[str]:
    return plain(lexicon("posts")["ended_by"])


@cache
def _now() -> WordTable[str]:
    return plain([*lexicon("posts")["now"], *lexicon("posts")["then"]])


@dataclass(slots=True)
class Claim:
    """A post that is said of a person: `evidence` is the phrase or clause that says so, `how` with which words."""

    person: str
    post: PostMark
    evidence: Span
    companions: list[PostMark] = field(default_factory=list)
    how: str = "post-beside-name"


def people_phrases(reading: Reading) -> list[Claim]:
    """Adds a phrase for every name of a person, and the ranks held; returns the posts claimed, in text order."""
    return _Assembly(reading).run()


class _Assembly:
    """Puts the phrases of one article together."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.by_end = {post.last: post for post in reading.posts.values()}
        self.names = [reading.marks[f] for f in sorted(reading.marks) if reading.marks[f].kind is EntityKind.PERSON]
        self.name_ends = {mark.last: mark for mark in self.names}
        self.ends = sorted(self.name_ends)
        self.before: dict[int, list[PostMark]] = {}
        self.after: dict[int, list[PostMark]] = {}
        self.bounds: dict[int, tuple[int, int]] = {}
        self.ranked: dict[int, tuple[int, int]] = {}
        self.used: set[int] = set()

    def run(self) -> list[Claim]:
        for mark in self.names:
            self._leftwards(mark)
        for mark in self.names:
            self._rightwards(mark)
        share_lists(self.reading, self.names, self.before, self.bounds)
        share_after_colon(self.reading, self.names, self.before, self.bounds)
        claims: list[Claim] = []
        for mark in self.names:
            first, last = self.bounds[mark.first]
            span = self.reading.span(first, last)
            name = self.reading.span(mark.first, mark.last)
            self.reading.phrases.append(Phrase(span, name, mark.entity, EntityKind.PERSON, mark.form))
            self._alias(mark, first)
            self._end_posts(mark, first)
            told = (self.before[mark.first], self.after[mark.first])
            together = [post for posts in told for post in share_bodies(self.norms, posts)]
            claims += [Claim(mark.entity, post, span, together) for post in together]
            self._rank(mark)
        return claims

    def _end_posts(self, mark: Mark, first: int) -> None:
        """Who is dismissed has held the posts told of him."""
        if first and _ended_by().ending(self.norms, first - 1):
            self.after[mark.first] = [replace(post, former=True) for post in self.after[mark.first]]

    def _leftwards(self, mark: Mark) -> None:
        first = mark.first
        before = bisect_right(self.ends, first)
        floor = self.ends[before - 1] if before else 0
        chain: list[PostMark] = []
        if first > 1 and self.words[first - 1] in _DASHES and self.by_end.get(first - 1):
            first -= 1
        while first > 0:
            size = called_before(self.norms, first - 1)
            rank = ranks().ending(self.norms, first - 1)
            post = self.by_end.get(first)
            held = post is not None and post.first <= first - size and not post.plural  # "bác sĩ" is a post, too
            if size and first - size >= floor and not held and not self._plural_title(first, size):
                first -= size
            elif rank:
                self.ranked[mark.first] = (first - rank, first)
                first -= rank
            elif post := self._post_before(first, chain, mark):
                chain.insert(0, post)
                self.used.add(post.first)
                first = post.first
            else:
                break
        self.before[mark.first] = chain
        self.bounds[mark.first] = (first, mark.last)

    def _plural_title(self, first: int, size: int) -> bool:
        return " ".join(self.norms[first - size : first]) in lexicon("people")["plural_titles"]

    def _post_before(self, first: int, chain: list[PostMark], mark: Mark) -> PostMark | None:
        post = self.by_end.get(first)
        if post and post.first not in self.used:
            return post
        joined = self.words[first - 1] == "," or self.norms[first - 1] == "kiêm" or self.words[first - 1] in _DASHES
        told = self._is_full(self.by_end.get(first - 1)) or self._is_learned(first) or self._opens_alone(first)
        titled = first < mark.first and told
        started = chain or mark.first in self.ranked or titled or self._opens_with_post(first)
        if not joined or not (started or self.words[first - 1] in _DASHES) or first < 2:
            return None
        post = self.by_end.get(first - 1)
        if not post or post.first in self.used or self._another_holder(post, chain):
            return None
        if fold(post.role) == "đại diện" if chain else at_word_of(self.reading, post):
            return None
        return None if self._told_of_another(post) else post

    def _told_of_another(self, post: PostMark) -> bool:
        """Whether a post follows the name of another person: "bà X - Bí thư Huyện ủy, Giám đốc Sở Y, ông Z"."""
        first = post.first
        while first > 0 and self.words[first - 1] == "," and (earlier := self.by_end.get(first - 1)):
            first = earlier.first
        joint = self.words[first - 1] if first else ""
        owner = self.name_ends.get(first - 1)
        return owner is not None and (joint in _DASHES or (joint == "," and not self.before.get(owner.first)))

    def _is_learned(self, first: int) -> bool:
        """Whether the title at token `first` is one of learning ("TS.", "NGND"): a post may stand before it."""
        return is_abbreviation(self.words[first].replace(".", ""))

    def _opens_with_post(self, first: int) -> bool:
        """Whether a post with its body, a comma and a name alone begin a sentence: "Giám đốc Sở Y tế, Tạ Đăng Khuê"."""
        post = self.by_end.get(first - 1)
        starts = {s.start for s in self.reading.sentences[self.reading.sentence_of(self.reading.starts[first]) :][:1]}
        return self._is_full(post) and post is not None and self.reading.starts[post.first] in starts

    def _opens_alone(self, first: int) -> bool:
        """Whether a sentence begins with a post of one person, without its body: "Hiệu trưởng, bà Tôn Mỹ Lệ, ..."."""
        post = self.by_end.get(first - 1)
        if not post or post.plural or fold(post.role) in lexicon("posts")["ordinary"]:
            return False
        at = self.reading.starts[post.first]
        return self.reading.sentences[self.reading.sentence_of(at)].start == at

    @staticmethod
    def _is_full(post: PostMark | None) -> bool:
        """Whether a post with its body or country may be told before a title: "Đại biện Mỹ tại Jakarta, ông X"."""
        return post is not None and bool(post.organization or post.place) and not post.plural

    def _another_holder(self, post: PostMark, chain: list[PostMark]) -> bool:
        """Whether a post before a comma is somebody else's: "... của Thủ tướng Chính phủ, Phó Thủ tướng X"."""
        role = fold(post.role)
        if any(fold(other.role).startswith(f"phó {role}") for other in chain):
            return True
        ordinary = role in lexicon("posts")["ordinary"]
        return not (post.organization or post.place or ordinary) and not is_capital(self.words[post.first])

    def _rightwards(self, mark: Mark) -> None:
        first, last = self.bounds[mark.first]
        found: list[PostMark] = []
        while last < self.size:
            if self._age(last):
                last += _AGE
                continue
            closed = note_end(self.reading, last)
            if closed:
                found += self._posts_in(last + 1, closed - 1)
                last = closed
                continue
            post = self._post_after(last, bool(found))
            if not post:
                break
            found.append(post)
            self.used.add(post.first)
            last = post.last
        self.after[mark.first] = found
        self.bounds[mark.first] = (first, last)

    def _age(self, at: int) -> bool:
        """Whether ", 56 tuổi" stands here, before a post."""
        aged = self.words[at] == "," and self.norms[at + 2 : at + 3] == ["tuổi"] and self.words[at + 1].isdigit()
        return aged and at + _AGE < self.size and self._post_after(at + _AGE, started=False) is not None

    def _posts_in(self, first: int, last: int) -> list[PostMark]:
        starting = (self.reading.posts.get(at) for at in range(first, last))
        inside = [post for post in starting if post and post.last <= last]
        self.used.update(post.first for post in inside)
        return inside

    def _post_after(self, at: int, started: bool) -> PostMark | None:
        word, norm = self.words[at], self.norms[at]
        if not (word == "," or word in _DASHES or (started and norm in _ALSO)):
            return None
        start, past = at + 1, False
        if start < self.size and (now := _now().at(self.norms, start)):
            start, past = start + now[0], now[1] in lexicon("posts")["then"]
        post = self.reading.posts.get(start)
        if (
            not post
            or post.first in self.used
            or post.plural
            or (post.last in self.reading.marks and self._is_name(post.last))
        ):
            return None
        if post.last < self.size and post.organization is None and self._is_name(post.last):
            return None
        return replace(post, former=True) if past else post

    def _is_name(self, at: int) -> bool:
        mark = self.reading.marks.get(at)
        return mark is not None and mark.kind is EntityKind.PERSON

    def _alias(self, mark: Mark, first: int) -> None:
        """The titled form as the article writes it is one of the person's other names."""
        if first == mark.first:
            return
        entity = self.reading.entities[mark.entity]
        text = " ".join(self.reading.slice(self.reading.span(first, mark.last)).split())
        if text not in entity.aliases:
            entity.aliases.append(text)

    def _rank(self, mark: Mark) -> None:
        if mark.first not in self.ranked:
            return
        first, last = self.ranked[mark.first]
        rank = self.reading.slice(self.reading.span(first, last))
        rank = rank[0].upper() + rank[1:]
        if any(r.holder == mark.entity and r.rank == rank for r in self.reading.ranks):
            return
        evidence = self.reading.span(first, mark.last)
        self.reading.ranks.append(
            RankHolding(evidence=evidence, holder=mark.entity, rank=rank, rule=rule("entities", "rank", rank))
        )
