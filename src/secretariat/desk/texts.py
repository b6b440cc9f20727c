"""A duty's words, which stand apart from code in its folder ``texts/`` and are part of the program."""

from dataclasses import replace
from functools import cache
from importlib.resources import files

from secretariat.desk.filling import Template

Holds = tuple[tuple[str, tuple[str, ...]], ...]
"""By the name of a text, those of the texts that fill it under a place of another name: entries of a list, sentences of which one is said."""


@cache
def text_of(package: str, names: tuple[str, ...], name: str, holds: Holds = ()) -> Template:
    """Give one of a duty's texts; a place named like another of its ``names`` is filled with that one, and so are those that ``holds`` tells.

    ``package`` is the duty's package, of which the template's name has the last part.
    """
    text = files(package).joinpath("texts", f"{name}.md").read_text(encoding="utf-8")
    own = Template(name=f"{package.rpartition('.')[2]}/{name}", text=text)
    parts = {place.replace("_", "-") for place in own.places} & {*names} | {*dict(holds).get(name, ())}
    return replace(own, parts=tuple(text_of(package, names, part, holds) for part in sorted(parts)))
