"""The guides of the site: what a proposal of each type needs, a list and a page for each type, out of plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.formats.cells import clean

FOLDER = "guides"


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteNote:
    """A paragraph of the office: its parts, a banner where it may not hold any more, and from when until when it is valid.

    ``despite`` says why it stands although there are concerns about its neutrality; empty where there are none.
    """

    parts: tuple[str, ...]
    banner: str
    about: str
    despite: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidePage:
    """One type for the site. ``row`` are its cells in the list, ``sections`` pairs of a heading and its sentences.

    ``why_not`` says why nobody can file one; else it is empty.
    """

    name: str
    title: str
    lead: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    row: tuple[str, ...]
    why_not: str
    source: str
    notes: tuple[SiteNote, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Guides:
    """The guides of the site. ``headings`` are those of the list after the type, ``about`` says of which runtime they are."""

    pages: tuple[GuidePage, ...]
    headings: tuple[str, ...]
    about: str
    notes: tuple[SiteNote, ...] = ()


def guide_pages(guides: Guides) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the path and the contents of the list, then of each type's page. Every text is cleaned for a page."""
    listed = [
        {"href": f"{one.name}.html", "title": clean(one.title), "cells": _clean(one.row), "why_not": clean(one.why_not)}
        for one in guides.pages
    ]
    about = clean(guides.about)
    shared = {"about": about, "notes": _notes(guides.notes)}
    yield f"{FOLDER}/index.html", {"rows": listed, "headings": _clean(guides.headings), "one": None, **shared}
    for one in guides.pages:
        page = {
            "title": clean(one.title),
            "lead": _clean(one.lead),
            "sections": [(clean(heading), _clean(lines)) for heading, lines in one.sections],
            "source": clean(one.source),
        }
        own = {**shared, "notes": _notes(one.notes)}
        yield f"{FOLDER}/{one.name}.html", {"rows": [], "headings": [], "one": page, **own}


def _notes(notes: Sequence[SiteNote]) -> list[dict[str, Any]]:
    return [
        {
            "parts": _clean(one.parts),
            "banner": clean(one.banner),
            "about": clean(one.about),
            "despite": clean(one.despite),
        }
        for one in notes
    ]


def _clean(texts: Sequence[str]) -> list[str]:
    return [clean(text) for text in texts]
