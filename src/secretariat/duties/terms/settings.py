"""``[terms]``: where words about a council's term go, who opens its threads, and what they are called."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from secretariat.facts.reporting_cycle import Report

COUNCIL = "{council}"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[terms]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``forum_category`` is the category of the term's threads, ``member`` the membership that opens them and posts, ``thread_authors``
    further members whose threads count. ``feedback_thread`` and ``summaries_thread`` are threads by number that count whatever
    their title, as long as they are younger than the council. ``discord`` is the place's configured name, ``reminder_role`` the id of
    a Discord role that reminders ring. ``handover`` is the name of a place that the desk alone reads, for the agenda of a handover, ``council``
    that of one that the council alone reads, for incidents. The summaries thread is drafted ``summaries_before`` blocks before the earliest election;
    its deadline is ``summaries_after`` blocks after the last one of the term.

    ``council_report_sections`` and its like are the headings that a report must have to be received; without any nothing is looked at.

    ``call_thread`` is where people say that they are willing to serve. ``role_link`` tells what the role is. A Signal whose title has
    one of ``proposal_words`` may elect the secretary. ``eligibility_items`` were decided at ``eligibility_source`` and looked up on
    ``eligibility_date`` (YYYY-MM-DD); older than ``eligibility_days`` they are withheld.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    forum_category: int | None = None
    member: int | None = None
    thread_authors: tuple[int, ...] = ()
    discord: str = ""
    reminder_role: str = ""
    handover: str = ""
    council: str = ""
    council_report_sections: tuple[str, ...] = ()
    council_plan_sections: tuple[str, ...] = ()
    group_report_sections: tuple[str, ...] = ()
    group_plan_sections: tuple[str, ...] = ()
    pioneer: str = "https://pioneerapp.xyz"
    feedback_title: str = "Council {council}: feedback on the round"
    feedback_thread: int | None = None
    summaries_title: str = "Council {council}: term summaries"
    summaries_thread: int | None = None
    summaries_before: int = 28_800
    summaries_after: int = 28_800
    call_title: str = "Council {council}: who is willing to serve as secretary?"
    call_thread: int | None = None
    role_link: str = ""
    proposal_words: tuple[str, ...] = ("secretary",)
    eligibility_items: tuple[str, ...] = ()
    eligibility_source: str = ""
    eligibility_date: str = ""
    eligibility_days: int = 120

    def __post_init__(self) -> None:
        """Refuse settings that contradict each other. Raises ValueError saying which."""
        titles = {name: getattr(self, name) for name in ("feedback_title", "summaries_title", "call_title")}
        for name, title in titles.items():
            if COUNCIL not in title:
                raise ValueError(f"{name} must hold {COUNCIL}, or the threads of two councils have one title")
        if len({title.casefold() for title in titles.values()}) < len(titles):
            raise ValueError(
                "feedback_title, summaries_title and call_title are three titles, or one thread counts as two"
            )
        if self.reminder_role and not self.reminder_role.isdigit():
            raise ValueError("reminder_role is the number of a Discord role, in digits")
        for name in ("summaries_before", "summaries_after"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is a number of blocks, 1 or more; a day is 14400")
        if self.eligibility_items:
            if not self.eligibility_source:
                raise ValueError("eligibility_items need eligibility_source: where they were decided")
            try:
                date.fromisoformat(self.eligibility_date)
            except ValueError as error:
                raise ValueError("eligibility_items need eligibility_date, such as 2026-05-31") from error

    def sections(self, report: Report) -> tuple[str, ...]:
        """Give the headings that a report must have."""
        found: tuple[str, ...] = getattr(self, f"{report.replace('-', '_')}_sections")
        return found

    @property
    def authors(self) -> frozenset[int]:
        """Give the members whose threads count."""
        return frozenset(self.thread_authors) | (frozenset() if self.member is None else {self.member})
