"""Texts of sources cut to what a message can hold."""


def short(text: str, limit: int = 60) -> str:
    """Cut a text to at most ``limit`` characters, with an ellipsis where something is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


def quoted(value: object, limit: int = 60) -> str:
    """Quote a printed value for a message, cut to a length: what it is written with stays visible and harmless."""
    return repr(short(str(value), limit))
