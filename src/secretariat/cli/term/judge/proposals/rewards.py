"""Rewards of the council ahead: what its members are due at the payments up to an execution, by what was paid to them last."""

from collections.abc import Iterator

from secretariat.cli.term.judge.history import DAY, History


def rewards_due(history: History, block: int, until: int) -> int:
    """Add up what the council is due, as a block leaves it, from the next block to another one (base units)."""
    return sum(amount for _, amount in _payments(history, block, until))


def reward_changes(history: History, block: int, until: int) -> bool:
    """Tell whether a proposal about the reward of a seat is carried out on the way: then what is due depends on it."""
    setting = (one for one in history.truth.get("proposals", ()) if one["type"] == "SetCouncilorReward")
    return any(one["executed"] is not None and block < int(one["executed"]) <= until for one in setting)


def _payments(history: History, block: int, until: int) -> Iterator[tuple[int, int]]:
    """Give each payment to come and what is due in it: of a period, of what stayed owed before, and of the days up to the next council."""
    council, figures = history.council(block), history.rules(block)
    if council is None:
        return
    period, reward = int(figures.get("reward_period", DAY)), int(figures["councilor_reward"])
    made = [one for one in council.get("payments", ()) if int(one[0]) <= block]
    last, owed = (int(made[-1][0]), int(made[-1][2])) if made else (int(council["elected"]), 0)
    seats, election = len(council.get("members", ())), history.election_ahead(block)
    while True:
        after = min(last + period, election) if last < election else last + period
        if after > until:
            return
        yield after, owed + seats * reward * (after - last)
        last, owed = after, 0
        seats = int(figures["seats"]) if after == election else seats
