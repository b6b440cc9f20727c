"""Occasions about the types of proposals: guides published in each stage, the bulletin of each term, a runtime that changes what they need."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.guidance.reading import GUIDES
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion

LASTS = 7 * DAY
"""So many blocks a bulletin, and words on a new runtime, make sense."""
FAR = 10**9


def about_guidance(history: History, configured: Configured) -> Iterator[Occasion]:
    """List what stages, terms and runtimes call for."""
    for election in history.elections:
        for stage in history.stages(election):
            page = replace(_of(GUIDES, "", stage.begins, stage.last), place="page", cycle=int(election["cycle"]))
            yield page
    councils = history.truth["councils"]
    for one, after in pairwise([*councils, {"elected": FAR}]):
        begins = int(one["elected"]) + configured.bulletin_after
        last = min(begins + LASTS, int(after["elected"])) - 1
        if begins <= last:
            yield _of("bulletin", f"council {one['number']}", begins, last)
    for before, now in pairwise(history.truth["rules"]):
        if now["spec_version"] != before["spec_version"] and needs_of(now) != needs_of(before):
            yield _of("runtime", f"spec version {now['spec_version']}", int(now["from"]), int(now["from"]) + LASTS)


NEEDS = ("proposal_types", "rejection_fee", "cancellation_fee", "most_funding")


def needs_of(rules: object) -> list[object]:
    """Give what proposals need under some rules."""
    return [rules.get(name) for name in NEEDS] if isinstance(rules, dict) else []


def _of(kind: str, subject: str, opens: int, closes: int) -> Occasion:
    return Occasion(
        row="B5",
        kinds=(kind,),
        place="discord",
        cycle=0,
        opens=opens,
        due=opens,
        closes=closes,
        subject=subject,
    )


def calendar(history: History, configured: Configured, block: int) -> Iterator[int]:
    """List the blocks after this one at which a term's bulletin is due."""
    begins = (int(one["elected"]) + configured.bulletin_after for one in history.truth["councils"])
    yield from (at for at in begins if at > block)
