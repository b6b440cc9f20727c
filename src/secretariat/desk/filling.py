"""Filling: words that stand apart from code, with places in braces that a rule fills."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{([a-z][a-z_]*)\}")
_OWN_LINE = re.compile(r"(- |\d+\. |#)")

VALUE = "\x1f"
"""Stands for each value in the form of what was filled."""


NAMED = "\x1e"
"""Stands before and after each name of a person in the form, which has the name itself between them: quoting leaves no such sign in it."""


class Filled(str):
    """A template that was filled. ``form`` is what templates say in it, with ``VALUE`` in the place of each value, and names of people.

    A value that is itself what ``fill``, ``joined`` or ``as_name`` gave is in the form with its own; what is made of it by other means is a
    value as any other.
    """

    form: str

    def __new__(cls, text: str, form: str) -> "Filled":
        """Make it of the text and its form."""
        made = super().__new__(cls, text)
        made.form = form
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Give what it is made of, for copies."""
        return str(self), self.form


def as_name(said: str) -> Filled:
    """Say that a value is a person's name: a stranger chose its words, and none of them is the program's."""
    return Filled(said, f"{NAMED}{said}{NAMED}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """Words with places such as ``{last_block}``. ``name`` says where they stand, ``parts`` are texts that fill some places.

    A blank line parts paragraphs. Within one, lines are joined, but for those that begin a list's item or a heading.
    """

    name: str
    text: str
    parts: tuple["Template", ...] = ()

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the words and those of all parts as 64 hex digits: what a standing approval binds to."""
        return hashlib.sha256("\0".join([self.text, *(part.digest for part in self.parts)]).encode()).hexdigest()

    @property
    def places(self) -> frozenset[str]:
        """Name the places."""
        return frozenset(_PLACE.findall(self.text))


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """Fill every place. A paragraph, or a list's item, with a place whose value is empty is left out.

    A value is never looked into: braces in it are letters. Raises KeyError for a place without a value: a rule is wrong then.
    """
    said = [_said(paragraph, values) for paragraph in re.split(r"\n\s*\n", template.text.strip())]
    kept = "\n\n".join(paragraph for paragraph in said if paragraph)
    forms = {place: _form(values[place]) for place in _PLACE.findall(kept)}
    return Filled(_filled(kept, values), _filled(kept, forms))


def joined(filled: Iterable[str], between: str = "\n") -> Filled:
    """Put what was filled together, with its forms: what is no filling among it is a value."""
    parts = tuple(filled)
    return Filled(between.join(parts), between.join(_form(part) for part in parts))


def _filled(said: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: values[found[1]], said)


def _form(value: str) -> str:
    return value.form if isinstance(value, Filled) else VALUE


def _said(paragraph: str, values: Mapping[str, str]) -> str:
    """Give what is left of a paragraph when values are known, with its places."""
    lines: list[str] = []
    for line in paragraph.splitlines():
        if lines and not _OWN_LINE.match(line.lstrip()):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    is_list = any(line.startswith("- ") for line in lines)
    kept = [line for line in lines if all(values[place] for place in _PLACE.findall(line))]
    if not is_list and len(kept) < len(lines):
        return ""
    return "\n".join(kept)
