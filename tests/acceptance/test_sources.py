"""Every published row can be traced to a line of a file that is there, and no private text is published."""

import json
import re

from secretariat.facts.problems import CODES
from secretariat.sources.archives.decode import decode
from tests.acceptance.community import Community, sources

PLACE = re.compile(r"([^:;]+\.(?:md|csv|json|txt|yml)):([0-9]+)")
PRIVATE = re.compile(r"^\s*\"?(about|avatar|avatar_?uri)\"?\s*:\s*(.+?),?\s*$", re.IGNORECASE | re.MULTILINE)


def _lines(community: Community) -> dict[str, int]:
    """Count the lines of every file, as an editor does."""
    found = {}
    for path in community.archive.rglob("*"):
        if path.is_file():
            found[path.relative_to(community.archive).as_posix()] = decode(path.read_bytes()).text.count("\n") + 1
    return found


def test_every_source_is_a_line_of_a_file(community: Community) -> None:
    lines = _lines(community)
    traced = 0
    for name, text in community.published.items():
        document = json.loads(text)
        if "source" in {column["name"] for column in document["columns"]}:
            for row in document["rows"]:
                assert row["source"], (name, row)
                for file, line in sources(row):
                    assert 1 <= line <= lines.get(file, 0), (name, row["source"])
                    traced += 1
    assert traced > 3_000


def test_every_place_named_in_any_cell_is_a_line_of_a_file(community: Community) -> None:
    lines = _lines(community)
    for name in ("terms", "checks", "calendar", "problems"):
        for row in community.rows(name):
            for column in ("figures_from", "expected_source", "found_source", "evidence", "what"):
                for file, line in PLACE.findall(row.get(column) or ""):
                    if "/" in file and file.rpartition(" ")[2] in lines:
                        assert 1 <= int(line) <= lines[file.rpartition(" ")[2]], (name, row)


def test_every_check_names_both_places(community: Community) -> None:
    lines = _lines(community)
    for row in community.rows("checks"):
        for place in (row["expected_source"], row["found_source"]):
            for one in (place or "").split("; "):
                file, _, line = one.rpartition(":")
                assert 1 <= int(line) <= lines.get(file, 0), row


def test_every_problem_is_a_line_of_a_file_with_words(community: Community) -> None:
    lines = _lines(community)
    problems = community.rows("problems")
    assert len({row["id"] for row in problems}) == len(problems)
    for row in problems:
        assert row["code"] in CODES
        assert row["severity"] == CODES[row["code"]][0]
        assert row["state"] in ("open", "applied", "dismissed")
        assert 0 <= row["line"] <= lines.get(row["file"], -1), row
        assert row["what"].endswith((".", "!", "?")), row
        assert row["what"].isprintable(), row
        assert row["repair"] or row["state"] != "applied", row


def test_no_private_text_is_in_any_cell(community: Community) -> None:
    private = set()
    for path in community.archive.rglob("*"):
        if path.is_file():
            for _, value in PRIVATE.findall(decode(path.read_bytes()).text):
                if len(value.strip('"')) > 12 and value not in ("null", "None"):
                    private.add(value.strip('"'))
    for name, text in community.published.items():
        assert not [value for value in private if value in text], name
        columns = {column["name"] for column in json.loads(text)["columns"]}
        assert not {"about", "avatar", "avatar_uri"} & columns
