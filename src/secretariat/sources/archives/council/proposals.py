"""The proposal blocks of a council report: one record each, with the amount and outcome as far as they are sure."""

import re
from dataclasses import dataclass

from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.facts.proposals import Outcome, ReportedProposal
from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.amounts import proposal_amount
from secretariat.sources.archives.council.blocks import Block, check_disputed
from secretariat.sources.archives.council.header import Header
from secretariat.sources.archives.council.moved_cells import HANDLE
from secretariat.sources.archives.council.outcomes import APPROVED_ALONE, Status, status_of
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.numbers import read_integer
from secretariat.sources.archives.reports.layout import Labelled

_LINK = re.compile(r"/proposals/(?:preview/)?([0-9]{1,9})(?![0-9])", re.ASCII)
_BLOCKS = re.compile(r"([0-9](?:[0-9.,'_\u2019 \u00a0\u202f]{0,24}[0-9])?)\s*blocks?\b", re.IGNORECASE)
_HOURS = re.compile(r"([0-9](?:[0-9.,'_\u2019 \u00a0\u202f]{0,24}[0-9])?)\s*h(?:ours?|rs?)?\b", re.IGNORECASE)
_NAME = re.compile(r"@?[A-Za-z][A-Za-z0-9_.\-]{1,39}", re.ASCII)
_PARTICIPANT = re.compile(r"@?([A-Za-z0-9_.\-]{0,39}[A-Za-z0-9_\-])\.?", re.ASCII)
_NOBODY = re.compile(r"n/?a|none|-|.*next council.*|\(.*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A recorded proposal with what the checks need: its key, line, status, and hours to finalise as printed."""

    key: str
    line: int
    fact: ReportedProposal
    status: Status | None
    hours: str | None
    hours_line: int


def read_proposals(
    reading: Reading, header: Header, found: list[Block], handles: frozenset[str], approved: int | None
) -> list[Printed]:
    """Record every block. ``approved`` is the overview's count of approved and executed proposals."""
    statuses = [status_of(_value(block, "status")) for block in found]
    settled = _settle(statuses, approved)
    everyone = handles | frozenset(_handle(_value(block, "created by")) or "" for block in found)
    aliases: dict[str, list[Block]] = {}
    printed = []
    for block, status in zip(found, statuses, strict=True):
        one = _read_block(reading, header, block, status, everyone, settled=settled)
        if one is not None:
            printed.append(one)
        if status is not None and status.alias and status.outcome is not None:
            aliases.setdefault(_value(block, "status"), []).append(block)
    _note_aliases(reading, aliases, settled=settled)
    return printed


def _settle(statuses: list[Status | None], approved: int | None) -> bool:
    """Say whether a status that is only "Approved" means executed: when the overview counts it among those executed."""
    executed = sum(1 for status in statuses if status and status.outcome == "executed")
    alone = sum(1 for status in statuses if status and status.outcome == APPROVED_ALONE)
    return alone > 0 and approved == executed + alone


def _note_aliases(reading: Reading, aliases: dict[str, list[Block]], *, settled: bool) -> None:
    for spelling, used in aliases.items():
        status = status_of(spelling)
        outcome = status.outcome if status else None
        if outcome == APPROVED_ALONE:
            if not settled:
                continue
            outcome = "executed, because the overview counts it among the approved and executed proposals"
        reading.problem(
            "alias",
            used[0].fields["status"].line,
            subject=f"status {spelling}",
            what=f"The status {quoted(spelling)} is another spelling, used {len(used)} "
            + ("time." if len(used) == 1 else "times."),
            repair=f"Read as {outcome}.",
            applied=True,
        )


def _value(block: Block, key: str) -> str:
    line = block.fields.get(key)
    return line.value if line else ""


def _handle(text: str) -> str | None:
    match = HANDLE.search(text)
    return match[1] if match else text.strip() if _NAME.fullmatch(text.strip()) and text.lower() != "n/a" else None


def participants(text: str) -> tuple[str, ...]:
    """List the handles of a participants field; empty for N/A and for words about the next council."""
    if _NOBODY.fullmatch(text.strip()[:200]):
        return ()
    names = (_PARTICIPANT.fullmatch(part.strip()) for part in text.split(",") if len(part) <= 80)
    return tuple(dict.fromkeys(match[1] for match in names if match))


def _read_block(
    reading: Reading, header: Header, block: Block, status: Status | None, handles: frozenset[str], *, settled: bool
) -> Printed | None:
    if block.number is None:
        reading.problem(
            "row-malformed",
            block.line,
            subject=f"proposal {block.title[:80]}",
            what=f"The proposal {quoted(block.title)} has neither a number nor a link.",
            repair="Add its number; it was left out.",
            refused=True,
        )
        return None
    key = f"{header.key}/{block.number}"
    fact = _fact(reading, header, key, block, status, handles, settled=settled)
    _check_link(reading, key, block)
    check_disputed(reading, key, block)
    if not reading.add(key, block.line, fact):
        return None
    time = block.fields.get("time to finalize")
    hours = _HOURS.search(time.value[:200]) if time else None
    return Printed(key, block.line, fact, status, hours[1] if hours else None, time.line if time else block.line)


def _fact(
    reading: Reading,
    header: Header,
    key: str,
    block: Block,
    status: Status | None,
    handles: frozenset[str],
    *,
    settled: bool,
) -> ReportedProposal:
    assert header.term is not None  # noqa: S101 - the report is refused without a term
    assert block.number is not None  # noqa: S101 - _read_block asks only then
    type_, destination = _value(block, "proposal type"), _value(block, "destination member").lstrip("@")
    amount = block.fields.get("amount")
    return ReportedProposal(
        network=header.network,
        chain=chain_of(header.network),
        term=header.term,
        number=block.number,
        title=" ".join(block.title.split()),
        type=type_ or None,
        amount_printed=_value(block, "amount") or None,
        amount=proposal_amount(reading, key, amount, type_=type_, destination=destination, handles=handles),
        destination=destination or None,
        outcome=_outcome(reading, key, block, status, settled=settled),
        failure=status.failure if status else None,
        blocks_to_finalise=_blocks_of(reading, key, block.fields.get("time to finalize")),
        proposer=_handle(_value(block, "created by")),
        participants=participants(_value(block, "participants")),
    )


def _outcome(reading: Reading, key: str, block: Block, status: Status | None, *, settled: bool) -> Outcome | None:
    if status is None:
        return None
    if status.outcome == APPROVED_ALONE and settled:
        return "executed"
    if status.outcome is not None and status.outcome != APPROVED_ALONE:
        return status.outcome
    line = block.fields["status"]
    approved = status.outcome == APPROVED_ALONE
    reading.problem(
        "alias",
        line.line,
        subject=f"{key} outcome",
        what=f"The status {quoted(line.value)} "
        + ("does not say whether the proposal was executed." if approved else "names no known outcome."),
        repair="Give the outcome (such as executed or pending); until then it is unknown.",
        target=Target(kind=ReportedProposal.KIND, key=key, field="outcome"),
    )
    return None


def _blocks_of(reading: Reading, key: str, time: Labelled | None) -> int | None:
    """Read the blocks; words instead of a time (N/A, "still pending") mean that there is none."""
    if time is None:
        return None
    match = _BLOCKS.search(time.value[:200])
    blocks = read_integer(match[1]).value if match else None
    if blocks is not None:
        return int(blocks)
    if re.search(r"[0-9]", time.value):
        reading.problem(
            "amount-unparsable",
            time.line,
            subject=f"{key} blocks_to_finalise",
            what=f"The time to finalise is written {quoted(time.value)}, without one number of blocks.",
            repair="Give the blocks; until then they are unknown.",
            target=Target(kind=ReportedProposal.KIND, key=key, field="blocks_to_finalise"),
        )
    return None


def _check_link(reading: Reading, key: str, block: Block) -> None:
    line = block.fields.get("proposal link")
    match = _LINK.search(line.value[:500]) if line else None
    if line is not None and match is not None and int(match[1]) != block.number:
        reading.problem(
            "link-contradiction",
            line.line,
            subject=f"{key} link",
            what=f"The link under proposal {block.number} leads to proposal {int(match[1])}.",
            repair=f"Taken as proposal {block.number}, as its heading says; mend the link.",
        )
