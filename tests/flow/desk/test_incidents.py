"""Incidents at a real desk: proposed in private, decided by a person, published nowhere."""

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from sqlalchemy import update

from secretariat.desk.findings import Finding
from secretariat.duties.terms import DUTY
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment
from secretariat.flow.decide import drafts, incidents
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.incidents import incidents_now
from secretariat.flow.materialise import materialise
from secretariat.flow.publish import publish_files
from secretariat.flow.review import Reviewed
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
    DUTY,
    review=lambda *given: tuple(replace(one, needs=()) for one in DUTY.review(*given) if "terms/incident" in one.key),
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


def at_real(tmp_path: Path) -> Desk:
    """Give a desk whose council has a place, with two proposals of this term that expired."""
    channels = DiscordSettings(channels={"council": "1", "town": "2", "office": "3"})
    url = f"sqlite:///{tmp_path}/store.db"
    made = desk(url, people=people(), terms=replace(SETTINGS, council="council"), discord=channels)
    put_term(made, [EXPIRED, told(13, "expired", block=HEAD - 400)])
    return made


def sent(made: Desk, reviewed: Reviewed, *names: str) -> list[str]:
    """Approve and send the words of a review to the council; give the findings that they are of."""
    told_of = sorted(key for key, part in reviewed.texts if part == "council" and key not in names)
    for key in told_of:
        drafts.approve(made.context, reviewed.texts[key, "council"])
    with writing(made.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-03-01T00:00:00Z", receipt="9"))
    return told_of


def test_one_message_for_all_of_a_review_and_one_for_each_that_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = at_real(tmp_path)
    several = f"terms/incidents/{NAME}"
    assert sent(made, made.review(duties=(FRESH,))) == [several]
    made.block += 1
    assert made.review(duties=(FRESH,)).changes.drafted == ()
    put_term(made, [told(14, "expired", block=HEAD - 300)])
    late = "terms/incident/council-3/expired-14"
    assert sent(made, made.review(duties=(FRESH,)), several) == [late]
    incidents.leave_out(made.context, NAME, why="It was a trial.")
    incidents.leave_out(made.context, "council-3/expired-13", why="It was a trial.")
    closed = made.review(duties=(FRESH,)).changes
    assert (len(closed.closed), closed.drafted, closed.withdrawn) == (3, (), ())


def test_what_comes_back_when_its_message_is_done_with_is_not_said_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = at_real(tmp_path)
    sent(made, made.review(duties=(FRESH,)))
    both = [EXPIRED, told(13, "expired", block=HEAD - 400)]
    for status in ("executed", "expired"):
        put_term(made, [one._replace(fact=replace(one.fact, status=status)) for one in both])
        made.block += 1
        changes = made.review(duties=(FRESH,)).changes
        assert changes.drafted == ()
        assert len(changes.closed if status == "executed" else changes.opened) == (3 if status == "executed" else 2)


def test_words_of_one_alone_that_wait_make_room_for_the_list_and_those_that_are_out_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk at which an earlier version drafted a message for each: what nobody said yes to becomes one message."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made, other = at_real(tmp_path), "terms/incident/council-3/expired-13"
    apart = replace(FRESH, review=lambda *given: _apart(FRESH.review(*given)))
    before = made.review(duties=(apart,))
    assert {key for key, _ in before.texts} == {f"terms/incident/{NAME}", other}
    sent(made, before, other)
    now = made.review(duties=(FRESH,))
    assert [one.key for one in now.changes.opened] == [f"terms/incidents/{NAME}"]
    assert [draft.act.finding for draft, _ in now.changes.withdrawn] == [other]
    words = next(each.wanted.text for each in now.changes.drafted)
    assert "Proposal 13" in words
    assert "Proposal 12" not in words, "that is out"


def _apart(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give each incident the words of all, as where each is told alone."""
    words = next(one.wanted for one in found if one.rule == "terms/incidents")
    return tuple(replace(one, wanted=words) for one in found if one.rule == "terms/incident")


def test_the_contract_names_every_key_of_the_list(with_incident: Desk) -> None:
    page = (Path(__file__).parents[3] / "docs" / "contracts" / "desk.md").read_text(encoding="utf-8")
    said = page.split("## secretariat.incidents/1")[1].split("\n## ")[0]
    keys = asdict(incidents_now(with_incident.context).incidents[0])
    assert [key for key in keys if f"`{key}`" not in said] == []
