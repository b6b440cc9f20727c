"""The published election results: for every round of that file, the seats with their own and their backers' stake."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.elections import Backer, ElectedSeat, ElectionResult
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import located_json
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_number,
    as_whole,
    note_unknown_names,
    shown,
    text,
    token_amount,
    unwrapped,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, line_of

_ROUND_NAMES = frozenset(("round", "termEndsAt", "seats"))
_SEAT_NAMES = frozenset(("member", "ownStake", "backers", "backersStake", "jsgStake", "totalStake"))
_MEMBER_NAMES = frozenset(("id", "handle", "rootAccount"))
_FILE_NAME = re.compile(r"(.*election[_-]?results?|.*kpis_overview_report)\.json", re.IGNORECASE)
MAX_ROUND = 100_000
MAX_BACKERS = 10_000


def recognises(path: str, head: str) -> bool:
    """Tell the results by their keys: seats, and what only an election has."""
    if not path.lower().endswith(".json"):
        return False
    return _key("seats", head) and any(_key(name, head) for name in ("termEndsAt", "ownStake", "backersStake"))


def knows_name(path: str) -> bool:
    """Tell the results by the name the file was published under."""
    return _FILE_NAME.fullmatch(PurePosixPath(path).name) is not None


def parse(document: Document, reading: Reading) -> None:
    """Read every round: under ``rounds``, as a list, or as one round."""
    data = located_json.load(document, reading)
    if data is None:
        return
    rounds = _rounds_of(unwrapped(data, {"rounds", *_ROUND_NAMES}))
    results: list[tuple[Entry, ElectionResult]] = []
    first: dict[int, list[Any]] = {}
    for place, values in enumerate(rounds, start=1):
        number = as_whole(values.get("round")) if isinstance(values, LocatedDict) else None
        seats = values.get("seats") if isinstance(values, LocatedDict) else None
        if number is None or number > MAX_ROUND or not isinstance(seats, list):
            _malformed(reading, line_of(values, line_of(data)), place)
            continue
        entry = Entry(reading, values, ElectionResult.KIND, str(number))
        fact = ElectionResult(
            results_round=number, term_ends_at=whole(entry, "termEndsAt", "term_ends_at"), seats=len(seats)
        )
        if reading.add(entry.key, entry.line, fact):
            results.append((entry, fact))
            first[number] = seats
            _read_seats(entry, number, seats)
        elif number in first and seats != first[number]:
            _note_dropped(entry, number, len(seats))
    note_unknown_names(reading, "a round of results", rounds, _ROUND_NAMES)
    _check_order(results)


def _note_dropped(again: Entry, number: int, seats: int) -> None:
    """Report that the seats of a round which stands a second time, with other ones, were not taken."""
    again.reading.problem(
        "row-malformed",
        again.line,
        subject=f"round {number} seats left out",
        what=f"Round {number} stands a second time here, with other seats; its {seats} {'seat was' if seats == 1 else 'seats were'} left "
        "out.",
        repair="Give it the number of its own round, or remove the printing that is wrong, and import the file again.",
        refused=True,
    )


def _rounds_of(data: Any) -> list[Any]:
    """List what should be rounds: what stands under ``rounds``, the items of a list, or the one document."""
    if isinstance(data, list):
        return [found for item in data for found in (_rounds_of(item) if _has_rounds(item) else [item])]
    rounds = data["rounds"] if _has_rounds(data) else data
    return rounds if isinstance(rounds, list) else [rounds]


def _has_rounds(data: Any) -> bool:
    return isinstance(data, dict) and "rounds" in data


def _read_seats(round_: Entry, number: int, seats: Sequence[Any]) -> None:
    if not seats:
        round_.problem("row-malformed", "seats", f"Round {number} of the results has no seat.", repair="Mend the file.")
    for place, seat in enumerate(seats, start=1):
        if isinstance(seat, LocatedDict):
            _read_seat(round_.reading, seat, number, place)
        else:
            round_.reading.problem(
                "row-malformed",
                round_.line,
                subject=f"round {number} seat {place}",
                what=f"Seat {place} of round {number} is not an object with a member and stakes.",
                repair="Mend the file and import it again.",
                refused=True,
            )
    note_unknown_names(round_.reading, "a seat", seats, _SEAT_NAMES)


def _read_seat(reading: Reading, seat: LocatedDict, number: int, place: int) -> None:
    identity = _identity(seat)
    member_id = as_whole(identity.get("id"))
    entry = Entry(
        reading, seat, ElectedSeat.KIND, f"{number}/{member_id}" if member_id is not None else f"{number}/seat {place}"
    )
    person = Entry(reading, identity, entry.kind, entry.key)
    if member_id is None:
        entry.problem(
            "row-malformed",
            "member_id",
            f"Seat {place} of round {number} names no member by number.",
            repair="Set the member's number; the seat is kept without it.",
        )
    fact = ElectedSeat(
        results_round=number,
        member_id=member_id,
        handle=text(person, "handle", "handle"),
        root_account=text(person, "rootAccount", "root_account"),
        own_stake=token_amount(entry, "ownStake", "own_stake"),
        backers=_backers(entry),
        backers_stake=token_amount(entry, "backersStake", "backers_stake"),
        jsg_stake=token_amount(entry, "jsgStake", "jsg_stake"),
        total_stake=token_amount(entry, "totalStake", "total_stake"),
    )
    reading.add(entry.key, entry.line, fact)
    _check_stakes(entry, fact)


def _identity(holder: LocatedDict) -> LocatedDict:
    """Give the member of a seat or a vote: an object, or only a number or a handle."""
    member = holder.get("member")
    if isinstance(member, LocatedDict):
        return member
    known = {"id": member} if as_whole(member) is not None else {"handle": member} if isinstance(member, str) else {}
    bare = LocatedDict(known)
    bare.line = line_of(holder)
    return bare


def _backers(seat: Entry) -> tuple[Backer, ...] | None:
    """Read the votes for a seat; the same member may have voted several times. None when the file does not list them.

    A vote that cannot be read is still a vote: it counts, by nobody known.
    """
    rows = seat.values.get("backers")
    if not isinstance(rows, list) or len(rows) > MAX_BACKERS:
        wrong = (
            f"has {len(rows):,} backers, more than any seat"
            if isinstance(rows, list)
            else "does not say who backed it"
            if rows is None
            else "has backers that are not a list"
        )
        seat.problem(
            "row-malformed",
            "backers",
            f"Seat {seat.key} {wrong}; how many votes it had is unknown.",
            repair="Mend the file and import it again; an empty list says that nobody voted for it.",
        )
        return None
    return tuple(_backer(seat, place, row) for place, row in enumerate(rows, start=1))


def _backer(seat: Entry, place: int, row: object) -> Backer:
    """Read one vote; what of it cannot be read is a problem and unknown."""
    if not isinstance(row, LocatedDict):
        _backer_problem(seat, place, f"Backer {place} is not an object with a member and a stake.")
        return Backer(member_id=None, handle=None, root_account=None, stake=None)
    identity = _identity(row)
    line = line_of(row, seat.line)
    stake = as_number(row.get("stake"))
    person = Entry(seat.reading, identity, seat.kind, f"{seat.key} backer {place}")
    if stake.value is None:
        _backer_problem(seat, place, f"The stake of backer {place} is not one number; it is unknown.", line)
    elif stake.value < 0:
        wrong = f"The stake of backer {place} is {shown(row.get('stake'))}, less than nothing; it is unknown."
        _backer_problem(seat, place, wrong, line, code="impossible-figure")
    known = stake.value is not None and stake.value >= 0
    member_id = as_whole(identity.get("id"))
    if member_id is None and not as_number(identity.get("id")).empty:
        wrong = f"The id of backer {place} is {shown(identity.get('id'))}, which is no member's number; it is unknown."
        _backer_problem(seat, place, wrong, line, part="id")
    return Backer(
        member_id=member_id,
        handle=text(person, "handle", "backers"),
        root_account=text(person, "rootAccount", "backers"),
        stake=token_amount(Entry(seat.reading, row, seat.kind, seat.key), "stake", "backers") if known else None,
    )


def _check_stakes(entry: Entry, fact: ElectedSeat) -> None:
    """Compare the printed sums with their parts. Which backers are Jsgenesis the file does not say."""
    stakes = [backer.stake for backer in fact.backers or ()]
    backed = Amount(sum(stake for stake in stakes if stake is not None))
    known = fact.backers is not None and all(stake is not None for stake in stakes)
    if known and fact.backers_stake is not None and fact.backers_stake != backed:
        _not_sum(entry, "backers_stake", fact.backers_stake, backed, "its backers")
    if fact.own_stake is not None and fact.backers_stake is not None and fact.total_stake is not None:
        total = Amount(fact.own_stake + fact.backers_stake)
        if total != fact.total_stake:
            _not_sum(entry, "total_stake", fact.total_stake, total, "own and backers' stake")
    if fact.jsg_stake is not None and fact.backers_stake is not None and fact.jsg_stake > fact.backers_stake:
        entry.problem(
            "impossible-figure",
            "jsg_stake",
            f"Seat {entry.key} has {token_text(fact.jsg_stake)} tokens of Jsgenesis' votes among"
            f" {token_text(fact.backers_stake)} of all votes.",
            repair="Set the figure that is wrong.",
        )


def _check_order(results: list[tuple[Entry, ElectionResult]]) -> None:
    """Compare the rounds' ends: a later round ends later."""
    ordered = sorted(results, key=lambda pair: pair[1].results_round)
    for (_, before), (entry, after) in pairwise(ordered):
        if before.term_ends_at is None or after.term_ends_at is None or before.term_ends_at < after.term_ends_at:
            continue
        entry.problem(
            "block-range-contradiction",
            "term_ends_at",
            f"Round {after.results_round} ends at block {after.term_ends_at:,}, not after round {before.results_round},"
            f" which ends at {before.term_ends_at:,}.",
            repair="Set the height that is wrong.",
        )


def _not_sum(entry: Entry, field: str, stated: Amount, found: Amount, parts: str) -> None:
    entry.problem(
        "total-not-sum",
        field,
        f"Seat {entry.key} prints {token_text(stated)} tokens as {field.replace('_', ' ')}; {parts} come to"
        f" {token_text(found)}.",
        repair="Set the sum, or mend the part that is wrong.",
    )


def _backer_problem(
    seat: Entry, place: int, what: str, line: int | None = None, *, code: str = "row-malformed", part: str = ""
) -> None:
    seat.reading.problem(
        code,
        seat.line if line is None else line,
        subject=f"{seat.key} backer {place} {part}".strip(),
        what=f"Seat {seat.key}: {what}",
        repair="Mend the file and import it again.",
    )


def _malformed(reading: Reading, line: int, place: int) -> None:
    reading.problem(
        "row-malformed",
        line,
        subject=f"round at place {place}",
        what=f"Item {place} of the results is no election: it has no round number, or no list of seats.",
        repair="Mend the file and import it again.",
        refused=True,
    )


def _key(name: str, head: str) -> bool:
    return re.search(rf'"{name}"\s*:', head) is not None


FORMAT = Format(
    name="election-results",
    title="the published election results",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
