"""Who is meant by a post without a name ("Chủ tịch UBND tỉnh nói"): the one person of the article who holds it."""

from camket.graph.extraction.reading import PostMark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import PostHolding


def holder(reading: Reading, post: PostMark) -> str | None:
    """The key of who holds the post; of several who do the one mentioned last before it. None where in doubt."""
    found = list(dict.fromkeys(held.member for held in reading.holdings if _is_of(held, post)))
    before = reading.starts[post.first]
    if len(found) == 1 and (post.organization or post.colour):
        return found[0]
    if reading.norms[post.first] == "tân":
        found = [key for key in found if _appointed(reading, key)] or found
    seen = {key: _last_seen(reading, key, before) for key in found}
    best = max(found, key=lambda key: seen[key], default=None)
    return best if best and seen[best] >= 0 else None


def _is_of(held: PostHolding, post: PostMark) -> bool:
    """Whether a holding is of the post as worded: "Thứ trưởng", "người đứng đầu Tỉnh ủy", "Thủ tướng Ấn Độ"."""
    role, said = fold(held.role), fold(post.role)
    words = lexicon("references")
    heading = said in words["heads_of"]
    same = role in words["chief_roles"] if heading else role == said or role.startswith(said + " ")
    body = post.organization == held.organization if post.organization else not heading
    return same and body and not held.former and (post.place is None or role == said)


def _appointed(reading: Reading, key: str) -> bool:
    """Whether the article tells how this person came to a post."""
    said = [fold(reading.slice(h.evidence)) for h in reading.holdings if h.member == key]
    return any(word in text for text in said for word in lexicon("references")["appointed"])


def _last_seen(reading: Reading, key: str, before: int) -> int:
    return max((m.start for m in reading.entities[key].mentions if m.start < before), default=-1)
