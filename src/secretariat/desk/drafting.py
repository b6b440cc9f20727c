"""Drafting: from what a finding wants to the act that people approve."""

from collections.abc import Callable
from dataclasses import replace

from secretariat.desk.acts import Act, Call
from secretariat.desk.findings import Finding, Wanted
from secretariat.errors import SecretariatError


class CallWaits(SecretariatError):
    """The call that a wallet would sign cannot be built now; the message says why."""


CallOf = Callable[[Wanted], Call]
"""Builds the call for words whose time marks are written out. Raises CallWaits."""


def act_of(wanted: Wanted, finding: Finding, revision: int, call: Call | None = None) -> Act:
    """Make the act of a text. For the chain ``wanted`` has its time marks written out, and ``call`` is made of it."""
    return Act(
        kind=wanted.kind,
        channel=wanted.channel,
        destination=wanted.destination,
        finding=finding.key,
        part=wanted.part,
        revision=revision,
        title=wanted.title,
        text=wanted.text,
        mentions=wanted.mentions,
        payees=wanted.payees,
        call=call,
    )


def reworded(wanted: Wanted, title: str, text: str) -> Wanted:
    """Give what is wanted with a person's words in the place of the program's; where it goes stays."""
    return replace(wanted, title=title, text=text)
