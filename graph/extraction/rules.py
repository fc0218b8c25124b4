"""How a fact says which rule led to it: the component, how it was read there, and the entry of the lexicon."""


def rule(component: str, how: str, words: str = "") -> str:
    """`undertakings/goal-cue:phấn đấu`; without `words` the rule hangs on none."""
    entry = " ".join(words.lower().split())
    return f"{component}/{how}:{entry}" if entry else f"{component}/{how}"
