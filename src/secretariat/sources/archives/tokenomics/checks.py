"""What must hold inside one tokenomics report; what does not is a problem, and the printed values are kept."""

import re
from decimal import Decimal

from secretariat.facts.texts import quoted
from secretariat.sources.archives.reports.figures import Kind, half_unit, read_cell
from secretariat.sources.archives.reports.findings import Findings, number_of, target_of
from secretariat.sources.archives.reports.percentages import Measured, check_percentage
from secretariat.sources.archives.tokenomics.gathered import Report
from secretariat.sources.archives.tokenomics.header import Header

_SECONDS = re.compile(r"(-?[0-9](?:[0-9,'_\u2019 \u00a0\u202f]{0,16}[0-9])?)\s*s?\b.*")
_NEVER_FALLING = (("council_minted", "What the council mint ever issued"), ("members", "The number of memberships"))


def check_report(report: Report, header: Header) -> None:
    """Run every check that the report's own figures allow."""
    _check_limits(report)
    _check_falling(report)
    _check_mints(report)
    _check_inflation(report)
    start, end = header.blocks
    if start is not None and end is not None:
        _check_time(report, end - start)


def _impossible(findings: Findings, name: str, what: str) -> None:
    findings.reading.problem(
        "impossible-figure",
        findings.found[name].line,
        subject=f"{findings.key} {name}",
        what=what,
        repair="Give the true value; the printed one is kept.",
        target=target_of(findings, name),
    )


def _check_limits(report: Report) -> None:
    """More cannot be approved than was made, and not more validators be active than are allowed."""
    made, approved = number_of(report.term, "proposals"), number_of(report.term, "proposals_approved")
    if made is not None and approved is not None and approved > made:
        _impossible(
            report.term,
            "proposals_approved",
            f"{approved:f} proposals are said to be approved of {made:f} made in the term; those approved may have been "
            "made in an earlier term.",
        )
    for side in ("start", "end"):
        active, allowed = (number_of(report.term, f"{name}_{side}") for name in ("validators", "validator_limit"))
        if active is not None and allowed is not None and active > allowed:
            _impossible(
                report.term, f"validators_{side}", f"{active:f} validators are active of {allowed:f} allowed ({side})."
            )


def _check_falling(report: Report) -> None:
    """Figures that only ever grow cannot be smaller at the end."""
    pairs = [(report.term, name, words) for name, words in _NEVER_FALLING]
    pairs += [
        (group.findings, "minted", f"What the mint of {slug} ever issued") for slug, group in report.groups.items()
    ]
    for findings, name, words in pairs:
        start, end = number_of(findings, f"{name}_start"), number_of(findings, f"{name}_end")
        if start is not None and end is not None and end < start:
            _impossible(findings, f"{name}_end", f"{words} falls from {start:f} to {end:f}.")


def _check_mints(report: Report) -> None:
    """Compare what a role is said to have cost with what its mint issued in the term."""
    for slug, group in report.groups.items():
        spent = group.findings.found.get("spent")
        minted = _issued(group.findings, "minted")
        if spent is not None and "spent" not in group.findings.disputed and minted is not None:
            _compare_mint(report, group.label, group.findings, spent.number, spent.printed, spent.line, minted, slug)
    issued = _issued(report.term, "council_minted")
    council = report.term.found.get("council_spent")
    if council is not None and "council_spent" not in report.term.disputed and issued is not None:
        _compare_mint(report, "Council", report.term, council.number, council.printed, council.line, issued, "council")


def _issued(findings: Findings, name: str) -> Decimal | None:
    start, end = number_of(findings, f"{name}_start"), number_of(findings, f"{name}_end")
    return None if start is None or end is None else end - start


def _compare_mint(
    report: Report, label: str, findings: Findings, spent: Decimal, printed: str, line: int, minted: Decimal, slug: str
) -> None:
    if abs(spent - minted) < 1:
        return
    report.reading.problem(
        "contradiction",
        line,
        subject=f"{findings.key} spent {slug}",
        what=f"{label} is said to have cost {quoted(printed)}, but by section Mints its mint issued {minted:f} in the term.",
        repair="Check both against the chain; both are kept as printed.",
        target=target_of(findings, "council_spent" if slug == "council" else "spent"),
    )


def _check_inflation(report: Report) -> None:
    line = report.checked.get("inflation")
    start, end = report.term.found.get("rate_start"), report.term.found.get("rate_end")
    if line is None or start is None or end is None or end.number == 0:
        return
    before, after = (Measured(rate.number, rate.half, rate.printed) for rate in (start, end))
    subject = f"{report.key} inflation"
    check_percentage(report.reading, subject, "Inflation", line.value, before, after, line.line, falling=True)


def _check_time(report: Report, blocks: int) -> None:
    """Compare seconds, blocks, average block time and ideal duration, which belong together."""
    seconds, block_time = number_of(report.term, "seconds"), report.term.found.get("block_time")
    if block_time is not None and not 1 <= block_time.number <= 60:
        _impossible(
            report.term, "block_time", f"A block is said to have taken {quoted(block_time.printed)} seconds on average."
        )
    elif block_time is not None and seconds is not None and blocks > 0:
        average = seconds / blocks
        if abs(average - block_time.number) > (half_unit(block_time.number) or Decimal("0.5")) + Decimal("0.0005"):
            _time_differs(
                report,
                "block_time",
                block_time.line,
                f"The average block time is written {quoted(block_time.printed)}; {seconds:f} seconds over {blocks} blocks "
                f"give {average:.3f}.",
            )
    ideal, difference = (_seconds_of(report, name) for name in ("ideal term duration", "difference"))
    if seconds is not None and ideal is not None and difference is not None and seconds - ideal != difference:
        line = report.checked["difference"]
        _time_differs(
            report,
            "difference",
            line.line,
            f"The difference of duration is written {quoted(line.value)}; {seconds:f} less {ideal:f} is {seconds - ideal:f}.",
        )


def _time_differs(report: Report, subject: str, line: int, what: str) -> None:
    report.reading.problem(
        "contradiction",
        line,
        subject=f"{report.key} time {subject}",
        what=what,
        repair="Check them against the chain; the values are kept as printed.",
    )


def _seconds_of(report: Report, name: str) -> Decimal | None:
    line = report.checked.get(name)
    match = _SECONDS.fullmatch(line.value) if line else None
    return read_cell(Kind.NUMBER, match[1]).value if match else None
