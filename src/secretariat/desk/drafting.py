"""Drafting: from what a finding wants to the act that people approve."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from secretariat.desk.acts import Act, Call
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.times import told_for_good
from secretariat.errors import SecretariatError
from secretariat.facts.now import Now


class CallWaits(SecretariatError):
    """The call that a wallet would sign cannot be built now; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A part that is wanted and has no draft yet, and why, as a sentence."""

    part: str
    why: str


CallOf = Callable[[Act], Call]
"""Builds the call of an act that has none yet and whose time marks are written out. Raises CallWaits."""


def act_of(wanted: Wanted, finding: Finding, revision: int, call: Call | None = None) -> Act:
    """Make the act of a text. For the chain ``wanted`` has its time marks written out, and the call is made of the act without."""
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


def exact_act(wanted: Wanted, finding: Finding, revision: int, now: Now, call_of: CallOf) -> Act:
    """Make the act of a text, with its call and its times for good where it goes to the chain. Raises CallWaits."""
    if wanted.channel != "chain":
        return act_of(wanted, finding, revision)
    act = act_of(told_for_good(wanted, now), finding, revision)
    return replace(act, call=call_of(act))


def reworded(wanted: Wanted, title: str, text: str) -> Wanted:
    """Give what is wanted with a person's words in the place of the program's; where it goes stays."""
    return replace(wanted, title=title, text=text)
