"""The rules that need the bounty register, the status table and the weekly notes side by side."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from secretariat.duties.bounties.rows import bounties
from secretariat.facts.amounts import decimal_text
from secretariat.facts.bounties import Bounty, BountyNote, BountyTableRow, state_of
from secretariat.facts.problems import Problem, problem
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

Named = Stated[Bounty] | Stated[BountyTableRow] | Stated[BountyNote]

_COMPARED = {
    "reward_usd": "a reward of {} USD",
    "paid_usd": "{} USD paid",
    "opened_on": "opened on {}",
    "closed_on": "closed on {}",
}
_NOUNS = {"issue": "issues", "thread": "threads"}


def problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find what the lists of bounties say against each other."""
    found: list[Problem] = []
    for line in bounties(snapshot):
        if line.listed is not None and line.printed is not None:
            found += _contradictions(line.listed, line.printed)
            found += _links(line.listed, line.printed)
    found += _titles(snapshot)
    return tuple(found)


def _contradictions(listed: Stated[Bounty], printed: Stated[BountyTableRow]) -> Iterator[Problem]:
    for name, words in _COMPARED.items():
        first, second = getattr(listed.fact, name), getattr(printed.fact, name)
        if first is not None and second is not None and first != second:
            here, there = (words.format(_shown(value)) for value in (second, first))
            yield _against(listed, printed, name, f"This table states {here}, the register {there}")
    state, listed_state = state_of(printed.fact.status), state_of(listed.fact.status) or _list_state(listed)
    if state and listed_state and state != listed_state:
        said = listed.fact.status or f"in the list of {listed.fact.listed_as} bounties"
        what = f"This table has the status {(printed.fact.status or '')[:60]!r}, the register {said[:60]!r}"
        yield _against(listed, printed, "status", what)


def _against(listed: Stated[Bounty], printed: Stated[BountyTableRow], name: str, what: str) -> Problem:
    return problem(
        "contradiction",
        file=printed.file,
        line=printed.line,
        subject=f"bounty {printed.key} {name} register",
        what=f"{what} for bounty {printed.key} ({listed.source}).",
        repair="The register was taken; mend whichever is wrong.",
    )


def _links(listed: Stated[Bounty], printed: Stated[BountyTableRow]) -> Iterator[Problem]:
    """Compare the table's issue and thread with the register's links of that kind."""
    for name, noun in _NOUNS.items():
        number = getattr(printed.fact, name)
        linked = [int(n) for link in listed.fact.links for n in re.findall(rf"/{noun}/(\d{{1,9}})(?!\d)", link)]
        if number is not None and linked and number not in linked:
            names = ", ".join(str(n) for n in linked)
            what = f"This table names {name} {number} for bounty {printed.key}, the register links to {names}"
            yield problem(
                "link-contradiction",
                file=printed.file,
                line=printed.line,
                subject=f"bounty {printed.key} {name} register",
                what=f"{what} ({listed.source}).",
                repair="Look which one is about the bounty and mend the other.",
            )


def _titles(snapshot: Snapshot) -> Iterator[Problem]:
    """Compare the titles one number has: other words for it are a drift, no word in common two bounties."""
    by_number: dict[int, list[Named]] = {}
    sources: Sequence[Sequence[Named]] = (
        snapshot.of(Bounty),
        snapshot.of(BountyTableRow),
        snapshot.of(BountyNote),
    )
    for records in sources:
        for record in records:
            if record.fact.title:
                by_number.setdefault(record.fact.bounty, []).append(record)
    for number, (first, *others) in sorted(by_number.items()):
        for record in others:
            known, title = first.fact.title or "", record.fact.title or ""
            if _words(known) == _words(title):
                continue
            same = bool(_words(known) & _words(title))
            calls = f"Bounty {number} is called {title[:60]!r} here and {known[:60]!r} in the register or table ({first.source})"
            yield problem(
                "label-drift" if same else "number-collision",
                file=record.file,
                line=record.line,
                subject=f"bounty {number} {record.key} title",
                what=f"{calls}." if same else f"{calls}; the titles have no word in common.",
                repair="Use one title." if same else "See whether one number stands for two bounties.",
            )


def _words(title: str) -> set[str]:
    """Take a title's longer words by their first letters, so that ``Translating`` and ``Translation`` are one."""
    words = re.findall(r"[^\W_]+", title.lower())
    return {word[:5] for word in words if len(word) > 3} or set(words)


def _list_state(listed: Stated[Bounty]) -> str:
    return "open" if listed.fact.listed_as == "active" else "closed"


def _shown(value: object) -> str:
    return decimal_text(value) if isinstance(value, Decimal) else str(value)
