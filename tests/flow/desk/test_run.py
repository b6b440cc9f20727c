"""Steps under leases: one that fails stops no other, two workers do not do one step at once, and health tells of it."""

from collections.abc import Callable

import pytest

from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context, machine_time
from secretariat.flow.health import health_now
from secretariat.flow.run import Step, due_steps, one_step, run_once
from secretariat.flow.run_settings import RunSettings, WatchSettings
from secretariat.store import leases
from secretariat.store.engine import reading, writing
from secretariat.store.steps import steps_known, write_step
from tests.effects.chat.discord_here import discord_here
from tests.flow.desk.desk import Desk, desk


@pytest.fixture
def made(store_url: str) -> Desk:
    return desk(store_url)


def step(name: str, do: Callable[[Context], str]) -> Step:
    return Step(name=name, do=lambda context, _: do(context))


def fails(context: Context) -> str:
    raise SecretariatError("the node is away")


def test_a_step_that_fails_is_remembered_and_stops_no_other(made: Desk) -> None:
    done = list(run_once(made.context, (step("collect", fails), step("review", lambda _: "3 opened"))))
    assert [(one.name, one.failed, one.says) for one in done] == [
        ("collect", True, "the node is away"),
        ("review", False, "3 opened"),
    ]
    with reading(made.context.engine) as connection:
        known = steps_known(connection)
    assert (known["collect"].failure, known["collect"].succeeded_at) == ("the node is away", None)
    assert (known["review"].failure, known["review"].failed_at) == ("", None)
    health = health_now(made.context)
    assert not health["well"]
    assert "the step collect is late or failed" in health["reasons"]
    assert "the node is away" not in str(health)


def test_a_defect_is_raised_and_leaves_no_lease(made: Desk) -> None:
    def wrong(context: Context) -> str:
        raise RuntimeError("a defect")

    with pytest.raises(RuntimeError, match="a defect"):
        one_step(made.context, step("review", wrong))
    assert one_step(made.context, step("review", lambda _: "well")).says == "well"


def test_another_worker_at_the_step_skips_it(made: Desk) -> None:
    at = Moment(machine_time())
    with writing(made.context.engine) as connection:
        leases.take(connection, "run/review", "elsewhere:1", now=at, until=Moment("9999-01-01T00:00:00Z"))
    done = one_step(made.context, step("review", lambda _: pytest.fail("done twice")))
    assert (done.skipped, "elsewhere:1" in done.says) == (True, True)


def test_a_step_is_due_when_its_time_has_come(made: Desk) -> None:
    made.context.config.settings["run"] = RunSettings(collect_seconds=86_400, review_seconds=1)  # type: ignore[index]
    steps = (step("collect", str), step("review", str))
    assert due_steps(made.context, steps) == steps
    with writing(made.context.engine) as connection:
        write_step(connection, "collect", Moment(machine_time()))
        write_step(connection, "review", Moment("2026-01-01T00:00:00Z"), "it failed")
    assert due_steps(made.context, steps) == steps[1:]


def test_the_heartbeat_is_told_after_a_run_in_which_all_succeeded(made: Desk) -> None:
    with discord_here() as here:
        made.context.config.settings["watch"] = WatchSettings(heartbeat_url=f"{here.server.url}/beat")  # type: ignore[index]
        list(run_once(made.context, (step("collect", fails),)))
        assert here.server.asked == 0
        done = list(run_once(made.context, (step("collect", lambda _: "well"),)))
        assert here.server.asked == 1
    assert done[-1].name == "heartbeat"  # this address answers 404, which is told
    assert done[-1].failed
