"""One entry of a dump of ``proposalsEngine.proposals``."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.texts import quoted
from secretariat.sources.archives.dumps.fields import (
    U64,
    U128,
    Row,
    inside,
    line_of_text,
    note,
    variant,
    whole,
)
from secretariat.sources.archives.dumps.shapes import Shape

OUTCOMES = {
    "executed": "executed",
    "executionfailed": "execution-failed",
    "pendingexecution": "pending",
    "pendingconstitutionality": "pending",
    "active": "active",
    "rejected": "rejected",
    "slashed": "slashed",
    "expired": "expired",
    "canceled": "canceled",
    "cancelled": "canceled",
    "vetoed": "vetoed",
}
"""The chain's words for how a proposal stands, folded, and the words of the facts."""

_WHOLE_PERCENT = 100
_MAX_ERROR_BYTES = 400


def read(row: Row, number: int) -> DumpedProposal:
    """Read one proposal; what cannot be read is None, with a note."""
    title = line_of_text(row, "title", "title")
    created = whole(row, ("createdat", "activatedat"), "created_block")
    outcome, failure, finalised = _status(row)
    if created is not None and finalised is not None and finalised < created:
        note(
            row,
            "impossible-figure",
            "finalizedat",
            "finalised_block",
            f"it was finalised at {finalised}, created at {created}",
        )
    votes = inside(row, "votingresults") or _empty(row, "votingresults", "approvals", "voting results")
    rules = inside(row, "parameters") or _empty(row, "parameters", "voting_period", "parameters")
    return DumpedProposal(
        chain=row.chain,
        number=number,
        title=title,
        proposer_id=whole(row, "proposerid", "proposer_id", limit=U64),
        created_block=created,
        finalised_block=finalised,
        outcome=outcome,
        failure=failure,
        approvals=_given(votes, "approvals", "approvals"),
        rejections=_given(votes, "rejections", "rejections"),
        abstentions=_abstentions(votes),
        slashes=_given(votes, "slashes", "slashes"),
        voting_period=_given(rules, "votingperiod", "voting_period"),
        grace_period=_given(rules, "graceperiod", "grace_period"),
        approval_quorum=_percent(rules, "approvalquorumpercentage", "approval_quorum"),
        approval_threshold=_percent(rules, "approvalthresholdpercentage", "approval_threshold"),
        slashing_quorum=_percent(rules, "slashingquorumpercentage", "slashing_quorum"),
        slashing_threshold=_percent(rules, "slashingthresholdpercentage", "slashing_threshold"),
        required_stake=_stake(rules),
    )


def _empty(row: Row, name: str, target: str, group: str) -> Row:
    """Note that a whole group of figures is missing, once, and go on with none."""
    note(row, "row-malformed", name, target, f"it has no {group}")
    return replace(row, fields={})


def _given(group: Row, name: str, target: str) -> int | None:
    return whole(group, name, target, needed=bool(group.fields))


def _abstentions(votes: Row) -> int | None:
    """Read the abstentions, a word the runtime misspelt for years."""
    return whole(votes, ("abstensions", "abstentions"), "abstentions", needed=bool(votes.fields))


def _percent(rules: Row, name: str, target: str) -> int | None:
    value = _given(rules, name, target)
    if value is not None and value > _WHOLE_PERCENT:
        note(
            rules,
            "impossible-figure",
            name,
            target,
            f"{target.replace('_', ' ')} {value} is more than the whole council",
        )
        return None
    return value


def _stake(rules: Row) -> Amount | None:
    """Read the stake: the testnets counted whole tokens, mainnet base units; without a chain the unit is not known."""
    value = whole(rules, "requiredstake", "required_stake", limit=U128, needed=False)
    if value is None or rules.chain is None:
        return None
    return Amount(value) if rules.chain == "mainnet" else tokens(value)


def _status(row: Row) -> tuple[str | None, str | None, int | None]:
    """Read outcome, error name of a failed execution, and the block at which it was finalised."""
    found = None if "status" in row.repeated else variant(row.fields.get("status"))
    if found is None or found[0] != "finalized":
        outcome, failure = _decision(row, found)
        return outcome, failure, None
    final = inside(replace(row, fields={"finalized": found[1]}), "finalized")
    if final is None:
        note(row, "row-malformed", "status", "outcome", "its status is Finalized without a decision")
        return None, None, None
    decision = None if "proposalstatus" in final.repeated else variant(final.fields.get("proposalstatus"))
    outcome, failure = _decision(row, decision)
    return outcome, failure, whole(final, "finalizedat", "finalised_block")


def _decision(row: Row, found: tuple[str, object] | None) -> tuple[str | None, str | None]:
    if found is not None and found[0] == "approved":
        found = variant(found[1])
    outcome = OUTCOMES.get(found[0]) if found else None
    if found is None or outcome is None:
        printed = quoted(found[0]) if found else "missing or not one word"
        note(row, "value-unknown-label", "status", "outcome", f"its status is {printed}, which has no known meaning")
        return None, None
    return outcome, _failure(row, found[1]) if outcome == "execution-failed" else None


def _failure(row: Row, content: object) -> str | None:
    """Read the error of a failed execution: a name, or its bytes in hexadecimal."""
    error = content.get("error") if isinstance(content, dict) else content
    if not isinstance(error, str) or not error.strip() or len(error) > _MAX_ERROR_BYTES:
        note(row, "row-malformed", "error", "failure", "its execution failed but the error has no name")
        return None
    return line_of_text(replace(row, fields={"error": error}), "error", "failure")


def _fits(names: AbstractSet[str]) -> bool:
    return "proposerid" in names and bool(names & {"votingresults", "status"})


PROPOSALS = Shape(
    noun="proposal",
    kind=DumpedProposal.KIND,
    storages=("proposalsengine.proposals",),
    fits=_fits,
    names=frozenset(
        [
            "parameters",
            "proposerid",
            "title",
            "description",
            "createdat",
            "activatedat",
            "status",
            "votingresults",
            "exactexecutionblock",
            "nrofcouncilconfirmations",
            "stakingaccountid",
            "proposalid",
        ]
    ),
    unkept=frozenset({"exactexecutionblock", "nrofcouncilconfirmations"}),
    id_names=("id", "proposalid"),
    id_field="number",
    read=read,
)
