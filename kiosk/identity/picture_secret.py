"""A secret that needs no letters and no digits: three of nine pictures, one after the other."""

PICTURES = ("sun", "fish", "tree", "boat", "star", "cat", "flower", "moon", "umbrella")
"""What there is to choose from, always at the same places. The names are avatars' (see `desktop.avatars`)."""

PICKED = 3
"""How many are chosen; the same may come again. That makes 729 secrets: the lock-out guards them (`store.secrets`)."""


def picture_text(picked: tuple[str, ...]) -> str:
    """The text that is hashed."""
    return " ".join(picked)


def fault_of(picked: tuple[str, ...]) -> str:
    """Why these cannot be a picture secret, as a sentence; "" when they can."""
    if unknown := [name for name in picked if name not in PICTURES]:
        return f"There is no picture {unknown[0]!r}; choose among {', '.join(PICTURES)}."
    return "" if len(picked) == PICKED else f"A picture secret is {PICKED} pictures, one after the other."
