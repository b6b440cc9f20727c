"""Reading texts about proposals, in the judge's own words: which kind, of which proposals, and what a stranger wrote in them."""

import re
from collections.abc import Mapping

from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.proposals.occasions import subject

_KINDS: tuple[tuple[str, str], ...] = (
    ("digest", r"^proposals?\b.*\bwaits? for your vote"),
    ("lost", r"^proposal \d+\b.*\b(rejected|lost)\b.*\bcouncil"),
    ("council-change", r"^proposal \d+\b.*\bcouncil\b.*\bchange"),
    ("budget", r"^proposal \d+\b.*\bbudget\b"),
    ("vote-ends", r"^proposal \d+\b.*\bvote (ends|closes) soon"),
    ("open", r"^proposal \d+\b.*\bopen for\b.*\bvote"),
)

NAMED = re.compile(
    r"(?m)^(?P<item>- (?:\*\*)?Proposal (?P<number>\d+)(?:\*\*)?, )?(?P<type>[A-Z][A-Za-z ]*): (?P<title>“.*”|title not known yet), by (?P<by>.+?)(?<!\\)\.(?= |$)"
)
"""Type, title and proposer of one proposal: what strangers wrote stands nowhere else."""


def kind_of_proposals(first: str) -> str:
    """Tell what a text with this first line is about; empty where that is no proposal."""
    return next((kind for kind, words in _KINDS if re.search(words, first, re.IGNORECASE)), "")


def rung_member(one: Arrived, mentions: Mapping[str, str]) -> int | None:
    """Give the member whom a text rings; None where it rings nobody, or not one alone."""
    found = [int(member) for member, user in mentions.items() if user in one.mentions]
    return found[0] if len(found) == 1 and len(one.mentions) == 1 else None


def subjects_of_proposals(one: Arrived, kind: str, configured: Configured) -> tuple[str, ...]:
    """Name what a text is about: a digest one vote for each of its lines."""
    if kind == "digest":
        member = one.member if one.place == "private" else rung_member(one, configured.mentions)
        return tuple(subject(number, member) for number in numbers_of_list(one.text))
    found = re.search(r"[Pp]roposal (\d+)", one.text)
    return (subject(int(found[1])),) if found else ()


def numbers_of_list(text: str) -> tuple[int, ...]:
    """Give the proposals that a list of votes has, in its order."""
    return tuple(int(found["number"]) for found in NAMED.finditer(text) if found["number"])


def without_strangers(words: str) -> str:
    """Give words without titles and proposers."""
    return NAMED.sub(lambda found: f"{found['item'] or ''}{found['type']}.", words)
