"""What takes up somebody named elsewhere, or stands for somebody without a name; and all phrases in text order."""

from collections.abc import Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from camket.graph.extraction.entities.antecedents import Antecedents, nameless_firsts
from camket.graph.extraction.entities.descriptions import openers
from camket.graph.extraction.entities.groups import group_at, group_firsts
from camket.graph.extraction.entities.holdings import after_verbs, record
from camket.graph.extraction.entities.place_names import bare_levels
from camket.graph.extraction.entities.post_holders import holder
from camket.graph.extraction.reading import DraftEntity, Mark, Phrase, PostMark, Reading
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import is_abbreviation, is_capital, plain
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

MAX_SHORT = 2
"""Tokens of a body's short form that "này" may follow."""
_COUNTS = frozenset({"các", "những", "hai", "ba", "nhiều", "một", "mấy", "khối", "nhóm", "loại"})
MAX_BACK = 200
"""Phrases back to which a body that is taken up is looked for."""
MAX_RIVALS = 5
"""Bodies named last among which the subject is looked for."""


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
    return _pronouns().firsts | openers() | _body_words().firsts | bare_levels().firsts | group_firsts()


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
        self.antecedents = Antecedents(reading, self.people)
        self.added: list[Phrase] = []

    def run(self) -> None:
        at, worth = 0, self._worth_a_look()
        while at < self.size:
            if at not in worth:
                at += 1
                continue
            phrase = self.begins.get(at)
            if phrase:
                self.antecedents.saw(phrase)
                at = self.reading.token_at(phrase.span.end - 1) + 1
                continue
            phrase = None if at in self.covered else self._phrase(at)
            if phrase and not any(t in self.covered for t in self.reading.tokens(phrase.span)):
                self.added.append(phrase)
                if phrase.kind in (EntityKind.PERSON, EntityKind.POST):
                    self.antecedents.saw(phrase)
                at = max(at + 1, self.reading.token_at(phrase.span.end - 1) + 1)
            else:
                self.antecedents.passed(at)
                at += 1
        self.reading.phrases = sorted([*self.people, *self.added], key=lambda p: p.span)
        pronouns = [p for p in self.added if p.kind is EntityKind.PERSON]
        record(self.reading, after_verbs(self.reading, pronouns))
        self._finish()

    def _worth_a_look(self) -> set[int]:
        """The tokens at which a phrase may begin, or somebody nameless be spoken of: few of all."""
        firsts = _firsts() | nameless_firsts()
        worded = {at for at, norm in enumerate(self.norms) if norm in firsts}
        return worded | self.begins.keys() | self.reading.marks.keys() | self.reading.posts.keys()

    def _phrase(self, at: int) -> Phrase | None:
        mark = self.reading.marks.get(at)
        post = self.reading.posts.get(at)
        if post and fold(post.role) not in lexicon("posts")["ordinary"]:
            return self._post(post)
        if mark:
            name = self.reading.span(mark.first, mark.last)
            if self._again(mark):
                return Phrase(self.reading.span(mark.first, mark.last + 1), name, mark.entity, mark.kind, mark.form)
            return Phrase(self._with_abbreviation(mark), name, mark.entity, mark.kind, mark.form)
        if self.norms[at] not in _firsts():
            return None
        taken_up = self._pronoun(at) or self._described(at) or self._body_again(at)
        return taken_up or self._level(at) or group_at(self.reading, at)

    def _again(self, mark: Mark) -> bool:
        """Whether "này" follows the short form of a body named before ("Hiệp hội này")."""
        shortened = mark.kind is EntityKind.BODY and mark.last - mark.first <= MAX_SHORT
        return shortened and self.norms[mark.last : mark.last + 1] == ["này"]

    def _with_abbreviation(self, mark: Mark) -> Span:
        """The span of a name, with the abbreviation that follows it in brackets: "Công an nhân dân (CAND)"."""
        short = self.reading.marks.get(mark.last + 1)
        same = short is not None and short.entity == mark.entity and self.words[mark.last] == "("
        if short and same and self.words[short.last : short.last + 1] == [")"]:
            return self.reading.span(mark.first, short.last + 1)
        return self.reading.span(mark.first, mark.last)

    def _post(self, post: PostMark) -> Phrase | None:
        """A bare post: its holder named in the article, or a POST entity where nobody named holds it."""
        span = self.reading.span(post.first, post.last)
        if (
            post.plural
            or post.former
            or (post.first and self.norms[post.first - 1] in lexicon("references")["post_not_after"])
        ):
            return None
        person = holder(self.reading, post)
        if person:
            return self._stands_for(span, person, "post")
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

    def _pronoun(self, at: int) -> Phrase | None:
        found = _pronouns().at(self.norms, at)
        bac = self.words[at] == "Bác"  # so the nation calls one person alone
        if not found or at in self.antecedents.quoted or is_abbreviation(self.words[at]) or bac:
            return None
        size, sex = found
        after = at + size
        if (size == 1 and not self.antecedents.stands_alone(at)) or self.norms[at : at + size] == ["nữ"]:
            return None
        if at and (self.norms[at - 1] in _COUNTS or self.norms[at - 1].isdigit()):
            return None
        if after < self.size and is_capital(self.words[after]) and self.words[after].isalpha():
            return None
        key = self.antecedents.last(sex, named=size > 1)
        return self._stands_for(self.reading.span(at, after), key, "pronoun") if key else None

    def _described(self, at: int) -> Phrase | None:
        """ "cựu điệp viên này": the last one spoken of who was called so."""
        found = None if at in self.antecedents.quoted else self.antecedents.callings.described(at)
        if not found or (at and self.norms[at - 1] in _COUNTS):
            return None
        key = self.antecedents.called(found[1], found[2])
        return self._stands_for(self.reading.span(at, at + found[0]), key, "pronoun") if key else None

    def _body_again(self, at: int) -> Phrase | None:
        """ "cơ quan này": the body of the last phrase of one."""
        found = _body_words().at(self.norms, at)
        if not found or (at and self.norms[at - 1] in _COUNTS):
            return None
        kinds = lexicon("references")["body_kinds"].get(found[1], ())
        bodies = [p for p in self.added[-MAX_BACK:] if p.kind is EntityKind.BODY]
        fits = [p for p in bodies if self._is_kind(self.reading.entities[p.entity], kinds)]
        if not fits:
            return None
        near = self.reading.sentence_of(fits[-1].span.start) - 1
        subjects = [p for p in fits[-MAX_RIVALS:] if self._acts(p) and self.reading.sentence_of(p.span.start) >= near]
        last = {p.entity for p in fits[-MAX_RIVALS:] if self.reading.sentence_of(p.span.start) > near}
        before = self.reading.sentence_of(self.reading.starts[at]) - 1
        alone = len(last) == 1 and near + 1 == before  # "Việc ấy thuộc về Bộ X. Ngày 12/5, cơ quan này ..."
        taken_up = (fits if alone else subjects or fits)[-1]
        return self._stands_for(self.reading.span(at, at + found[0]), taken_up.entity, "pronoun")

    def _acts(self, phrase: Phrase) -> bool:
        """Whether a body's phrase may be the subject of its clause."""
        first, after = self.reading.token_at(phrase.span.start), self.reading.token_at(phrase.span.end - 1) + 1
        before = self.norms[first - 1] if first else ""
        follows = self.words[after] if after < self.size else ""
        free = before not in lexicon("references")["object_after"]
        return free and (follows in {",", "("} or (follows.isalpha() and not is_capital(follows)))

    @staticmethod
    def _is_kind(body: DraftEntity, kinds: Sequence[str]) -> bool:
        """Whether a body is of a class, or has a name with a head, of `kinds`; "-" before a class: of any other."""
        name = fold(body.name) + " "
        others = [kind[1:] for kind in kinds if kind.startswith("-")]
        if others or not kinds:
            return body.category not in others
        return any(body.category == kind or name.startswith(f"{kind} ") for kind in kinds)

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

    def _finish(self) -> None:
        """Mentions in text order, each once; entities in order of first mention."""
        for entity in self.reading.entities.values():
            entity.mentions = sorted(set(entity.mentions))
        kept = [entity for entity in self.reading.entities.values() if entity.mentions]
        self.reading.entities = {e.key: e for e in sorted(kept, key=lambda e: (e.mentions[0], e.key))}
