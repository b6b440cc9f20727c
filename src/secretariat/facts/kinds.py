"""The kinds of fact that the store can remember: name and class, one line each."""

from secretariat.facts import (
    bounties,
    elections,
    feedback,
    forum,
    kpis,
    ledger,
    members,
    proposals,
    requests,
    terms,
    validators,
    working_groups,
)

CLASSES: tuple[type, ...] = (
    bounties.Bounty,
    bounties.BountyTableRow,
    bounties.BountyNote,
    elections.ElectionResult,
    elections.ElectedSeat,
    elections.ReportedSeat,
    feedback.SurveyAnswer,
    forum.ForumCategory,
    forum.ForumThread,
    kpis.KpiRound,
    kpis.Kpi,
    kpis.KpiGrading,
    kpis.KpiTermEarnings,
    kpis.KpiEarning,
    kpis.KpiLeader,
    kpis.KeyResult,
    ledger.SpendingRow,
    members.Member,
    proposals.DumpedProposal,
    proposals.ReportedProposal,
    proposals.ProposalThread,
    requests.JsgRequest,
    terms.TermFigures,
    terms.CouncilReport,
    terms.LeaderboardFigure,
    terms.Refill,
    validators.ValidatorEras,
    validators.EraOffences,
    working_groups.GroupTerm,
    working_groups.WorkerTerm,
)

KINDS: dict[str, type] = {cls.KIND: cls for cls in CLASSES}  # type: ignore[attr-defined]
"""From the name a record carries to the class of its fact."""
