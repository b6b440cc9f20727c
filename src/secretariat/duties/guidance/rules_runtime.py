"""The rule about a new runtime: which guides it changed, told once to everybody (row B4)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count, joy
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.wanting import message
from secretariat.duties.guidance.guide import CANCELLATION_FEE, REJECTION_FEE
from secretariat.duties.guidance.pages import DESCRIPTION, MOST_ACCOUNTS, MOST_TOTAL, MOST_VALIDATORS, OPEN, TITLE
from secretariat.duties.guidance.texts import template
from secretariat.duties.guidance.view import View
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.council_in_office import NotKnown, council_in_office
from secretariat.facts.past_states import PastState
from secretariat.facts.proposal_parameters import CODEX, Parameters, constant_of
from secretariat.facts.proposal_types import PROPOSAL_TYPES, ProposalType
from secretariat.facts.records import CHAIN
from secretariat.facts.runtime_constants import InForce, constants_of_spec, specs_known

TOLD_FOR = 7 * DAY_BLOCKS
"""So many blocks after the runtime was first read it makes sense to tell what it changed."""

ROOM = 1_400
"""Characters of a message for changes."""

AMOUNTS = {
    REJECTION_FEE: "fee of a rejected proposal",
    CANCELLATION_FEE: "fee of a cancelled one",
    MOST_TOTAL: "most that a funding request pays",
}
NUMBERS = {
    TITLE: "bytes of a title",
    DESCRIPTION: "bytes of a description",
    OPEN: "proposals that can be open",
    MOST_ACCOUNTS: "accounts of a funding request",
    MOST_VALIDATORS: "most validators",
}
FIELDS = {
    "voting_period": "voting period in blocks",
    "grace_period": "grace period in blocks",
    "approval_quorum": "quorum in per cent",
    "approval_threshold": "threshold in per cent",
    "slashing_quorum": "slashing quorum in per cent",
    "slashing_threshold": "slashing threshold in per cent",
    "constitutionality": "councils in a row",
}


def runtime_changed(view: View) -> Iterator[Finding]:
    """Tell what the runtime in force changed for proposals, where it did, and came in the present term.

    Constants of older runtimes are read for the history as well, so that an upgrade of long ago is not taken for a new one.
    """
    older = [spec for spec in specs_known(view.snapshot) if spec < (view.runtime.spec_version or 0)]
    if not older or not _in_term(view, older[-1]):
        return
    before = constants_of_spec(view.snapshot, older[-1])
    first = min(one.line for one in view.runtime.constants.values())
    lines = [*_limits(before, view.runtime), *_types(before, view.runtime)]
    if not lines or not first <= view.head < first + TOLD_FOR:
        return
    told = _in_room(lines)
    values = {
        "spec": str(view.runtime.spec_version),
        "before": str(before.spec_version),
        "changes": "\n".join(told),
        "others": f"And {count(len(lines) - len(told), 'further change')}." if len(told) < len(lines) else "",
        "where": view.settings.guides_url,
    }
    yield Finding(
        key=f"guidance/runtime/{view.runtime.spec_version}",
        title=f"Tell what spec version {view.runtime.spec_version} changed for proposals",
        why=f"{count(len(lines), 'change')} since spec version {before.spec_version}; guides show the new figures already.",
        audience="public",
        due=Due(what="the last block in which it makes sense", block=first + TOLD_FOR - 1),
        evidence=(Evidence(says="the constants in force", source=view.runtime.source(REJECTION_FEE)),),
        wanted=message(view.settings.discord, template("runtime"), values, until=first + TOLD_FOR - 1),
        needs=(CHAIN,),
    )


def _in_term(view: View, spec: int) -> bool:
    """Tell whether an older runtime was still in force when the present term began, or after: read then, or stored so at that border."""
    try:
        office, _ = council_in_office(view.snapshot, view.head)
    except NotKnown:
        return False
    read = [one.line for one in view.snapshot.of(RuntimeConstant) if one.fact.spec_version == spec]
    stored = [one.line for one in view.snapshot.of(PastState) if one.fact.spec_version == spec]
    return max([*read, *stored], default=-1) >= office.first - 1


def _limits(before: InForce, after: InForce) -> Iterator[str]:
    for name, words in (AMOUNTS | NUMBERS).items():
        old, new = before.number(name), after.number(name)
        if old is not None and new is not None and old != new:
            say = joy if name in AMOUNTS else "{:,}".format
            yield f"- {words[:1].upper()}{words[1:]}: {say(old)}, now {say(new)}"


def _types(before: InForce, after: InForce) -> Iterator[str]:
    """Give each change with the types that it is of: many have the same."""
    by_change: dict[str, list[str]] = {}
    for one in PROPOSAL_TYPES:
        if not one.refused and (change := _change(one, before, after)):
            by_change.setdefault(change, []).append(one.words)
    for change, types in by_change.items():
        yield f"- {change[:1].upper()}{change[1:]}: {', '.join(types)}"


def _change(one: ProposalType, before: InForce, after: InForce) -> str:
    """Say what changed of one type; empty where nothing did."""
    constant = CODEX + constant_of(one.name)
    had, has = before.text(constant) is not None, after.text(constant) is not None
    if had != has:
        return "can be filed now" if has else "cannot be filed any more"
    return "; ".join(_changed(before.parameters(one.name), after.parameters(one.name)))


def _changed(before: Parameters, after: Parameters) -> list[str]:
    old, new = before.required_stake, after.required_stake
    found = [f"stake {joy(old)}, now {joy(new)}"] if old is not None and new is not None and old != new else []
    for name, words in FIELDS.items():
        was, now = getattr(before, name), getattr(after, name)
        if was is not None and now is not None and was != now:
            found.append(f"{words} {was:,}, now {now:,}")
    return found


def _in_room(lines: list[str]) -> list[str]:
    """Take as many whole lines as a message has room for, in their order."""
    told, left = [], ROOM
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        told.append(line)
    return told
