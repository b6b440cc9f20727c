"""Guidance: a guide for each type of proposal from live parameters, which types are seldom used, paragraphs that know until when they hold."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.guidance.review import review
from secretariat.duties.guidance.settings import Settings
from secretariat.duties.guidance.tables import GUIDES, USE

DUTY = Duty(
    name="guidance",
    role=("B4", "B5"),
    needs=(
        "chain-head",
        "runtime-constant",
        "stored-seat",
        "proposal",
        "elected-council",
        "council-seat",
        "election-cycle",
    ),
    tables=(GUIDES, USE),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-seat"),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="election-cycle"),
        Watched(kind="proposal", which="newest", most=5_000),
        Watched(kind="past-state"),
        Watched(kind="guide-paragraph"),
        Watched(kind="guide-paragraph-concern"),
        Watched(kind="guide-paragraphs-wrong"),
    ),
    settings=Settings,
    review=review,
)
