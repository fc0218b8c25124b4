"""Which body is a part of which: said in so many words, shown by the names, or known from the reference data."""

from collections.abc import Iterable, Iterator
from functools import cache

from camket.graph.extraction.entities.body_entities import BodyEntities
from camket.graph.extraction.entities.named_bodies import body_key, known_bodies, preferred_key
from camket.graph.extraction.entities.place_names import VIETNAM, abroad
from camket.graph.extraction.reading import DraftEntity, Mark
from camket.graph.extraction.text.cues import WordTable, lexicon
from camket.graph.extraction.text.lexicon import folded, is_abbreviation, plain
from camket.graph.facts import EntityKind

_JOINED = {",", "-", "–"}
_LISTED = {",", "và", ";"}
_PLANTS = ("nhà máy ", "xí nghiệp ", "phân xưởng ", "chi nhánh ")
_LONGEST_NAME = 24  # syllables of a whole at the end of a part's name


@cache
def _whole_said() -> WordTable[str]:
    return plain(lexicon("bodies")["belonging"]["words"])


def find_parents(scan: BodyEntities, size: int) -> None:
    """Fills `part_of` of every body whose whole the article names. size: the tokens before the line of credits."""
    find_said_wholes(scan, size)
    _by_name(scan.reading.entities)
    _plants(scan.reading.entities)
    _only_whole(scan)
    _known(scan)


def find_said_wholes(scan: BodyEntities, size: int) -> None:
    """Fills `part_of` where a whole is named beside its part: "Tổ ĐBQH số 2 thuộc Đoàn ĐBQH tỉnh", "Cục Viễn thông
    (Bộ TT&TT)", "Cục Thú y, Bộ Nông nghiệp"."""
    marks = scan.reading.marks
    for first in sorted(marks):
        mark = marks[first]
        if mark.kind is not EntityKind.BODY or mark.last + 1 >= size:
            continue
        at = _past_bracket(scan, mark.last)
        said = _whole_said().at(scan.norms, at) if at < size else None
        other = marks.get(at + said[0]) if said else marks.get(mark.last + 1)
        if other is None or other.kind is not EntityKind.BODY or other.entity == mark.entity:
            continue
        if said and not _can_own(scan, mark, other):
            continue
        if said or (_may_hold(scan, mark, other) and _beside(scan, mark, other, size)):
            entity = scan.reading.entities[mark.entity]
            entity.part_of = entity.part_of or other.entity


def _can_own(scan: BodyEntities, mark: Mark, other: Mark) -> bool:
    """Whether what is said to be another's may be a part of it: not "máy bay Boeing của Vietnam Airlines"."""
    part, whole = (scan.reading.entities[m.entity] for m in (mark, other))
    owned = part.reference is not None and part.category == whole.category == "Company"
    return not owned and (whole.category != "MediaBody" or part.category == "MediaBody")


def _past_bracket(scan: BodyEntities, at: int) -> int:
    """Past the short name in brackets after a body: "Công ty Tài chính Lam Sa (LSF) | thuộc Ngân hàng Lam Sa"."""
    closed = scan.words[at : at + 1] == ["("] and scan.words[at + 2 : at + 3] == [")"]
    return at + 3 if closed and is_abbreviation(scan.words[at + 1]) else at


def _may_hold(scan: BodyEntities, mark: Mark, other: Mark) -> bool:
    """Whether the one is a kind of body that is a part, and the other a kind of whole."""
    heads = lexicon("bodies")["bracketed"]
    part, whole = (folded(scan.reading.entities[m.entity].name) for m in (mark, other))
    return part.startswith(tuple(heads["parts"])) and whole.startswith(tuple(heads["wholes"]))


def _beside(scan: BodyEntities, mark: Mark, other: Mark, size: int) -> bool:
    """Whether the whole stands in brackets, or after a comma or dash where no list of bodies goes on."""
    after = scan.words[other.last] if other.last < size else ""
    if scan.words[mark.last] == "(":
        return after in {")", ","}  # "Trung đoàn 916 (Sư đoàn 371, Quân chủng X)"
    if scan.words[mark.last] not in _JOINED:
        return False
    following = scan.reading.marks.get(other.last + 1)
    before = scan.words[mark.first - 1] if mark.first else ""
    listed = after in _LISTED and following is not None and following.kind is EntityKind.BODY
    return not listed and before not in {",", ";"}


def _by_name(entities: dict[str, DraftEntity]) -> None:
    """A name that ends in another body's is a part's ("Trung tâm đào tạo trẻ VFF"); so is a national body's with a
    place after it ("Hội Sinh viên Việt Nam TP Hà Nội")."""
    for entity in list(entities.values()):
        if entity.kind is not EntityKind.BODY or entity.part_of or not entity.mentions:
            continue
        for key in _inside(entity):
            other = entities.get(preferred_key(key))
            if other is not None and other is not entity and other.mentions and _is_whole(entity, other, key):
                entity.part_of = other.key
                break


def _plants(entities: dict[str, DraftEntity]) -> None:
    """A plant is the one company's of the article that bears its name: "Nhà máy giấy Lam Sa", "Công ty Giấy Lam Sa"."""
    companies = [e for e in entities.values() if e.category == "Company" and e.mentions]
    for plant in companies:
        if plant.part_of or not folded(plant.name).startswith(_PLANTS):
            continue
        owners = [e for e in companies if _own_name(e) == _own_name(plant) and not folded(e.name).startswith(_PLANTS)]
        if len(owners) == 1:
            plant.part_of = owners[0].key


def _own_name(entity: DraftEntity) -> tuple[str, ...]:
    """The last two words of a name, its number left out."""
    return tuple([word for word in folded(entity.name).split() if not word.isdigit()][-2:])


def _inside(entity: DraftEntity) -> Iterator[str]:
    """The keys of bodies that the name of one may end in, or begin with where a place follows; the longest first."""
    parts = entity.key.removeprefix("body/").split()[:_LONGEST_NAME]
    for at in range(1, len(parts)):
        yield "body/" + " ".join(parts[at:])
    if entity.jurisdiction:
        shortest = 1 if entity.category == "Company" else 3
        for last in range(len(parts) - 1, shortest - 1, -1):
            yield "body/" + " ".join(parts[:last])


def _is_whole(part: DraftEntity, whole: DraftEntity, key: str) -> bool:
    """key: what of the part's name is the whole's; "Viettel" at the end of a company's name is its own."""
    begins = part.key.startswith(whole.key)
    if begins:
        return whole.reference is not None and whole.category in ("FrontBody", "Association", "Company")
    return not (part.category == whole.category in ("Company", "MediaBody") and " " not in key[5:])


def _only_whole(scan: BodyEntities) -> None:
    """Kinds of parts that belong to the one body of a kind that the article names ("Đoàn thanh tra"). An entry that is
    `placed` has parts and wholes of one name: the parts are those with a place; of a `local` one they may have."""
    for entry in lexicon("bodies")["belongs"]:
        placed = entry.get("placed", False)
        wholes = [e for e in scan.reading.entities.values() if e.mentions and _begins(e, entry["wholes"])]
        wholes = [e for e in wholes if not (placed and _is_local(scan, e))]
        if len(wholes) != 1 or wholes[0].category == "ForeignBody" or abroad(scan.reading):
            continue
        for entity in scan.reading.entities.values():
            free = not entity.part_of and entity is not wholes[0] and wholes[0].part_of != entity.key
            fits = _is_local(scan, entity) if placed else _may_be_of(scan, entity, entry.get("local", False))
            if free and fits and _begins(entity, entry["parts"]) and not _begins(entity, entry["wholes"], placed):
                entity.part_of = wholes[0].key


def _may_be_of(scan: BodyEntities, part: DraftEntity, local: bool) -> bool:
    """Whether a part is the country's own, or, of such wholes as have local offices, a local one."""
    level = scan.reading.place_levels.get(part.jurisdiction or "")
    return part.jurisdiction in (None, VIETNAM) or (local and level != "country")


def _is_local(scan: BodyEntities, entity: DraftEntity) -> bool:
    return scan.reading.place_levels.get(entity.jurisdiction or "") not in (None, "country", "region")


def _begins(entity: DraftEntity, heads: Iterable[str], never: bool = False) -> bool:
    if never or entity.kind is not EntityKind.BODY:
        return False
    return (folded(entity.name) + " ").startswith(tuple(f"{h} " for h in heads))


def _known(scan: BodyEntities) -> None:
    """What the reference data says to belong to what, where the article names both."""
    entities = scan.reading.entities
    ministry = body_key("Bộ Công an")
    for entity in entities.values():
        police = entity.category == "PoliceBody" and entity.key.startswith("body/công an ")
        place = scan.reading.place_levels.get(entity.jurisdiction or "")
        if police and place in ("province", "city") and ministry in entities:
            entity.part_of = entity.part_of or ministry
    by_iri = {e.reference: e.key for e in entities.values() if e.reference}
    for entity in entities.values():
        known = known_bodies().get(entity.key)
        if known and known.parent and entity.part_of is None:
            entity.part_of = by_iri.get(known.parent)
