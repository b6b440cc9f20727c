"""Lines for a terminal in which no stranger's text takes effect: names of files and words of sources."""

import typer


def plain(text: str) -> str:
    """Write every character a terminal could obey, and every mark that turns the writing direction, as an escape."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def say(line: str) -> None:
    """Print one line."""
    typer.echo(plain(line))
