"""Wanted words of this duty: messages for the council's place, and for the one where everybody reads."""

from collections.abc import Mapping, Sequence

from secretariat.desk.filling import Template, joined
from secretariat.desk.findings import Wanted
from secretariat.desk.marks import written_out
from secretariat.desk.wanting import message
from secretariat.duties.proposals.view import View

ROOM = 1_750
"""Characters of a message for its list: of Discord's 2,000, less its other words and the name it rings."""

_MARK = "x" * 32
"""As long as a time mark that is written out."""


def to_council(view: View, template: Template, values: Mapping[str, str], *, until: int) -> tuple[Wanted, ...]:
    """Want a message in the council's place that rings nobody."""
    return message(view.settings.discord, template, values, until=until)


def to_everybody(view: View, template: Template, values: Mapping[str, str], *, until: int) -> tuple[Wanted, ...]:
    """Want a message in the place for everybody."""
    return message(view.settings.announcements, template, values, until=until, part="announcement")


def in_pages(lines: Sequence[str]) -> list[str]:
    """Put whole lines together so that each page fits into a message with its times written out."""
    pages: list[list[str]] = [[]]
    room = ROOM
    for line in lines:
        length = len(written_out(line, time=lambda _: _MARK, left=lambda _: _MARK)) + 1
        if length > room and pages[-1]:
            pages.append([])
            room = ROOM
        pages[-1].append(line)
        room -= length
    return [joined(page) for page in pages if page]
