"""Problems: what is damaged where, in words, and what was done about it."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from secretariat.facts.texts import on_one_line

LONGEST_WORDS = 3000
LONGEST_SUBJECT = 1000

Severity = Literal["note", "warning", "error"]
State = Literal["open", "applied", "dismissed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """The one field of one record that a repair would set."""

    kind: str
    key: str
    field: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One damage in one place.

    ``line`` counts from 1; 0 means the file as a whole. ``subject`` tells problems of one code in one file apart and
    stays the same when lines move. ``repair`` is the proposed value or action in words. ``applied`` says that the
    program repaired it, because only one reading was possible. ``refused`` says that the row was not taken at all.
    """

    code: str
    file: str
    line: int
    subject: str
    what: str
    repair: str = ""
    applied: bool = False
    refused: bool = False
    target: Target | None = None
    severity: Severity = "warning"

    @property
    def id(self) -> str:
        """Name the problem in a way that survives a second import: code and 48 bits of a digest of file and subject."""
        digest = hashlib.sha256(f"{self.code}\n{self.file}\n{self.subject}".encode("utf-8", "replace")).hexdigest()
        return f"{self.code}-{digest[:12]}"

    @property
    def state(self) -> State:
        """Tell the state before any person decided: applied when repaired here, else open."""
        return "applied" if self.applied else "open"


CODES: dict[str, tuple[Severity, str]] = {
    "alias": ("note", "A status, category or name is written in another spelling than the usual one."),
    "amount-not-rate": ("warning", "The dollar amount is not the tokens times the exchange rate."),
    "amount-unparsable": ("warning", "An amount field holds something that is not one number."),
    "answer-before-question": (
        "warning",
        "A record is older than one it belongs to: a vote than its proposal, a post than its thread or than what it answers.",
    ),
    "block-range-contradiction": (
        "warning",
        "The block range contradicts the file name, a neighbour or another source.",
    ),
    "budget-contradiction": (
        "warning",
        "A budget on the chain is not what it was before with the sum of its events, or not what the query node keeps.",
    ),
    "candidates-contradiction": ("warning", "Chain and query node tell different candidates of the running election."),
    "contradiction": ("warning", "Two sources state different figures for the same thing."),
    "date-unparsable": ("warning", "A date or time field holds something that is not one moment."),
    "duplicate-key": ("warning", "The same key stands on more than one row."),
    "dump-pasted-twice": ("note", "A chain dump was pasted more than once into one file."),
    "encoding-guessed": ("note", "The file is not valid UTF-8; its encoding was detected."),
    "end-before-start": ("warning", "Something ends before it began."),
    "field-shifted": ("warning", "A value stands in the field of another column."),
    "field-unreadable": (
        "warning",
        "A field of a live source's answer is missing or is not what the schema promises; its value is unknown. Where its row has no"
        " place without it, figures of its list are empty until it can be read, is repaired or dismissed.",
    ),
    "figure-copied": ("note", "A figure equals another one to the last digit and looks copied from it."),
    "figure-missing": ("warning", "A figure that such documents have is not printed, or its place is empty."),
    "file-too-large": ("error", "The file is larger than any file of its kind; it was not read."),
    "file-unreadable": ("error", "The file has a known name but its content cannot be read."),
    "header-contradiction": ("warning", "A heading contradicts the file name, another heading or another source."),
    "heading-lost": ("warning", "The heading of a section lost its hashes, or is missing."),
    "hex-title": ("note", "A title is stored as hexadecimal bytes."),
    "history-missing": ("note", "A node does not have blocks or state of long ago, so that a figure is unknown."),
    "identity-drift": ("warning", "One member appears under several handles, or one account under several members."),
    "impossible-figure": ("warning", "A figure cannot be true beside another one in the same source."),
    "json-invalid": ("error", "The file is not valid JSON."),
    "label-drift": ("note", "A row or section has another label than in the other reports."),
    "lead-ended": ("warning", "A working group names as its lead a worker that left or was terminated."),
    "link-contradiction": ("note", "A link points to another number than the text beside it."),
    "link-outside": ("warning", "A link leads out of the archive; it was not followed."),
    "minted-not-approved": ("warning", "Tokens are recorded as minted for a proposal that was not approved."),
    "list-refused": (
        "error",
        "A list of a live source could not be read whole or at all: it was refused, and its last good rows stay.",
    ),
    "mojibake": ("note", "Text was read in the wrong character encoding at some time."),
    "network-unknown": ("warning", "Neither the file's folder nor its name nor its text tells the network."),
    "number-collision": ("warning", "One number names two different things."),
    "orphan-thread": ("warning", "A thread stands in a category that is not in the dump."),
    "percentage-zero-base": ("note", "A percentage of a zero base is written as a number; there is none."),
    "rate-impossible": (
        "warning",
        "An exchange rate is not above zero, or is far from those of the days around it.",
    ),
    "reader-failed": ("error", "The reader of this format failed on the file; that is a defect to report."),
    "reference-to-nothing": ("warning", "A record names another one that is not there."),
    "reimbursed-not-paid": ("warning", "A payment is marked reimbursed but was never made."),
    "round-gap": ("warning", "Blocks between two rounds belong to neither."),
    "round-overlap": ("warning", "Blocks belong to two rounds at once."),
    "row-gone": ("warning", "A row of a live source that was there before is not there any more."),
    "row-malformed": ("error", "A row does not have the shape of its table."),
    "row-without-id": (
        "error",
        "A row of a live source has no id that can be read: its list was refused, or the row left out where the settings say so.",
    ),
    "rows-gone": ("warning", "Many rows that a live source had before are not there any more."),
    "schema-violation": ("warning", "The document breaks the schema it is published with."),
    "section-repeated": ("note", "A section is printed twice."),
    "settled-row-changed": (
        "warning",
        "A row of a live source that could change no more has another content than before; the new one is kept.",
    ),
    "spec-changed": ("note", "The chain's runtime is another one than at the last reading."),
    "spreadsheet-damage": (
        "warning",
        "A spreadsheet turned a number into something else, or dropped or moved a column.",
    ),
    "stage-contradiction": ("warning", "Chain and query node tell different stages of council or referendum."),
    "storage-missing": ("note", "The runtime does not have a storage item or constant, so that a figure is unknown."),
    "storage-unreadable": ("error", "A value of the chain is not of the type that the runtime's metadata gives it."),
    "term-not-stated": (
        "note",
        "No source states the council term; another number of the council stands in its place.",
    ),
    "total-not-sum": ("warning", "A stated total is not the sum of its rows."),
    "value-unknown-label": ("note", "A field of a known document has no known meaning and was left out."),
    "yaml-invalid": ("error", "The file is not valid YAML."),
}
"""Every code ever released, with its severity and meaning. ``docs/contracts/problem-codes.md`` repeats it."""


def problem(
    code: str,
    *,
    file: str,
    line: int,
    subject: str,
    what: str,
    repair: str = "",
    applied: bool = False,
    refused: bool = False,
    target: Target | None = None,
) -> Problem:
    """Make a problem with the severity its code has; its words are kept to one line that any terminal and store takes.

    Raises KeyError for a code that is not in CODES.
    """
    return Problem(
        code=code,
        file=file,
        line=line,
        subject=on_one_line(subject, LONGEST_SUBJECT),
        what=on_one_line(what, LONGEST_WORDS),
        repair=on_one_line(repair, LONGEST_WORDS),
        applied=applied,
        refused=refused,
        target=target,
        severity=CODES[code][0],
    )
