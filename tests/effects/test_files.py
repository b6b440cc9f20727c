"""Approved words as files: whole or not at all, once, and never over another file."""

import errno
import fcntl
import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secretariat.desk.acts import Act, Destination
from secretariat.desk.outbox import Outcome
from secretariat.effects import files
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


PLACED = replace(ACT, destination=Destination(place="council-elections.md"))


def send(folder: Path, name: str, text: str, act: Act = PLACED) -> Outcome:
    return sender(folder).send(act, name, hashlib.sha256(text.encode()).hexdigest(), text, NOW)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_readers_find_the_newest_text_under_its_place_and_every_text_has_its_receipt(tmp_path: Path) -> None:
    first, second = send(tmp_path, "d3.1", "One."), send(tmp_path, "d9.1", "Two.")
    assert (tmp_path / "council-elections.md").read_text() == "Two.\n"
    assert [Path(one.receipt).read_text() for one in (first, second)] == ["One.\n", "Two.\n"]
    assert names(tmp_path) == ["council-elections.md", *sorted(Path(one.receipt).name for one in (first, second))]


def test_a_text_that_was_written_before_does_not_take_the_place_of_a_newer_one(tmp_path: Path) -> None:
    send(tmp_path, "d3.1", "One.")
    send(tmp_path, "d9.1", "Two.")
    assert send(tmp_path, "d3.1", "One.").why == "the file was there already"
    assert (tmp_path / "council-elections.md").read_text() == "Two.\n"


def test_an_older_text_that_comes_late_does_not_take_the_place_of_a_newer_one(tmp_path: Path) -> None:
    for late, newest in (("d3.1", "d9.1"), ("d9.1", "d10.1"), ("d10.9", "d10.10")):
        folder = tmp_path / newest
        send(folder, newest, "Two.")
        done = send(folder, late, "One.")
        assert (done.verdict, done.why) == ("sent", "its place has a newer text")
        assert Path(done.receipt).read_text() == "One.\n"
        assert (folder / "council-elections.md").read_text() == "Two.\n"
        assert proven(folder, late, "One.")


def test_a_text_that_says_what_an_earlier_one_said_is_the_newer_one(tmp_path: Path) -> None:
    for name, text in (("d3.1", "Nothing is open."), ("d5.1", "Nothing is open."), ("d4.1", "A vote is open.")):
        send(tmp_path, name, text)
    assert (tmp_path / "council-elections.md").read_text() == "Nothing is open.\n"


def proven(folder: Path, name: str, text: str) -> bool:
    proof = sender(folder).prove(PLACED, name, hashlib.sha256(text.encode()).hexdigest(), Moment("2026-03-01"), NOW)
    return proof is not None and bool(proof.receipt)


def no_link(number: int) -> Callable[..., None]:
    def link(*given: object, **more: object) -> None:
        raise OSError(number, os.strerror(number))

    return link


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_a_file_has_one_name_alone_all_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "link", no_link(number))
    (tmp_path / "council-elections.md").write_text("Mine.\n")
    done = send(tmp_path, "d3.1", "One.")
    assert (done.verdict, Path(done.receipt).read_text()) == ("sent", "One.\n")
    assert (tmp_path / "council-elections.md").read_text() == "One.\n"
    assert [(tmp_path / name).read_text() for name in names(tmp_path) if ".before-" in name] == ["Mine.\n"]
    assert send(tmp_path, "d3.1", "One.").why == "the file was there already"
    assert not [name for name in names(tmp_path) if name.endswith(".part")]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EDQUOT])
def test_what_is_refused_is_not_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    send(tmp_path, "d1.1", "None.")
    before = names(tmp_path)
    monkeypatch.setattr(os, "link", no_link(number))
    assert send(tmp_path, "d3.1", "One.").verdict == "refused"
    assert (names(tmp_path), (tmp_path / "council-elections.md").read_text()) == (before, "None.\n")


class Stopped(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("step", ["_name", "_held_by", "_replace"])
def test_who_is_stopped_between_two_steps_has_no_proof_and_the_next_try_does_the_rest(
    tmp_path: Path, step: str
) -> None:
    send(tmp_path, "d1.1", "None.")

    def stop(*given: object) -> None:
        raise Stopped

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(files, step, stop)
        with pytest.raises(Stopped):
            send(tmp_path, "d3.1", "One.")
    assert not proven(tmp_path, "d3.1", "One.")
    assert (tmp_path / "council-elections.md").read_text() == "None.\n"
    assert send(tmp_path, "d3.1", "One.").verdict == "sent"
    assert (tmp_path / "council-elections.md").read_text() == "One.\n"
    assert proven(tmp_path, "d3.1", "One.")


def test_nobody_else_writes_into_the_folder_between_the_look_at_a_place_and_the_text_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[str] = []
    replaced = files._replace

    def looked(place: Path, content: bytes) -> None:
        handle = os.open(tmp_path, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)
        met.append(place.name)
        replaced(place, content)

    monkeypatch.setattr(files, "_replace", looked)
    send(tmp_path, "d3.1", "One.")
    assert met == ["council-elections.md"]


def test_of_several_at_once_the_newest_has_the_place(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(
            pool.map(lambda number: send(tmp_path, f"d{number}.1", f"Text {number}."), [*range(20, 0, -1)] * 2)
        )
    assert {one.verdict for one in found} == {"sent"}
    assert (tmp_path / "council-elections.md").read_text() == "Text 20.\n"
    assert len(names(tmp_path)) == 21


def test_without_locks_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", no_link(errno.ENOLCK))
    assert send(tmp_path, "d3.1", "One.").verdict == "sent"


def test_what_cannot_be_placed_is_not_under_its_own_name_either(tmp_path: Path) -> None:
    (tmp_path / "council-elections.md").mkdir()
    done = send(tmp_path, "d3.1", "One.")
    assert (done.verdict, "cannot be written" in done.why) == ("refused", True)
    assert names(tmp_path) == ["council-elections.md"]
    digest = hashlib.sha256(b"One.").hexdigest()
    assert sender(tmp_path).prove(PLACED, "d3.1", digest, Moment("2026-03-01"), NOW).receipt == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_what_is_not_ours_is_kept_beside_the_place(tmp_path: Path, kind: str) -> None:
    elsewhere, folder = tmp_path / "mine.md", tmp_path / "out"
    folder.mkdir()
    if kind != "dangling link":
        elsewhere.write_text("Mine.\n")
    if kind == "file":
        elsewhere.rename(folder / "council-elections.md")
    else:
        (folder / "council-elections.md").symlink_to(elsewhere)
    assert send(folder, "d3.1", "One.").verdict == "sent"
    assert (folder / "council-elections.md").read_text() == "One.\n"
    assert not (folder / "council-elections.md").is_symlink()
    (kept,) = [path for path in folder.iterdir() if ".before-" in path.name]
    if kind == "dangling link":
        assert kept.is_symlink()
        assert not elsewhere.exists()
    else:
        assert kept.read_text() == "Mine.\n"
    send(folder, "d9.1", "Two.")
    assert len([path for path in folder.iterdir() if ".before-" in path.name]) == 1


@pytest.mark.parametrize(
    "place",
    [
        "../over.md",
        "/etc/over.md",
        "a/b.md",
        ".hidden",
        "a b.md",
        "x" * 101,
        "d3.2-0123456789ab.md",
        "x.part",
        "x\n.md",
    ],
)
def test_a_place_that_is_no_plain_name_is_refused_and_nothing_is_written(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "deep" / "out"
    done = send(folder, "d3.1", "One.", replace(ACT, destination=Destination(place=place)))
    assert done.verdict == "refused"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_refusal_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = sender(tmp_path / "taken").send(ACT, "d3.2", "ab" * 32, "Words.", NOW)
    assert done.verdict == "refused"
    assert "cannot be written" in done.why
