"""Delivering by hand and by itself: who may, what needs a person, and what is counted as done."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import update

from secretariat.facts.moments import Moment
from secretariat.flow.context import machine_time
from secretariat.flow.decide import drafts
from secretariat.flow.health import health_now
from secretariat.store import leases, outbox
from secretariat.store.engine import reading, writing
from secretariat.store.schema import outbox as outbox_table
from secretariat.store.steps import steps_known, write_step
from tests.cli.test_desk_commands import LETTER, _settings, asked
from tests.desk.words import finding
from tests.flow.desk.desk import Desk, desk
from tests.flow.desk.test_decide import people


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk with two letters approved, for the folder ``outgoing``."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    opened = desk(f"sqlite:///{tmp_path}/secretariat.db", people=people())
    opened.review(finding("elections/one/7", LETTER), finding("elections/two/7", LETTER))
    for name in ("d1.1", "d2.1"):
        drafts.approve(opened.context, name)
    _settings(tmp_path)
    return opened


def put(made: Desk, number: int, state: str, **values: object) -> None:
    with writing(made.engine) as connection:
        connection.execute(update(outbox_table).where(outbox_table.c.number == number).values(state=state, **values))


@pytest.mark.parametrize(("state", "why"), [("unconfirmed", "the answer was lost"), ("failed", "it was refused")])
def test_what_needs_a_person_is_told_and_ends_with_1(made: Desk, tmp_path: Path, state: str, why: str) -> None:
    put(made, 1, state, why=why)
    put(made, 2, "sent")
    said = asked(tmp_path, "deliver")
    assert said.exit_code == 1
    assert "Nothing is waiting" not in said.stdout
    assert f"{state:<12}d1.1  {why}" in said.stdout
    assert "o1 needs you: secretariat settle o1" in said.stdout
    lines = [json.loads(line) for line in asked(tmp_path, "deliver", "--json").stdout.splitlines()]
    (line,) = lines
    assert (line["draft"], line["state"]) == ("d1.1", state)
    looked = r" The desk looked for it at the channel on \d{4}-\d\d-\d\d [\d:]{8} UTC: it was not there up to \d{4}-\d\d-\d\d [\d:]{8} UTC\."
    assert re.fullmatch(
        re.escape(f"{why}.") + looked if state == "unconfirmed" else re.escape(why),
        line["says"].removesuffix(".") if state == "failed" else line["says"],
    )


def test_with_nothing_left_it_says_so_and_ends_well(made: Desk, tmp_path: Path) -> None:
    put(made, 1, "sent")
    put(made, 2, "sent")
    said = asked(tmp_path, "deliver")
    assert (said.exit_code, said.stdout.strip()) == (0, "Nothing is waiting to be sent.")
    (line,) = asked(tmp_path, "deliver", "--json").stdout.splitlines()
    assert json.loads(line) == {"draft": "", "state": "nothing", "says": "Nothing is waiting to be sent."}


def test_what_failed_and_was_rejected_needs_nobody_any_more(made: Desk, tmp_path: Path) -> None:
    put(made, 1, "failed", why="it was refused")
    put(made, 2, "sent")
    assert health_now(made.context)["outbox"]["failed"] == 1
    drafts.reject(made.context, "d1.1", why="It is too late.")
    assert health_now(made.context)["outbox"]["failed"] == 0
    assert asked(tmp_path, "deliver").exit_code == 0


def test_a_claim_whose_worker_is_gone_is_told(made: Desk, tmp_path: Path) -> None:
    put(made, 1, "claimed", claim="t", claimed_at="2026-01-01T00:00:00Z")
    put(made, 2, "sent")
    said = asked(tmp_path, "deliver")
    assert "unconfirmed d1.1  the program stopped while it was sending this" in said.stdout
    with reading(made.engine) as connection:
        assert [item.state for item in outbox.items_in(connection, {"sent", "unconfirmed"})] != []


@pytest.mark.parametrize("person", ["vic", "aud", "cora", "eve"])
@pytest.mark.parametrize("command", [("run", "--once"), ("run",), ("deliver",), ("review",)])
def test_who_may_not_deliver_does_not_by_run_either(
    made: Desk, tmp_path: Path, person: str, command: tuple[str, ...]
) -> None:
    said = asked(tmp_path, *command, person=person)
    assert said.exception is not None
    assert "may not deliver" in str(said.exception) or "no [people.eve]" in str(said.exception)
    with reading(made.engine) as connection:
        assert len(outbox.items_in(connection, {"queued"})) == 2
        assert steps_known(connection) == {}


@pytest.mark.parametrize("person", ["", "ada", "dan"])
def test_a_service_runs_as_nobody_or_as_who_may(made: Desk, tmp_path: Path, person: str) -> None:
    asked(tmp_path, "run", "--once", person=person)
    with reading(made.engine) as connection:
        assert set(steps_known(connection)) - {"tables"} == {"collect", "review", "deliver"}


@pytest.mark.parametrize("as_json", [False, True])
def test_a_step_that_another_worker_is_at_is_told_once_and_fails_nothing(
    made: Desk, tmp_path: Path, *, as_json: bool
) -> None:
    until = Moment("9999-01-01T00:00:00Z")
    steps = ("collect", "review", "deliver")
    with writing(made.engine) as connection:
        for step in steps:
            leases.take(connection, f"run/{step}", "elsewhere:1", now=Moment(machine_time()), until=until)
    said = asked(tmp_path, "run", "--once", *(["--json"] if as_json else []))
    for line, step in zip(said.stdout.splitlines(), steps, strict=True):
        assert line.startswith(f'{{"step": "{step}"' if as_json else f"held    {step}: elsewhere:1 is at the step")
        assert until in line
    assert said.exit_code == 0


@pytest.mark.parametrize("person", ["", "ada", "dan"])
def test_a_review_is_a_service_s_or_of_who_may_deliver(made: Desk, tmp_path: Path, person: str) -> None:
    assert asked(tmp_path, "review", person=person).exit_code == 0
    with reading(made.engine) as connection:
        assert set(steps_known(connection)) - {"tables"} == {"review"}


def test_steps_that_were_done_by_their_commands_are_not_late(made: Desk, tmp_path: Path) -> None:
    with writing(made.engine) as connection:
        for name in ("review", "deliver"):
            write_step(connection, name, "2026-01-01T00:00:00Z")  # type: ignore[arg-type]
    assert {name for name, step in health_now(made.context)["steps"].items() if step["late"]} == {"review", "deliver"}
    asked(tmp_path, "review")
    asked(tmp_path, "deliver")
    assert [name for name, step in health_now(made.context)["steps"].items() if step["late"]] == []


def test_status_tells_steps_and_outbox(made: Desk, tmp_path: Path) -> None:
    put(made, 1, "unconfirmed", why="the answer was lost")
    put(made, 2, "queued", queued_at=machine_time())
    with writing(made.engine) as connection:
        write_step(connection, "review", "2026-01-01T00:00:00Z")  # type: ignore[arg-type]
        write_step(connection, "review", "2026-01-02T00:00:00Z", "the duty elections failed: KeyError")  # type: ignore[arg-type]
    found = json.loads(asked(tmp_path, "status", "--json").stdout)
    box = found["outbox"]
    assert (box["waiting"], box["to_sign"], box["unconfirmed"], box["failed"]) == (1, 0, 1, 0)
    assert 0 <= box["oldest_waiting"] < 600
    assert found["steps"]["review"]["succeeded_at"] == "2026-01-01T00:00:00Z"
    assert found["failed_duties"] == ["elections"]
    assert health_now(made.context)["failed_duties"] == ["elections"]
    assert "KeyError" not in str(health_now(made.context))
    assert found["steps"]["review"]["failure"] == "the duty elections failed: KeyError"
    said = asked(tmp_path, "status").stdout
    assert "the step review succeeded" in said
    assert "since then it failed: the duty elections failed: KeyError" in said
    assert "outbox: 1 to send (the oldest for" in said
    assert "1 unconfirmed, 0 failed" in said
