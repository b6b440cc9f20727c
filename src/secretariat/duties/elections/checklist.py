"""The checklist for the votes of Jsgenesis: configured words with source and date, the same for everybody (row E6)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Finding
from secretariat.desk.published import Published
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View


def published(view: View) -> Published:
    """Give the items as the settings have them."""
    chosen = view.settings
    return Published(
        items=chosen.jsgenesis_items,
        source=chosen.jsgenesis_source,
        looked_up=chosen.jsgenesis_date,
        days=chosen.jsgenesis_days,
    )


def checklist(view: View) -> str:
    """Write the section; empty where nothing is configured, its date is yet to come, or it has come of age."""
    values = published(view).values(view.now.at)
    return "" if values is None else fill(template("checklist"), values)


def renewal(view: View) -> Iterator[Finding]:
    """Want the checklist configured, its date mended when that is yet to come, or looked up again when it is too old; in the idle stage there is time for it."""
    days = published(view).age(view.now.at)
    if days is None:
        yield Finding(
            key="elections/checklist/missing",
            title="Configure the checklist for Jsgenesis votes",
            why="Applicants ask how to apply for the votes of Jsgenesis. Set jsgenesis_items, jsgenesis_source and jsgenesis_date "
            "in the table [elections], from what Jsgenesis publishes. Until then the section is left out.",
        )
    elif published(view).is_ahead(view.now.at):
        yield Finding(
            key=f"elections/checklist/{view.settings.jsgenesis_date}-ahead",
            title="Mend the date of the checklist for Jsgenesis votes",
            why=f"jsgenesis_date in the table [elections] is {view.settings.jsgenesis_date}, and it is {view.now.at[:10]} now. Set it to the "
            "day on which the items were looked up. Until then the section is left out.",
        )
    elif days > view.settings.jsgenesis_days:
        yield Finding(
            key=f"elections/checklist/{view.settings.jsgenesis_date}",
            title="Look up the checklist for Jsgenesis votes again",
            why=f"It was looked up on {view.settings.jsgenesis_date}, {days} days ago, and is withheld after "
            f"{view.settings.jsgenesis_days} days. Compare it with {view.settings.jsgenesis_source} and set jsgenesis_items and "
            "jsgenesis_date anew.",
        )
