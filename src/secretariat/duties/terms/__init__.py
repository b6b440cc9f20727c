"""Terms: the election of the secretary, threads for feedback and for term summaries with their deadline, reports due, incidents."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.terms.review import review
from secretariat.duties.terms.settings import Settings
from secretariat.facts.desk_decisions import MandateRecord, NoteDone, OwnNote
from secretariat.facts.incidents import IncidentNoted
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.secretary_decisions import ElectingProposal, NotWilling, PermissionSeen, Willing

DUTY = Duty(
    name="terms",
    role=("C1", "C4", "T1", "B1"),
    needs=(),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-seat"),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="election-cycle"),
        Watched(kind="stored-proposal"),
        Watched(kind="stored-group"),
        Watched(kind="stored-worker"),
        Watched(kind="proposal", which="open"),
        Watched(kind="proposal", which="newest", most=300),
        Watched(kind="proposal-decision", which="newest", most=1_000),
        Watched(kind="membership", which="named"),
        Watched(kind="live-category"),
        Watched(kind="live-thread", which="newest", most=1_000),
        Watched(kind="opened-thread"),
        Watched(kind="live-post", which="newest", most=3_000),
        Watched(kind="group-money-event", which="newest", most=1_000),
        Watched(kind="group-staff-event", which="newest", most=500),
        Watched(kind="council-reward", which="newest", most=300),
        Watched(kind="at-desk"),
        Watched(kind="incident-known"),
    ),
    decisions=(
        Willing,
        NotWilling,
        ElectingProposal,
        PermissionSeen,
        MandateRecord,
        ReportNoted,
        IncidentNoted,
        OwnNote,
        NoteDone,
    ),
    settings=Settings,
    review=review,
)
