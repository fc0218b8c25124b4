"""What a later deed says of an earlier undertaking: one relation and its reason, or nothing."""

from camket.graph.identity.life import deed
from camket.graph.identity.life.assessed import assessed
from camket.graph.identity.life.deed import Deed
from camket.graph.identity.life.likeness import Words
from camket.graph.identity.life.reported import observed, refused
from camket.graph.identity.life.step import Step
from camket.graph.identity.life.undertaken import aimed_again, undertaken


def relate(later: Deed, earlier: Deed, words: Words) -> Step | None:
    """What `later` says of `earlier`, which is an undertaking of another article."""
    match later.sort:
        case deed.OBSERVATION:
            return aimed_again(later, earlier, words) or observed(later, earlier, words)
        case deed.ASSESSMENT:
            return assessed(later, earlier, words)
        case deed.REFUSAL:
            return refused(later, earlier, words)
        case _:
            return undertaken(later, earlier, words)
