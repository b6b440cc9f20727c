"""Deadlines as JSON and as a table for a terminal."""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import ACTED_ON, TITLES, Deadline, Outlook
from secretariat.facts.election_ways import FOLLOWS, MEANINGS
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.facts.pace import seconds_text

CONTRACT = "secretariat.deadlines/1"
_WIDTH = 110
_HEADINGS = ("what", "block", "last usable", "time (UTC)", "band")


def deadlines_json(state: CouncilState, outlook: Outlook) -> str:
    """Write the answer as the contract ``secretariat.deadlines/1`` has it, without a line break at the end."""
    pace = state.pace
    answer = {
        "contract": CONTRACT,
        "genesis": state.genesis,
        "head": {"block": pace.head.block, "time": _down(pace.head.milliseconds)},
        "pace": {
            "seconds_per_block": seconds_text(pace.mean),
            "band_seconds_per_block": seconds_text(pace.band),
            "measured_blocks": pace.measured_blocks,
            "windows": [seconds_text(window) for window in pace.windows],
        },
        "stage": {
            "name": outlook.span.stage,
            "began": outlook.span.begins,
            "ends_at": outlook.span.ends,
            "cycle": outlook.cycle,
            "candidates": outlook.candidates,
            "candidates_needed": outlook.candidates_needed,
        },
        "branches": [
            {"name": branch, "follows": list(FOLLOWS[branch]), "meaning": MEANINGS[branch]}
            for branch in outlook.branches
        ],
        "deadlines": [_deadline(deadline) for deadline in outlook.deadlines],
        "notes": list(outlook.notes),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _deadline(deadline: Deadline) -> dict[str, str | int | bool | None]:
    return {
        "name": deadline.name,
        "proposal": deadline.proposal,
        "cycle": deadline.cycle,
        "block": deadline.block,
        "last_usable_block": deadline.last_usable_block,
        "time": _down(deadline.at),
        "earliest": _down(deadline.earliest),
        "latest": _up(deadline.latest),
        "branch": deadline.branch,
        "open": deadline.open,
        "note": deadline.note,
    }


def _down(milliseconds: int) -> str:
    return moment_of_milliseconds(milliseconds)


def _up(milliseconds: int) -> str:
    return moment_of_milliseconds(-(-milliseconds // 1000) * 1000)


def deadlines_lines(state: CouncilState, outlook: Outlook) -> Iterator[str]:
    """Give the lines of a table for a terminal: the stage, then each branch with its meaning and its deadlines."""
    pace = state.pace
    span = outlook.span
    candidates = (
        ""
        if outlook.candidates is None
        else f", {outlook.candidates} of at least {outlook.candidates_needed} candidates"
    )
    cycle = "" if outlook.cycle is None else f", cycle {outlook.cycle}"
    yield f"Stage: {span.stage}{cycle}{candidates}, from block {span.begins:,} to block {span.ends:,}"
    yield f"Head:  block {pace.head.block:,} at {_shown(pace.head.milliseconds)} UTC"
    yield (
        f"Pace:  {seconds_text(pace.mean, 3)} s per block, ± {seconds_text(pace.band, 3)}, "
        f"measured over {pace.measured_blocks:,} blocks"
    )
    for note in outlook.notes:
        yield f"Note:  {note}"
    titles = {proposal.number: proposal.title for proposal in state.proposals}
    rows = {
        branch: [_row(each, titles) for each in outlook.deadlines if each.branch == branch]
        for branch in outlook.branches
    }
    shown = [_HEADINGS, *(row for listed in rows.values() for row, _ in listed)]
    widths = [max(len(row[place]) for row in shown) for place in range(len(_HEADINGS))]
    for branch, listed in rows.items():
        yield ""
        yield from wrap(f"{branch.replace('-', ' ').upper()}: {MEANINGS[branch]}", _WIDTH)
        if listed:
            yield _line(_HEADINGS, widths)
        for row, note in listed:
            yield _line(row, widths) + (f"  {note}" if note else "")
    yield ""
    yield "An extrinsic must be in the last usable block or before. The band grows with the distance from the head."


def _row(deadline: Deadline, titles: dict[int, str | None]) -> tuple[tuple[str, ...], str]:
    title = titles.get(deadline.proposal) if deadline.proposal is not None else None
    late = "too late already" if not deadline.open and deadline.name in ACTED_ON else None
    notes = (f'"{title}"' if title else None, late, deadline.note)
    band = max(deadline.latest - deadline.at, deadline.at - deadline.earliest)
    cells = (
        TITLES[deadline.name].format(proposal=deadline.proposal),
        f"{deadline.block:,}",
        f"{deadline.last_usable_block:,}",
        _shown(deadline.at),
        _band(band),
    )
    return cells, "; ".join(note for note in notes if note)


def _shown(milliseconds: int) -> str:
    return _down(milliseconds).replace("T", " ").removesuffix("Z")


def _band(milliseconds: int) -> str:
    """Write a width in minutes, from two hours on in hours with one place; rounded up."""
    minutes = -(-milliseconds // 60_000)
    if minutes < 120:
        return f"± {minutes} min"
    tenths = -(-minutes // 6)
    return f"± {tenths // 10}.{tenths % 10} h"


def _line(cells: Iterable[str], widths: list[int]) -> str:
    right = (1, 2, 4)
    placed = zip(range(len(widths)), cells, widths, strict=True)
    return "  ".join(
        ("", *(cell.rjust(width) if at in right else cell.ljust(width) for at, cell, width in placed))
    ).rstrip()
