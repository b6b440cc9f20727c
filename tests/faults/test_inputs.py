"""Bad input: each ends with exit 2 or a problem with file and line, never with a traceback or a half-written store."""

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.cli.plain import plain
from secretariat.flow.ask import table
from secretariat.flow.collect import import_archive
from secretariat.formats.cells import clean
from secretariat.sources.archives import walk
from secretariat.sources.archives.register import FORMATS
from tests.cli_run import run
from tests.faults.child import watched
from tests.flow.archives import HEADER, LEDGER, LEDGER_PATH, context, write

EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive"
BINARY = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20


def _known_names() -> list[str]:
    """Give one path of the example for every format."""
    found: dict[str, str] = {}
    for absolute in sorted(path for path in EXAMPLE.rglob("*") if path.is_file()):
        path = absolute.relative_to(EXAMPLE).as_posix()
        format_ = walk.read_file(absolute, path).format
        if format_ != walk.UNKNOWN:
            found.setdefault(format_, path)
    assert set(found) == {known.name for known in FORMATS}
    return sorted(found.values())


def _problems(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("table", "problems", "--format", "json", folder=folder).stdout)[
        "rows"
    ]
    return found


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (None, "There is no file or folder"),
        ({}, "holds no file"),
        ({"picture.png": BINARY}, "known format"),
        ({"empty.csv": b""}, "known format"),
    ],
)
def test_a_path_with_nothing_to_read_ends_with_2(
    tmp_path: Path, make: dict[str, str | bytes] | None, words: str
) -> None:
    if make is not None:
        (tmp_path / "given").mkdir()
        write(tmp_path / "given", make)
    done = run("import", "given", folder=tmp_path, check=2)
    assert words in done.stderr
    assert "given" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Nothing is published yet" in run("table", folder=tmp_path).stdout


@pytest.mark.timeout(60)  # what grows with the square would take minutes
@pytest.mark.parametrize("path", _known_names())
@pytest.mark.parametrize(
    "content",
    [
        BINARY,
        b"\0" * 5000,
        b"",
        b"\n" * 60_000,
        b" \n\t" * 20_000,
        b"[" * 200_000,
        b'{"a":' * 50_000,
        b"\xff\xfe\xfa" * 900,
    ],
    ids=["program", "zeros", "empty", "blank lines", "white space", "brackets", "nested", "no encoding"],
)
def test_anything_under_a_known_name_is_a_problem_with_file_and_line(tmp_path: Path, path: str, content: bytes) -> None:
    write(tmp_path, {"file": content})
    reading = walk.read_file(tmp_path / "file", path)
    assert all(problem.code != "reader-failed" for problem in reading.problems)
    if any(known.knows_name(path) for known in FORMATS):
        assert [problem for problem in reading.problems if problem.file == path and problem.line >= 1]
    assert len([record for record in reading.records.values() if record.kind != "archive-file"]) == 0


def test_binary_content_under_known_names_leaves_the_rest_of_the_import_whole(tmp_path: Path) -> None:
    names = [path for path in _known_names() if path != LEDGER_PATH]
    write(tmp_path / "repo", {**dict.fromkeys(names, BINARY), LEDGER_PATH: LEDGER})
    done = run("import", "repo", folder=tmp_path)
    assert "Traceback" not in done.stderr
    rows = _problems(tmp_path)
    unreadable = {row["file"] for row in rows if row["code"] == "file-unreadable"}
    assert unreadable == {name for name in names if any(known.knows_name(name) for known in FORMATS)}
    assert all("binary" in str(row["what"]) and row["repair"] for row in rows if row["code"] == "file-unreadable")
    spending = json.loads(run("table", "spending", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert len(spending) == 3


def test_text_that_is_not_utf_8_is_read_and_said(tmp_path: Path) -> None:
    line = "Antioch,4,Fenêtre à l’atelier – peinte,Approved,5,5,,,Tools,,,\n"
    write(tmp_path / "repo", {LEDGER_PATH: (LEDGER + line).encode("cp1252")})
    run("import", "repo", folder=tmp_path)
    (said,) = [row for row in _problems(tmp_path) if row["code"] == "encoding-guessed"]
    assert said["line"] == LEDGER.count("\n") + 1
    rows = json.loads(run("table", "spending", "--where", "number=4", "--format", "json", folder=tmp_path).stdout)[
        "rows"
    ]
    assert rows[0]["title"] == "Fenêtre à l’atelier – peinte"


def test_a_row_of_13_cells_is_a_problem_at_its_line(tmp_path: Path) -> None:
    row = "Antioch,4,A new shed,Approved,5,5,,,Tools,,,,surplus\n"
    write(tmp_path / "repo", {LEDGER_PATH: LEDGER + row})
    done = run("import", "repo", folder=tmp_path)
    assert "Traceback" not in done.stderr
    at = [row for row in _problems(tmp_path) if row["line"] == LEDGER.count("\n") + 1]
    assert at
    assert all(row["file"] == LEDGER_PATH for row in at)


def test_a_table_of_13_columns_names_the_one_it_does_not_know(tmp_path: Path) -> None:
    wide = "\n".join(f"{line},surplus{n}" for n, line in enumerate(LEDGER.splitlines())) + "\n"
    write(tmp_path / "repo", {LEDGER_PATH: wide})
    run("import", "repo", folder=tmp_path)
    assert any("surplus0" in str(row["what"]) for row in _problems(tmp_path))
    rows = json.loads(run("table", "spending", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert [row["number"] for row in rows] == [1, 2, 3]


@pytest.mark.parametrize("name", ["kpi/rounds/kpi_7.json", "kpi/rounds/kpi_7.yml", "spending_proposal_categories.json"])
def test_deep_nesting_is_a_problem(tmp_path: Path, name: str) -> None:
    deep = '{"schedule": ' * 30_000 + "1" + "}" * 30_000
    path = f"archives/council/{name}"
    write(tmp_path / "repo", {path: deep, LEDGER_PATH: LEDGER})
    ended = watched("import", "repo", folder=tmp_path)
    assert ended.code == 0
    assert ended.peak < 500
    said = [row for row in _problems(tmp_path) if row["file"] == path]
    assert {row["code"] for row in said} <= {"json-invalid", "yaml-invalid", "file-unreadable", "file-too-large"}
    assert said
    assert all(row["what"] and row["repair"] and row["line"] for row in said)


def test_links_are_listed_and_not_followed_into_a_loop(tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    (root / "archives" / "again").symlink_to(root, target_is_directory=True)
    (root / "archives" / "self.csv").symlink_to("self.csv")
    (root / "archives" / "gone.csv").symlink_to("nowhere.csv")
    done = run("import", "repo", folder=tmp_path)
    for name in ("again", "self.csv", "gone.csv"):
        assert f"  archives/{name}\n" in done.stdout
    assert "Imported 1 file; " in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_is_no_file_does_not_hold_the_import_up(tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    os.mkfifo(root / "archives" / "council" / "jsg_requests.md")
    assert run("import", "repo", folder=tmp_path).returncode == 0
    assert any(row["file"].endswith("jsg_requests.md") for row in _problems(tmp_path))  # type: ignore[attr-defined]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, unprivileged: Callable[[], None]) -> None:
    requests = "archives/council/jsg_requests.md"
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, requests: "x"})
    (root / requests).chmod(0)
    ended = watched("import", "repo", folder=tmp_path, before=unprivileged)
    assert ended.code == 0
    (said,) = [row for row in _problems(tmp_path) if row["file"] == requests]
    assert "Permission denied" in str(said["what"])


def test_a_folder_that_may_not_be_listed_ends_with_2(tmp_path: Path, unprivileged: Callable[[], None]) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "archives/closed/x.md": "x"})
    (root / "archives" / "closed").chmod(0)
    ended = watched("import", "repo", folder=tmp_path, before=unprivileged)
    (root / "archives" / "closed").chmod(0o700)
    assert ended.code == 2
    assert "archives/closed cannot be listed: Permission denied" in ended.complained


def test_a_file_that_goes_away_while_others_are_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = "archives/council/jsg_requests.md"
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, requests: "x"})
    listed = walk.places

    def places(given: Path) -> list[walk.Place]:
        found = listed(given)
        (root / requests).unlink(missing_ok=True)
        return found

    monkeypatch.setattr("secretariat.flow.collect.places", places)
    made = context(f"sqlite:///{tmp_path}/store.db")
    import_archive(made, root, dry_run=False)
    assert len(table(made, "spending").rows) == 3
    (row,) = table(made, "problems", {"file": requests}).rows
    assert "No such file" in str(row)


def test_a_folder_that_goes_away_while_it_is_listed_ends_with_2_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "archives/zoo/a.md": "x"})
    made = context(f"sqlite:///{tmp_path}/store.db")
    import_archive(made, root, dry_run=False)
    listed = os.scandir

    def scandir(path: object) -> object:
        if str(path).endswith("archives/council"):
            shutil.rmtree(root / "archives" / "council", ignore_errors=True)
        return listed(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(walk.ArchiveNotFound, match="archives/council cannot be listed: No such file"):
        import_archive(made, root, dry_run=False, drop_gone=True)
    assert len(table(made, "spending").rows) == 3


def test_a_disk_that_fails_in_the_middle_of_a_file_is_a_problem_and_what_was_known_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "archives/council/jsg_requests.md": "x"})
    made = context(f"sqlite:///{tmp_path}/store.db")
    import_archive(made, root, dry_run=False)
    whole = walk._content

    def broken(absolute: Path) -> tuple[int, bytes]:
        if absolute.name.endswith(".csv"):
            raise OSError(5, "Input/output error")
        return whole(absolute)

    monkeypatch.setattr(walk, "_content", broken)
    import_archive(made, root, dry_run=False, drop_gone=True)
    assert len(table(made, "spending").rows) == 3
    (row,) = table(made, "problems", {"code": "file-unreadable", "file": LEDGER_PATH}).rows
    assert "Input/output error" in str(row)


def test_a_file_that_is_another_one_when_it_is_read_is_kept_with_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its place is chosen by its content a moment earlier."""
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    made = context(f"sqlite:///{tmp_path}/store.db")
    import_archive(made, root, dry_run=False)
    renamed = root / "archives" / "council" / "renamed.csv"
    (root / LEDGER_PATH).rename(renamed)
    digest = walk.digest_of

    def then_changed(absolute: Path) -> str | None:
        found = digest(absolute)
        renamed.write_text(HEADER + "Antioch,9,Another one,Approved,5,5,,,Tools,,,\n")
        return found

    monkeypatch.setattr("secretariat.flow.collect.digest_of", then_changed)
    import_archive(made, root, dry_run=False)
    assert [row[2] for row in table(made, "spending").rows] == [9]
    monkeypatch.undo()
    again = import_archive(made, root, dry_run=True)
    assert all(change.same for change in again.changes)
    assert again.gone == ()


def test_a_file_that_grows_while_it_is_read_is_read_to_some_line(tmp_path: Path) -> None:
    path = tmp_path / "spending_proposal_categories.csv"
    path.write_text(LEDGER)
    over = threading.Event()

    def grow() -> None:
        with path.open("a") as stream:
            while not over.is_set():
                stream.write("Antioch,9,More,Approved,1,1,,,Tools,,,\n")
                stream.flush()
                time.sleep(0.0005)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(20):
            reading = walk.read_file(path, LEDGER_PATH)
            assert all(problem.code != "reader-failed" for problem in reading.problems)
            assert len(reading.records) >= 4
    finally:
        over.set()
        writer.join()


NAMES = [
    "line\nbreak.csv", 'quo"te\'s.csv', "naïve-Ωмир-日本.csv", "right\u202eto\u202cleft.csv", "عربي.csv", " spaces .csv",
    "tab\there.csv", "bell\x07\x1b[31m.csv", "per%cent%20.csv", "-dash.csv", "semi;colon.csv", "a:12.csv", "$(touch x).csv",
    "back\\slash.csv", "x" * 230 + ".csv",
]  # fmt: skip


def test_names_of_every_kind_are_kept_and_do_nothing(tmp_path: Path) -> None:
    ledgers: dict[str, str | bytes] = {f"archives/council/{name}": LEDGER for name in NAMES}
    write(tmp_path / "repo", {**ledgers, **{f"archives/{name}.unknown": "x" for name in NAMES}})
    done = run("import", "repo", folder=tmp_path)
    assert not {"\x07", "\x1b", "\u202e", "\t"} & set(done.stdout + done.stderr)
    for name in NAMES:
        assert f"  archives/{plain(name)}.unknown\n" in done.stdout
    before = run("table", "files", "--format", "json", folder=tmp_path).stdout
    known = {row["path"] for row in json.loads(before)["rows"] if row["format"] == "spending-csv"}
    assert known == {clean(path) for path in ledgers}
    assert {row["file"] for row in _problems(tmp_path)} <= known
    run("import", "repo", folder=tmp_path)
    assert run("table", "files", "--format", "json", folder=tmp_path).stdout == before


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are always UTF-8 there")
def test_a_name_that_is_not_utf_8_is_kept_as_escapes(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "repo" / "archives")
    (tmp_path / "repo" / "archives").mkdir(parents=True)
    with open(folder + b"/ledger\xff\xfe.csv", "wb") as stream:  # noqa: PTH123 - a path of bytes
        stream.write(LEDGER.encode())
    done = run("import", "repo", folder=tmp_path)
    assert "Traceback" not in done.stderr
    rows = json.loads(run("table", "spending", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert {row["source"].rpartition(":")[0] for row in rows} == {"archives/ledger\\xff\\xfe.csv"}


def test_a_path_that_is_not_utf_8_is_said_in_words(tmp_path: Path) -> None:
    done = run("import", "now\udcffhere", folder=tmp_path, check=2)
    assert "There is no file or folder" in done.stderr


def test_a_terminal_without_the_signs_shows_their_numbers(tmp_path: Path) -> None:
    write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "archives/Ω.txt": "x"})
    done = run("import", "repo", folder=tmp_path, PYTHONIOENCODING="iso8859-5")
    assert "archives/\\u03a9" in done.stdout


def test_hostile_cells_are_kept_and_do_nothing(tmp_path: Path) -> None:
    titles = ["=1+1", "<script>x</script>", "'; DROP TABLE records; --", "\u202eabc", "\x1b[31mred", "{{7*7}}", "%s%n"]
    rows = "".join(f'Antioch,{n},"{title}",Approved,5,5,,,Tools,,,\n' for n, title in enumerate(titles, start=1))
    write(tmp_path / "repo", {LEDGER_PATH: HEADER + rows})
    run("import", "repo", folder=tmp_path)
    assert "\x1b" not in run("problems", folder=tmp_path).stdout
    listed = json.loads(run("table", "spending", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert [row["title"] for row in listed][:3] == titles[:3]
    assert "\x1b" not in run("table", "spending", folder=tmp_path).stdout
