"""Names of what stands on the desk: a letter and a number, as ``t12`` for a task and ``o7`` for an item of the outbox."""

import re

NUMBER = "[1-9][0-9]{0,8}"
"""The number in a name, as a pattern: written in one way alone, so that no other name is taken for it."""


def number_in(name: str, letter: str) -> int | None:
    """Give the number in a name that begins with a letter; None for what is no such name. Blanks around it are no part of it."""
    found = re.fullmatch(f"{letter}({NUMBER})", name.strip())
    return None if found is None else int(found[1])
