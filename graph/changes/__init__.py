"""What is different between two graphs, as one who follows the news would tell it.

sources.py   a store or an N-Quads file, opened to be compared
record.py    what of a graph is compared: articles, people, posts, promises and what became of them
renaming.py  what bears another IRI than before, told by where it is mentioned
compare.py   what came, went and changed from one record to another
"""

from camket.graph.changes.compare import Changed, Changes, Difference, changes
from camket.graph.changes.sources import open_pair

__all__ = ["Changed", "Changes", "Difference", "changes", "open_pair"]
