"""Fuzz every reader and the whole import for a time: python -m bench.soak SECONDS [--seed N] [--start CASE] [--case CASE].

Files of the bundled example, and of the data beside the checkout where there is some, are damaged at random and read.
A case depends only on the seed, its number and those files, so a run is repeated by its seed, resumed with --start and
one case looked at with --case. Ends with 1 when a case breaks what must hold of any input. What broke lies, as the
files that broke it, in soak-failures in the folder for temporary files.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

from bench.invariants import Broken, check_problems, check_records
from bench.mutations import mutated
from secretariat.config import Config
from secretariat.flow.ask import table, tables
from secretariat.flow.collect import NothingRecognised, import_archive
from secretariat.flow.context import Context, open_store_at
from secretariat.formats.csv_file import as_csv
from secretariat.formats.table_text import as_json, as_markdown
from secretariat.sources.archives.decode import Undecodable, decode
from secretariat.sources.archives.walk import UNKNOWN, read_file

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared")).resolve()
ARCHIVES = (ROOT / "src" / "secretariat" / "demo" / "archive", SHARED / "data" / "community-repo")
FAILURES = Path(tempfile.gettempdir()) / "soak-failures"

LARGEST = 120_000
"""Longer files are cut to a stretch of whole lines of this many bytes, so that many cases fit into the time."""

FILES_OF_AN_IMPORT = 30
"""So many cases go into one import of them all, into a store of its own."""

SECONDS_PER_FILE = 1.0
SECONDS_PER_MEGABYTE = 25.0
"""A file may take this long to read, in processor time: a bound on how the time grows, not a goal."""

HANGS = 90
"""Seconds after which a case is given up."""


@dataclass(frozen=True)
class Sample:
    """One undamaged file: its path inside the archive, its bytes, and the format it has."""

    path: str
    raw: bytes
    format: str


@dataclass
class Tally:
    """What came of the cases so far."""

    cases: Counter[str] = field(default_factory=Counter)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, int, int]] = field(default_factory=dict)


def main() -> int:
    """Run until the time is over; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__.split("\n")[0])
    parser.add_argument("seconds", type=float, nargs="?", default=600.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--start", type=int, default=0, help="the first case, to go on where a run ended")
    parser.add_argument("--case", type=int, help="run this one case and keep its file")
    parser.add_argument("--format", help="only files of this format")
    asked = parser.parse_args()
    samples = [s for s in samples_of(ARCHIVES) if asked.format in (None, s.format)]
    print(f"seed {asked.seed}, {len(samples)} files of {len({s.format for s in samples})} formats", flush=True)
    signal.signal(signal.SIGALRM, _give_up)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        if asked.case is not None:
            return _look_at(asked.case, asked.seed, samples, Path(folder))
        number = _run(asked.seconds, asked.seed, asked.start, samples, Path(folder), tally)
    _print(tally)
    only = f" --format {asked.format}" if asked.format else ""
    print(f"Go on with: python -m bench.soak {asked.seconds:.0f} --seed {asked.seed} --start {number}{only}")
    return 1 if tally.failures else 0


def _run(seconds: float, seed: int, start: int, samples: list[Sample], folder: Path, tally: Tally) -> int:
    """Try case after case until the time is over; gives the number of the next one."""
    number, end = start, time.monotonic() + seconds
    archive = folder / "archive"
    while time.monotonic() < end:
        sample, path, raw = case(seed, number, samples)
        _try(sample.format, seed, number, path, raw, folder / "file", tally)
        target = archive / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
        number += 1
        if number % FILES_OF_AN_IMPORT == 0:
            _try_import(seed, number, archive, folder / "store.db", tally)
            shutil.rmtree(archive)
    return number


def _look_at(number: int, seed: int, samples: list[Sample], folder: Path) -> int:
    sample, path, raw = case(seed, number, samples)
    kept = _keep(sample.format, "case", seed, number)
    (kept / PurePosixPath(path).name).write_bytes(raw)
    print(f"case {number}: {path} ({sample.format}, {len(raw):,} bytes), kept in {kept}")
    try:
        taken = check(path, raw, folder / "file")
    except Exception:
        traceback.print_exc()
        return 1
    print(f"all holds, {taken:.3f} s")
    return 0


def samples_of(archives: Iterable[Path]) -> list[Sample]:
    """Collect the files of known formats below some folders."""
    found = []
    for archive in archives:
        for absolute in sorted(archive.rglob("*")) if archive.is_dir() else ():
            if absolute.is_file():
                path = absolute.relative_to(archive).as_posix()
                reading = read_file(absolute, path)
                if reading.format != UNKNOWN:
                    found.append(Sample(path, absolute.read_bytes(), reading.format))
    return found


def case(seed: int, number: int, samples: list[Sample]) -> tuple[Sample, str, bytes]:
    """Make one case: the sample it comes from, the path it is read under, and its bytes."""
    chance = Random(f"{seed}/{number}")
    format_ = chance.choice(sorted({sample.format for sample in samples}))
    sample = chance.choice([sample for sample in samples if sample.format == format_])
    raw = _stretch(sample.raw, chance)
    others = [other.raw[:LARGEST] for other in chance.sample(samples, min(3, len(samples)))]
    path = sample.path
    if chance.random() < 0.15:
        path = chance.choice(
            (PurePosixPath(path).name, f"giza/{path}", chance.choice(samples).path, "x.txt", f"a/{path}")
        )
    return sample, path, mutated(raw, others, chance)


def _stretch(raw: bytes, chance: Random) -> bytes:
    if len(raw) <= LARGEST:
        return raw
    lines = raw.split(b"\n")
    start = 0 if chance.random() < 0.3 else chance.randrange(len(lines))
    head = lines[:3] if chance.random() < 0.5 else []
    return b"\n".join([*head, *lines[start:]])[:LARGEST]


def _try(format_: str, seed: int, number: int, path: str, raw: bytes, file: Path, tally: Tally) -> None:
    tally.cases[format_] += 1
    signal.alarm(HANGS)
    try:
        taken = check(path, raw, file)
    except _Hangs:
        _failed(tally, format_, "hangs", f"not done after {HANGS} s", seed, number, path, raw)
    except Broken as broken:
        _failed(tally, format_, str(broken.args[0]), str(broken.args[1]), seed, number, path, raw)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {error}"
        _failed(tally, format_, f"raised {type(error).__name__}", words, seed, number, path, raw)
    else:
        if taken > tally.slowest.get(format_, (0.0, 0, 0))[0]:
            tally.slowest[format_] = (taken, len(raw), number)
    finally:
        signal.alarm(0)


def check(path: str, raw: bytes, file: Path) -> float:
    """Read the bytes as the file at ``path`` twice and check all that must hold; gives the processor time of one."""
    file.write_bytes(raw)
    begun = time.process_time()
    reading = read_file(file, path)
    taken = time.process_time() - begun
    again = read_file(file, path)
    if (again.records, again.problems) != (reading.records, reading.problems):
        raise Broken("not deterministic", "two readings differ")
    if taken > SECONDS_PER_FILE + SECONDS_PER_MEGABYTE * len(raw) / 1e6:
        raise Broken("slow", f"{taken:.1f} s for {len(raw):,} bytes")
    try:
        lines = decode(raw).text.count("\n") + 1
    except Undecodable:
        lines = raw.count(b"\n") + 1
    check_problems(reading, lines)
    check_records(reading, lines)
    return taken


def _try_import(seed: int, number: int, archive: Path, store: Path, tally: Tally) -> None:
    """Import the damaged files together and keep them when that fails."""
    tally.cases["import of all"] += 1
    signal.alarm(HANGS)
    try:
        _check_import(archive, store)
    except (Exception, _Hangs) as error:
        place = next(
            (f for f in reversed(traceback.extract_tb(error.__traceback__)) if "secretariat" in f.filename), None
        )
        where = f" at {Path(place.filename).name}:{place.lineno}" if place else ""
        kept = _keep("import", type(error).__name__, seed, number)
        shutil.copytree(archive, kept / "archive", dirs_exist_ok=True)
        tally.failures["import of all", type(error).__name__ + where] += 1
        print(
            f"FAILED import before case {number}: {type(error).__name__}{where}: {str(error)[:600]}\n    {kept}",
            flush=True,
        )
    finally:
        signal.alarm(0)


def _check_import(archive: Path, store: Path) -> None:
    """Import into a new store, print every table in every form, and import again: nothing may change."""
    for name in (store, Path(f"{store}-wal"), Path(f"{store}-shm")):
        name.unlink(missing_ok=True)
    context = Context(config=Config(), engine=open_store_at(f"sqlite:///{store}"))
    try:
        import_archive(context, archive, dry_run=False)
        before = _everything(context)
        import_archive(context, archive, dry_run=False)
        after = _everything(context)
    except NothingRecognised:
        return
    finally:
        context.engine.dispose()
    if after != before:
        raise Broken("a second import changes a table", "")


def _everything(context: Context) -> list[str]:
    found = [table(context, str(row["name"])) for row in tables(context)]
    return [render(built) for built in found for render in (as_json, as_csv, as_markdown)]


def _failed(tally: Tally, format_: str, rule: str, words: str, seed: int, number: int, path: str, raw: bytes) -> None:
    tally.failures[format_, rule] += 1
    if tally.failures[format_, rule] > 3:
        return  # the first ones show what it is
    kept = _keep(format_, rule.replace(" ", "-"), seed, number)
    (kept / PurePosixPath(path).name).write_bytes(raw)
    print(f"FAILED case {number}, {format_}, {path}: {rule}: {words[:600]}", flush=True)
    print(f"    {kept}\n    again: python -m bench.soak --seed {seed} --case {number}", flush=True)


def _keep(format_: str, rule: str, seed: int, number: int) -> Path:
    folder = FAILURES / f"{format_}-{rule}-{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class _Hangs(BaseException):
    """A case takes too long; no reader that catches errors stops it."""


def _give_up(*_: object) -> None:
    raise _Hangs


def _print(tally: Tally) -> None:
    print(f"\n{'format':<22}{'cases':>8}{'failures':>10}   slowest (processor time)")
    for format_, count in sorted(tally.cases.items()):
        failures = sum(n for (name, _), n in tally.failures.items() if name == format_)
        taken, size, number = tally.slowest.get(format_, (0.0, 0, 0))
        slow = f"{taken:.3f} s for {size:,} bytes (case {number})" if size else ""
        print(f"{format_:<22}{count:>8,}{failures:>10,}   {slow}")
    for (format_, rule), count in sorted(tally.failures.items()):
        print(f"  {format_}: {rule}: {count}")


if __name__ == "__main__":
    sys.exit(main())
