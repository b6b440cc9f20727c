"""Where the pieces end in which a large file is read makes no difference to what is read."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives import document, walk
from secretariat.sources.archives.decode import decode
from secretariat.sources.archives.document import Document, Reading, TooDamaged, TooLarge
from secretariat.sources.archives.dumps import pseudo_json, window
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.register import FORMATS

EXAMPLE = Path(__file__).parents[3] / "src" / "secretariat" / "demo" / "archive"
SAMPLE = 300


def _streaming() -> Iterator[tuple[str, Format, str]]:
    by_name = {one.name: one for one in FORMATS if one.streams}
    for _, _, read in walk.read_all(EXAMPLE):
        if read.format in by_name:
            yield read.path, by_name[read.format], decode((EXAMPLE / read.path).read_bytes()).text


FILES = list(_streaming())


def _cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def _read(format_: Format, path: str, pieces: list[str]) -> Reading:
    reading = Reading(path, format_.name)
    whole = Document(path=path, text=pieces[0]) if len(pieces) == 1 else None
    with patch.object(pseudo_json, "_SAMPLE_CHARACTERS", SAMPLE):
        format_.parse(whole or Document(path=path, source=lambda: iter(pieces)), reading)
    return reading


def _same(format_: Format, path: str, text: str, size: int) -> None:
    whole, cut = _read(format_, path, [text]), _read(format_, path, _cut(text, size))
    assert list(cut.records.values()) == list(whole.records.values())
    assert cut.problems == whole.problems


def test_every_format_that_streams_has_an_example() -> None:
    assert {format_.name for _, format_, _ in FILES} == {one.name for one in FORMATS if one.streams}


@pytest.mark.parametrize(("path", "format_", "text"), FILES, ids=[path for path, _, _ in FILES])
@pytest.mark.parametrize("size", [1, 17, 1000])
def test_the_example_in_pieces(path: str, format_: Format, text: str, size: int) -> None:
    _same(format_, path, text, size)


@settings(max_examples=150, deadline=None)
@given(
    file=st.sampled_from(FILES),
    size=st.integers(2, 400),
    at=st.floats(0, 1),
    gone=st.integers(0, 300),
    put=st.sampled_from(
        ["", "[\n", "  [\n    [\n", "\n\n", '"', "}", "],\n", "{", "x" * 50, "9", '\n"a": [1, 2', "\u20ac\n"]
    ),
)
def test_a_damaged_example_in_pieces(file: tuple[str, Format, str], size: int, at: float, gone: int, put: str) -> None:
    path, format_, text = file
    place = int(at * len(text))
    _same(format_, path, text[:place] + put + text[place + gone :], size)


@pytest.mark.parametrize("size", [2, 17, 1000])
def test_what_tells_json_from_the_pages_text_may_stand_behind_the_first_piece(size: int) -> None:
    path, format_, text = next(one for one in FILES if one[0].endswith("forum_threads.txt"))
    for before in ("    {", "],", "    ["):
        _same(format_, path, text.replace(before, f'"{before}', 1), size)


def test_a_large_file_is_read_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = [read for _, _, read in walk.read_all(EXAMPLE)]
    monkeypatch.setattr(walk, "STREAMED_FROM", 0)
    large = [read for _, _, read in walk.read_all(EXAMPLE)]
    assert len(large) == len(small)
    for one, other in zip(small, large, strict=True):
        assert list(other.records.values()) == list(one.records.values())
        assert other.problems == one.problems


def test_a_large_file_has_its_whole_digest_and_its_mark_and_line_ends_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _, text = next(one for one in FILES if one[1].name == "spending-csv")
    (tmp_path / "plain.csv").write_bytes(text.encode())
    (tmp_path / "marked.csv").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    plain = walk.read_file(tmp_path / "plain.csv", path)
    for limit in ("STREAMED_FROM", "MAX_BYTES"):
        monkeypatch.setattr(walk, limit, 100)
        marked = walk.read_file(tmp_path / "marked.csv", path)
        assert list(marked.records.values())[:-1] == list(plain.records.values())[:-1]
        for name in ("plain.csv", "marked.csv"):
            entry = list(walk.read_file(tmp_path / name, path).records.values())[-1].fact
            assert entry.sha256 == walk.digest_of(tmp_path / name)
    monkeypatch.setattr(walk, "MAX_STREAMED_BYTES", 200)
    (refused,) = walk.read_file(tmp_path / "plain.csv", path).problems
    assert (refused.code, refused.refused) == ("file-too-large", True)
    assert walk.digest_of(tmp_path / "plain.csv")


def test_a_large_file_in_another_encoding_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _, text = next(one for one in FILES if one[1].name == "spending-csv")
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode() + "Antioch,900,M\u00fcll,Approved,5,5,,,Tools,,,\n".encode("cp1252"))
    monkeypatch.setattr(walk, "STREAMED_FROM", 0)
    monkeypatch.setattr(walk, "MAX_BYTES", len(text) // 2)
    (said,) = walk.read_file(file, path).problems
    assert said.code == "file-too-large"
    assert "UTF-8" in said.repair
    entry = list(walk.read_file(file, path).records.values())[-1].fact
    assert entry.sha256 == walk.digest_of(file)


@pytest.mark.parametrize("name", ["spending-csv", "chain-dump"])
def test_of_a_file_with_more_records_than_any_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path, _, text = next(one for one in FILES if one[1].name == name)
    (tmp_path / "a").write_text(text)
    usual = walk.read_file(tmp_path / "a", path)
    assert len(usual.records) > 3
    monkeypatch.setattr(document, "MAX_RECORDS", 2)
    read = walk.read_file(tmp_path / "a", path)
    assert [one.code for one in read.problems] == ["file-too-large"]
    assert read.problems[0].refused
    assert [one.kind for one in read.records.values()] == ["archive-file"]


def test_a_line_without_an_end_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LONGEST_LINE", 50)
    lines = Document(path="a", source=lambda: chain(["a\nb\n"], ["x" * 20] * 9))
    found: list[str] = []
    with pytest.raises(TooDamaged, match="Line 3"):
        found.extend(lines.each_line())
    monkeypatch.setattr(window, "LONGEST_LINE", 50)
    with pytest.raises(TooDamaged):
        window.opened(iter(["[\n", *["x" * 20] * 9]), 1000)


def test_a_dump_without_entries_over_a_long_way_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "MOST", 500)
    found = pseudo_json.entries(iter(["[\n", *["a line of prose\n"] * 100]), frozenset(), frozenset())
    with patch.object(pseudo_json, "_SAMPLE_CHARACTERS", SAMPLE), pytest.raises(TooDamaged):
        list(found)


def test_too_large_is_told_by_count() -> None:
    document.check_count(document.MAX_RECORDS)
    with pytest.raises(TooLarge, match=f"{document.MAX_RECORDS:,}"):
        document.check_count(document.MAX_RECORDS + 1)
