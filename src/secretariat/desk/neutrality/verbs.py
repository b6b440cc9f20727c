"""Forms of English verbs, regular ones worked out."""

import re


def forms(verb: str) -> list[str]:
    """Give all forms of ``vote``, of ``give/gave/given`` with its own past forms, of ``stand/stood_behind`` with what follows."""
    stem, _, rest = verb.partition("_")
    base, *own = stem.split("/")
    found = [base, third(base), _going(base), *(own or [_past(base)])]
    return [f"{form}_{rest}" if rest else form for form in found]


def third(base: str) -> str:
    """Give the form of a verb for one person: ``vote`` becomes ``votes``."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if _consonant_y(base) else f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if _consonant_y(base) else f"{_doubled(base)}ed"


def _going(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{_doubled(base)}ing"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in "aeiou"


def _doubled(base: str) -> str:
    """Double the last letter of a verb of one syllable that ends in consonant, vowel, consonant."""
    return base + base[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) else base
