"""Findings, wanted words and drafts for tests of the desk, with defaults for what a test does not name."""

from dataclasses import replace
from typing import Any

from secretariat.desk.acts import Destination
from secretariat.desk.drafting import act_of
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Evidence, Finding, Wanted
from secretariat.facts.moments import Moment

AT = Moment("2026-01-05T12:00:00Z")


def wanted(**given: Any) -> Wanted:
    """Give words for the place ``council`` on Discord."""
    return Wanted(
        **{
            "part": "discord",
            "kind": "message",
            "channel": "discord",
            "destination": Destination(place="council"),
            "template": "elections/opens",
            "template_digest": "0" * 64,
            "text": "Announcing ends.",
            **given,
        }
    )


def finding(key: str = "elections/announcing/7", *words: Wanted, **given: Any) -> Finding:
    """Give a finding that wants these words."""
    return Finding(
        **{
            "key": key,
            "title": "Announce it",
            "why": "it began",
            "wanted": words,
            "evidence": (Evidence(says="the stage is announcing", source="chain/council#- at block 5"),),
            **given,
        }
    )


def draft(words: Wanted | None = None, *, number: int = 3, of: int = 1, revision: int = 1, **given: Any) -> Draft:
    """Give a draft of words."""
    made = words or wanted()
    act = replace(act_of(made, finding(), revision, given.pop("call", None)))
    return Draft(**{"number": number, "finding": of, "act": act, "wanted": made, "created_at": AT, **given})
