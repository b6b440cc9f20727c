"""Run the command line as a process that is limited, killed or watched."""

import ctypes
import math
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# What wait4 tells of a process's memory counts what its parent held when it started it: a test in a worker that has run
# thousands of others would measure the worker. The process's own memory is asked of the system at its end instead.
_MEASURED = """
import atexit, os, pathlib, runpy, sys

def tell():
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            pathlib.Path(os.environ["PEAK_IN"]).write_text(line.split()[1])

atexit.register(tell)
runpy.run_module("secretariat", run_name="__main__", alter_sys=True)
"""
_DROP_FROM_BOUNDING_SET = 24  # prctl's PR_CAPBSET_DROP
_READ_AND_WRITE_EVERYTHING = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@dataclass(frozen=True)
class Ended:
    """How a command ended; ``peak`` is the most memory it ever held, in MB (not a number if it was killed)."""

    code: int
    said: str
    complained: str
    peak: float


def start(
    *arguments: str, folder: Path, before: Callable[[], None] | None = None, **environment: str
) -> subprocess.Popen[bytes]:
    """Start ``secretariat`` with arguments in a folder; what it says goes to files in the folder above."""
    name = f"{folder.name}-{os.urandom(4).hex()}"
    with (folder.parent / f"{name}.out").open("wb") as out, (folder.parent / f"{name}.err").open("wb") as err:
        started = subprocess.Popen(
            [sys.executable, "-c", _MEASURED, *arguments],
            cwd=folder,
            env={
                **os.environ,
                "SECRETARIAT_PERSON": "ada",
                "PYTHONDONTWRITEBYTECODE": "1",
                "PEAK_IN": str(folder.parent / f"{name}.peak"),
                **environment,
            },
            stdout=out,
            stderr=err,
            preexec_fn=before,  # noqa: PLW1509 - the tests that limit a child have no threads
        )
    started.said_in = folder.parent / name  # type: ignore[attr-defined]
    return started


def finish(started: subprocess.Popen[bytes]) -> Ended:
    """Wait for a started command; an error that nobody foresaw fails the test."""
    started.wait()
    place = started.said_in  # type: ignore[attr-defined]
    said, complained = (Path(f"{place}.{end}").read_text(encoding="utf-8") for end in ("out", "err"))
    assert "Traceback" not in complained, complained
    return Ended(started.returncode, said, complained, _peak(Path(f"{place}.peak")))


def _peak(written: Path) -> float:
    """Give what the child wrote about its memory (in kB) as MB; without it no comparison with the figure holds."""
    try:
        return int(written.read_text(encoding="ascii")) / 1024
    except FileNotFoundError:
        return math.nan


def watched(*arguments: str, folder: Path, before: Callable[[], None] | None = None, **environment: str) -> Ended:
    """Run ``secretariat`` with arguments to its end."""
    return finish(start(*arguments, folder=folder, before=before, **environment))


def small_files(bytes_: int) -> Callable[[], None]:
    """Let the child write no file beyond a size, as on a disk that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))


def without_privilege() -> None:
    """Take root's right to read and write everything from the child that is about to start; raises OSError if not."""
    if os.geteuid() == 0:
        for right in _READ_AND_WRITE_EVERYTHING:
            if ctypes.CDLL(None, use_errno=True).prctl(_DROP_FROM_BOUNDING_SET, right, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "this right cannot be given up")


def privilege_can_be_dropped(folder: Path) -> bool:
    """Tell whether a child without privilege is refused a closed file here."""
    closed = folder / "closed"
    closed.write_text("x")
    closed.chmod(0)
    try:
        done = subprocess.run(
            [sys.executable, "-c", f"open({str(closed)!r})"],
            preexec_fn=without_privilege,
            capture_output=True,
            check=False,
        )
    except subprocess.SubprocessError:
        return False
    finally:
        closed.unlink()
    return b"PermissionError" in done.stderr
