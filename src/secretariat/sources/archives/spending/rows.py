"""The rows of one copy of the spending ledger: each key once, with what was found on every row that claims it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.subjects import MANY
from secretariat.sources.archives.spending.rules import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadRow:
    """One row as read: the line it starts on, its fact (None when it has no readable key) and what was found on it."""

    line: int
    fact: SpendingRow | None
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """Give the ledger's key: the chain, or the label of a network that is not known, and the number."""
        return f"{self.fact.chain or self.fact.network}/{self.fact.number}" if self.fact else ""


def add_rows(rows: Iterable[ReadRow], reading: Reading) -> None:
    """Record one row for each key and note every finding; of several rows the one that is filled in stays.

    A way of writing figures that the whole file has is one problem with every line, not one for each cell.
    """
    by_key: dict[str, list[ReadRow]] = {}
    nameless: dict[str, int] = {}
    for row in _habits_once(list(rows), reading):
        if row.fact is None:
            for finding in row.findings:
                nameless[finding.subject] = seen = nameless.get(finding.subject, 0) + 1
                subject = finding.subject if seen == 1 else f"{finding.subject} ({seen})"
                _note(finding, row.line, subject, None, reading)
        else:
            by_key.setdefault(row.key, []).append(row)
    for key in list(by_key):
        claims = by_key.pop(key)  # let go as its record comes: a large file has hundreds of thousands
        kept = _kept(claims)
        reading.add(key, kept.line, kept.fact)
        again = 1
        for row in claims:
            place = key
            if row is not kept:
                again += 1
                place = f"{key} again {again}"
                _duplicate(kept, row, place, reading)
            for finding in row.findings:
                target = Target(kind=SpendingRow.KIND, key=key, field=finding.field) if row is kept else None
                _note(finding, row.line, f"{place} {finding.field} {finding.subject}".strip(), target, reading)


def _habits_once(rows: list[ReadRow], reading: Reading) -> list[ReadRow]:
    """Note the repairs that many rows share, by column and way of writing, and give the rows without them."""
    shared: dict[tuple[str, str], list[tuple[int, Finding]]] = {}
    for row in rows:
        for finding in row.findings:
            if finding.habit:
                shared.setdefault((finding.field, finding.habit), []).append((row.line, finding))
    many = {habit: found for habit, found in shared.items() if len(found) >= MANY}
    for (field, habit), found in many.items():
        lines = ", ".join(str(line) for line in dict.fromkeys(line for line, _ in found))
        reading.problem(
            "spreadsheet-damage",
            found[0][0],
            subject=f"{field} everywhere {habit}",
            what=f"{found[0][1].what} {len(found)} cells of {field} are written so, at the lines {lines}.",
            repair=f"{habit[:1].upper()}{habit[1:]}.",
            applied=True,
        )
    if not many:
        return rows
    return [
        replace(row, findings=tuple(f for f in row.findings if (f.field, f.habit) not in many)) if row.fact else row
        for row in rows
    ]


def _note(finding: Finding, line: int, subject: str, target: Target | None, reading: Reading) -> None:
    fixable = finding.field and finding.fixable and not finding.applied
    reading.problem(
        finding.code,
        line,
        subject=subject,
        what=finding.what,
        repair=finding.repair,
        applied=finding.applied,
        refused=finding.refused,
        target=target if fixable else None,
    )


def _kept(claims: Sequence[ReadRow]) -> ReadRow:
    """Choose the first row that is filled in; of rows that all are empty the first that says most."""
    filled = [row for row in claims if row.fact and row.fact.filled]
    if filled:
        return filled[0]
    return max(claims, key=lambda row: len(_stated(row.fact)))


def _stated(fact: SpendingRow | None) -> dict[str, object]:
    named = {f.name: getattr(fact, f.name) for f in fields(SpendingRow)}
    return {name: value for name, value in named.items() if value is not None}


def _duplicate(kept: ReadRow, row: ReadRow, subject: str, reading: Reading) -> None:
    """Say what the second row of a key is worth: the same, an empty twin, or another statement."""
    first, second = _stated(kept.fact), _stated(row.fact)
    unlike = [name for name in {**first, **second} if first.get(name) != second.get(name)]
    both = bool(kept.fact and kept.fact.filled and row.fact and row.fact.filled)
    one = not both and bool(kept.fact and kept.fact.filled)
    opposed = [name for name in unlike if both or (name in first and name in second)]
    certain = one or not opposed
    if not unlike:
        says = "says the same"
    elif one:
        says = "is filled in"
    else:
        says = f"differs in {', '.join(unlike)}"
    keep = f"Line {kept.line} is kept"
    reading.problem(
        "duplicate-key",
        row.line,
        subject=subject,
        what=f"Proposal {kept.key} stands at this line and at line {kept.line}, which {says}.",
        repair=f"{keep}." if certain else f"{keep} until a person says which one is right; mend the file.",
        applied=certain,
        refused=not certain,
        target=Target(kind=SpendingRow.KIND, key=kept.key, field=unlike[0]) if both and len(unlike) == 1 else None,
    )
