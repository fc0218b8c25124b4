"""The words before a role that belong to its post: what makes it past, plural or an acting one, and what colours it."""

from functools import cache

from camket.graph.extraction.reading import PostMark, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_capital, plain
from camket.graph.facts import EntityKind

_PLURAL = {"các", "hai", "những"}
_ADDRESS = ("ông", "bà", "ngài")
_LONGEST_NOTE = 24  # tokens in brackets after a name that still belong to the phrase ("(tổ Tân Hội)", "(63 tuổi)")
_PORTFOLIO = 7  # tokens that what a deputy is charged with may have
_APART = ("tân", "nữ", "vị", "đương")


@cache
def _former() -> WordTable[str]:
    return plain(lexicon("posts")["former"])


@cache
def _past_by() -> WordTable[str]:
    return plain(lexicon("posts")["past_by"])


@cache
def _of_many() -> WordTable[str]:
    return plain(lexicon("posts")["of_many"])


@cache
def _colour() -> frozenset[str]:
    return frozenset(lexicon("posts")["colour"])


def words_before(reading: Reading, post: PostMark) -> None:
    """Takes the words before a post into it, as far as they belong to it."""
    while post.first > 0 and post.first - 1 not in reading.marks:
        size = _former().ending(reading.norms, post.first - 1)
        word = reading.norms[post.first - 1]
        if size:
            post.former = True
            post.first -= size
        elif word == "chí" and reading.norms[max(0, post.first - 3) : post.first] == ["các", "đồng", "chí"]:
            post.plural = True
            post.first -= 3
            break
        elif word in _PLURAL:
            post.plural = True
            post.first -= 1
            break
        elif _colours(reading, post.first, word):
            post.colour = True
            post.first -= 1
        else:
            break
    before = post.first - 1
    post.former = post.former or (before >= 0 and bool(_past_by().ending(reading.norms, before)))
    post.plural = post.plural or (before >= 0 and bool(_of_many().ending(reading.norms, before)))
    acting = post.first > 0 and reading.norms[post.first - 1] == "quyền"
    if acting and (reading.words[post.first - 1] == "Quyền" or _apart(reading, post.first - 1)):
        post.first -= 1
        post.role = f"Quyền {post.role}"  # who acts as one is told by the role


def portfolio(reading: Reading, post: PostMark) -> None:
    """Takes what a deputy without a body is charged with, up to a comma: "Phó giám đốc phụ trách hạ tầng, ông X"."""
    if post.more or reading.norms[post.last - 2 : post.last] != ["phụ", "trách"]:
        return
    stop = min(post.last + _PORTFOLIO, len(reading.words) - 1)
    last = next((at for at in range(post.last, stop) if at in reading.marks or not reading.words[at].isalpha()), stop)
    if last > post.last and reading.words[last] == ",":
        post.last, post.role = last, post.role[: -len(" phụ trách")]


def _colours(reading: Reading, first: int, word: str) -> bool:
    if word in _colour() and (not is_capital(reading.words[first]) or word in _ADDRESS):
        return True
    return word in _APART and _apart(reading, first - 1)


def _apart(reading: Reading, at: int) -> bool:
    """Whether "quyền" or "vị" is a word of its own, not the end of "chính quyền" or "đơn vị"."""
    return at == 0 or reading.norms[at - 1] not in lexicon("posts")["colour_not_after"]


def at_word_of(reading: Reading, post: PostMark) -> bool:
    """ "Thừa ủy quyền của Chủ tịch nước, Trung tướng X": who is named next does it for the holder of the post."""
    start = reading.sentences[reading.sentence_of(reading.starts[post.first])].start
    opener = reading.norms[reading.token_at(start)] in lexicon("posts")["at_word_of"]["openers"]
    return opener and post.first > 0 and reading.norms[post.first - 1] in ("của", "mặt", "bởi")


def note_end(reading: Reading, at: int) -> int | None:
    """Past the bracket that opens at token `at`, if it closes soon and holds no person."""
    if reading.words[at] != "(":
        return None
    for end in range(at + 1, min(at + _LONGEST_NOTE + 2, len(reading.words))):
        if end in reading.marks and reading.marks[end].kind is EntityKind.PERSON:
            return None
        if reading.norms[end] == "ảnh":
            return None
        if reading.words[end] == ")":
            return end + 1
    return None
