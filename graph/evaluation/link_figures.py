"""How well what is said of several articles together agrees with the annotator, in figures."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from camket.graph.evaluation.comparison import Count
from camket.graph.evaluation.figures import Figure, figure_of, rounded_figure
from camket.graph.evaluation.link_annotations import Likenesses, LinkGold, Mention, Named
from camket.graph.evaluation.link_answers import LinkAnswers
from camket.graph.evaluation.link_matching import InScope, MatchedLinks


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """Posts without a name: how often the right holder was found, a wrong one, or none."""

    right: Share
    wrong: Share
    left_open: Share


@dataclass(frozen=True, slots=True)
class Overdue:
    """Undertakings past their day with nothing reported: rightly so, and wrongly, where an article has told of them."""

    rightly: Share
    wrongly: Share


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """The figures of identity by what they are of, those of links whole and by relation, and what was fallen for."""

    articles: int
    identity: dict[str, Figure]
    life: Figure
    relations: dict[str, Figure]
    whatever: Figure
    traps: Share
    lookalikes: Share
    posts: Resolved
    overdue: Overdue
    errors: tuple[str, ...] = field(repr=False, default=())


def link_figures(gold: LinkGold, found: LinkAnswers, articles: Iterable[str], scope: InScope) -> LinkFigures:
    """The figures over the articles in scope; of a pair or a link both ends have to be in it.

    People, bodies and events count by pairs of mentions, people and bodies by B³ too, a mention that was not found
    standing alone. A relation that the annotator never uses is not judged, and partly kept is kept where the annotator
    does not tell them apart.
    """
    links = MatchedLinks(gold, found, scope)
    traps = [clause for clause in gold.traps if scope(clause.article)]
    people, bodies = gold.people, gold.bodies
    return LinkFigures(
        articles=sum(map(scope, articles)),
        identity={
            "people": _pairs(people.same, people.different, found.person, scope),
            "people B³": _b_cubed(people, found.person, scope),
            "bodies": _pairs(bodies.same, bodies.different, found.body, scope),
            "bodies B³": _b_cubed(bodies, found.body, scope),
            "events": _pairs(gold.same_events, gold.different_events, found.occasions, scope),
        },
        life=figure_of(sum(links.counts.values(), Count())),
        relations={relation: figure_of(count) for relation, count in links.counts.items()},
        whatever=figure_of(links.whatever_relation()),
        traps=Share(sum(map(found.undertaken, traps)), len(traps)),
        lookalikes=Share(links.lookalikes, sum(scope(clause.article) for clause in gold.lookalikes)),
        posts=_posts(gold, found, scope),
        overdue=_overdue(gold, found, scope),
        errors=tuple(links.errors),
    )


def _pairs(
    same: Iterable[tuple[Mention, Mention]],
    different: Iterable[tuple[Mention, Mention]],
    nodes: Callable[[Mention], frozenset[str]],
    scope: InScope,
) -> Figure:
    """Pairs that are one node; a mention that was not found is missed where it should be the same."""
    count = Count()
    for pairs, one in ((same, True), (different, False)):
        for a, b in pairs:
            if scope(a.article) and scope(b.article):
                joined = bool(nodes(a) & nodes(b))
                count += Count(one and joined, one and not joined, one and joined, joined and not one)
    return figure_of(count)


def _b_cubed(gold: Likenesses, nodes: Callable[[Named], frozenset[str]], scope: InScope) -> Figure:
    cluster_of, node_of = dict[Named, str](), dict[Named, str]()
    for cluster, mentions in gold.clusters.items():
        for mention in mentions:
            if scope(mention.article):
                cluster_of[mention] = cluster
                node_of[mention] = min(nodes(mention), default=f"{mention.article} {mention.name}")
    together = Counter((cluster_of[mention], node_of[mention]) for mention in cluster_of)
    clusters, found = Counter(cluster_of.values()), Counter(node_of.values())
    of = len(cluster_of) or 1
    precision = sum(count * count / found[node] for (_, node), count in together.items()) / of
    recall = sum(count * count / clusters[cluster] for (cluster, _), count in together.items()) / of
    return rounded_figure(precision, recall, len(cluster_of))


def _posts(gold: LinkGold, found: LinkAnswers, scope: InScope) -> Resolved:
    """A holder is the right one where it is a node of the person's by name, in whichever article."""
    right = wrong = left_open = 0
    for clause, person in gold.posts:
        if scope(clause.article):
            holders = found.holders_of(clause)
            theirs = frozenset[str]().union(*map(found.person, gold.people.clusters.get(person, ())))
            right += bool(holders) and holders <= theirs
            wrong += not holders <= theirs
            left_open += not holders
    of = right + wrong + left_open
    return Resolved(Share(right, of), Share(wrong, of), Share(left_open, of))


def _overdue(gold: LinkGold, found: LinkAnswers, scope: InScope) -> Overdue:
    """Of how many of which nothing was said, and of how many of which something was, the graph says nothing was."""
    silent = [clause for clause in gold.nothing_said if scope(clause.article)]
    told = {link.earlier for link in gold.links if link.relation != "restates" and scope(link.earlier.article)}
    return Overdue(*(Share(sum(map(found.overdue, clauses)), len(clauses)) for clauses in (silent, told)))
