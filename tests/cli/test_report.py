"""``secretariat report late`` as a person types it: taken where the delay was told in advance, else refused with what to do."""

from pathlib import Path

import pytest

from secretariat.facts.stored_groups import StoredGroup
from tests.cli.test_desk_commands import _settings
from tests.cli_run import run
from tests.duties.elections.invented import chain
from tests.duties.terms.invented import SETTINGS
from tests.flow.desk.desk import desk
from tests.flow.desk.test_decide import people
from tests.flow.desk.test_secretary import FIRST, put_term

DUE = FIRST + 7_200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a desk in a term in which the groups' reports were due 1,800 blocks ago."""
    made = desk(f"sqlite:///{tmp_path}/secretariat.db", people=people(), terms=SETTINGS)
    put_term(made, [chain(StoredGroup(group="storageWorkingGroup", lead=2), "storageWorkingGroup")])
    _settings(tmp_path)
    return tmp_path


def test_a_delay_that_was_not_told_in_advance_is_refused_with_2_and_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    given = ["report", "late", "group-report", "--group", "storage", "--until", str(DUE + 9_000), "--why", "x"]
    (refused,) = run(*given, folder=folder, check=2).stderr.splitlines()
    assert "not told in advance: give --told BLOCK" in refused
    assert "secretariat report excused group-report" in refused
    assert refused.endswith("else it stays overdue. Nothing was changed.")
    told = run(*given, "--told", str(DUE), folder=folder)
    assert "is noted as announced late." in told.stdout
