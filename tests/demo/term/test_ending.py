"""A play ends by itself, three days after the first council that is elected in it, however long stages are."""

from pathlib import Path
from typing import Any

import pytest

from secretariat.cli.term import play
from secretariat.cli.term.judge.calendar import AFTER
from secretariat.cli.term.judge.verdicts import GRACE
from secretariat.cli.term.place import Place
from tests.demo.term.invented import CONFIGURED

BEGAN, TAKES, MOST = 300, 100, 200_000
STAGES = ("announcing", "voting", "revealing", "idle")


class Network:
    """A network whose elections all elect somebody, told as a practice network tells it of itself."""

    def __init__(self, lengths: tuple[int, int, int, int]) -> None:
        self.head, self.lengths = BEGAN, lengths

    def asked(self, control: str, method: str, path: str, body: Any = None) -> Any:
        """Answer what the play asks."""
        del control, method
        if path == "/advance":
            self.head += body["blocks"]
            return {"refused_acts": [], "head": self.head}
        told = {"/state.json": self.state, "/truth.json": self.truth}
        return told[path]() if path in told else []

    def state(self) -> dict[str, Any]:
        """Tell where it is."""
        at, place = 0, 0
        while at + self.lengths[place % 4] <= self.head:
            at, place = at + self.lengths[place % 4], place + 1
        ends = at + self.lengths[place % 4]
        stage = {"stage": STAGES[place % 4], "stage_ends_at": ends, "query_node": {"lastCompleteBlock": self.head}}
        return {"head": self.head, "final": self.head, "genesis": "0x0", "milliseconds": self.head * 6_000, **stage}

    def truth(self) -> dict[str, Any]:
        """Tell all cycles that have begun, the first one from block 0 on."""
        figures = dict(zip(STAGES, self.lengths, strict=True))
        cycles = [
            self._cycle(number, number * sum(self.lengths)) for number in range(self.head // sum(self.lengths) + 1)
        ]
        elected = [one["ended"] for one in cycles if one["outcome"] == "elected"]
        councils = [{"number": 1, "elected": -5}, *({"number": n, "elected": at} for n, at in enumerate(elected, 2))]
        return {"elections": cycles, "councils": councils, "rules": [{"from": -9, **figures}], "acts": []}

    def _cycle(self, number: int, begins: int) -> dict[str, Any]:
        told: dict[str, Any] = {"cycle": number, "outcome": None, "ended": None}
        for name, length in zip(STAGES[:3], self.lengths[:3], strict=True):
            begun = begins <= self.head
            told |= {f"{name}_from": begins if begun else None, f"{name}_ends": begins + length if begun else None}
            begins += length
        return {**told, "outcome": "elected", "ended": begins} if begins <= self.head else told


class Silent:
    """A desk, or a person, to whom nothing happens."""

    def ask(self, **words: object) -> dict[str, Any]:
        """Answer with nothing at all."""
        del words
        lists: dict[str, Any] = {
            name: [] for name in ("trouble", "sent", "shown", "approved", "done", "tasks", "noted")
        }
        return {**lists, "due": None, "under_way": False}


@pytest.mark.parametrize(
    "lengths",
    [
        (1_000, 500, 500, 1_000),
        (3_000, 1_500, 1_500, 43_200),
        (100, 100, 100, 14_400),
        (43_000, 43_000, 43_000, 43_000),
        (3_000, 1_500, 1_500, 100_800),
        (200, 100, 100, 20),
    ],
)
def test_a_play_ends_three_days_after_its_first_election(
    lengths: tuple[int, int, int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    network, silent = Network(lengths), Silent()
    monkeypatch.setattr(play, "asked_at", network.asked)
    monkeypatch.setattr(play, "wrote", lambda control: ())
    monkeypatch.setattr(play, "sent", lambda *told: iter(()))
    monkeypatch.setattr(play, "calendar", lambda history, block: [])
    monkeypatch.setattr(play, "calendar_of_lists", lambda talk, block: [])
    place = Place(
        folder=tmp_path,
        environment={},
        configured=CONFIGURED,
        name="sue",
        member=12,
        channels={},
        willing=(),
        addresses={},
    )
    shown = play.Play(
        control="",
        desk=silent,  # type: ignore[arg-type]
        person=silent,  # type: ignore[arg-type]
        place=place,
        takes=TAKES,
        most=MOST,
        tell=lambda words, share: None,
    ).run()
    elected = next(one["elected"] for one in network.truth()["councils"] if one["elected"] > BEGAN)
    over = elected + AFTER + GRACE + 2 * TAKES
    assert over <= shown.ended <= over + play.LONGEST_IDLE_STEP
