"""Check a proposal in a file before it is filed: its rules over the facts of the store, and its accounts as the node has them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from secretariat.desk.saying import sentence
from secretariat.duties.guidance.checking.check import checked
from secretariat.duties.guidance.checking.seen import Result, Seen
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import key_of
from secretariat.facts.now import Now
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.runtime_constants import constants_of_spec
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.staking_accounts import SeenAccount
from secretariat.facts.stored_groups import StoredWorker
from secretariat.flow.accounts import accounts_now
from secretariat.flow.conclude import silent_sources
from secretariat.flow.context import Context
from secretariat.flow.now import now_of
from secretariat.sources.proposal_draft import DraftUnreadable, read_draft
from secretariat.store.engine import reading
from secretariat.store.watched import Which, load_watched

LARGEST = 1_048_576
"""Bytes of a draft: far more than the chain takes."""

MOST_ACCOUNTS = 100
"""So many accounts of a draft are asked of the node; a funding request that is taken has fewer."""

WATCHED: tuple[tuple[str, Which, int], ...] = (
    ("stored-council", "all", 0),
    ("stored-seat", "all", 0),
    ("stored-proposal", "all", 0),
    ("stored-group", "all", 0),
    ("stored-worker", "all", 0),
    ("runtime-constant", "all", 0),
    ("validator-set", "all", 0),
    ("proposal", "open", 0),
    ("opening", "open", 0),
    ("application", "open", 0),
    ("membership", "named", 0),
)
"""What the rules rest on, bounded as for a review."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedProposal:
    """The results of one draft. ``now.head`` is the finalised head that the facts are of, None where the chain was never read.

    ``filed_in`` is the block that is taken for the one in which it is filed: the one after the present block.
    """

    draft: ProposalDraft
    now: Now
    filed_in: int | None
    results: tuple[Result, ...]

    @property
    def ready(self) -> bool:
        """Tell whether every rule passed: nothing is a concern, and nothing is unknown."""
        return all(one.verdict == "passed" for one in self.results)


def check_proposal(context: Context, path: Path) -> CheckedProposal:
    """Read a draft and check it. Raises DraftUnreadable naming the file and the JSON path."""
    draft = _draft(path)
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        silent = silent_sources(context, connection)
        snapshot = snapshot_of(load_watched(connection, WATCHED, named=draft.members))
    accounts, why = _accounts(context, now, draft, snapshot)
    seen = Seen(
        now=now,
        snapshot=snapshot,
        runtime=constants_of_spec(snapshot, now.spec_version),
        silent=silent,
        accounts=accounts,
        accounts_unknown=why,
    )
    return CheckedProposal(draft=draft, now=now, filed_in=seen.filed, results=checked(draft, seen))


def _draft(path: Path) -> ProposalDraft:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    try:
        return read_draft(_text(content))
    except DraftUnreadable as error:
        raise DraftUnreadable(
            f"{path} cannot be used: {sentence(str(error))} docs/contracts/check-proposal.md says what it holds."
        ) from error


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise DraftUnreadable(f"larger than {LARGEST:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftUnreadable(f"not UTF-8 text (byte {error.start:,}); save it as UTF-8") from error


def _accounts(
    context: Context, now: Now, draft: ProposalDraft, snapshot: Snapshot
) -> tuple[Mapping[str, SeenAccount], str]:
    """Ask the node for the draft's accounts, and for that of the lead's stake; where it tells nothing, why."""
    lead = f"{draft.group}-{draft.lead}"
    leads = (one.fact.staking_account for one in snapshot.of(StoredWorker) if one.key == lead)
    named = [draft.staking_account, *leads, *(one.account for one in draft.payees if one.member_id is None)]
    keys = [key for one in named if one is not None and (key := key_of(one)) is not None][:MOST_ACCOUNTS]
    if now.genesis is None:
        return {}, "the chain was not read yet: configure [chain] and run `secretariat sync`"
    try:
        return accounts_now(context, now.genesis, keys), "no node told of it"
    except SecretariatError as error:
        return {}, str(error)
