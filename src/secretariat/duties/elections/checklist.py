"""The checklist for the votes of Jsgenesis: configured words with source and date, the same for everybody (row E6)."""

from collections.abc import Iterator
from datetime import date

from secretariat.desk.filling import fill
from secretariat.desk.findings import Finding
from secretariat.desk.quoting import plain_line
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View

LONGEST_ITEM = 500


def age(view: View) -> int | None:
    """Give how many days ago the checklist was looked up, at council time; None where none is configured."""
    if not view.settings.jsgenesis_items:
        return None
    return (date.fromisoformat(view.now.at[:10]) - date.fromisoformat(view.settings.jsgenesis_date)).days


def checklist(view: View) -> str:
    """Write the section; empty where nothing is configured, or what is has come of age."""
    days = age(view)
    if days is None or days > view.settings.jsgenesis_days:
        return ""
    items = "\n".join(f"- {plain_line(item, LONGEST_ITEM)}" for item in view.settings.jsgenesis_items)
    values = {"source": view.settings.jsgenesis_source, "date": view.settings.jsgenesis_date, "items": items}
    return fill(template("checklist"), values)


def renewal(view: View) -> Iterator[Finding]:
    """Want the checklist configured, or looked up again when it is too old; in the idle stage there is time for it."""
    days = age(view)
    if days is None:
        yield Finding(
            key="elections/checklist/missing",
            title="Configure the checklist for Jsgenesis votes",
            why="Applicants ask how to apply for the votes of Jsgenesis. Set jsgenesis_items, jsgenesis_source and jsgenesis_date "
            "in the table [elections], from what Jsgenesis publishes. Until then the section is left out.",
        )
    elif days > view.settings.jsgenesis_days:
        yield Finding(
            key=f"elections/checklist/{view.settings.jsgenesis_date}",
            title="Look up the checklist for Jsgenesis votes again",
            why=f"It was looked up on {view.settings.jsgenesis_date}, {days} days ago, and is withheld after "
            f"{view.settings.jsgenesis_days} days. Compare it with {view.settings.jsgenesis_source} and set jsgenesis_items and "
            "jsgenesis_date anew.",
        )
