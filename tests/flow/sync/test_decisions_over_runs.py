"""People's decisions and imported archives beside live records: neither disturbs the other."""

from pathlib import Path

import pytest

from secretariat.flow.collect import import_archive
from secretariat.flow.decide import problems as decide
from secretariat.flow.decided import decisions_now
from secretariat.flow.tables import worked_out
from secretariat.store.engine import reading
from secretariat.store.facts import load_records
from tests.flow.archives import LEDGER, LEDGER_PATH, write
from tests.flow.sync.live import Live, digest, facts, moved, problems_of, published
from tests.flow.test_gone import REQUESTS, REQUESTS_PATH


@pytest.fixture
def damaged(small: Live, monkeypatch: pytest.MonkeyPatch) -> Live:
    """Give a query node with an amount that is none."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    small.world.of("RewardPaidEvent")["3"]["amount"] = "-5"
    return small


def amount(desk: Live, key: str) -> object:
    """Give an amount with the repairs laid over it."""
    with reading(desk.context.engine) as connection:
        laid = worked_out(load_records(connection, {"group-money-event"}), (), decisions_now(connection), duties=())
    return next(one.fact.amount for one in laid.by_kind["group-money-event"] if one.key == key)


def problem_of(desk: Live) -> dict[str, object]:
    (found,) = [row for row in problems_of(desk.context, "field-unreadable") if "amount" in str(row["what"])]
    return dict(found)


def test_a_repair_of_a_live_record_survives_the_next_syncs(damaged: Live) -> None:
    damaged.sync()
    found = problem_of(damaged)
    assert (found["state"], amount(damaged, "3")) == ("open", None)
    decide.repair(damaged.context, str(found["id"]), "0.0000000007", why="the block says so")
    for full in (False, True):
        damaged.node.seal(3)
        assert damaged.sync(full=full).complete
        assert (problem_of(damaged)["state"], amount(damaged, "3")) == ("applied", 7)
    damaged.world.of("RewardPaidEvent")["3"]["rationale"] = "another field of it"
    damaged.world.of("RewardPaidEvent")["3"]["inBlock"] = 90
    assert "query-node/rewards-paid" in moved(damaged.sync(full=True))
    assert (problem_of(damaged)["state"], amount(damaged, "3")) == ("applied", 7)


def test_a_repair_lapses_when_the_source_gives_a_value_and_counts_again_when_it_does_not(damaged: Live) -> None:
    damaged.sync()
    identifier = str(problem_of(damaged)["id"])
    decide.repair(damaged.context, identifier, "0.0000000007", why="the block says so")
    damaged.world.of("RewardPaidEvent")["3"]["amount"] = "9"
    damaged.sync(full=True)
    assert amount(damaged, "3") == 9
    assert identifier not in {row["id"] for row in problems_of(damaged.context, "field-unreadable")}
    damaged.world.of("RewardPaidEvent")["3"]["amount"] = "-5"
    damaged.sync(full=True)
    assert (problem_of(damaged)["state"], amount(damaged, "3")) == ("applied", 7)


def test_a_contradiction_that_was_repaired_stays_so_until_the_row_changes(small: Live) -> None:
    small.world.of("CouncilMember")["2"]["memberId"] = "999"
    small.sync()
    (found,) = [row for row in problems_of(small.context, "reference-to-nothing") if "999" in str(row["what"])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRETARIAT_PERSON", "ada")
        decide.repair(small.context, str(found["id"]), "2", why="the chain says so")

    def states() -> dict[str, str]:
        return {str(row["what"]): str(row["state"]) for row in problems_of(small.context, "reference-to-nothing")}

    small.node.seal(2)
    small.sync(full=True)
    assert states()[str(found["what"])] == "applied"
    small.world.of("CouncilMember")["2"]["memberId"] = "3"
    small.sync()
    assert str(found["what"]) not in states()


def test_a_dismissed_problem_stays_dismissed(damaged: Live) -> None:
    damaged.sync()
    decide.dismiss(damaged.context, str(problem_of(damaged)["id"]), why="it does not matter")
    damaged.node.seal(3)
    damaged.sync(full=True)
    assert problem_of(damaged)["state"] == "dismissed"


def test_imports_and_syncs_do_not_disturb_each_other(small: Live, tmp_path: Path) -> None:
    archive = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, REQUESTS_PATH: REQUESTS})
    import_archive(small.context, archive, dry_run=False)
    alone = facts(small.context)["records"]
    small.sync()
    both, tables = facts(small.context), published(small.context)
    assert [row for row in both["records"] if row in alone] == alone
    again = import_archive(small.context, archive, dry_run=False, drop_gone=True)
    assert again.gone == ()
    assert (facts(small.context), published(small.context)) == (both, tables)
    (archive / LEDGER_PATH).unlink()
    dropped = import_archive(small.context, archive, dry_run=False, drop_gone=True)
    assert [one.contents.path for one in dropped.gone] == [LEDGER_PATH]
    left = [row for row in both["records"] if str(row[0]).split("/")[0] in ("chain", "query-node")]
    live = [row for row in facts(small.context)["records"] if str(row[0]).split("/")[0] in ("chain", "query-node")]
    assert live == left
    assert small.sync().moved is False
    before = digest(small.context)
    assert small.sync().moved is False
    assert digest(small.context) == before
