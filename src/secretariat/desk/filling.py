"""Filling: words that stand apart from code, with places in braces that a rule fills."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"\{([a-z][a-z_]*)\}")
_OWN_LINE = re.compile(r"(- |\d+\. |#)")


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


def fill(template: Template, values: Mapping[str, str]) -> str:
    """Fill every place. A paragraph, or a list's item, with a place whose value is empty is left out.

    A value is never looked into: braces in it are letters. Raises KeyError for a place without a value: a rule is wrong then.
    """
    paragraphs = [_filled(paragraph, values) for paragraph in re.split(r"\n\s*\n", template.text.strip())]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _filled(paragraph: str, values: Mapping[str, str]) -> str:
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
    return "\n".join(_PLACE.sub(lambda found: values[found[1]], line) for line in kept)
