"""Rows to day rates: one for each day, unknown where the source contradicts itself or cannot be right."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from statistics import median_low

from secretariat.facts.amounts import decimal_text
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target
from secretariat.facts.rates import DayRate
from secretariat.facts.records import PRICES
from secretariat.facts.texts import quoted, short
from secretariat.sources.archives.document import Reading, TooDamaged
from secretariat.sources.prices.days import day_of, months_first
from secretariat.sources.prices.figures import decimal_comma, figure_of
from secretariat.sources.prices.rows import PricesUnreadable, Row

DOCUMENT = "prices/rates"

NEIGHBOURS = 5
NEIGHBOUR_DAYS = 14
FAR = 10
"""A rate more than ten times, or less than a tenth, of its neighbours' middle one is not taken: up to five rates on each
side count as neighbours, none further away than 14 days. No day of any market has moved so far."""

Days = dict[Moment, list[Row]]


def rates_of(rows: Sequence[Row], tokens: int) -> Reading:
    """Read every row into a reading of the document ``prices/rates``: one DayRate for each day, in order of days.

    Where moments are written, the first of a day counts, for it changes no more. Raises PricesUnreadable when no row has
    a day and a rate above zero: then it is not what the settings say.
    """
    reading = Reading(path=DOCUMENT, format=PRICES)
    try:
        comma = decimal_comma(row.rate for row in rows)
        stated = {day: _rate(day, found, comma, reading) for day, found in sorted(_by_day(rows, reading).items())}
        rates = {day: _for_one(rate, tokens) for day, rate in stated.items() if rate is not None}
        if not rates:
            raise PricesUnreadable(
                f"None of the {len(rows):,} rows of exchange rates has a day and a rate above zero. "
                "Look at what the source gives, and set [prices] rows, day and rate."
            )
        far = _far(rates, reading)
        for day in stated:
            reading.add(day, 1, DayRate(day=day, usd_per_token=None if day in far else rates.get(day)))
    except TooDamaged as error:
        raise PricesUnreadable(
            f"The source of exchange rates is not what the settings say: {str(error).rstrip('.')}."
        ) from error
    return reading


def _by_day(rows: Sequence[Row], reading: Reading) -> Days:
    """Put the rows of each day's first moment together."""
    month_first = months_first(row.day for row in rows)
    first: dict[Moment, tuple[Moment, list[Row]]] = {}
    unread: dict[str, int] = {}
    for row in rows:
        moment = day_of(row.day, month_first)
        if moment is None:
            printed = quoted(row.day, 40) if row.day is not None else "nothing"
            unread[printed] = unread.get(printed, 0) + 1
            reading.problem(
                "row-malformed" if row.day is None else "date-unparsable",
                row.line,
                subject=f"day {printed} {unread[printed]}",
                what=f"A row of the exchange rates has {printed} in the place of its day.",
                repair="Mend the day in the source.",
                refused=True,
            )
            continue
        day = Moment(moment[:10])
        known = first.get(day)
        if known is None or moment < known[0]:
            first[day] = (moment, [row])
        elif moment == known[0]:
            known[1].append(row)
    return {day: found for day, (_, found) in first.items()}


def _rate(day: Moment, rows: Sequence[Row], comma: bool | None, reading: Reading) -> Decimal | None:
    """Give the one rate that the rows of a day state, as printed; None, with a problem, when there is none."""
    found: dict[Decimal, Row] = {}
    for number, row in enumerate(rows, start=1):
        figure = figure_of(row.rate, comma)
        if figure is None or figure <= 0:
            _report_wrong(day, number, row, reading, readable=figure is not None)
        else:
            found.setdefault(figure, row)
    if len(rows) > 1:
        _report_repeated(day, rows, sorted(found), reading)
    return next(iter(found)) if len(found) == 1 else None


def _report_wrong(day: Moment, number: int, row: Row, reading: Reading, *, readable: bool) -> None:
    """Report a rate that is no number, or none that a price can be."""
    printed = "no rate" if row.rate is None or row.rate == "" else quoted(row.rate, 40)
    why = f" for {day}; a token is worth more than nothing." if readable else f" for {day}, which is not one number."
    reading.problem(
        "rate-impossible" if readable else "amount-unparsable",
        row.line,
        subject=f"rate of {day} {number}",
        what=f"The exchange rates state {printed}{why}",
        repair="Give the rate in US dollars for one token.",
        target=_target(day),
    )


def _report_repeated(day: Moment, rows: Sequence[Row], figures: Sequence[Decimal], reading: Reading) -> None:
    """Report a day that stands several times: settled where all rows state one rate, open where they differ."""
    said = f"{day} stands {len(rows)} times in the exchange rates with"
    if len(figures) <= 1:
        what, repair, target = f"{said} no other rate.", "Count it once.", None
    else:
        listed = ", ".join(short(decimal_text(figure), 30) for figure in figures[:5])
        what, target = f"{said} different rates: {listed}.", _target(day)
        repair = "Give the right one, in US dollars for one token."
    reading.problem(
        "duplicate-key",
        rows[1].line,
        subject=f"day {day}",
        what=what,
        repair=repair,
        applied=target is None,
        target=target,
    )


def _target(day: Moment) -> Target:
    return Target(kind=DayRate.KIND, key=day, field="usd_per_token")


def _for_one(rate: Decimal, tokens: int) -> Decimal:
    """Divide by a power of ten without rounding, as the context of decimals would."""
    sign, digits, exponent = rate.as_tuple()
    return Decimal((sign, digits, int(exponent) - (len(str(tokens)) - 1)))


def _far(rates: Mapping[Moment, Decimal], reading: Reading) -> frozenset[Moment]:
    """Name the days whose rate is far from those around it, each with a problem; ``rates`` are in order of days."""
    days = list(rates)
    ordinals = [date.fromisoformat(day).toordinal() for day in days]
    far = []
    for place, day in enumerate(days):
        around = range(max(0, place - NEIGHBOURS), min(len(days), place + NEIGHBOURS + 1))
        near = [
            rates[days[other]]
            for other in around
            if other != place and abs(ordinals[other] - ordinals[place]) <= NEIGHBOUR_DAYS
        ]
        if not near:
            continue
        rate, middle = rates[day], median_low(near)
        if middle * FAR >= rate and rate * FAR >= middle:
            continue
        far.append(day)
        reading.problem(
            "rate-impossible",
            1,
            subject=f"jump of {day}",
            what=f"The rate of {day} is {short(decimal_text(rate), 40)} US dollars for a token; the middle one of the days "
            f"around it is {short(decimal_text(middle), 40)}.",
            repair="Give the rate in US dollars for one token; the printed one if it is right.",
            target=_target(day),
        )
    return frozenset(far)
