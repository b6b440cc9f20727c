"""What the desk remembers of a finding and of a draft, beside what a duty concluded and the words themselves."""

from dataclasses import dataclass

from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding
from secretariat.desk.reconcile import OnDesk
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFinding:
    """A finding as it is stored: machine times (UTC) and blocks at which it opened, changed and closed, and why it closed."""

    number: int
    finding: Finding
    opened_at: Moment
    opened_block: int | None = None
    changed_at: Moment
    closed_at: Moment | None = None
    closed_block: int | None = None
    closed_why: str = ""

    @property
    def name(self) -> str:
        """Give the name it is asked for by: ``t12``."""
        return f"t{self.number}"

    @property
    def on_desk(self) -> OnDesk:
        """Give it as a review holds it against what is concluded now."""
        return OnDesk(number=self.number, finding=self.finding)


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownDraft:
    """One revision of a draft as it is stored, and since when and why the draft is withdrawn."""

    draft: Draft
    withdrawn_at: Moment | None = None
    withdrawn_why: str = ""
