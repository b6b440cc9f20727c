"""The problems register as a table."""

from secretariat.duties.leaderboard.problems_table import TABLE
from secretariat.facts.problems import problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import build

LATER = problem(
    "alias", file="b.md", line=2, subject="x", what="It is an alias.", repair="Read as approved.", applied=True
)
FIRST = problem("contradiction", file="a.md", line=9, subject="x", what="They differ.")
SECOND = problem("alias", file="b.md", line=1, subject="y", what="It is an alias.")


def test_problems_stand_by_file_and_line_with_their_states() -> None:
    built = build(TABLE, Snapshot(problems=((LATER, "applied"), (FIRST, "dismissed"), (SECOND, "open"))))
    assert [heading.name for heading in built.headings] == [
        "id",
        "file",
        "line",
        "code",
        "severity",
        "what",
        "repair",
        "state",
    ]
    assert built.rows == (
        (FIRST.id, "a.md", 9, "contradiction", "warning", "They differ.", None, "dismissed"),
        (SECOND.id, "b.md", 1, "alias", "note", "It is an alias.", None, "open"),
        (LATER.id, "b.md", 2, "alias", "note", "It is an alias.", "Read as approved.", "applied"),
    )


def test_two_codes_on_one_line_stand_by_code() -> None:
    other = problem("alias", file="a.md", line=9, subject="x", what="It is an alias.")
    built = build(TABLE, Snapshot(problems=((FIRST, "open"), (other, "open"))))
    assert [row[3] for row in built.rows] == ["alias", "contradiction"]
