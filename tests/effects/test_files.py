"""Approved words as files: whole or not at all, once, and never over another file."""

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secretariat.desk.acts import Act, Destination
from secretariat.desk.outbox import Outcome
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


def test_a_link_is_kept_where_a_file_has_one_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_link(errno.EPERM))
    (tmp_path / "other").write_text("Other.\n")
    (tmp_path / "council-elections.md").symlink_to("other")
    assert send(tmp_path, "d3.1", "One.").verdict == "sent"
    (kept,) = (tmp_path / name for name in names(tmp_path) if ".before-" in name)
    assert (kept.readlink(), (tmp_path / "other").read_text()) == (Path("other"), "Other.\n")


def test_texts_of_another_store_do_not_keep_a_text_from_its_place(tmp_path: Path) -> None:
    send(tmp_path, "d40.1", "Council 40.")
    send(tmp_path, "d3.1", "Council 41.")
    assert (tmp_path / "council-elections.md").read_text() == "Council 41.\n"


def test_the_receipt_comes_last_so_that_it_proves_the_place_too(tmp_path: Path) -> None:
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
