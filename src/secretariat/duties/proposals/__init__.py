"""Proposals: who has not voted and until when, what can still come, reminders, a council change, a budget that does not suffice."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.proposals.review import review
from secretariat.duties.proposals.settings import Settings

DUTY = Duty(
    name="proposals",
    role=("B1", "B10"),
    needs=(),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-seat"),
        Watched(kind="stored-proposal"),
        Watched(kind="stored-group"),
        Watched(kind="stored-worker"),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="proposal", which="open"),
        Watched(kind="proposal", which="newest", most=300),
        Watched(kind="membership", which="named"),
    ),
    settings=Settings,
    review=review,
)
