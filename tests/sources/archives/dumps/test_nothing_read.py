"""A dump from which nothing can be read says so; an empty one has nothing to say."""

import pytest

from secretariat.sources.archives.register import FORMATS
from tests.sources.archives.read_text import codes, read

DUMP = next(known for known in FORMATS if known.name == "chain-dump")
ENTRY = """proposalsEngine.proposals: ProposalOf
[
  [
    [
      7
    ],
    {
      proposerId: 2,
      title: Paint the shed {},
      description: With an empty list [] in it,
      createdAt: 1,234
    }
  ]
]
"""


def test_a_dump_without_its_indentation_is_said_to_be_unreadable() -> None:
    assert len(read(DUMP, ENTRY, "giza_backup/proposals.txt").records) == 1
    flat = "\n".join(line.strip() for line in ENTRY.split("\n"))
    reading = read(DUMP, flat, "giza_backup/proposals.txt")
    assert reading.records or "file-unreadable" in codes(reading)


@pytest.mark.parametrize(
    "text", ["proposalsEngine.proposals: ProposalOf\n[]\n", "forum.postById: Post\n{ }\nmore\n[\n]\n"]
)
def test_an_empty_map_is_no_problem(text: str) -> None:
    assert codes(read(DUMP, text, "giza_backup/proposals.txt")) == []
