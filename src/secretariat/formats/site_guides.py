"""The guides of the site: what a proposal of each type needs, a list and a page for each type, out of plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.formats.cells import clean

FOLDER = "guides"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidePage:
    """One type for the site. ``row`` are its cells in the list, ``sections`` pairs of a heading and its sentences."""

    name: str
    title: str
    lead: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    row: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Guides:
    """The guides of the site. ``headings`` are those of the list after the type, ``about`` says of which runtime they are."""

    pages: tuple[GuidePage, ...]
    headings: tuple[str, ...]
    about: str


def guide_pages(guides: Guides) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the path and the contents of the list, then of each type's page. Every text is cleaned for a page."""
    listed = [{"href": f"{one.name}.html", "title": clean(one.title), "cells": _clean(one.row)} for one in guides.pages]
    about = clean(guides.about)
    yield f"{FOLDER}/index.html", {"rows": listed, "headings": _clean(guides.headings), "about": about, "one": None}
    for one in guides.pages:
        page = {
            "title": clean(one.title),
            "lead": _clean(one.lead),
            "sections": [(clean(heading), _clean(lines)) for heading, lines in one.sections],
            "source": clean(one.source),
        }
        yield f"{FOLDER}/{one.name}.html", {"rows": [], "headings": [], "about": about, "one": page}


def _clean(texts: Sequence[str]) -> list[str]:
    return [clean(text) for text in texts]
