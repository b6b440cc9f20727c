"""From an act of the desk to the call that a wallet signs."""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.clients.substrate.codec import Call, encode_call
from secretariat.clients.substrate.types import Runtime
from secretariat.desk.acts import Act
from secretariat.desk.limits import CHAIN_BYTES
from secretariat.formats.calls import build
from secretariat.formats.calls.build import CallRefused


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What a call needs that the act does not say.

    ``staking_account`` (public key or address) stakes for proposals; it is bound to the member. ``discussion`` is the number of the
    discussion of the proposal that the act answers, as the chain stores it.
    """

    staking_account: str = ""
    discussion: int | None = None


def call_data(runtime: Runtime, act: Act, around: Around) -> bytes:
    """Give the exact bytes of an act's call for this runtime.

    Raises CallRefused for an act that the chain would refuse or that lacks something, ItemMissing and ValueWrong for a runtime
    whose call is another.
    """
    made = _BUILDERS.get(act.kind)
    if made is None or act.channel != "chain":
        raise CallRefused(f"A {act.kind} for {act.channel} is no call of the chain.")
    data = encode_call(runtime, made(runtime, act, around))
    if len(data) > CHAIN_BYTES:
        raise CallRefused(f"The call has {len(data):,} bytes; a block takes {CHAIN_BYTES:,}. Shorten it.")
    return data


def _thread(_runtime: Runtime, act: Act, _around: Around) -> Call:
    category = _given(act.destination.category, act, "category")
    return build.forum_thread(member=_member(act), category=category, title=act.title, text=act.text)


def _post(_runtime: Runtime, act: Act, _around: Around) -> Call:
    return build.forum_post(
        member=_member(act),
        category=_given(act.destination.category, act, "category"),
        thread=_given(act.destination.thread, act, "thread"),
        text=act.text,
        replies_to=act.destination.replies_to,
    )


def _discussion(_runtime: Runtime, act: Act, around: Around) -> Call:
    number = act.destination.thread if act.destination.thread is not None else around.discussion
    if number is None:
        raise CallRefused(
            f"The discussion of proposal {act.destination.proposal} is not known: the chain forgets it when the proposal ends."
        )
    return build.discussion_post(
        member=_member(act), thread=number, text=act.text, replies_to=act.destination.replies_to
    )


def _signal(runtime: Runtime, act: Act, around: Around) -> Call:
    """Say the same words twice: pages show a proposal's description, and the council decides on the signal's own text."""
    return _proposal(runtime, act, around, build.signal(act.text))


def _funding(runtime: Runtime, act: Act, around: Around) -> Call:
    payees = [(one.account, one.amount) for one in act.payees]
    return _proposal(runtime, act, around, build.funding_request(runtime, payees))


def _budget(runtime: Runtime, act: Act, around: Around) -> Call:
    """Take the one amount of the act, below zero to take away; the group is its destination, so no account is named."""
    if len(act.payees) != 1 or act.payees[0].account:
        raise CallRefused("A change of a group's budget has one amount, and no account.")
    return _proposal(runtime, act, around, build.group_budget(act.destination.group, act.payees[0].amount))


def _proposal(runtime: Runtime, act: Act, around: Around, details: dict[str, object]) -> Call:
    return build.proposal(
        runtime,
        member=_member(act),
        title=act.title,
        description=act.text,
        staking_account=around.staking_account,
        details=details,
    )


def _transfer(runtime: Runtime, act: Act, _around: Around) -> Call:
    return build.transfers(runtime, [(one.account, one.amount) for one in act.payees])


def _member(act: Act) -> int:
    return _given(act.destination.member_id, act, "member_id")


def _given(value: int | None, act: Act, name: str) -> int:
    if value is None:
        raise CallRefused(f"The {act.kind} ({act.part}) does not say its {name}.")
    return value


_BUILDERS: dict[str, Callable[[Runtime, Act, Around], Call]] = {
    "forum-thread": _thread,
    "forum-post": _post,
    "discussion-post": _discussion,
    "signal-proposal": _signal,
    "funding-request": _funding,
    "budget-update": _budget,
    "transfer": _transfer,
}
"""What is built for each kind of act that a wallet signs (``desk.acts.ON_CHAIN``)."""
