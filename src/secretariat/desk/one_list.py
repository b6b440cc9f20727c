"""One list: of words that two findings want and that say the same, those alone go out that say more (``Wanted.unless``).

A list of votes is wanted by the duty ``proposals`` at a step, and by the duty ``digests`` on days without one. Where the desk looks for the
first time, or again after a while, a step that passed and such a day are there at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from secretariat.desk.drafts import SETTLED
from secretariat.desk.findings import Finding, Unless
from secretariat.desk.reconcile import DraftOnDesk, told_parts

WAITS: frozenset[str] = frozenset({"open", "approved", "queued"})
"""States of a draft that will go out as it is, or after a person's yes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OnItsWay:
    """An open finding's drafts on the desk, and the newest block (at council time) at which words of it went out, or may have.

    ``out`` is None where none did.
    """

    drafts: tuple[DraftOnDesk, ...] = ()
    out: int | None = None


_NOTHING = OnItsWay()


def named(findings: Iterable[Finding]) -> frozenset[str]:
    """Give the keys of the findings whose words can take the place of others."""
    return frozenset(one.unless.finding for each in findings for one in each.wanted if one.unless is not None)


def one_list(findings: Iterable[Finding], known: Mapping[str, OnItsWay]) -> tuple[Finding, ...]:
    """Give findings without the words that another one's say; all others stay as they are.

    ``known`` has what is on the desk of those that ``named`` gives, by key.
    """
    found = tuple(findings)
    now = {one.key: one for one in found}
    given = []
    for each in found:
        left = tuple(
            one
            for one in each.wanted
            if one.unless is None
            or not _is_said(one.unless, now.get(one.unless.finding), known.get(one.unless.finding, _NOTHING))
        )
        given.append(each if left == each.wanted else replace(each, wanted=left))
    return tuple(given)


def _is_said(unless: Unless, other: Finding | None, known: OnItsWay) -> bool:
    """Tell whether the other finding's words went out in time, or wait: on the desk, or until they are drafted now.

    Words that failed, or that a person said no to, say nothing.
    """
    if known.out is not None and known.out >= unless.since:
        return True
    if any(each.state in WAITS for each in known.drafts):
        return True
    over = {each.draft.act.part for each in known.drafts if each.state in SETTLED or each.state == "failed"}
    over |= {part for _, part in told_parts(known.drafts)}
    return other is not None and any(one.part not in over for one in other.wanted)
