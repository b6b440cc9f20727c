"""Incidents at a real desk: proposed in private, decided by a person, published nowhere."""

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from sqlalchemy import update

from secretariat.duties.terms import DUTY
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment
from secretariat.flow.decide import drafts, incidents
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.incidents import incidents_now
from secretariat.flow.materialise import materialise
from secretariat.flow.publish import publish_files
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from secretariat.store.schema import outbox
from tests.duties.terms.invented import SETTINGS, told
from tests.flow.desk.desk import HEAD, Desk, desk, everything
from tests.flow.desk.test_decide import actions, people
from tests.flow.desk.test_secretary import concluded, made, put_term

__all__ = ["made"]

NAME = "council-3/expired-12"
EXPIRED = told(12, "expired", block=HEAD - 500, title="Pay *the* forum")
SAYS = "Proposal 12 “Pay *the* forum” expired in block 99,500: its voting time ended without a decision."
CANARY = "kanarienvogel"
FRESH = replace(
    DUTY, review=lambda *given: tuple(replace(one, needs=()) for one in DUTY.review(*given) if "/incident/" in one.key)
)
"""The duty with its incidents alone, as where both sources are fresh."""


@pytest.fixture
def with_incident(made: Desk) -> Desk:
    """Give the desk with a proposal of this term that expired."""
    with writing(made.engine) as connection:
        put_records(connection, EXPIRED.file, EXPIRED.format, [EXPIRED])
    return made


def states(desk: Desk) -> dict[str, str]:
    return {one.name: one.state for one in incidents_now(desk.context).incidents}


def test_it_is_proposed_until_a_person_says_yes_or_no_and_may_change_their_mind(with_incident: Desk) -> None:
    desk = with_incident
    assert states(desk) == {NAME: "proposed"}
    assert concluded(desk)[f"terms/incident/{NAME}"].why.startswith(SAYS)
    said = incidents.leave_out(desk.context, NAME, why="It was a trial.")
    assert said == f"The incident {NAME} is left out; it enters no report."
    assert f"terms/incident/{NAME}" not in concluded(desk)
    assert incidents.enter(desk.context, NAME) == f"The incident {NAME} enters the report on the term of council 3."
    (one,) = incidents_now(desk.context).incidents
    assert (one.state, one.by, one.why, one.says, one.council) == ("entered", "ada", "", SAYS, 3)
    assert f"terms/incident/{NAME}" not in concluded(desk)
    assert [(action, subject) for _, action, subject in actions(desk)] == [("incident.note", NAME)] * 2


def test_what_was_entered_stays_when_the_facts_tell_of_it_no_more(with_incident: Desk) -> None:
    incidents.enter(with_incident.context, NAME, why="The lead explains it.")
    changed = EXPIRED._replace(fact=replace(EXPIRED.fact, status="executed"))
    with writing(with_incident.engine) as connection:
        put_records(connection, changed.file, changed.format, [changed])
    (one,) = incidents_now(with_incident.context).incidents
    assert (one.name, one.state, one.says, one.due, one.sources) == (NAME, "entered", SAYS, None, (EXPIRED.source,))
    incidents.leave_out(with_incident.context, NAME, why="It was executed after all.")
    assert states(with_incident) == {NAME: "left out"}


Do = Callable[[Desk], object]
WRONG: dict[str, tuple[Do, str]] = {
    "no incident": (lambda d: incidents.enter(d.context, "council-3/expired-13"), "is no incident that is known"),
    "no reason": (lambda d: incidents.leave_out(d.context, NAME, why=" "), "Say why"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_decided_is_refused_in_a_sentence_and_changes_nothing(with_incident: Desk, name: str) -> None:
    do, words = WRONG[name]
    before = everything(with_incident.context)
    with pytest.raises(DecisionRefused, match=words) as refused:
        do(with_incident)
    assert "\n" not in str(refused.value)
    assert everything(with_incident.context) == before


def test_the_same_word_twice_is_refused(with_incident: Desk) -> None:
    incidents.enter(with_incident.context, NAME)
    with pytest.raises(DecisionRefused, match="is entered already"):
        incidents.enter(with_incident.context, NAME)


def test_who_only_reads_decides_nothing(with_incident: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    with pytest.raises(SecretariatError, match="may not note"):
        incidents.enter(with_incident.context, NAME)


def test_nothing_of_an_incident_is_published_not_even_once_it_was_told_and_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title is the proposal's own and public; what is said of it as an incident, and why it was entered, is not."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    settings = replace(SETTINGS, council="council")
    channels = DiscordSettings(channels={"council": "1", "town": "2", "office": "3"})
    made = desk(f"sqlite:///{tmp_path}/store.db", people=people(), terms=settings, discord=channels)
    put_term(made, [EXPIRED])
    reviewed = made.review(duties=(FRESH,))
    drafts.approve(made.context, reviewed.texts[f"terms/incident/{NAME}", "council"])
    incidents.enter(made.context, NAME, why=CANARY)
    with writing(made.engine) as connection:
        arrived = update(outbox).values(state="sent", settled_at="2026-03-01T00:00:00Z", receipt="9")
        assert connection.execute(arrived).rowcount == 1
        materialise(connection, Moment("2026-01-01T00:00:00Z"))
    publish_files(made.context, tmp_path / "out", None, even_if_stale=True)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {"calendar.ics", "feed.atom"} <= {path.name for path in files}
    for words in (CANARY, NAME, "its voting time ended without", "may this need an explanation"):
        assert [path.name for path in files if words.encode() in path.read_bytes()] == [], words


def test_the_contract_names_every_key_of_the_list(with_incident: Desk) -> None:
    page = (Path(__file__).parents[3] / "docs" / "contracts" / "desk.md").read_text(encoding="utf-8")
    said = page.split("## secretariat.incidents/1")[1].split("\n## ")[0]
    keys = asdict(incidents_now(with_incident.context).incidents[0])
    assert [key for key in keys if f"`{key}`" not in said] == []
