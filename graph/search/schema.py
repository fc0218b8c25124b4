"""The tables of an index, and how it is opened.

article      what is said of an article itself
thing        people, bodies, places, groups and posts that facts or articles speak of; `articles`: how many mention it
name         the names of things; `names` finds them by the beginnings of words
fact         every fact but the ledger; `day`: when it was said, held or attested, else published
part         who or what a fact is about, and as what, in the order in which a thing's facts are listed
mention      which articles mention a thing, where first and how often
undertaking  what commitments are filtered and sorted by; `words` finds them by their words and names
             `outcome`: what became of it, `changed`: the day of the last word about that, `steps`: how many there are,
             `latest`: the fact that the outcome rests on, by IRI; of what is only restated the last that does so
party        who has a part in an undertaking, with what undertakings are filtered by once more: counted in one pass
step         which later facts tell what became of an undertaking; both by IRI, since articles come in any order
occasion     what several articles tell of; `telling`: the events that do
"""

import sqlite3
from pathlib import Path
from typing import Final

from camket.graph.versions import digest_of

TABLES: Final = """
CREATE TABLE about(version TEXT NOT NULL);
CREATE TABLE article(
    n INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, identifier TEXT NOT NULL, title TEXT, outlet TEXT,
    published TEXT, day TEXT, url TEXT);
CREATE TABLE thing(
    n INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT, name TEXT, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE name(
    n INTEGER PRIMARY KEY, thing INTEGER NOT NULL, lowered TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX name_of ON name(thing);
CREATE TABLE fact(
    n INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, article INTEGER NOT NULL, kind TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL, day TEXT NOT NULL, details TEXT NOT NULL);
CREATE INDEX fact_of ON fact(article);
CREATE TABLE part(
    thing INTEGER NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, fact INTEGER NOT NULL,
    PRIMARY KEY(thing, role, kind, day, fact)) WITHOUT ROWID;
CREATE INDEX part_of ON part(fact, role, thing);
CREATE TABLE mention(
    thing INTEGER NOT NULL, day TEXT NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL,
    times INTEGER NOT NULL, PRIMARY KEY(thing, day, article)) WITHOUT ROWID;
CREATE INDEX mention_in ON mention(article);
CREATE TABLE undertaking(
    fact INTEGER PRIMARY KEY, kind TEXT NOT NULL, due_year INTEGER, due_by TEXT, number INTEGER NOT NULL, outlet TEXT,
    day TEXT NOT NULL, who TEXT NOT NULL, place TEXT NOT NULL, outcome TEXT NOT NULL, changed TEXT NOT NULL,
    steps INTEGER NOT NULL, latest TEXT);
CREATE INDEX undertaking_counted ON undertaking(kind, due_year, number, outlet, outcome, due_by);
CREATE INDEX undertaking_by_day ON undertaking(day, place);
CREATE INDEX undertaking_by_day_down ON undertaking(day DESC, place);
CREATE INDEX undertaking_by_due ON undertaking(COALESCE(due_by, '~'), place);
CREATE INDEX undertaking_by_due_down ON undertaking(COALESCE(due_by, '') DESC, place);
CREATE INDEX undertaking_by_who ON undertaking(who, place);
CREATE INDEX undertaking_by_who_down ON undertaking(who DESC, place);
CREATE INDEX undertaking_by_change ON undertaking(changed, place);
CREATE INDEX undertaking_by_change_down ON undertaking(changed DESC, place);
CREATE TABLE party(
    role TEXT NOT NULL, thing INTEGER NOT NULL, fact INTEGER NOT NULL, kind TEXT NOT NULL, due_year INTEGER,
    number INTEGER NOT NULL, outlet TEXT, outcome TEXT NOT NULL, due_by TEXT,
    PRIMARY KEY(role, thing, fact)) WITHOUT ROWID;
CREATE INDEX party_of ON party(fact);
CREATE TABLE step(
    earlier TEXT NOT NULL, later TEXT NOT NULL, relation TEXT NOT NULL,
    PRIMARY KEY(earlier, later, relation)) WITHOUT ROWID;
CREATE INDEX step_of ON step(later);
CREATE TABLE occasion(iri TEXT PRIMARY KEY, name TEXT NOT NULL, disagrees TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE telling(fact INTEGER PRIMARY KEY, occasion TEXT NOT NULL);
CREATE INDEX telling_of ON telling(occasion);
CREATE VIRTUAL TABLE words USING fts5(text, prefix='2 3');
CREATE VIRTUAL TABLE names USING fts5(folded, content='name', content_rowid='n', prefix='1 2 3');
"""

_PACKAGE: Final = "camket.graph.search"
_CACHE: Final = "PRAGMA mmap_size = 1073741824"


def version() -> str:
    """What an index depends on besides the snapshot."""
    return digest_of(_PACKAGE)


def create(path: Path) -> sqlite3.Connection:
    """An empty index at `path`, open for writing. It is a copy that is thrown away when anything breaks off."""
    connection = _for_writing(path)
    connection.executescript(TABLES)
    connection.execute("INSERT INTO about VALUES (?)", (version(),))
    return connection


def change(path: Path) -> sqlite3.Connection:
    """The index at `path`, open for writing."""
    return _for_writing(path)


def read(path: Path) -> sqlite3.Connection:
    """The index at `path`, open for reading by one thread at a time; nobody writes to it any more."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute(_CACHE)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def is_current(path: Path) -> bool:
    """Whether there is an index at `path` that this Camket has made."""
    if not path.is_file():
        return False
    connection = read(path)
    try:
        return bool(connection.execute("SELECT version FROM about").fetchone() == (version(),))
    except sqlite3.Error:
        return False
    finally:
        connection.close()


def _for_writing(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection
