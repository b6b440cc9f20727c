"""A published folder: what is ours is replaced, what is not is left alone."""

import json
from pathlib import Path

import pytest

from secretariat.flow.folder import CONTRACT, MANIFEST, PublishRefused, write_folder


def _files(out: Path) -> dict[str, str]:
    found = {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}
    found.pop(MANIFEST, None)
    return found


def test_a_second_publication_replaces_the_first(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.html": b"1", "sub/b.csv": b"2"})
    write_folder(tmp_path, {"a.html": b"3", "c.html": b"4"})
    assert _files(tmp_path) == {"a.html": "3", "c.html": "4"}


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("mine")
    with pytest.raises(PublishRefused, match="Choose another folder"):
        write_folder(tmp_path, {"a.html": b"1", "b.html": b"2"})
    assert _files(tmp_path) == {"a.html": "mine"}


@pytest.mark.parametrize("listed", ["../victim", "/etc/hostname", "", ".", "sub/../../victim"])
def test_a_manifest_reaches_nothing_outside(tmp_path: Path, listed: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "victim").write_text("keep")
    (out / MANIFEST).write_text(json.dumps({"contract": CONTRACT, "files": [{"path": listed, "sha256": ""}]}))
    write_folder(out, {"a.html": b"1"})
    assert (tmp_path / "victim").read_text() == "keep"
    assert _files(out) == {"a.html": "1"}


def test_a_link_to_outside_is_not_followed(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (elsewhere / "victim").write_text("keep")
    (out / "link").symlink_to(elsewhere)
    (out / MANIFEST).write_text(json.dumps({"contract": CONTRACT, "files": [{"path": "link/victim", "sha256": ""}]}))
    with pytest.raises(PublishRefused, match="link to outside"):
        write_folder(out, {"a.html": b"1"})
    with pytest.raises(PublishRefused, match="link to outside"):
        write_folder(out, {"link/b.html": b"1"})
    assert [path.name for path in elsewhere.iterdir()] == ["victim"]


@pytest.mark.parametrize("manifest", ["[" * 100_000, "not json", '{"contract": 5}', '{"contract": "x", "files": 3}'])
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest)
    write_folder(tmp_path, {"a.html": b"1"})
    assert _files(tmp_path) == {"a.html": "1"}


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a letter")
    with pytest.raises(PublishRefused, match="cannot be written"):
        write_folder(tmp_path / "out", {"a.html": b"1"})
