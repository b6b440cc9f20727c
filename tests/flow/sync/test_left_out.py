"""A list that no figure is made from: the problem, the sync, the status, doctor and health all say so, until it is there again."""

import pytest

from secretariat.config import Config, StoreSettings
from secretariat.duties.elections.settings import Settings as Elections
from secretariat.flow.doctor import examine
from secretariat.flow.health import health_now
from secretariat.flow.status import as_json, status_now
from secretariat.flow.sync.refusals import refused_now
from secretariat.store.engine import reading
from tests.flow.sync.live import Live, problems_of
from tests.flow.sync.test_refused_lists_over_runs import refuse
from tests.flow.sync.test_rows_without_id import disturb
from tests.flow.sync.test_unreadable_over_runs import spoiling


@pytest.fixture
def watching(desk: Live, monkeypatch: pytest.MonkeyPatch) -> Live:
    """Give a desk whose elections duty is on; doctor looks at it too."""
    desk.set("elections", Elections())
    config = Config(settings={**desk.settings, "store": StoreSettings(url=desk.store)})
    monkeypatch.setattr("secretariat.flow.doctor.settings_that_fit", lambda: (config, ()))
    return desk


def told(desk: Live, name: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Give what problems, status, doctor and health say of a list."""
    with reading(desk.context.engine) as connection:
        problems = [one.what for one in refused_now(connection)]
    status = [one["why"] for one in as_json(status_now(desk.context, desk.time()))["left_out"] if one["list"] == name]
    doctor = [one.found for one in examine() if one.name == f"list {name}" and one.verdict == "failed" and one.remedy]
    health = [one for one in health_now(desk.context)["reasons"] if one.endswith(f"without the list {name}")]
    return problems, status, doctor, health


def test_a_refused_list_is_told_everywhere_until_it_is_read(watching: Live) -> None:
    assert watching.sync().complete
    assert told(watching, "proposal-votes") == ([], [], [], [])
    watching.node.seal(10)
    refuse(watching, "proposal-votes")
    done = watching.sync(full=True)
    assert any(
        one.startswith("Figures are made without the list proposal-votes: it was read up to") for one in done.notes
    )
    (problem,), (status,), (doctor,), (_,) = told(watching, "proposal-votes")
    assert problem == doctor
    assert problem.startswith("The list proposal-votes was refused: The query node did not give the list")
    assert "others further" in status
    watching.graph_wire.upstream = watching.graph
    assert watching.sync(full=True).complete
    assert told(watching, "proposal-votes") == ([], [], [], [])


def test_a_list_that_was_never_read_is_told(watching: Live) -> None:
    refuse(watching, "proposal-votes")
    watching.sync()
    (problem,), (status,), (doctor,), (_,) = told(watching, "proposal-votes")
    assert problem == doctor
    assert status == "it was never read whole"
    assert [row["what"] for row in problems_of(watching.context, "list-refused")] == [problem]


def test_a_row_that_cannot_be_placed_is_told_with_the_duties_that_wait(watching: Live) -> None:
    assert watching.sync().complete
    disturb(watching, spoiling("electedAtBlock", {"a": 1}), connection="electedCouncilsConnection")
    done = watching.sync(full=True)
    assert done.complete
    (problem,) = problems_of(watching.context, "field-unreadable")
    assert problem["repair"].endswith("no figure is made from the list elected-councils.")
    (note,) = [one for one in done.notes if "elected-councils" in one]
    assert "elections cannot tell what is due" in note
    assert f"secretariat problems repair {problem['id']} VALUE" in note
    _, (status,), (doctor,), (_,) = told(watching, "elected-councils")
    assert problem["id"] in status
    assert status in doctor
    watching.graph_wire.upstream = watching.graph
    assert watching.sync().complete
    assert told(watching, "elected-councils") == ([], [], [], [])
