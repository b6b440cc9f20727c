"""Reading texts about terms, in the judge's own words: which kind, and of which council."""

import re

from secretariat.cli.term.judge.evidence import Arrived, Seen
from secretariat.cli.term.judge.terms.term import OF_PAST, TermThread

_THREADS: tuple[tuple[str, str], ...] = (
    ("feedback", r"\bfeedback\b"),
    ("summaries", r"\bsummar(y|ies)\b"),
    ("call", r"\bsecretary\b"),
)

_KINDS: tuple[tuple[str, str], ...] = (
    ("feedback-summary", r"\bfeedback on the round\b.*\bend of the term\b"),
    ("nobody", r"\bnobody\b.*\bwilling\b"),
    ("call", r"\bwho is willing\b.*\?"),
    ("willing", r"\bwho is willing\b"),
    ("feedback-open", r"\bhow is (the|this) term going|feedback"),
    ("summaries-open", r"\bthread for term summaries\b"),
    ("summaries-reminder", r"\bdeadline\b.*\bnear\b"),
    ("deadline", r"\bterm has ended\b.*\bsummar"),
)

_TASKS: tuple[tuple[str, str], ...] = (
    ("which", r"^does proposal \d+ elect\b"),
    ("mandate", r"\brecord the mandate\b"),
    ("permission", r"\bmay do on github\b"),
    ("clock-over", r"^no proposal elects\b.*\bover\b"),
    ("clock-none", r"^no proposal elects\b"),
    ("clock-created", r"\belects the secretary\b.*\bbeing voted on\b"),
    ("clock-in-time", r"\belects the secretary\b.*\bapproved in time\b"),
    ("clock-late", r"\belects the secretary\b.*\bapproved late\b"),
    ("clock-rejected", r"\belects the secretary\b.*\bended as\b"),
    ("not-posted", r"\bnot posted a term summary\b"),
    ("group-report", r"\breports of the working groups\b"),
    ("group-plan", r"\bplans of the working groups\b"),
    ("council-report", r"\breport of council \d+"),
    ("council-plan", r"\bplan of council \d+"),
)
_ABOUT_A_REPORT = re.compile(r"^say whether it enters the report\b", re.IGNORECASE)
"""Incidents are proposed with the words of reports and call for none: no occasion judges them."""
_UNREACHABLE = re.compile(r"\bno working contact\b", re.IGNORECASE)
"""Somebody is to be told by a person: what is due by them stands in the words below."""
ALERT, REPORTS = "alert", ("group-report", "group-plan", "council-report", "council-plan")


def kind_of_thread(title: str) -> str:
    """Tell what a thread is for, by its title; empty where it is for no term."""
    if not re.match(r"council \d+\b", title, re.IGNORECASE):
        return ""
    return next((kind for kind, words in _THREADS if re.search(words, title, re.IGNORECASE)), "")


def kind_of_terms(first: str) -> str:
    """Tell what a message or post with this first line is about; empty where that is no term."""
    if not re.match(r"council \d+:", first, re.IGNORECASE):
        return ""
    return next((kind for kind, words in _KINDS if re.search(words, first, re.IGNORECASE)), "")


def kind_of_task(one: Arrived | Seen) -> str:
    """Tell what a task or an alert of the desk is about; empty for all that no occasion is judged by."""
    title = one.text.partition("\n")[0]
    if _UNREACHABLE.search(title):
        return "unreachable"
    if _ABOUT_A_REPORT.match(title):
        return ""
    kind = next((kind for kind, words in _TASKS if re.search(words, title, re.IGNORECASE)), "")
    return f"{kind}-overdue" if kind in REPORTS and one.title == ALERT else kind


def subjects_of_terms(one: Arrived, kind: str) -> tuple[str, ...]:
    """Name what a text is about: a council, or at the desk a proposal or the office."""
    words = one.text.partition("\n")[0] if one.place == "desk" else f"{one.title}\n{one.text}"
    if kind == "permission":
        return ("office",)
    proposal = re.search(r"[Pp]roposal (\d+)", words) if one.place == "desk" else None
    if proposal is not None:
        return (f"proposal {proposal[1]}",)
    council = re.search(r"[Cc]ouncil (\d+)", words)
    if council is None:
        return ()
    past = kind.removesuffix("-overdue") in OF_PAST
    return (f"council {int(council[1]) + past}",)


def term_threads(arrived: tuple[Arrived, ...]) -> tuple[TermThread, ...]:
    """List the threads that were opened for terms, oldest first."""
    found = []
    for one in sorted(arrived, key=lambda each: each.block):
        kind = kind_of_thread(one.title) if one.opens else ""
        if kind and one.thread is not None:
            council = int(re.findall(r"\d+", one.title)[0])
            found.append(TermThread(kind=kind, council=council, number=one.thread, block=one.block))
    return tuple(found)
