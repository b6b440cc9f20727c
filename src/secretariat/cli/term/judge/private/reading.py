"""Reading what came to one member alone, in the judge's own words: lists of votes, digests to leads, and incidents of a term."""

import re
from collections.abc import Iterator
from dataclasses import replace

from secretariat.cli.term.judge.evidence import Arrived, Seen
from secretariat.cli.term.judge.proposals.reading import NAMED

DAY_LIST, LEAD, INCIDENT, UNREACHABLE = "day-list", "lead", "incident", "unreachable"
OF_PRIVATE = frozenset({DAY_LIST, LEAD, INCIDENT, UNREACHABLE})
DAILY = re.compile(r"\bat most once a day\b", re.IGNORECASE)
"""What the list of a day says of itself, and one at a step of a vote does not."""

GROUP = re.compile(r"^the (\w+) working group: reports and budget", re.IGNORECASE)
REPORT = re.compile(
    r"(?m)^- (?:Report on|Plan for) the term of council (?P<past>\d+): (?P<state>due by|overdue since) block (?P<block>[\d,]+)"
)
PAYMENT = re.compile(r"\bpayment of rewards in block ([\d,]+)")
INCIDENTS: tuple[tuple[str, str], ...] = (
    ("group-report {0}", r"\bthe (\w+) working group's report on the term of council \d+ was due by\b"),
    ("group-plan {0}", r"\bthe (\w+) working group's plan for the term of council \d+ was due by\b"),
    ("council-report", r"\bthe report of council \d+ on its term was due by\b"),
    ("council-plan", r"\bthe plan of council \d+ for its term was due by\b"),
    ("expired {0}", r"\bproposal (\d+)\b.* expired in block\b"),
    ("failed {0}", r"\bproposal (\d+)\b.* could not be carried out in block\b"),
    ("lost {0}", r"\bproposal (\d+)\b.* was not decided when the next council took office\b"),
    ("rewards {0}", r"\bthe (\w+) working group's budget did not cover\b.*\brewards\b"),
    ("rewards {0}", r"\brewards of the (?!members\b)(\w+) working group were not paid\b"),
    ("rewards council", r"\brewards of the members of council \d+ were not paid\b"),
    ("election {0}", r"\bthe election of cycle (\d+) elected no council\b"),
)
"""What an incident is, by the words that say so."""

CAUSES = (
    ("votes", r"\bhas not voted on\b"),
    ("group", r"\bfrom the \w+ working group's lead:"),
    ("summary", r"\bnot posted a term summary\b"),
)
"""What is due by somebody whom nothing reaches, by how the tasks about it are called."""


def with_marks(one: Arrived) -> Arrived:
    """Give a mail with the marks of lists as they stand everywhere else: in a mail, which has letters alone, they are dots."""
    return replace(one, text=re.sub(r"(?m)^• ", "- ", one.text)) if one.place == "private" else one


def kind_of_private(one: Arrived | Seen, first: str) -> str:
    """Tell what a text to one member alone is about; empty where the judge cannot tell."""
    if re.search(r"^proposals?\b.*\bwaits? for your vote", first, re.IGNORECASE):
        return DAY_LIST if DAILY.search(one.text) else "digest"
    if GROUP.search(first):
        return LEAD
    return INCIDENT if re.search(r"^for the report on the term of council \d+", first, re.IGNORECASE) else ""


def subjects_of_private(one: Arrived, kind: str) -> tuple[str, ...]:
    """Name what a text to one member is about: each vote of a list, each report and the budget of a group, an incident, what is due."""
    if kind == DAY_LIST:
        found = (each["number"] for each in NAMED.finditer(one.text) if each["number"])
        return tuple(day_subject(int(number), one.member) for number in found)
    if kind == LEAD:
        return tuple(_of_lead(one))
    if kind == INCIDENT:
        return tuple(incident_subject(what, council_of(one.text), one.member) for what in whats_of(one.text))
    member = re.search(r"^member (\d+)\b", one.text, re.IGNORECASE)
    causes = (name for name, words in CAUSES if re.search(words, one.text, re.IGNORECASE))
    return tuple(due_subject(int(member[1]), name) for name in causes) if member else ()


def _of_lead(one: Arrived) -> Iterator[str]:
    group = group_of(one.text)
    for found in REPORT.finditer(one.text):
        report = "group-report" if "Report on" in found[0] else "group-plan"
        council = int(found["past"]) + (report == "group-report")
        yield report_subject(group, report, council, found["state"].startswith("overdue"), one.member)
    if PAYMENT.search(" ".join(one.text.split())):
        yield budget_subject(group, one.member)


def group_of(text: str) -> str:
    """Give the working group that a digest to a lead is about, as people call it."""
    found = GROUP.search(text.replace("**", "").strip())
    return "" if found is None else found[1].lower()


def whats_of(text: str) -> tuple[str, ...]:
    """Tell which incidents a text is about, one or each of a list; "" for one that the judge cannot tell, so that nothing calls for it."""
    return tuple(what_of(line) for line in lines_of(text) or (text,))


_LINE = re.compile(r"(?m)^- (.+(?:\n(?!- |\n).+)*)")


def lines_of(text: str) -> tuple[str, ...]:
    """Give the incidents of a list, each on one line; nothing where a text is about one alone."""
    return tuple(" ".join(line.split()) for line in _LINE.findall(text))


def without_lines(text: str) -> str:
    """Give what stands around the incidents of a list, on one line."""
    return " ".join(_LINE.sub(" ", text).split())


def what_of(words: str) -> str:
    """Tell which incident words are about; "" where the judge cannot tell."""
    words = " ".join(words.split())
    for name, pattern in INCIDENTS:
        found = re.search(pattern, words, re.IGNORECASE)
        if found is not None:
            return name.format(*(each.lower() for each in found.groups()))
    return ""


def council_of(text: str) -> int:
    """Give the number of the council on whose term the report is that an incident may enter."""
    found = re.search(r"council (\d+)", text, re.IGNORECASE)
    return 0 if found is None else int(found[1])


def day_subject(number: int, member: int | None) -> str:
    """Name a vote on the list of a day."""
    return f"proposal {number}, day of member {member}"


def report_subject(group: str, report: str, council: int, overdue: bool, member: int | None) -> str:
    """Name a report that a lead is told of, as it can come or is overdue."""
    return f"{group}, {report} of council {council}{', overdue' if overdue else ''}, to member {member}"


def budget_subject(group: str, member: int | None) -> str:
    """Name that a group's budget covers its rewards for a few days alone."""
    return f"{group}, budget, to member {member}"


def incident_subject(what: str, council: int, member: int | None) -> str:
    """Name an incident of a council's term, told to one member."""
    return f"{what} of council {council}, to member {member}"


def due_subject(member: int, cause: str) -> str:
    """Name what is due by a member whom nothing reaches."""
    return f"member {member}, {cause}"
