"""A short, fixed run of the fuzzing that ``make soak`` does without end: every reader, on damaged files of the example."""

from pathlib import Path

import pytest
from bench.soak import Sample, case, check, samples_of

from secretariat.sources.archives.register import FORMATS

EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive"
SEED = 1
CASES = 60


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    found = samples_of([EXAMPLE])
    assert {sample.format for sample in found} == {known.name for known in FORMATS}
    return found


@pytest.mark.parametrize("format_", [known.name for known in FORMATS])
def test_a_reader_keeps_its_promises_on_damaged_files(format_: str, samples: list[Sample], tmp_path: Path) -> None:
    own = [sample for sample in samples if sample.format == format_]
    for number in range(CASES):
        _, path, raw = case(SEED, number, own)
        try:
            check(path, raw, tmp_path / "file")
        except Exception as error:
            (tmp_path / "broken").write_bytes(raw)
            raise AssertionError(f"case {number} of seed {SEED} as {path}: {error!r}; see {tmp_path}/broken") from error
