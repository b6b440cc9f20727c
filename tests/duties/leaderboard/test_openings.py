"""Openings of the main network: every one once, its applications counted by what came of them."""

from decimal import Decimal
from typing import Any

from secretariat.duties.leaderboard import openings
from secretariat.facts.empty_lists import empty_list
from secretariat.facts.records import AnyStated
from secretariat.facts.staffing import Application, Opening, UpcomingOpening
from secretariat.facts.tables import build
from tests.mainnet import COVERED, at, joy, live, mainnet

GROUP = "forumWorkingGroup"


def opening(key: str, block: int | None, **more: Any) -> AnyStated:
    fact = Opening(group=GROUP, runtime_id=int(key[-1]), created_block=block, **{"status": "open", **more})
    return live(fact, key, name="openings")


def application(key: str, opening_key: str | None, status: str | None) -> AnyStated:
    return live(Application(opening=opening_key, status=status), key, name="applications")


def rows(*more: AnyStated) -> list[dict[str, Any]]:
    built = build(openings.TABLE, mainnet(*more))
    return [dict(zip([heading.name for heading in built.headings], row, strict=True)) for row in built.rows]


OUTCOMES = ("applications", *(f"applications_{word}" for word in ("pending", "accepted", "rejected", "withdrawn")))


def test_openings_come_in_the_order_they_were_made_and_those_announced_after_them() -> None:
    found = rows(
        live(UpcomingOpening(group=GROUP, title="Later", expected_start=at(900_000)), "u1", name="upcoming-openings"),
        opening("o2", 350_000, type="regular", reward_per_block=joy("0.25"), unstaking_period=14_400),
        opening("o1", 90_000, status="filled", ended_block=95_000, type="leader", stake=joy(5)),
        opening("o3", None),
    )
    assert [(row["term"], row["opening_id"], row["status"]) for row in found] == [
        (0, 1, "filled"),
        (2, 2, "open"),
        (None, 3, "open"),
        (None, None, "announced"),
    ]
    assert [row["group"] for row in found] == ["forum"] * 4
    assert (found[0]["stake"], found[0]["type"], found[0]["ended_block"]) == (joy(5), "leader", 95_000)
    assert (found[1]["tokens_per_block"], found[1]["unstaking_period"]) == (Decimal("0.25"), 14_400)
    assert (found[3]["title"], found[3]["expected_start"]) == ("Later", at(900_000))


def test_applications_are_counted_by_what_came_of_them() -> None:
    statuses = {"a1": "accepted", "a2": "rejected", "a3": "rejected", "a4": "withdrawn", "a5": "pending"}
    first, second = rows(
        opening("o1", 310_000),
        opening("o2", 310_001),
        *(application(key, "o1", status) for key, status in statuses.items()),
    )
    assert [first[name] for name in OUTCOMES] == [5, 1, 1, 2, 1]
    assert first["source"] == (
        f"query-node/openings#o1 at block {COVERED:,}; query-node/applications#a1 at block {COVERED:,} and 4 more lines"
    )
    assert [second[name] for name in OUTCOMES] == [0, 0, 0, 0, 0]


def test_what_is_not_known_of_applications_is_empty() -> None:
    cases: dict[str, tuple[list[AnyStated], list[int | None]]] = {
        "none was read": ([], [None] * 5),
        "it is proven that there is none": ([empty_list("applications", 5)], [0] * 5),
        "one may belong to any opening": ([application("a1", None, "pending")], [None] * 5),
        "the status of one is not known": ([application("a1", "o1", None)], [1, None, None, None, None]),
    }
    for case, (stated, expected) in cases.items():
        (row,) = rows(opening("o1", 310_000), *stated)
        assert [row[name] for name in OUTCOMES] == expected, case


def test_who_cannot_apply_yet_has_no_applications() -> None:
    announced = live(UpcomingOpening(group=GROUP), "u1", name="upcoming-openings")
    (row,) = rows(announced, application("a1", "u1", "pending"))
    assert [row[name] for name in OUTCOMES] == [None] * 5
    assert row["source"] == f"query-node/upcoming-openings#u1 at block {COVERED:,}"
