"""How far a proposal is that elects the secretary, by the chain's storage and the query node."""

from typing import Any

import pytest

from secretariat.facts.electing_secretary import IN_TIME_BLOCKS, electing
from secretariat.facts.snapshot import snapshot_of
from tests.duties.terms.invented import BEGAN, gracing, stored, told

LIMIT = BEGAN + IN_TIME_BLOCKS


@pytest.mark.parametrize(
    ("records", "how", "approved", "in_time"),
    [
        ([], "not known", None, None),
        ([told(9, "executed")], "not known", None, None),
        ([told(8, "deciding")], "created", None, None),
        ([stored(8, "active")], "created", None, None),
        ([stored(8, "active"), told(8, "deciding")], "created", None, None),
        ([stored(8, "pending-execution", approved=LIMIT)], "approved", LIMIT, True),
        ([stored(8, "pending-execution", approved=LIMIT + 1)], "approved", LIMIT + 1, False),
        ([stored(8, "pending-execution", approved=LIMIT), told(8, "deciding")], "approved", LIMIT, True),
        ([stored(8, "pending-execution"), gracing(8, LIMIT)], "approved", LIMIT, True),
        ([told(8, "gracing"), gracing(8, LIMIT + 1)], "approved", LIMIT + 1, False),
        ([told(8, "gracing"), gracing(9, LIMIT + 1)], "approved", None, None),
        ([told(8, "executed", block=LIMIT + 9), gracing(8, LIMIT)], "executed", LIMIT, True),
        ([told(8, "executed", block=LIMIT + 9), gracing(8, LIMIT + 1)], "executed", LIMIT + 1, False),
        ([told(8, "executed", block=LIMIT)], "executed", None, True),
        ([told(8, "executed", block=LIMIT + 1)], "executed", None, None),
        ([stored(8, "active"), told(8, "rejected")], "rejected", None, None),
        *(
            ([told(8, word)], "rejected", None, None)
            for word in ("rejected", "slashed", "expired", "cancelled", "canceled-by-runtime", "vetoed")
        ),
        ([told(8, "execution-failed"), gracing(8, LIMIT)], "rejected", LIMIT, None),
    ],
)
def test_state_and_time_of_approval(records: list[Any], how: str, approved: int | None, in_time: bool | None) -> None:
    found = electing(snapshot_of(records), 8)
    assert (found.how, found.approved, found.in_time(BEGAN)) == (how, approved, in_time)
    assert bool(found.source) == (how != "not known")
