"""Invented tables, with texts that try to take effect and amounts beyond every integer type."""

from decimal import Decimal

from secretariat.facts.perspectives import Perspective, perspectives
from secretariat.facts.tables import (
    COUNT,
    LONG_TEXT,
    MOMENT,
    NUMBER,
    PERCENT,
    TEXT,
    TOKENS,
    USD,
    YES_NO,
    Built,
    Heading,
    Unit,
    Value,
)
from secretariat.facts.views import Chart, View

TOKEN = 10**10
HUGE = 10**30

HOSTILE = (
    '=HYPERLINK("http://a.example","b")',
    "+1+1",
    "-1|cmd",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "http://a.example/x",
    "mailto:ada_l@a.example",
    "a|b `c` *d* _e_ [f](http://a.example) $g$",
    "two\nlines\r\nthree",
    "\u202eright to left\u202c عربى",
    "nul\x00 bell\x07 escape\x1b[31m half \ud800 none \ufffe",
    "1234567",
    "{{ 7*7 }}",
    "&lt;b&gt;",
    "x" * 40_000,
)


def heading(name: str, unit: Unit) -> Heading:
    return Heading(name=name, description=f"What {name} is.", unit=unit, source=f"the column {name}", audience="public")


def made(name: str, columns: dict[str, Unit], *rows: tuple[Value, ...], as_of: str | None = "2022-03-02") -> Built:
    return Built(
        name=name,
        title=name.capitalize(),
        description=f"All about {name}.",
        headings=tuple(heading(column, unit) for column, unit in columns.items()),
        rows=rows,
        as_of=as_of,
    )


def kinds() -> Built:
    """A row of every kind, one of nothing but its source, one of extremes."""
    return made(
        "kinds",
        {"title": TEXT, "votes": COUNT, "stake": TOKENS, "usd": USD, "at": MOMENT, "paid": YES_NO, "source": LONG_TEXT},
        ("plain", 12, 14_869_888 * TOKEN + 4_800_000_000, Decimal("12.50"), "2021-06-22", True, "a.csv:1"),
        (None, None, None, None, None, None, "a.csv:2"),
        ("-x", -3, -HUGE, Decimal("-0.000000000001"), "2022-03-02T20:26:54Z", False, "a.csv:3"),
    )


def hostile() -> Built:
    return made(
        "hostile",
        {"number": NUMBER, "title": LONG_TEXT, "amount": TOKENS},
        *((number, text, HUGE) for number, text in enumerate(HOSTILE, 1)),
    )


def terms() -> Built:
    rows: list[tuple[Value, ...]] = []
    for chain, count in (("alexandria", 9), ("antioch", 30)):
        for term in range(1, count + 1):
            issuance = None if term == 4 else (term * 1_000_000 + len(chain)) * TOKEN
            change = Decimal(term * 7 % 5 - 1)
            rows.append(
                (chain, term, f"2021-01-{term:02d}", issuance, change, term % 5, term % 3, f"{chain}.md:{term}")
            )
    columns = {
        "chain": TEXT,
        "term": NUMBER,
        "ended_at": MOMENT,
        "issuance": TOKENS,
        "change": PERCENT,
        "made": COUNT,
        "approved": COUNT,
        "source": LONG_TEXT,
    }
    return made("terms", columns, *rows)


def empty() -> Built:
    return made("empty", {"chain": TEXT, "amount": TOKENS}, as_of=None)


def tables() -> tuple[Built, ...]:
    return (kinds(), hostile(), terms(), empty())


def view(name: str, table: str, chart: Chart | None = None, **more: object) -> View:
    return View(name=name, title=f"About {name}", description=f"{name}, drawn.", table=table, chart=chart, **more)  # type: ignore[arg-type]


def views() -> tuple[View, ...]:
    along = ("chain", "term")
    split = Chart(kind="line", x=along, y=("issuance",), title="Issuance", split_by="chain")
    titles = Chart(kind="bar", x=("title",), y=("amount",), title="=Amounts <b>&</b>")
    return (
        view("newest", "terms", order=(("ended_at", True), ("chain", False)), limit=1, headline=True),
        view("issuance", "terms", split),
        view("change", "terms", Chart(kind="bar", x=along, y=("change",), title="Change", split_by="chain")),
        view("proposals", "terms", Chart(kind="bar", x=along, y=("made", "approved"), title="Proposals")),
        view("stacked", "terms", Chart(kind="stacked-bar", x=("term",), y=("made",), title="M", split_by="chain")),
        view("area", "terms", Chart(kind="area", x=("term",), y=("approved",), title="A", split_by="chain")),
        view("scatter", "terms", Chart(kind="scatter", x=("made",), y=("approved",), title="S", split_by="chain")),
        view("titles", "hostile", titles),
        view("nothing", "empty", Chart(kind="line", x=("chain",), y=("amount",), title="Nothing")),
    )


def shown() -> tuple[Perspective, ...]:
    return perspectives(views(), tables())
