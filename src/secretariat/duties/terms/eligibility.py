"""Who can serve as secretary: configured words with source and date, the same for everybody (row C1)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Finding
from secretariat.desk.published import Published
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.view import View


def published(view: View) -> Published:
    """Give the items as the settings have them."""
    chosen = view.settings
    return Published(
        items=chosen.eligibility_items,
        source=chosen.eligibility_source,
        looked_up=chosen.eligibility_date,
        days=chosen.eligibility_days,
    )


def eligibility(view: View) -> str:
    """Write the section; empty where nothing is configured, its date is yet to come, or it has come of age."""
    values = published(view).values(view.now.at)
    return "" if values is None else fill(template("eligibility"), values)


def renewal(view: View) -> Iterator[Finding]:
    """Want the rules of who can serve configured, their date mended when that is yet to come, or looked up again when they are too old."""
    days, chosen = published(view).age(view.now.at), view.settings
    if days is None:
        yield Finding(
            key="terms/eligibility/missing",
            title="Configure who can serve as secretary",
            why="Whoever is willing to serve asks what is expected. Set eligibility_items, eligibility_source and eligibility_date in "
            "the table [terms], from what the council decided. Until then the section is left out of the call.",
        )
    elif published(view).is_ahead(view.now.at):
        yield Finding(
            key=f"terms/eligibility/{chosen.eligibility_date}-ahead",
            title="Mend the date of who can serve as secretary",
            why=f"eligibility_date in the table [terms] is {chosen.eligibility_date}, and it is {view.now.at[:10]} now. Set it to the day on "
            "which the items were looked up. Until then the section is left out of the call.",
        )
    elif days > chosen.eligibility_days:
        yield Finding(
            key=f"terms/eligibility/{chosen.eligibility_date}",
            title="Look up again who can serve as secretary",
            why=f"It was looked up on {chosen.eligibility_date}, {days} days ago, and is withheld after {chosen.eligibility_days} "
            f"days. Compare it with {chosen.eligibility_source} and set eligibility_items and eligibility_date anew.",
        )
