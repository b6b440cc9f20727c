"""Texts of sources cut to what a message can hold."""


def short(text: str, limit: int = 60) -> str:
    """Cut a text to at most ``limit`` characters, with an ellipsis where something is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


def on_one_line(text: str, limit: int) -> str:
    """Cut a message to a length and put U+FFFD in the place of every sign that is not a plain one, such as line breaks."""
    cut = short(text, limit)
    return cut if cut.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in cut)


def quoted(value: object, limit: int = 60) -> str:
    """Quote a printed value for a message, cut to a length: what it is written with stays visible and harmless."""
    return repr(short(str(value), limit))
