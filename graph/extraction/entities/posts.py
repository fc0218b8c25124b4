"""Posts as worded: a role, its body or country, and the words that make it past or plural."""

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.holdings import settle
from camket.graph.extraction.entities.named_bodies import body_named
from camket.graph.extraction.entities.open_posts import after_name, of_bare_head, widened
from camket.graph.extraction.entities.person_phrases import people_phrases
from camket.graph.extraction.entities.place_names import abroad, bare_name, levels
from camket.graph.extraction.entities.post_completion import is_foreign
from camket.graph.extraction.entities.post_words import portfolio, words_before
from camket.graph.extraction.reading import Mark, PostMark, Reading
from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.lexicon import fields, is_capital, role_length, roles
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind

_OF_PLACE = {"chủ tịch": "UBND", "phó chủ tịch": "UBND", "phó chủ tịch thường trực": "UBND"}
_MINISTERS = {"bộ trưởng", "thứ trưởng"}
_NOTE = 6  # tokens of a note in brackets between a post and a name
_SENT_TO = "tại"
_PARTS = ("cục", "vụ", "viện", "trung tâm", "phòng", "tổng cục", "chi cục")
_WHOLES = ("bộ", "thanh tra", "tổng cục", "ubnd", "công an", "sở", "văn phòng", "bộ tư lệnh", "đại học")


@Language.component("camket_posts")
def posts(doc: Doc) -> Doc:
    """Marks the posts, puts the phrases of the people named together, and says who holds what."""
    reading: Reading = doc._.reading
    _Scan(reading).run()
    settle(reading, people_phrases(reading))
    return doc


class _Scan:
    """One article's search for posts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.of_state = ""  # the last role told with its country: a "người đồng cấp" holds the same
        self.name_ends = {m.last for m in reading.marks.values() if m.kind is EntityKind.PERSON}

    def run(self) -> None:
        at, firsts = 0, roles().firsts
        while at < self.size:
            mark = self.reading.marks.get(at)
            size = 0 if mark or self.norms[at] not in firsts else role_length(self.norms, at)
            if not size:
                at = mark.last if mark else at + 1
                continue
            post = self._post(at, at + size)
            self.reading.posts[post.first] = post
            at = max(at + size, post.last)

    def _post(self, at: int, end: int) -> PostMark:
        role = self._text(at, end)
        post = PostMark(at, end, lexicon("posts")["written"].get(fold(role), role))
        words_before(self.reading, post)
        body = self._body(at, end)
        if body:
            post.organization, post.last = body.entity, body.last
            self._parent(post, body)
            self._sent(post, at)
        elif end < self.size:
            self._of_country(post, at, end) or self._of_level(post, at, end) or self._of_field(post, at, end)
        if not (post.organization or post.place) and post.last == end:
            if self._said(at, end) in lexicon("posts")["of_states"]["roles"]:
                self.of_state = self._text(at, end)
            self._wider(post, end)
            self._commune(post)
            portfolio(self.reading, post)
        if after_name(self.reading, post.first, self.name_ends):
            self.name_ends.add(post.last)
        self._note(post)
        return post

    def _sent(self, post: PostMark, at: int) -> None:
        """ "Trưởng đại diện WHO tại Việt Nam", "đại biểu Quốc hội tỉnh X": the place is a part of the role."""
        last = post.last
        if self.words[last : last + 1] == ["("] and self.words[last + 2 : last + 3] == [")"]:
            last += 3  # "... Tổ chức Y tế thế giới (WHO) tại Việt Nam"
        if region := self._region(last):
            post.last, post.role = region, self._text(at, region)
            return
        sent = last < self.size and self.norms[last] == _SENT_TO
        place = self.reading.marks.get(last + 1 if sent else last)
        if not place or place.kind is not EntityKind.PLACE:
            return
        level = self.reading.place_levels.get(place.entity)
        if (sent and level == "country") or (not sent and " ".join(self.norms[at : at + 2]) == "đại biểu"):
            post.last, post.role = place.last, self._text(at, place.last)

    def _commune(self, post: PostMark) -> None:
        """ "Trưởng thôn X, xã Y": the commune is a part of the role, as the village is."""
        place = self.reading.marks.get(post.last + 1) if self.words[post.last : post.last + 1] == [","] else None
        village = post.more and self._said(post.first, post.first + 2) in lexicon("posts")["of_hamlets"]["roles"]
        if village and place and self.reading.place_levels.get(place.entity) in ("commune", "district"):
            post.more = f"{post.more}, {self.reading.slice(self.reading.span(place.first, place.last))}"
            post.last = place.last

    def _region(self, at: int) -> int | None:
        """Past "tại khu vực Đông Nam Á" at token `at`, the part of the world that a firm's post is for."""
        first = at + 1 if self.norms[at : at + 1] == [_SENT_TO] else at
        if self.norms[first : first + 2] != ["khu", "vực"]:
            return None
        last = first + 2
        while last < self.size and (mark := self.reading.marks.get(last)) and mark.kind is EntityKind.PLACE:
            last = mark.last
        while last < self.size and is_capital(self.words[last]) and last not in self.reading.marks:
            last += 1
        return last if last > first + 2 else None

    def _wider(self, post: PostMark, end: int) -> None:
        """ "Giám đốc Tiếp thị của công ty": the words that a post near a name goes on with."""
        after = after_name(self.reading, post.first, self.name_ends)
        found = of_bare_head(self.reading, end, after) or widened(self.reading, end, after)
        if found:
            start = end + 1 if self.norms[end] == "của" else end
            post.more = self.reading.slice(self.reading.span(start, found.role_end)) if found.role_end > start else ""
            post.organization, post.last = found.body, found.last
            if region := self._region(post.last):  # "Tổng giám đốc Lam Sa tại khu vực Đông Nam Á"
                post.more, post.last = self.reading.slice(self.reading.span(end, region)), region

    def _note(self, post: PostMark) -> None:
        """Takes a note in brackets that stands between the post and the name of its holder."""
        if post.last >= self.size or self.words[post.last] != "(":
            return
        for end in range(post.last + 2, min(post.last + _NOTE, self.size - 1)):
            mark = self.reading.marks.get(end + 1)
            if self.words[end] == ")":
                post.last = end + 1 if mark and mark.kind is EntityKind.PERSON else post.last
                return

    def _body(self, at: int, end: int) -> Mark | None:
        """The body right after the role, or the one whose head is the role's last word."""
        found = self.reading.marks.get(end) if end < self.size else None
        if found is None and end + 1 < self.size and self.norms[end] in ("của", "trường"):
            found = self.reading.marks.get(end + 1)
        if found and found.kind is EntityKind.BODY:
            return found
        for first in range(at + 1, end):
            inside = self.reading.marks.get(first)
            if inside and inside.kind is EntityKind.BODY and inside.last > end:
                return inside
        return None

    def _parent(self, post: PostMark, body: Mark) -> None:
        """ "Cục trưởng Cục X, Bộ Y", "Vụ trưởng Vụ X (Bộ Y)": what the body after it is the whole of."""
        if post.last + 1 >= self.size or self.words[post.last] not in (",", "("):
            return
        other = self.reading.marks.get(post.last + 1)
        if not other or other.kind is not EntityKind.BODY or other.entity == body.entity:
            return
        part, whole = self.reading.entities[body.entity], self.reading.entities[other.entity]
        if part.name.lower().startswith(_PARTS) and whole.name.lower().startswith(_WHOLES):
            part.part_of = part.part_of or whole.key
            noted = self.words[post.last] == "("
            post.last = other.last + 1 if noted and self.words[other.last : other.last + 1] == [")"] else other.last

    def _of_country(self, post: PostMark, at: int, end: int) -> bool:
        """ "Thủ tướng Ấn Độ", "Đại sứ Ấn Độ tại Việt Nam", "Bộ trưởng Kinh tế Tavoria": the role with its country."""
        first = end
        while (
            first not in self.reading.marks
            and first < self.size
            and first - end < 6
            and (unit := fields().at(self.norms, first))
        ):
            first += unit[0]
            if first + 1 < self.size and self.words[first] in ("và", "-", ",") and fields().at(self.norms, first + 1):
                first += 1
        mark = self.reading.marks.get(first)
        if not mark and first == end and self.norms[end - 1] == "nước":
            mark = self.reading.marks.get(end - 1)  # "Chủ tịch nước Trung Quốc"
        if not mark or mark.kind is not EntityKind.PLACE:
            return False
        if self.reading.place_levels.get(mark.entity) != "country":
            return first == end and self._of_place(post, at, end, mark)
        post.place, post.last = mark.entity, mark.last
        after = self.reading.marks.get(mark.last + 1)
        if mark.last < self.size and self.norms[mark.last] == _SENT_TO and after and after.kind is EntityKind.PLACE:
            post.last = after.last
        post.role = self._text(at, post.last)
        if self._said(at, end) in lexicon("posts")["counterparts"]["roles"]:
            post.role = f"{self.of_state} {self.reading.entities[mark.entity].name}" if self.of_state else post.role
        else:
            self.of_state = self._text(at, first)
        return True

    def _of_place(self, post: PostMark, at: int, end: int, mark: Mark) -> bool:
        """ "Chủ tịch tỉnh X" heads its People's Committee; "Thị trưởng X" keeps the place in the role."""
        role = " ".join(self.norms[at:end])
        if role in _OF_PLACE:
            name = self.reading.slice(self.reading.span(mark.first, mark.last))
            post.organization = body_named(self.reading, f"{_OF_PLACE[role]} {name}", "StateBody", mark)
            post.last = mark.last
            return True
        if role.removeprefix("phó ") in lexicon("posts")["of_place"]["roles"]:
            post.place, post.last, post.role = mark.entity, mark.last, self._text(at, mark.last)
            return True
        return False

    def _of_level(self, post: PostMark, at: int, end: int) -> bool:
        """ "Chủ tịch tỉnh": of the province spoken of."""
        found = levels().at(self.norms, end)
        role = " ".join(self.norms[at:end])
        place = self.reading.setting.get(found[1]) if found else None
        if not found or not place or role not in _OF_PLACE:
            return False
        last = end + found[0]
        name = f"{self._text(end, last)} {bare_name(self.reading.entities[place].name)}"
        where = Mark(end, last, EntityKind.PLACE, place)
        post.organization, post.last = body_named(self.reading, f"{_OF_PLACE[role]} {name}", "StateBody", where), last
        return True

    def _of_field(self, post: PostMark, at: int, end: int) -> bool:
        """ "Bộ trưởng Ngoại giao" heads the ministry of that name."""
        role = self.norms[at:end]
        unit = fields().at(self.norms, end)
        if " ".join(role) not in _MINISTERS or not unit or not is_capital(self.words[end]):
            return False
        last = end + unit[0]
        while last + 1 < self.size and self.words[last] in ("và", "-", ",") and is_capital(self.words[last + 1]):
            more = fields().at(self.norms, last + 1)
            if not more:
                break
            last += 1 + more[0]
        after = self.reading.marks.get(last)
        foreign = after is not None and after.kind is EntityKind.PERSON and is_foreign(self.reading, after.entity)
        if foreign or abroad(self.reading):
            post.last, post.role = last, self._text(at, last)
            return True
        where = Mark(end, last, EntityKind.BODY, "")
        post.organization, post.last = body_named(self.reading, f"Bộ {self._text(end, last)}", "StateBody", where), last
        return True

    def _said(self, first: int, last: int) -> str:
        return " ".join(self.norms[first:last])

    def _text(self, first: int, last: int) -> str:
        text = self.reading.slice(self.reading.span(first, last))
        return text[0].upper() + text[1:]
