"""Which people of one name, or of near names, are one person.

From the firmest ground down: one post, one role in a body and in what became of it, one body, one rank, posts in one
region, the name alone. How much a ground is worth depends on how many are likely to bear the name: a "Nguyễn Văn Hùng"
of the same province is anybody, a "Vương Chí Linh" hardly so.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date
from itertools import combinations
from typing import Final

from camket.graph import edtf
from camket.graph.identity.bearers import Bearer, Post
from camket.graph.identity.clusters import Cluster, Clusters, days_of, grouped, nearest_days
from camket.graph.identity.joins import Ground
from camket.graph.identity.name_data import is_high_rank, is_local_body, is_shared_role, is_wide_body, namesakes
from camket.graph.identity.names import SHORTEST_JOINED, near, spelled
from camket.graph.identity.references import successors
from camket.graph.identity.territories import TERM_MONTHS, bare_place, months_between

DOUBT: Final = 0.1
"""Two are joined where fewer others than this are likely to bear the name and to share what they share."""

# What part of all namesakes is likely to share a ground.
BODY: Final = 1 / 400
WIDE: Final = 1 / 30
HIGH_RANK: Final = 1 / 300
RANK: Final = 1 / 30
REGION: Final = 1 / 60
CLOSE: Final = 1 / 5
"""Told of within days of each other: news goes on."""
OTHER_POST: Final = 3.0
"""Told with another post: that speaks against."""

CLOSE_DAYS: Final = 10


def cluster_people(found: Clusters) -> None:
    """Join those of one block who are one person."""
    joinable = [place for place, b in enumerate(found.bearers) if len(_spelled(b).split()) >= SHORTEST_JOINED]
    _by_post(found, joinable)
    _by_body(found, joinable)
    _by_rank(found, joinable)
    names: dict[str, list[int]] = {}
    for place in joinable:
        names.setdefault(_spelled(found.bearers[place]), []).append(place)
    for name in sorted(names):
        by_region = _Settling(found, names[name], name, REGION)
        by_region.by_region()
        _Settling(found, names[name], name, 1.0).by_name()


def _spelled(bearer: Bearer) -> str:
    return spelled("person", bearer.name)


def _by_post(found: Clusters, places: Sequence[int]) -> None:
    def with_name(place: int) -> Iterator[tuple[str, ...]]:
        bearer = found.bearers[place]
        for key in _strong_posts(bearer):
            yield (_spelled(bearer), *key)

    for key, sharing in grouped(places, with_name):
        found.link(sharing, Ground.SAME_POST, _words(found.bearers[sharing[-1]], key[1:]))

    def succeeding(place: int) -> Iterator[tuple[str, ...]]:
        bearer = found.bearers[place]
        for key in _succeeding_posts(bearer):
            yield (_spelled(bearer), *key)

    for key, sharing in grouped(places, succeeding):
        words = next(
            (p.words for place in reversed(sharing) for p in found.bearers[place].evidence.posts if p.body == key[2]),
            "",
        )
        found.link(sharing, Ground.SUCCEEDING_POST, words or f"{key[1]}, {_local_name(key[2])}")

    def without_name(place: int) -> Iterator[tuple[str, ...]]:
        yield from _strong_posts(found.bearers[place])

    for key, sharing in grouped(places, without_name):
        words = _words(found.bearers[sharing[-1]], key)
        allowed = _near_in_one_term({_spelled(found.bearers[place]) for place in sharing})
        found.link(sharing, Ground.NEAR_NAME_SAME_POST, words, allowed=allowed, heed_places=True)


def _strong_posts(bearer: Bearer) -> Iterator[tuple[str, str, str]]:
    """The posts that tell who somebody is: one or a few hold them."""
    for post in bearer.evidence.posts:
        if not is_shared_role(post.role) and not _anywhere(post):
            yield (post.role, post.body, bare_place(post.place))


def _anywhere(post: Post) -> bool:
    """Whether a post's body is one that every place has, and the place is not told."""
    return is_local_body(post.body) and not post.place


def _succeeding_posts(bearer: Bearer) -> Iterator[tuple[str, str, str]]:
    """Role and body for posts in a body that became another, by the latter; and in the latter from that day on."""
    for post in bearer.evidence.posts:
        if is_shared_role(post.role):
            continue
        for result, effective in successors().get(post.body, ()):
            yield (post.role, result, effective)
        for effective in _began(post.body):
            if bearer.published and edtf.last_day(bearer.published) >= edtf.first_day(effective):
                yield (post.role, post.body, effective)


def _began(body: str) -> set[str]:
    """The days on which others became a body."""
    return {effective for results in successors().values() for result, effective in results if result == body}


def _words(bearer: Bearer, key: Sequence[str]) -> str:
    """A post in the words of an article."""
    return next(
        (p.words for p in bearer.evidence.posts if (p.role, p.body, bare_place(p.place)) == tuple(key)), ", ".join(key)
    )


def _near_in_one_term(names: Set[str]) -> Callable[[Bearer, Bearer], bool]:
    """Whether two may be one with a name written in two ways: not where one way may stand for two of the names."""
    likely = {name: [other for other in names if near(name, other)] for name in names}
    sure = {n for n, others in likely.items() if all(near(a, b) for a, b in combinations(others, 2))}

    def allowed(one: Bearer, other: Bearer) -> bool:
        if not {_spelled(one), _spelled(other)} <= sure or not near(one.name, other.name):
            return False
        return months_between(days_of(one), days_of(other)) <= TERM_MONTHS

    return allowed


def _by_body(found: Clusters, places: Sequence[int]) -> None:
    def bodies(place: int) -> Iterator[tuple[str, ...]]:
        bearer = found.bearers[place]
        for post in sorted(set(bearer.evidence.posts)):
            yield (_spelled(bearer), post.body or post.role, bare_place(post.place))

    for key, sharing in grouped(places, lambda place: set(bodies(place))):
        name, body, place = key
        wide = is_wide_body(_local_name(body)) or is_shared_role(body) or (is_local_body(body) and not place)
        found.link(
            sharing,
            Ground.SAME_BODY,
            _body_words(found.bearers[sharing[-1]], body),
            allowed=_unlikely_two(name, WIDE if wide else BODY),
            heed_places=wide,
        )


def _local_name(body: str) -> str:
    """The name of a body that may be the IRI of a reference-data entry."""
    return spelled("body", body.removeprefix("body/").replace("_", " ")) if body.startswith("body/") else body


def _body_words(bearer: Bearer, body: str) -> str:
    """A body in the words of an article."""
    for post in bearer.evidence.posts:
        if post.body == body:
            return post.words.partition(", ")[2]
    return body


def _by_rank(found: Clusters, places: Sequence[int]) -> None:
    def ranks(place: int) -> Iterator[tuple[str, ...]]:
        bearer = found.bearers[place]
        for rank in bearer.evidence.ranks:
            yield (_spelled(bearer), rank)

    for (name, rank), sharing in grouped(places, ranks):
        odds = HIGH_RANK if is_high_rank(rank) else RANK
        found.link(sharing, Ground.SAME_RANK, rank, allowed=_unlikely_two(name, odds), heed_places=True)


def _unlikely_two(name: str, odds: float) -> Callable[[Bearer, Bearer], bool]:
    """Whether few others of a name are likely to share what two share."""
    others = namesakes(name) * odds

    def unlikely(one: Bearer, other: Bearer) -> bool:
        return others < DOUBT or (others * CLOSE < DOUBT and _close(_dates([one]), _dates([other])))

    return unlikely


def _dates(bearers: Iterable[Bearer]) -> list[date]:
    return sorted({edtf.first_day(b.published) for b in bearers if len(b.published) == len("2025-01-31")})


def _close(one: Sequence[date], other: Sequence[date]) -> bool:
    days = nearest_days(one, other)
    return days is not None and days <= CLOSE_DAYS


class _Settling:
    """The last rounds: clusters of one name joined to the one earlier cluster that can be meant."""

    def __init__(self, found: Clusters, places: Sequence[int], name: str, odds: float) -> None:
        self._found = found
        self._others = namesakes(name) * odds
        seen: dict[int, Cluster] = {}
        for place in places:
            seen.setdefault(id(found.of(place)), found.of(place))
        self._clusters = sorted(seen.values(), key=lambda cluster: cluster.first)
        self._days: dict[int, list[date]] = {}

    def by_region(self) -> None:
        """Join those with posts in one region."""
        if self._others * CLOSE >= DOUBT:
            return
        settled: dict[str, list[Cluster]] = {}
        for cluster in self._clusters:
            regions = sorted({bare_place(place) for chain in cluster.territories for place in chain})
            meant = self._meant(cluster, [(one, region) for region in regions for one in settled.get(region, ())])
            if meant:
                self._join(meant[0], cluster, Ground.SAME_REGION, meant[1])
            for region in regions:
                settled.setdefault(region, []).append(self._found.of(cluster.first))

    def by_name(self) -> None:
        """Join those of whom only the name is the same, where it is rare enough; the better known first."""
        if self._others * CLOSE >= DOUBT:
            return
        known = [cluster for cluster in self._clusters if self._is_known(cluster)]
        settled: list[Cluster] = []
        for cluster in known + [cluster for cluster in self._clusters if not self._is_known(cluster)]:
            meant = self._meant(cluster, ((one, "") for one in settled))
            if meant:
                self._join(meant[0], cluster, Ground.ONLY_BEARER, "")
            else:
                settled.append(cluster)

    def _meant(self, cluster: Cluster, settled: Iterable[tuple[Cluster, str]]) -> tuple[Cluster, str] | None:
        """The one settled cluster that another can be, with what they share; None where there is none, or several."""
        meant: tuple[Cluster, str] | None = None
        for one, shared in settled:
            current = self._found.of(one.first)
            if current is cluster or (meant and current is meant[0]) or not self._unlikely(current, cluster):
                continue
            if self._found.may_join(current, cluster, heed_places=True):
                if meant:
                    return None
                meant = (current, shared)
        return meant

    def _unlikely(self, one: Cluster, other: Cluster) -> bool:
        others = self._others
        if self._others and self._has_posts(one) and self._has_posts(other):
            others *= OTHER_POST
        return others < DOUBT or (others * CLOSE < DOUBT and _close(self._dates(one), self._dates(other)))

    def _join(self, one: Cluster, other: Cluster, ground: Ground, shared: str) -> None:
        earlier, later = sorted((one.first, other.first))
        self._found.join(earlier, later, ground, shared, heed_places=True)
        self._days.clear()

    def _dates(self, cluster: Cluster) -> list[date]:
        if cluster.first not in self._days:
            self._days[cluster.first] = _dates(self._found.bearers[place] for place in cluster.members)
        return self._days[cluster.first]

    def _has_posts(self, cluster: Cluster) -> bool:
        return any(self._found.bearers[place].evidence.posts for place in cluster.members)

    def _is_known(self, cluster: Cluster) -> bool:
        return any(
            self._found.bearers[p].evidence.posts or self._found.bearers[p].evidence.ranks for p in cluster.members
        )
