"""Finding and counting what a snapshot holds: an SQLite file beside each snapshot, made from it and from nothing else.

schema.py       the file's tables, and how it is opened
reading.py      an article's graph, as the entry that is put into the tables
labels.py       what things are called, as the graph says
writing.py      entries into tables
index.py        a whole index made, or the one before brought up to date
words.py        the words of a search, with accents left out
choice.py       which commitments are meant: filters as SQL
commitments.py  rows of commitments, page by page
facets.py       the counts beside them
facts.py        facts as they are shown
things.py       people, bodies and places found by name
entity.py       what is told of one person, body or place
"""
