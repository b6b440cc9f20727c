"""``[elections]``: where words about elections go, who opens the thread, and the checklist for Jsgenesis votes."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from secretariat.desk.file_names import why_no_name

COUNCIL = "{council}"
_ADDRESS = re.compile(r"https?://[^\s<>\"\[\]]{1,500}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[elections]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``forum_category`` is the category of the introductions thread, ``member`` the membership that opens it and posts,
    ``thread_authors`` further members whose thread counts, ``thread`` a thread by its number that counts whatever its title, as long
    as it is younger than the sitting council. ``discord`` is the place's configured name, ``reminder_role`` the id of a Discord role
    that reminders ring. ``questions_file`` is the
    name of the questions page, ``questions_url`` where people can read it: announcements link to it. ``jsgenesis_items`` are published by Jsgenesis at ``jsgenesis_source`` and were looked up on
    ``jsgenesis_date`` (YYYY-MM-DD); older than ``jsgenesis_days`` they are withheld.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    forum_category: int | None = None
    member: int | None = None
    thread_authors: tuple[int, ...] = ()
    thread_title: str = "Council {council}: applicants introduce themselves"
    thread: int | None = None
    discord: str = ""
    reminder_role: str = ""
    questions_file: str = "council-elections.md"
    questions_url: str = ""
    pioneer: str = "https://pioneerapp.xyz"
    jsgenesis_items: tuple[str, ...] = ()
    jsgenesis_source: str = ""
    jsgenesis_date: str = ""
    jsgenesis_days: int = 120

    def __post_init__(self) -> None:
        """Refuse settings that contradict each other. Raises ValueError saying which."""
        if COUNCIL not in self.thread_title:
            raise ValueError(f"thread_title must hold {COUNCIL}, or the threads of two councils have one title")
        if wrong := why_no_name(self.questions_file):
            raise ValueError(f"questions_file: {wrong}")
        if self.questions_url and not _ADDRESS.fullmatch(self.questions_url):
            raise ValueError(
                "questions_url is the address at which questions_file can be read: https://... without spaces"
            )
        if self.reminder_role and not self.reminder_role.isdigit():
            raise ValueError("reminder_role is the number of a Discord role, in digits")
        if self.jsgenesis_items:
            if not self.jsgenesis_source:
                raise ValueError("jsgenesis_items need jsgenesis_source: where Jsgenesis published them")
            try:
                date.fromisoformat(self.jsgenesis_date)
            except ValueError as error:
                raise ValueError("jsgenesis_items need jsgenesis_date, such as 2026-05-31") from error

    @property
    def authors(self) -> frozenset[int]:
        """Give the members whose thread counts."""
        return frozenset(self.thread_authors) | (frozenset() if self.member is None else {self.member})
