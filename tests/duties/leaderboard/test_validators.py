"""The tables of validators and of eras."""

import sys
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard import validator_eras
from secretariat.duties.leaderboard.validators import TABLE
from secretariat.facts.tables import build
from secretariat.facts.validators import EraOffences, ValidatorEras
from tests.build import snapshot, stated, table_rows


def validator(account: str, eras: dict[int, int], network: str | None = "sumer") -> ValidatorEras:
    return ValidatorEras(
        network=network,
        chain="antioch" if network else None,
        account=account,
        eras=tuple((era, points, 0) for era, points in sorted(eras.items())),
    )


def offences(era: int, count: int, network: str = "sumer") -> EraOffences:
    return EraOffences(network=network, chain="antioch", era=era, offences=count)


def test_the_share_of_the_mean_is_taken_era_by_era() -> None:
    rows = table_rows(
        TABLE,
        validator("5Ada", {10: 30, 11: 0, 13: 20}),
        validator("5Bert", {10: 10, 12: 60, 13: 20}),
        validator("Total", {10: 40, 12: 60, 13: 40}),
    )
    ada, bert = rows
    names = ("account", "eras_active", "first_era", "last_era", "points", "zero_eras", "missing_eras")
    assert [ada[name] for name in names] == ["5Ada", 3, 10, 13, 50, 1, 1]
    assert [bert[name] for name in names] == ["5Bert", 3, 10, 13, 90, 0, 1]
    # Era 10: mean 20; era 11: nobody has points, so it is left out; era 12: mean 60; era 13: mean 20.
    assert ada["share_of_mean"] == Decimal("1.2500")
    assert bert["share_of_mean"] == Decimal("0.8333")
    assert ada["source"] == "validator-eras.txt:1"


def test_an_era_that_the_source_lacks_for_all_is_missing_for_nobody() -> None:
    (row,) = table_rows(TABLE, validator("5Ada", {10: 5, 20: 5}))
    assert (row["missing_eras"], row["share_of_mean"]) == (0, Decimal("1.0000"))


def test_a_validator_without_any_points_in_eras_without_points_has_no_share() -> None:
    (row,) = table_rows(TABLE, validator("5Ada", {10: 0}))
    assert (row["share_of_mean"], row["zero_eras"]) == (None, 1)


def test_eras_of_two_networks_are_never_mixed_and_files_of_one_are_joined() -> None:
    rows = table_rows(
        TABLE,
        stated(validator("5Ada", {10: 20}), file="a.json"),
        stated(validator("5Ada", {10: 99, 11: 20}), file="b.json"),
        validator("5Ada", {10: 1}, network="giza"),
        validator("5Cleo", {}, network=None),
    )
    assert [(row["network"], row["points"], row["eras_active"]) for row in rows] == [("giza", 1, 1), ("sumer", 40, 2)]


def test_eras_hold_sums_printed_sums_and_offences() -> None:
    rows = table_rows(
        validator_eras.TABLE,
        validator("5Ada", {10: 30, 11: 0}),
        validator("5Bert", {10: 10}),
        validator("Total", {10: 40, 12: 7}),
        offences(11, 2),
        offences(13, 1),
    )
    names = ("era", "validators", "points", "points_printed", "offences")
    assert [tuple(row[name] for name in names) for row in rows] == [
        (10, 2, 40, 40, None),
        (11, 1, 0, None, 2),
        (12, None, None, 7, None),
        (13, None, None, None, 1),
    ]
    assert rows[1]["source"] == "validator-eras.txt:1; era-offences.txt:4"


def steps(validators: int, eras: int) -> int:
    """Count the calls, and the resumptions of generators, that building the table takes."""
    facts = snapshot(*(validator(f"5V{n:03d}", dict.fromkeys(range(eras), 20 * (n % 7))) for n in range(validators)))
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        assert len(build(TABLE, facts).rows) == validators
    finally:
        sys.setprofile(before)
    return counted


def test_work_grows_with_the_eras_and_with_the_validators_alone() -> None:
    base = steps(20, 50)
    assert steps(40, 50) < 2.5 * base
    assert steps(20, 100) < 2.5 * base


POINTS = st.dictionaries(st.integers(-5, 40), st.integers(-(10**40), 10**40), max_size=6)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["5Ada", "5Bert", "Total"]), POINTS), max_size=5))
def test_no_points_make_the_tables_fail(listed: list[tuple[str, dict[int, int]]]) -> None:
    facts = [validator(account, points) for account, points in listed]
    rows = table_rows(TABLE, *facts)
    assert all(row["account"] != "Total" for row in rows)
    table_rows(validator_eras.TABLE, *facts)
