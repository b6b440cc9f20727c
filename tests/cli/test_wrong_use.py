"""What is typed wrongly: one sentence that names the help, on standard error, exit 2, and nothing else."""

from pathlib import Path

import pytest

from tests.cli_run import run


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("approve",), "Missing argument 'ID'. Try `secretariat approve --help`."),
        (("reject", "d1.1"), "Missing option '--why'. Try `secretariat reject --help`."),
        (("approve", "d1.1", "--foo"), "No such option: --foo. Try `secretariat approve --help`."),
        (("nonsense",), "No such command 'nonsense'. Try `secretariat --help`."),
        (("note", "add"), "Missing argument 'TEXT'. Try `secretariat note add --help`."),
        (("settle", "o1", "--why", "x"), "Try `secretariat settle --help`."),
    ],
)
def test_it_is_told_in_one_sentence(tmp_path: Path, typed: tuple[str, ...], says: str) -> None:
    done = run(*typed, folder=tmp_path, check=2)
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("secretariat: ")
    assert line.endswith(says)


def test_a_group_of_commands_prints_its_help(tmp_path: Path) -> None:
    assert "Usage:" in run("note", folder=tmp_path, check=2).stdout
    assert "Usage:" in run("--help", folder=tmp_path).stdout
