"""Finding and counting what a snapshot holds: an SQLite file beside each snapshot, made from it and from nothing else.

schema.py       the file's tables, and how it is opened
reading.py      an article's graph, as the entry that is put into the tables
labels.py       what things are called, as the graph says
links.py        what the graph says of facts of several articles together
outcome.py      what became of an undertaking, and how it stands on a day
kin.py          the undertakings that say the same, and what is told of them
writing.py      entries into tables
linking.py      outcomes and occasions into tables
index.py        a whole index made, or the one before brought up to date
lots.py         asking of many things at once
words.py        the words of a search, with accents left out
standing.py     how undertakings stand on a day, as SQL
choice.py       which commitments are meant: filters as SQL
commitments.py  rows of commitments, page by page
facets.py       the counts beside them
facts.py        facts as they are shown
lives.py        what became of undertakings, as it is shown beside them
life.py         the life of one undertaking, step by step; reasons.py: why each step is one
occasions.py    what several articles tell of, and where they disagree
things.py       people, bodies and places found by name
entity.py       what is told of one person, body or place
"""
