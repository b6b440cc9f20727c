"""Approved words as files: whole or not at all, once, and never over another file."""

from datetime import UTC, datetime
from pathlib import Path

from secretariat.desk.acts import Act, Destination
from secretariat.effects.files import FileSender, FilesSettings
from secretariat.facts.moments import Moment

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ACT = Act(kind="message", channel="file", destination=Destination(), finding="own/words/1", part="file", revision=2)


def sender(folder: Path) -> FileSender:
    return FileSender(settings=FilesSettings(folder=str(folder)))


def test_a_file_is_written_once_and_proves_itself(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert sender(folder).prove(ACT, "d3.2", "ab" * 32, Moment("2026-03-01"), NOW).receipt == ""  # type: ignore[union-attr]
    done = sender(folder).send(ACT, "d3.2", "ab" * 32, "Words.", NOW)
    place = folder / "d3.2-abababababab.md"
    assert (done.verdict, done.receipt) == ("sent", str(place))
    assert place.read_text() == "Words.\n"
    assert [path.name for path in folder.iterdir()] == [place.name]
    proof = sender(folder).prove(ACT, "d3.2", "ab" * 32, Moment("2026-03-01"), NOW)
    assert proof is not None
    assert proof.receipt == str(place)


def test_what_stands_there_already_is_not_written_over(tmp_path: Path) -> None:
    sender(tmp_path).send(ACT, "d3.2", "ab" * 32, "Words.", NOW)
    again = sender(tmp_path).send(ACT, "d3.2", "ab" * 32, "Other words.", NOW)
    assert again.verdict == "sent"
    assert (tmp_path / "d3.2-abababababab.md").read_text() == "Words.\n"


def test_a_folder_that_cannot_be_written_is_a_refusal_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = sender(tmp_path / "taken").send(ACT, "d3.2", "ab" * 32, "Words.", NOW)
    assert done.verdict == "refused"
    assert "cannot be written" in done.why
