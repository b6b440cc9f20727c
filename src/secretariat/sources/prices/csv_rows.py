"""Rows of exchange rates in a CSV file, with or without a line of headings."""

from secretariat.sources.archives.reading.delimited import Record, records
from secretariat.sources.prices.days import looks_like_a_day
from secretariat.sources.prices.rows import DAY_NAMES, MOST_ROWS, RATE_NAMES, PricesUnreadable, Row, chosen
from secretariat.sources.prices.settings import Settings

DELIMITERS = ("\t", ";", "|", ",")
"""The comma comes last: in a file with another delimiter it is that of decimals."""


def csv_rows(text: str, settings: Settings) -> list[Row]:
    """Give the rows of a CSV text; lines that begin with # are passed over.

    Raises PricesUnreadable when the columns cannot be told.
    """
    lines = ["" if line.startswith("#") else line for line in text.split("\n")]
    given = next((place for place, line in enumerate(lines) if line.strip()), None)
    if given is None:
        raise PricesUnreadable("The file of exchange rates is empty.")
    if lines[given].lower().startswith("sep="):  # written by spreadsheets for each other
        delimiter, lines[given] = lines[given][4:5] or ",", ""
    else:
        delimiter = next((sign for sign in DELIMITERS if sign in lines[given]), ",")
    if len(lines) > MOST_ROWS:
        raise PricesUnreadable(f"The file of exchange rates has more than {MOST_ROWS:,} lines.")
    found = list(records(lines, delimiter, lambda _: True))
    if not found:
        raise PricesUnreadable("The file of exchange rates has no rows.")
    head = found[0]
    if any(looks_like_a_day(cell) for cell in head.cells):
        day, rate = _places_without_headings(head, settings)
    else:
        day = chosen(head.cells, settings.day, DAY_NAMES, "day")
        rate = chosen(head.cells, settings.rate, RATE_NAMES, "rate")
        found = found[1:]
    return [Row(day=_cell(row, day), rate=_cell(row, rate), line=row.line) for row in found]


def _places_without_headings(head: Record, settings: Settings) -> tuple[int, int]:
    if settings.day.isdecimal() and settings.rate.isdecimal():
        return int(settings.day[:9]), int(settings.rate[:9])
    if len(head.cells) == 2:
        day = 0 if looks_like_a_day(head.cells[0]) else 1
        return day, 1 - day
    raise PricesUnreadable(
        f"The file of exchange rates has no line of headings and {len(head.cells)} columns. "
        "Give it headings, or set [prices] day and rate to the places of the two columns, from 0."
    )


def _cell(row: Record, place: int) -> str | None:
    return row.cells[place] if place < len(row.cells) else None
