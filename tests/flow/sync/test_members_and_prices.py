"""Members of small and large networks, and exchange rates, through sync."""

import json
from pathlib import Path
from typing import Any

import pytest

from secretariat.facts.desk_decisions import Taken
from secretariat.facts.moments import Moment
from secretariat.facts.secretary_decisions import Willing
from secretariat.flow.ask import table
from secretariat.flow.sync import members
from secretariat.formats.table_text import as_json
from secretariat.sources.prices.settings import Settings
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing
from tests.flow.sync.live import Live, digest, done_of, facts, moved, problems_of, published


def member_keys(desk: Live) -> set[str]:
    return {row[2] for row in facts(desk.context)["records"] if row[1] == "membership"}


@pytest.fixture
def crowd(small: Live, monkeypatch: pytest.MonkeyPatch) -> Live:
    """Give a network with too many members to read them all; seats name some of them."""
    monkeypatch.setattr(members, "ALL_UP_TO", 10)
    for n in range(100, 140):
        small.world.put("Membership", **{**small.world.of("Membership")["2"], "id": str(n), "handle": f"member_{n}"})
    for row in small.world.of("Membership").values():
        row["isCouncilMember"] = False
    small.world.of("CouncilMember")["1"]["memberId"] = "101"
    small.world.of("CouncilMember")["2"]["memberId"] = "999"
    return small


def named(desk: Live) -> set[str]:
    return {str(row.get("memberId")) for row in desk.world.of("CouncilMember").values()}


def test_of_few_members_all_are_read(small: Live) -> None:
    small.sync()
    assert member_keys(small) == set(small.world.of("Membership"))


def test_of_many_members_the_named_ones_and_those_in_office_are_read(crowd: Live) -> None:
    crowd.world.of("Membership")["120"]["isCouncilMember"] = True
    done = crowd.sync()
    assert done.complete
    keys = member_keys(crowd)
    assert {"101", "120"} <= keys
    assert "139" not in keys
    assert len(keys) < 12
    nothing = {row["what"] for row in problems_of(crowd.context, "reference-to-nothing")}
    assert any("member_id" in what and "999" in what for what in nothing)
    assert not any("101" in what for what in nothing)
    before = digest(crowd.context)
    assert crowd.sync().moved is False
    assert digest(crowd.context) == before


def test_a_member_who_is_named_later_comes_then_and_one_who_changes_is_found(crowd: Live) -> None:
    crowd.sync()
    crowd.world.of("CouncilMember")["3"]["memberId"] = "130"
    assert moved(crowd.sync())["query-node/memberships"] == (1, 0, 0)
    crowd.world.of("Membership")["130"]["handle"] = "cleo"
    assert moved(crowd.sync(full=True))["query-node/memberships"] == (0, 1, 0)
    crowd.world.of("Membership")["101"]["handle"] = "bert"
    changed = sum(moved(crowd.sync(later=crowd_days(n))).get("query-node/memberships", (0, 0, 0))[1] for n in range(9))
    assert changed == 1


def test_who_is_willing_to_serve_comes_though_nothing_on_the_chain_names_them(crowd: Live) -> None:
    crowd.sync()
    assert "139" not in member_keys(crowd)
    with writing(crowd.context.engine) as connection:
        taken = Taken(at=Moment("2024-05-01T00:00:00Z"), person="ada")
        append_decision(connection, Willing(taken=taken, council=1, member_id=139, deputy_id=998))
    assert crowd.sync().complete, "of who is not there nothing comes, and nothing fails"
    assert "139" in member_keys(crowd)
    assert "998" not in member_keys(crowd)
    assert crowd.sync().moved is False


def crowd_days(days: int) -> Any:
    from datetime import timedelta

    return timedelta(days=days, seconds=20)


def test_a_named_member_who_is_gone_is_a_problem(crowd: Live) -> None:
    crowd.sync()
    del crowd.world.of("Membership")["101"]
    assert moved(crowd.sync(full=True))["query-node/memberships"] == (0, 0, 1)
    assert [row["what"] for row in problems_of(crowd.context, "row-gone")] == [
        "membership 101 was in the query node before and is not any more."
    ]
    assert crowd.sync(full=True).moved is False


def test_a_network_that_grows_large_keeps_the_members_it_knows(small: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    small.sync()
    before = member_keys(small)
    monkeypatch.setattr(members, "ALL_UP_TO", 3)
    assert small.sync().moved is False
    assert member_keys(small) == before
    monkeypatch.setattr(members, "ALL_UP_TO", 300)
    assert small.sync().moved is False
    assert member_keys(small) == before


def rates(desk: Live, path: Path, *lines: str) -> None:
    path.write_text("day,rate\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    desk.settings.pop("query_node", None)
    desk.set("prices", Settings(file=str(path)))


def test_rates_are_added_and_days_that_are_not_listed_any_more_stay(small: Live, tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    rates(small, path, "2024-05-01,0.0123", "2024-05-02,0.0125", "2024-05-03,-1")
    done = done_of(small.sync())["prices/rates"]
    assert (done.rows, done.added, done.problems) == (3, 3, 1)
    (problem,) = problems_of(small.context, "rate-impossible")
    before = digest(small.context)
    assert small.sync().moved is False
    assert digest(small.context) == before
    rates(small, path, "2024-05-04,0.0126", "2024-05-02,0.0127")
    done = done_of(small.sync())["prices/rates"]
    assert (done.rows, done.added, done.changed, done.removed) == (4, 1, 1, 0)
    assert problems_of(small.context, "rate-impossible") == [problem], (
        "the unknown day is not listed, and still unknown"
    )
    rates(small, path, "2024-05-03,0.0124")
    assert done_of(small.sync())["prices/rates"].changed == 1
    assert problems_of(small.context, "rate-impossible") == []


def test_rates_that_cannot_be_read_keep_those_known(small: Live, tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    rates(small, path, "2024-05-01,0.0123")
    small.sync()
    before = facts(small.context)
    for content in (None, "", "no table at all\n\n\n"):
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_text(content, encoding="utf-8")
        done = small.sync()
        assert not done.complete
        assert str(path) in done.failures["prices"]
        assert facts(small.context) == before
    rates(small, path, "2024-05-01,0.0123")
    done = small.sync()
    assert (done.complete, done.moved, done.states["prices"].failure) == (True, False, "")


def test_tables_are_built_though_every_source_fails(small: Live, tmp_path: Path) -> None:
    rates(small, tmp_path / "rates.csv")
    small.settings.pop("chain")
    (tmp_path / "rates.csv").unlink()
    assert not small.sync().complete
    assert json.loads(as_json(table(small.context, "terms")))["rows"] == []
    assert len(published(small.context)) > 20
