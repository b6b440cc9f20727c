"""The contacts file: CSV text as contacts, or what is wrong with it line by line; it is read whole or not at all."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import cast
from zoneinfo import available_timezones

from secretariat.desk.addresses import LARGEST_DISCORD_ID, is_discord_id, is_email, is_telegram
from secretariat.desk.contacts import REACHES, Contact, Reach, addresses_of
from secretariat.facts.texts import quoted

COLUMNS = (
    "member_id", "discord_user_id", "discord_name", "telegram", "email", "language", "time_zone", "consent", "source", "date",
)  # fmt: skip
CHOICES = ("channel", "digest", "opt_out")
"""Columns that a file may lack: then all have the usual, which is digests on the first channel that works."""

LARGEST_MEMBER = 2**64 - 1
LONGEST_NAME = 100
MOST_ROWS = 20_000
_YES_NO: Mapping[str, bool] = {"yes": True, "true": True, "y": True, "1": True, "no": False, "false": False, "n": False, "0": False}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")
_NO_ZONES = frozenset({"localtime", "posixrules"})
"""What a machine's list of zones has beside those of the IANA."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactProblem:
    """What is wrong in one line (from 1, the header is one): a code that is never renamed, the column, and what to do."""

    line: int
    code: str
    column: str
    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactsRead:
    """What a file has: contacts with the line of each, or, where there is any problem, problems alone. ``choices`` are the optional columns it has."""

    contacts: tuple[Contact, ...] = ()
    lines: tuple[int, ...] = ()
    problems: tuple[ContactProblem, ...] = ()
    choices: frozenset[str] = frozenset()


def read_contacts(text: str, today: date) -> ContactsRead:
    """Read a whole file, columns in any order, on a day (UTC). A file with one problem gives no contact at all, and every problem."""
    try:
        rows = list(_rows(text))
    except _NoRow as error:
        return ContactsRead(problems=(_problem(error.line, "not-csv", "", str(error)),))
    if not rows:
        return ContactsRead(
            problems=(_problem(1, "no-header", "", f"the file is empty; its first line is {','.join(COLUMNS)}"),)
        )
    header = [cell.strip().lower() for cell in rows[0][1]]
    problems = list(_header_problems(header))
    if problems:
        return ContactsRead(problems=tuple(problems))
    if len(rows) - 1 > MOST_ROWS:
        return ContactsRead(problems=(_problem(MOST_ROWS + 2, "too-many", "", f"{MOST_ROWS:,} rows are the most"),))
    reading = _Reading(today)
    for line, cells in rows[1:]:
        reading.row(line, header, cells)
    found = tuple(sorted(reading.problems, key=lambda one: one.line))
    return ContactsRead(
        contacts=() if found else tuple(reading.contacts),
        lines=() if found else tuple(reading.lines),
        problems=found,
        choices=frozenset(header) & frozenset(CHOICES),
    )


def held_by_others(
    read: ContactsRead, given: Iterable[Contact], kept: Mapping[int, Contact]
) -> tuple[ContactProblem, ...]:
    """Say which addresses of a file somebody else has by the contacts that are kept and that the file does not replace.

    ``given`` are the contacts of the file as they would be kept, in its order; ``kept`` are by member id. An address that moves from
    one member to another is right where the file has both.
    """
    replaced = {one.member_id for one in read.contacts}
    others = {
        address: member for member, one in kept.items() if member not in replaced for address in addresses_of(one)
    }
    return tuple(
        _problem(line, "twice", COLUMN_OF[address[0]], f"member {others[address]} {HAS_IT}")
        for line, one in zip(read.lines, given, strict=True)
        for address in addresses_of(one)
        if address in others
    )


COLUMN_OF: Mapping[Reach, str] = {"discord": "discord_user_id", "telegram": "telegram", "email": "email"}
HAS_IT = "has it already; each belongs to one member. If it moved, give both members in one file, the other with what is theirs"


class _NoRow(ValueError):
    """From a line on the text is no CSV."""

    def __init__(self, line: int, error: csv.Error) -> None:
        quote = ' (a quote " that is opened here is not closed)' if "unexpected end" in str(error) else ""
        super().__init__(f"the row that begins here is no CSV: {error}{quote}")
        self.line = line


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not empty, with the line it begins on. Raises _NoRow."""
    first = text.removeprefix("\ufeff").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise _NoRow(line, error) from error


def _header_problems(header: list[str]) -> Iterator[ContactProblem]:
    known = [*COLUMNS, *CHOICES]
    if not set(header) & set(known):
        parts = {name.strip() for cell in header for name in re.split(r"[,;\t]", cell)}
        wrong = "parts them by more than one sign" if parts & set(known) else "names none"
        yield _problem(
            1, "no-header", "", f"the first row names the columns, and this one {wrong}: {','.join(COLUMNS)}"
        )
        return
    for name in sorted(set(header) - set(known)):
        near = get_close_matches(name, known, n=1)
        mean = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"
        yield _problem(1, "unknown-column", "", f"{quoted(name)} is no column of a contacts file{mean}")
    for name in known:
        if header.count(name) > 1:
            yield _problem(1, "column-twice", name, "this column stands twice")
        if name in COLUMNS and name not in header:
            yield _problem(
                1, "missing-column", name, "this column is missing; its cells may be empty, all but member_id"
            )


def _problem(line: int, code: str, column: str, says: str) -> ContactProblem:
    return ContactProblem(line=line, code=code, column=column, says=says)


class _Reading:
    """Rows so far, and where each id was met first."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.contacts: list[Contact] = []
        self.lines: list[int] = []
        self.problems: list[ContactProblem] = []
        self.met: dict[tuple[str, str], int] = {}

    def wrong(self, line: int, code: str, column: str, says: str) -> None:
        self.problems.append(_problem(line, code, column, says))

    def row(self, line: int, header: list[str], cells: list[str]) -> None:
        """Read one row; what is wrong with it is added to the problems."""
        if len(cells) != len(header):
            self.wrong(line, "cells", "", f"this line has {len(cells)} cells and the header {len(header)}")
            return
        of = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        before = len(self.problems)
        for column, value in of.items():
            if not value.isprintable() or len(value) > 254:
                self.wrong(line, "no-plain-text", column, "this is not one short line of letters")
        if len(self.problems) > before:
            return
        self.ids(line, of)
        yes = {name: self.yes_or_no(line, name, of.get(name, "")) for name in ("consent", "digest", "opt_out")}
        self.others(line, of)
        if yes["consent"]:
            self.said(line, of)
        if len(self.problems) == before:
            self.contacts.append(_contact(of, yes))
            self.lines.append(line)

    def ids(self, line: int, of: Mapping[str, str]) -> None:
        """Check each id: that it is one, and that no other row has it."""
        member = of["member_id"]
        if not re.fullmatch(r"0|[1-9][0-9]{0,19}", member) or int(member) > LARGEST_MEMBER:
            self.wrong(line, "member-id", "member_id", f"{quoted(member)} is no member id: digits alone")
        if of["discord_user_id"] and not is_discord_id(of["discord_user_id"]):
            hint = (
                " (a spreadsheet rounds long numbers: make the column text)"
                if "E+" in of["discord_user_id"].upper()
                else ""
            )
            self.wrong(
                line,
                "discord-id",
                "discord_user_id",
                f"this is no id of a user on Discord: 17 to 20 digits of at most {LARGEST_DISCORD_ID}, as developer mode shows it{hint}",
            )
        if of["telegram"] and not is_telegram(of["telegram"]):
            self.wrong(
                line,
                "telegram",
                "telegram",
                "this is neither the id of a chat with them alone (groups and channels have ids below nought) nor a name with @ on Telegram",
            )
        if of["email"] and not is_email(of["email"]):
            self.wrong(line, "email", "email", f"this is no e-mail address{_beyond_ascii(of['email'])}")
        for column in ("member_id", "discord_user_id", "telegram", "email"):
            known = (column, of[column].casefold())
            if of[column] and self.met.setdefault(known, line) != line:
                self.wrong(line, "twice", column, f"line {self.met[known]} has it already; each belongs to one member")

    def yes_or_no(self, line: int, column: str, value: str) -> bool | None:
        """Read a yes or a no; None for an empty cell."""
        if value and value.lower() not in _YES_NO:
            self.wrong(line, "yes-or-no", column, f"{quoted(value)} is neither yes nor no")
        return _YES_NO.get(value.lower())

    def said(self, line: int, of: Mapping[str, str]) -> None:
        """Check that a yes says where and when it was given: who is asked for it later has nothing else."""
        for column, what in (("source", "where"), ("date", "on which day")):
            if not of[column]:
                self.wrong(line, f"consent-{column}", column, f"a yes to being contacted says {what} it was given")

    def others(self, line: int, of: Mapping[str, str]) -> None:
        """Check what is no id."""
        if len(of["discord_name"]) > LONGEST_NAME:
            self.wrong(line, "discord-name", "discord_name", f"{LONGEST_NAME} characters are the most")
        if of["language"] and not _LANGUAGE.fullmatch(of["language"]):
            self.wrong(line, "language", "language", f"{quoted(of['language'])} is no language tag such as en or pt-BR")
        if of["time_zone"] and not _is_zone(of["time_zone"]):
            self.wrong(line, "time-zone", "time_zone", f"{quoted(of['time_zone'])} is no time zone such as Europe/Riga")
        if of["date"] and not _is_day(of["date"]):
            self.wrong(line, "date", "date", f"{quoted(of['date'])} is no day such as 2026-03-01")
        elif of["date"] > self.today.isoformat():
            self.wrong(line, "date-ahead", "date", f"{of['date']} is yet to come; give the day on which they said it")
        if of.get("channel") and of["channel"].lower() not in REACHES:
            self.wrong(line, "channel", "channel", f"{quoted(of['channel'])} is none of {', '.join(REACHES)}")


def _beyond_ascii(address: str) -> str:
    """Say what is taken in the place of letters that few mail servers take; nothing where an address has none."""
    local, _, domain = address.rpartition("@")
    if not local.isascii():
        return " that is taken: before the @ only letters of ASCII are"
    return (
        ""
        if domain.isascii()
        else "; give its domain in the xn-- form, such as xn--bcher-kva.example for bücher.example"
    )


def _is_zone(text: str) -> bool:
    known = available_timezones()  # empty where the machine has no list of them
    return bool(_ZONE.fullmatch(text)) and text not in _NO_ZONES and (not known or text in known)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _contact(of: Mapping[str, str], yes: Mapping[str, bool | None]) -> Contact:
    return Contact(
        member_id=int(of["member_id"]),
        discord_user_id=of["discord_user_id"],
        discord_name=of["discord_name"],
        telegram=of["telegram"],
        email=of["email"],
        language=of["language"],
        time_zone=of["time_zone"],
        consent=bool(yes["consent"]),
        source=of["source"],
        date=of["date"],
        channel=cast("Reach", of["channel"].lower()) if of.get("channel") else None,
        digest=yes["digest"] is not False,
        opted_out=bool(yes["opt_out"]),
    )
