"""The questions page: how to stand, vote, reveal and get a stake back, with the chain's own figures (row E2)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import joy
from secretariat.duties.elections.figures import benefits, figures
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import SIZE, View
from secretariat.duties.elections.wanting import file
from secretariat.facts.records import CHAIN

LENGTHS = {
    "announcing_blocks": "Council.AnnouncingPeriodDuration",
    "voting_blocks": "Referendum.VoteStageDuration",
    "revealing_blocks": "Referendum.RevealStageDuration",
    "idle_blocks": "Council.IdlePeriodDuration",
    "salt_bytes": "Referendum.MaxSaltLength",
}
BIND_STAKE = "Members.CandidateStake"


def questions(view: View) -> Iterator[Finding]:
    """Want the page while an election runs; one for each cycle and runtime, as the figures are the runtime's."""
    if view.span.stage == "idle" or view.size is None:
        return
    lengths = {name: view.number(constant) for name, constant in LENGTHS.items()}
    bind, paid = view.number(BIND_STAKE), benefits(view)
    values = {
        **figures(view),
        **{name: "" if number is None else f"{number:,}" for name, number in lengths.items()},
        "bind_stake": "" if bind is None else joy(bind),
        "spec": "unknown" if view.now.spec_version is None else str(view.now.spec_version),
        "benefits_heading": fill(template("benefits-heading"), {}) if paid else "",
        "benefits": paid,
    }
    yield Finding(
        key=f"elections/questions/{view.cycle}",
        title=f"Put the questions page out (cycle {view.cycle})",
        why="How to announce, bind a staking account, vote, keep the salt, reveal and release stake, with this runtime's figures.",
        audience="public",
        due=Due(what="the end of the stage", block=view.last),
        evidence=(Evidence(says=f"constants of spec version {values['spec']}", source=view.constants[SIZE].source),),
        wanted=file(view, template("questions"), values, title="Questions about council elections"),
        needs=(CHAIN,),
    )
