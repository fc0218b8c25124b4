"""What is said once of several: the body of two posts of one person, the post of several people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from camket.graph.extraction.reading import Mark, PostMark, Reading

_BETWEEN = (["kiêm"], [",", "kiêm"], ["-"], ["và"])


def share_bodies(norms: Sequence[str], posts: Sequence[PostMark]) -> list[PostMark]:
    """ "Chủ tịch HĐQT kiêm Tổng giám đốc Công ty X": both posts are of the body named once."""
    found = list(posts)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        between = norms[one.last : other.first]
        joined = between in _BETWEEN or (between == [","] and norms[other.first] == "quyền")
        if other.organization and not (one.organization or one.place) and joined:
            found[at] = replace(one, organization=other.organization)
    return found


def share_after_colon(
    reading: Reading,
    names: Sequence[Mark],
    before: dict[int, list[PostMark]],
    bounds: Mapping[int, tuple[int, int]],
) -> None:
    """ "các Ủy viên Trung ương Đảng: A, Trưởng ban X; B": the post before the colon is everyone's in the list.

    before: the posts before each name, which are added to; bounds: first and last token of each phrase.
    """
    lists = {
        post.last: post
        for post in reading.posts.values()
        if post.plural and reading.words[post.last : post.last + 1] == [":"]
    }
    for colon, post in lists.items():
        end = reading.token_at(reading.sentences[reading.sentence_of(reading.starts[colon])].end - 1)
        openers = (":", ";") if ";" in reading.words[colon:end] else (":", ",", "và")
        for mark in names:
            first = bounds[mark.first][0]
            if colon < first <= end and reading.words[first - 1] in openers and post not in before[mark.first]:
                before[mark.first] = [post, *before[mark.first]]


def share_lists(
    reading: Reading,
    names: Sequence[Mark],
    before: dict[int, list[PostMark]],
    bounds: Mapping[int, tuple[int, int]],
) -> None:
    """ "các Phó Chủ tịch UBND tỉnh A, B và C": the post before the first is said of everyone in the list.

    before: the posts before each name, which are added to; bounds: first and last token of each phrase.
    """
    for number, mark in enumerate(names):
        shared = [post for post in before[mark.first] if post.plural]
        if not shared:
            continue
        last = bounds[mark.first][1]
        for other in names[number + 1 :]:
            joined = other.first == last + 1 and (reading.words[last] == "," or reading.norms[last] == "và")
            if not joined or before[other.first]:
                break
            before[other.first] = list(shared)
            last = bounds[other.first][1]
