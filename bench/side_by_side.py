"""Measuring two programs side by side: alternately, so that a busy machine slows both, and printed in one line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PYTHON = sys.executable

# The system counts for a program what its parent held when it started it. The bench holds recorded pages, so a parent that
# holds nothing stands between, and writes down what the program took.
_STARTER = """
import json, os, sys

child = os.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w", encoding="ascii") as file:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024], file)
"""


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What one program took: seconds of the processor in user and system mode, its peak memory in MB, its output."""

    cpu: float
    peak: float
    output: str


def pair(ours: Callable[[], Ended], floor: Callable[[], Ended], *, runs: int) -> tuple[float, float]:
    """Give the median seconds of the processor that both take, run alternately."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for call, times in zip((ours, floor), taken, strict=True):
            times.append(call().cpu)
    return median(taken[0]), median(taken[1])


def run(command: Sequence[str], folder: Path) -> str:
    """Run a program in a folder and give what it prints. Raises CalledProcessError."""
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def run_counted(command: Sequence[str], folder: Path) -> Ended:
    """Run a program in a folder and count its own processor time and memory, not those of others."""
    # Compiled once, as an installed program is: some environments keep Python from writing what it compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    out, counted = folder / "output.txt", folder / "counted.json"
    started = [PYTHON, "-S", "-E", "-c", _STARTER, str(counted), *command]
    with out.open("w", encoding="utf-8") as file:
        subprocess.run(started, cwd=folder, stdout=file, stderr=subprocess.STDOUT, env=environment, check=True)
    output = out.read_text(encoding="utf-8")
    code, cpu, peak = json.loads(counted.read_text(encoding="ascii"))
    if code:
        raise SystemExit(f"{' '.join(command[:4])} ended with {code}:\n{output[-2000:]}")
    return Ended(cpu=cpu, peak=peak, output=output)


def print_heading() -> None:
    """Print the heading of the lines that follow."""
    print(f"{'what':<48}{'ours':>9}{'floor':>9}{'ratio':>8}{'above':>9}  goal")


def print_pair(what: str, times: tuple[float, float], goal: str) -> None:
    """Print ours beside the floor, in seconds."""
    ours, floor = times
    print(f"{what:<48}{ours:>9.3f}{floor:>9.3f}{ours / floor:>8.2f}{ours - floor:>9.3f}  {goal}", flush=True)


def print_figure(what: str, figure: float, goal: str = "") -> None:
    """Print a figure that has no floor."""
    print(f"{what:<48}{figure:>9,.0f}{'':>26}  {goal}".rstrip(), flush=True)
