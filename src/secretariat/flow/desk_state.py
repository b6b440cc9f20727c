"""The open desk as the store has it: findings, drafts with their states, items and decisions."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.approvals import Standing, standing_of
from secretariat.desk.draft_states import Decided, decided_about, state_of
from secretariat.desk.drafts import DraftState
from secretariat.desk.known import KnownDraft, KnownFinding
from secretariat.desk.outbox import Item
from secretariat.desk.reconcile import DraftOnDesk
from secretariat.facts.desk_decisions import (
    Approval,
    MandateConfirmation,
    MandateRecord,
    Rejection,
    StandingGrant,
    StandingRevocation,
)
from secretariat.facts.mandates import Mandate, mandates_of
from secretariat.facts.now import Now
from secretariat.store import desk as store_desk
from secretariat.store import outbox as store_outbox
from secretariat.store.desk_journal import desk_decisions


@dataclass(frozen=True, kw_only=True)
class DeskState:
    """Findings, the newest text of their drafts, the items of these, and what people decided about them."""

    findings: tuple[KnownFinding, ...]
    drafts: tuple[KnownDraft, ...]
    items: tuple[Item, ...]
    decided: Decided

    def state(self, known: KnownDraft) -> DraftState:
        """Give the state of one of the drafts."""
        return state_of(known, self.decided, self.items)

    def beside(self, other: "DeskState") -> "DeskState":
        """Put two desks together that have no draft in common."""
        known = {each.number for each in self.findings}
        return DeskState(
            findings=(*self.findings, *(each for each in other.findings if each.number not in known)),
            drafts=(*self.drafts, *other.drafts),
            items=(*self.items, *other.items),
            decided=self.decided if self.drafts else other.decided,
        )

    @property
    def on_desk(self) -> tuple[DraftOnDesk, ...]:
        """Give the drafts as a review holds them against what is wanted."""
        return tuple(DraftOnDesk(draft=known.draft, state=self.state(known)) for known in self.drafts)


def open_desk(connection: Connection) -> DeskState:
    """Load every open finding with its drafts."""
    return desk_of_findings(connection, store_desk.open_findings(connection))


def desk_of_findings(connection: Connection, findings: tuple[KnownFinding, ...]) -> DeskState:
    """Load the drafts of some findings, open or closed."""
    return _of(connection, findings, store_desk.drafts_of(connection, [known.number for known in findings]))


def desk_of_drafts(connection: Connection, numbers: Collection[int]) -> DeskState:
    """Load some drafts by number, with their findings, open or closed."""
    drafts = store_desk.drafts_numbered(connection, numbers)
    findings = store_desk.findings_numbered(connection, {known.draft.finding for known in drafts})
    return _of(connection, findings, drafts)


def _of(connection: Connection, findings: tuple[KnownFinding, ...], drafts: tuple[KnownDraft, ...]) -> DeskState:
    items = store_outbox.items_of(connection, [known.draft.number for known in drafts])
    decided = decided_about(desk_decisions(connection, Approval, Rejection)) if drafts else Decided()
    return DeskState(findings=findings, drafts=drafts, items=items, decided=decided)


def mandates_now(connection: Connection) -> tuple[Mandate, ...]:
    """Read every recorded mandate with its confirmation."""
    return mandates_of(desk_decisions(connection, MandateRecord, MandateConfirmation))


def standing_now(connection: Connection, now: Now) -> tuple[Standing, ...]:
    """Read every standing approval, with what ended it."""
    given = desk_decisions(connection, StandingGrant, StandingRevocation)
    return standing_of(given, mandates_now(connection), now.block) if given else ()
