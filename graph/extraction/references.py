"""What takes up somebody named elsewhere, or stands for somebody without a name; and all phrases in text order."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.cues import WordTable, lexicon
from camket.graph.extraction.groups import group_at, group_firsts
from camket.graph.extraction.holdings import after_verbs, record
from camket.graph.extraction.lexicon import is_capital, plain
from camket.graph.extraction.places import bare_levels
from camket.graph.extraction.reading import DraftEntity, Phrase, PostMark, Reading
from camket.graph.extraction.tokenizer import fold
from camket.graph.facts import EntityKind, Span

_OPENING, _CLOSING = {"“", "«"}, {"”", "»"}
_OBJECT_BEFORE = {"của", "cho", "với", "giữa", "tới", "đến", "về", "cùng", "gồm", "và", "là", "nhờ", "theo"}


@cache
def _pronouns() -> WordTable[str]:
    """Pronouns with the sex they tell: "m", "f" or ""."""
    words = lexicon("references")
    entries = (
        [(w, "m") for w in words["male"]] + [(w, "f") for w in words["female"]] + [(w, "") for w in words["neutral"]]
    )
    return WordTable([*entries, *((w, "") for w in words["leader"])])


@cache
def _firsts() -> frozenset[str]:
    """The words that any phrase without a name begins with."""
    return _pronouns().firsts | _body_words().firsts | bare_levels().firsts | group_firsts()


@cache
def _body_words() -> WordTable[str]:
    return plain(lexicon("references")["body"])


def post_name(role: str, body: str) -> str:
    """The name of a post: role and body, what they share said once ("Chánh Thanh tra TP Hà Nội")."""
    words, start = role.split(), body.split()
    for shared in range(min(len(words), len(start), 3), 0, -1):
        if fold(" ".join(words[-shared:])) == fold(" ".join(start[:shared])):
            return " ".join([*words, *start[shared:]])
    return f"{role} {body}"


@Language.component("camket_references")
def references(doc: Doc) -> Doc:
    """Adds the phrases of bodies, places, groups, pronouns and bare posts, and puts entities and phrases in order."""
    reading: Reading = doc._.reading
    _Resolution(reading).run()
    return doc


class _Resolution:
    """One article's phrases without a person's name."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.norms = reading.norms
        self.size = len(reading.words)
        self.people = sorted(reading.phrases, key=lambda p: p.span)
        self.covered = {t for p in self.people for t in reading.tokens(p.span)}
        self.begins = {reading.token_at(p.span.start): p for p in self.people}
        self.quoted = self._quotations()
        self.sexes = self._sexes()
        self.subjects: list[Phrase] = []  # people who were the subject of a clause, outside quotations, in text order
        self.added: list[Phrase] = []

    def run(self) -> None:
        at = 0
        while at < self.size:
            phrase = self.begins.get(at)
            if phrase:
                self._saw(phrase)
                at = self.reading.token_at(phrase.span.end - 1) + 1
                continue
            phrase = None if at in self.covered else self._phrase(at)
            if phrase and not any(t in self.covered for t in self.reading.tokens(phrase.span)):
                self.added.append(phrase)
                if phrase.kind in (EntityKind.PERSON, EntityKind.POST):
                    self._saw(phrase)
                at = max(at + 1, self.reading.token_at(phrase.span.end - 1) + 1)
            else:
                at += 1
        self.reading.phrases = sorted([*self.people, *self.added], key=lambda p: p.span)
        pronouns = [p for p in self.added if p.kind is EntityKind.PERSON]
        record(self.reading, after_verbs(self.reading, pronouns))
        self._finish()

    def _phrase(self, at: int) -> Phrase | None:
        mark = self.reading.marks.get(at)
        post = self.reading.posts.get(at)
        if post:
            return self._post(post)
        if mark:
            span = self.reading.span(mark.first, mark.last)
            return Phrase(span, span, mark.entity, mark.kind, mark.form)
        if self.norms[at] not in _firsts():
            return None
        return self._pronoun(at) or self._body_again(at) or self._level(at) or group_at(self.reading, at)

    def _post(self, post: PostMark) -> Phrase | None:
        """A bare post: its holder named in the article, or a POST entity where nobody named holds it."""
        span = self.reading.span(post.first, post.last)
        if post.plural or post.former or (post.first and self.norms[post.first - 1] in ("chức", "một", "mỗi", "làm")):
            return None
        holder = self._holder(post)
        if holder:
            return self._stands_for(span, holder, "post")
        shown = is_capital(self.words[post.first]) or post.colour
        if post.colour or not (shown or post.organization) or (not post.organization and not post.place):
            implied = lexicon("posts")["implied"].get(fold(post.role))
            body = f"body/{fold(implied)}" if implied else None
            if not implied or not shown or body not in self.reading.entities:
                return None
            return self._unnamed(span, post, body)
        return self._unnamed(span, post, post.organization)

    def _unnamed(self, span: Span, post: PostMark, body: str | None) -> Phrase:
        name = post.role if body is None else post_name(post.role, self.reading.entities[body].name)
        key = f"post/{fold(name)}"
        if key not in self.reading.entities:
            self.reading.entities[key] = DraftEntity(key, EntityKind.POST, name, part_of=body, role=post.role)
        return self._stands_for(span, key, "post")

    def _stands_for(self, span: Span, key: str, form: str) -> Phrase:
        entity = self.reading.entities[key]
        entity.mentions.append(span)
        text = " ".join(self.reading.slice(span).split())
        if form == "post" and text != entity.name and text not in entity.aliases:
            entity.aliases.append(text)
        return Phrase(span, span, key, entity.kind, form)

    def _holder(self, post: PostMark) -> str | None:
        """The one person of the article who holds this post; of several the one mentioned last before it."""
        role, before = fold(post.role), self.reading.starts[post.first]
        heading = role in lexicon("references")["heads_of"]
        found: list[str] = []
        for held in self.reading.holdings:
            same = (
                fold(held.role) in lexicon("references")["chief_roles"]
                if heading
                else self._same_role(fold(held.role), role)
            )
            body = post.organization is None or post.organization == held.organization
            if same and body and not held.former and (post.organization or not heading):
                if post.place is None or fold(held.role) == role:
                    found.append(held.member)
        found = list(dict.fromkeys(found))
        if not found:
            return None
        if len(found) == 1:
            return found[0] if post.organization or post.colour or self._was_seen(found[0], before) else None
        if self.norms[post.first] == "tân":
            found = [key for key in found if self._appointed(key)] or found
        seen = {key: self._last_seen(key, before) for key in found}
        best = max(found, key=lambda key: seen[key])
        return best if seen[best] >= 0 else None

    def _appointed(self, key: str) -> bool:
        """Whether the article tells how this person came to a post: "giữ chức", "bổ nhiệm"."""
        said = [fold(self.reading.slice(h.evidence)) for h in self.reading.holdings if h.member == key]
        return any(word in text for text in said for word in ("giữ chức", "nhậm chức", "chức vụ"))

    @staticmethod
    def _same_role(held: str, role: str) -> bool:
        return held == role or held.startswith(role + " ")

    def _last_seen(self, key: str, before: int) -> int:
        return max((m.start for m in self.reading.entities[key].mentions if m.start < before), default=-1)

    def _was_seen(self, key: str, before: int) -> bool:
        return self._last_seen(key, before) >= 0

    def _pronoun(self, at: int) -> Phrase | None:
        found = _pronouns().at(self.norms, at)
        if not found or at in self.quoted:
            return None
        size, sex = found
        after = at + size
        if self.norms[at] in ("ông", "bà", "anh", "chị", "cô", "chú", "bác") and self._not_a_pronoun(at):
            return None
        if at and self.norms[at - 1] in ("các", "những", "hai"):
            return None
        if after < self.size and (
            is_capital(self.words[after]) and self.words[after].isalpha() and self.words[at] != "Nữ"
        ):
            return None
        if size == 1 and self.norms[at] == "nữ":
            return None
        key = self._antecedent(at, sex)
        return self._stands_for(self.reading.span(at, after), key, "pronoun") if key else None

    def _not_a_pronoun(self, at: int) -> bool:
        before = self.norms[at - 1] if at else ""
        after = self.norms[at + 1] if at + 1 < self.size else ""
        return before in (
            "các",
            "những",
            "hai",
            "quý",
            "thưa",
            "nhiều",
            "đàn",
            "phụ",
            "một",
            "vợ",
            "người",
            "mấy",
            "cụ",
        ) or after in (
            "con",
            "ngoại",
            "nội",
            "bà",
            "mẹ",
            "ấy",
            "em",
            "chị",
            "chủ",
            "ba",
            "này",
            "ta",
            "dân",
            "cụ",
            "tổ",
            "đỡ",
            ",",
            "giáo",
            "gái",
            "ruột",
            "họ",
            "hùng",
            "dâu",
            "bác",
        )

    def _antecedent(self, at: int, sex: str) -> str | None:
        """The subject before: in the same sentence, else the last one outside quotations; of the same sex if known."""
        fits = [
            p
            for p in self.subjects
            if (p.kind is EntityKind.PERSON and self.sexes.get(p.entity, sex or "") in (sex, "")) or not sex
        ]
        fits = [p for p in fits if not sex or self.sexes.get(p.entity, sex) == sex]
        if not fits:
            return None
        return fits[-1].entity

    def _saw(self, phrase: Phrase) -> None:
        """Remembers a person's phrase that may be the subject of its clause."""
        first = self.reading.token_at(phrase.span.start)
        if first in self.quoted or phrase.kind is EntityKind.POST:
            return
        before = self.norms[first - 1] if first else ""
        after = self.reading.token_at(phrase.span.end - 1) + 1
        verb = after < self.size and (
            (self.words[after].isalpha() and not is_capital(self.words[after])) or self.words[after] in {",", ":"}
        )
        if before in _OBJECT_BEFORE or not verb:
            if not self.subjects:
                self.subjects.append(phrase)
            return
        self.subjects.append(phrase)

    def _body_again(self, at: int) -> Phrase | None:
        """ "cơ quan này": the body of the last phrase of one."""
        found = _body_words().at(self.norms, at)
        if not found:
            return None
        bodies = [p for p in self.added if p.kind is EntityKind.BODY]
        if not bodies:
            return None
        return self._stands_for(self.reading.span(at, at + found[0]), bodies[-1].entity, "pronoun")

    def _level(self, at: int) -> Phrase | None:
        """ "tỉnh sẽ bàn giao": the province spoken of, where the word stands alone."""
        found = bare_levels().at(self.norms, at)
        if not found:
            return None
        size, level = found
        key = self.reading.setting.get(level) or (self.reading.setting.get("central") if level == "city" else None)
        after = self.norms[at + size] if at + size < self.size else ""
        before = self.norms[at - 1] if at else ""
        if (
            not key
            or before in lexicon("references")["level_not_after"]
            or after in lexicon("references")["level_not_before"]
        ):
            return None
        if is_capital(self.words[at + size]) if at + size < self.size else False:
            return None
        return self._stands_for(self.reading.span(at, at + size), key, "alias")

    def _quotations(self) -> set[int]:
        """The tokens between quotation marks."""
        inside: set[int] = set()
        opened: int | None = None
        for at, word in enumerate(self.words):
            if "\n" in word:
                opened = None
            elif word in _OPENING or (word == '"' and opened is None):
                opened = at
            elif (word in _CLOSING or word == '"') and opened is not None:
                inside.update(range(opened, at))
                opened = None
        return inside

    def _sexes(self) -> dict[str, str]:
        """What titles and middle names tell: "m" or "f" by person."""
        words = lexicon("references")
        found: dict[str, str] = {}
        for phrase in self.people:
            before = self.reading.tokens(Span(phrase.span.start, phrase.name.start))
            for at in before:
                sex = "m" if self.norms[at] in words["male"] else "f" if self.norms[at] in words["female"] else ""
                if sex:
                    found.setdefault(phrase.entity, sex)
            parts = fold(self.reading.entities[phrase.entity].name).split()[1:-1]
            if any(part in words["middle_female"] for part in parts):
                found[phrase.entity] = "f"
            elif any(part in words["middle_male"] for part in parts):
                found.setdefault(phrase.entity, "m")
        return found

    def _finish(self) -> None:
        """Mentions in text order, each once; entities in order of first mention."""
        for entity in self.reading.entities.values():
            entity.mentions = sorted(set(entity.mentions))
        kept = [entity for entity in self.reading.entities.values() if entity.mentions]
        self.reading.entities = {e.key: e for e in sorted(kept, key=lambda e: (e.mentions[0], e.key))}
