"""The journal: every human decision and that an act was sent, each entry holding the digest of the one before."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FIRST = "0" * 64
"""What the first entry holds as the digest of the one before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One decision: when (UTC, ISO 8601), who, which action on which subject, why, and its details as JSON text."""

    at: str
    person: str
    action: str
    subject: str
    why: str
    body: str
    previous: str
    digest: str


def entry(*, at: str, person: str, action: str, subject: str, why: str, body: str, previous: str) -> Entry:
    """Make the entry that follows the one with digest ``previous``."""
    content = [at, person, action, subject, why, body, previous]
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
    return Entry(
        at=at, person=person, action=action, subject=subject, why=why, body=body, previous=previous, digest=digest
    )


def first_broken(entries: Iterable[Entry]) -> int | None:
    """Give the position (from 1) of the first entry that was changed, dropped or moved; None when the chain holds."""
    return next(broken(entries), None)


def broken(entries: Iterable[Entry]) -> Iterator[int]:
    """Give the position (from 1) of every entry at which the chain breaks; after each it is held against what stands there."""
    previous = FIRST
    for position, found in enumerate(entries, start=1):
        expected = entry(
            at=found.at,
            person=found.person,
            action=found.action,
            subject=found.subject,
            why=found.why,
            body=found.body,
            previous=previous,
        )
        if found != expected:
            yield position
        previous = found.digest
