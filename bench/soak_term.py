"""Play whole elections and hold them against their truth: python -m bench.soak_term [WORLD ...].

Each named scenario, or world file, is played by ``secretariat demo --term`` with a person of 100 blocks; without names those that elections
and proposals are about, and worlds made here that are hard on a desk. Prints a line for each, and what is wrong. Ends with 1 when anything is missed,
doubled or wrong.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCENARIOS = (
    "ordinary-term",
    "failed-announcing",
    "failed-reveal",
    "low-candidacy",
    "late-withdrawal",
    "stale-query-node",
    "reorganisation",
    "spec-upgrade",
    "hostile-texts",
    "proposal-lost-to-new-council",
    "budget-runs-out",
)
LONGEST_SECONDS = 1_800

QUICK = {
    "Council.AnnouncingPeriodDuration": 4_000,
    "Referendum.VoteStageDuration": 3_000,
    "Referendum.RevealStageDuration": 3_000,
}
"""Short stages; candidates are counted at half of announcing."""

Acts = list[dict[str, Any]]


def act(
    place: dict[str, int], actor: str, what: str, *, cycle: int = 5, stage: str = "announcing", **arguments: Any
) -> dict[str, Any]:
    """Write an act of a world file."""
    return {"block": {"stage": stage, "cycle": cycle, **place}, "actor": actor, "act": what, "arguments": arguments}


def world(title: str, start: dict[str, Any], acts: Acts | None = None, **settings: Any) -> dict[str, Any]:
    """Write a world file."""
    constants = settings.pop("constants", QUICK)
    start = {"stage": "announcing", "cycle": 5, **start}
    return {
        "world": 1,
        "title": title,
        "start": start,
        "settings": {"constants": constants, **settings},
        "acts": acts or [],
    }


def coming_and_going() -> Acts:
    """Let people come and go around the steps, the last one in the last blocks."""
    moves = [
        (600, "edda", "announce"), (800, "hugo", "announce"), (9_000, "jaro", "announce"), (9_100, "kira", "announce"),
        (12_000, "kira", "withdraw"), (12_050, "jaro", "withdraw"), (15_000, "kira", "announce"), (15_100, "leon", "announce"),
        (20_000, "leon", "withdraw"), (22_000, "kira", "withdraw"), (34_000, "dario", "announce"),
    ]  # fmt: skip
    late = [(-14_380, "withdraw"), (-9_000, "announce"), (-2_000, "withdraw"), (-3, "announce")]
    return [
        *(act({"begins": block}, actor, what) for block, actor, what in moves),
        *(act({"ends": block}, "dario", what) for block, what in late),
    ]


NEW_RUNTIME = {
    "version": 2005,
    "constants": {"Referendum.RevealStageDuration": 4_000, "Council.IdlePeriodDuration": 5_000},
    "pallet_numbers": {"Forum": 23, "Constitution": 22},
}
MEAN = (
    "=2+5+cmd|' /C calc'!A0",
    "@everyone [x](javascript:alert(1)) <img src=x>",
    "admin\u202enimda",
    "x" * 3_000,
    "<@&1> **",
)


def worlds() -> Iterator[dict[str, Any]]:
    """Make worlds that are hard on a desk."""
    yield world("two-restarts", {"begins": 10}, failed_announcing=[5], failed_reveal=[6])
    yield world("nobody-stands", {"begins": 100}, candidacies_by_hand=[5, 6])
    long = {**QUICK, "Council.AnnouncingPeriodDuration": 50_000, "Referendum.VoteStageDuration": 16_000}
    yield world("coming-and-going", {"begins": 3_000}, coming_and_going(), constants=long, candidacies_by_hand=[5])
    few = [act({"begins": 600 + 40 * place}, actor, "announce") for place, actor in enumerate(("edda", "hugo", "jaro"))]
    yield world("exactly-enough", {"begins": 700}, few, candidacies_by_hand=[5])
    mean = [f"mean-{place}" for place in range(len(MEAN))]
    stand = [act({"begins": 600 + 50 * place}, name, "announce") for place, name in enumerate(mean)]
    members = [{"name": name, "handle": handle} for name, handle in zip(mean, MEAN, strict=True)]
    yield {**world("mean-names", {"ends": -1_500}, stand, candidacies_by_hand=[5]), "members": members}
    upgrade = [act({"begins": 60}, "world", "upgrade", stage="voting", **NEW_RUNTIME)]
    yield world("runtime-in-voting", {"ends": -1_000}, upgrade)
    places = [({"ends": -995 + 97 * number}, "announcing") for number in range(10)]
    places += [({"begins": 5}, "voting"), ({"begins": 124}, "voting")]
    heads = [act(place, "world", "reorganise", stage=stage, depth=9) for place, stage in places]
    yield world("heads-replaced", {"ends": -1_000}, heads, finality_lag=12)
    stale = [act({"begins": 300}, "edda", "announce"), act({"ends": -500}, "world", "query_node_stops", blocks=3_000)]
    yield world("stale-across-a-restart", {"ends": -2_000}, stale, candidacies_by_hand=[5])
    yield world(
        "begins-idle",
        {"stage": "idle", "cycle": 4, "begins": 100},
        constants={**QUICK, "Council.IdlePeriodDuration": 20_000},
    )
    yield world("begins-in-voting", {"stage": "voting", "begins": 1_500})


def played(name: str, given: str, folder: Path) -> bool:
    """Play one world and print what came of it."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "secretariat", "demo", "--term", "--world", given, "--out", str(folder / "out")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS)
    print(f"{'well' if done.returncode == 0 else 'NOT WELL'}  {name}: {time.monotonic() - begun:.0f} s", flush=True)
    if done.returncode:
        print(done.stdout[-4_000:], done.stderr[-1_000:], flush=True)
    return done.returncode == 0


def main(names: list[str]) -> int:
    """Play what is named, or all; give the exit code."""
    with tempfile.TemporaryDirectory(prefix="soak-term-") as made:
        folder = Path(made)
        chosen = [(name, str(Path(name).absolute()) if Path(name).exists() else name) for name in names]
        if not chosen:
            chosen = [(name, name) for name in SCENARIOS]
            for one in worlds():
                file = folder / f"{one['title']}.json"
                file.write_text(json.dumps(one), encoding="utf-8")
                chosen.append((one["title"], file.name))
        well = [played(name, given, folder) for name, given in chosen]
    print(f"{sum(well)} of {len(well)} worlds were told of as they should be")
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
