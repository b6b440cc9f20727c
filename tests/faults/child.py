"""Run the command line as a process that is limited, killed or watched."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_DROP_FROM_BOUNDING_SET = 24  # prctl's PR_CAPBSET_DROP
_READ_AND_WRITE_EVERYTHING = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@dataclass(frozen=True)
class Ended:
    """How a command ended; ``peak`` is the most memory it ever held, in MB."""

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
            [sys.executable, "-m", "secretariat", *arguments],
            cwd=folder,
            env={**os.environ, "SECRETARIAT_PERSON": "ada", "PYTHONDONTWRITEBYTECODE": "1", **environment},
            stdout=out,
            stderr=err,
            preexec_fn=before,  # noqa: PLW1509 - the tests that limit a child have no threads
        )
    started.said_in = folder.parent / name  # type: ignore[attr-defined]
    return started


def finish(started: subprocess.Popen[bytes]) -> Ended:
    """Wait for a started command; an error that nobody foresaw fails the test."""
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    place = started.said_in  # type: ignore[attr-defined]
    said, complained = (Path(f"{place}.{end}").read_text(encoding="utf-8") for end in ("out", "err"))
    assert "Traceback" not in complained, complained
    return Ended(started.returncode, said, complained, usage.ru_maxrss / 1024)


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
