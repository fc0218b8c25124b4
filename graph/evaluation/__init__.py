"""How well the graph says what the articles say: its facts beside those a careful reader has annotated."""
