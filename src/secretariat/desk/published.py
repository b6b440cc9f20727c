"""Rules that others published and the settings repeat: said with source and date, and withheld when looked up too long ago or on a day to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secretariat.desk.quoting import plain_line
from secretariat.facts.moments import Moment

LONGEST_ITEM = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Items as somebody published them at ``source``, looked up on a day (YYYY-MM-DD); too old after ``days``."""

    items: tuple[str, ...]
    source: str
    looked_up: str
    days: int

    def age(self, at: Moment) -> int | None:
        """Give how many days ago they were looked up, at council time; None where nothing is configured."""
        return (date.fromisoformat(at[:10]) - date.fromisoformat(self.looked_up)).days if self.items else None

    def is_ahead(self, at: Moment) -> bool:
        """Tell whether they were looked up on a day that is yet to come: more than a day ahead, as days begin earlier in the east."""
        age = self.age(at)
        return age is not None and age < -1

    def is_old(self, at: Moment) -> bool:
        """Tell whether they were looked up too long ago."""
        age = self.age(at)
        return age is not None and age > self.days

    def values(self, at: Moment) -> Mapping[str, str] | None:
        """Give what fills a text's ``source``, ``date`` and ``items``; None where nothing is configured, its date is yet to come, or it has come of age."""
        if not self.items or self.is_ahead(at) or self.is_old(at):
            return None
        items = "\n".join(f"- {plain_line(item, LONGEST_ITEM)}" for item in self.items)
        return {"source": self.source, "date": self.looked_up, "items": items}
