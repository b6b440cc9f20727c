"""Exchange rates of JSON and CSV: exact, one for each day, unknown where they cannot be right."""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.exact_json import exact_json
from secretariat.clients.failures import NotReachable
from secretariat.clients.http import WireSettings, get_json, open_wire
from secretariat.facts.problems import CODES
from secretariat.facts.rates import DayRate
from secretariat.sources.archives.document import Reading
from secretariat.sources.prices.csv_rows import csv_rows
from secretariat.sources.prices.json_rows import json_rows
from secretariat.sources.prices.rates import rates_of
from secretariat.sources.prices.read import read_rates
from secretariat.sources.prices.rows import PricesUnreadable, Row
from secretariat.sources.prices.settings import Settings
from tests.wire import faults
from tests.wire.fault_proxy import Answer, Asked, FaultProxy


def rates(reading: Reading) -> dict[str, str | None]:
    return {
        stated.fact.day: None if stated.fact.usd_per_token is None else format(stated.fact.usd_per_token, "f")
        for stated in reading.records.values()
    }


def found(reading: Reading) -> list[tuple[str, str, bool, bool]]:
    """Code, target's key, applied, refused."""
    return [
        (each.code, each.target.key if each.target else "", each.applied, each.refused) for each in reading.problems
    ]


def read_or_refused(read: Callable[[], Reading]) -> Reading:
    try:
        return read()
    except PricesUnreadable as error:
        words = str(error)
    assert words.isprintable()
    assert len(words) < 600
    return Reading(path="prices/rates", format="prices")


def of_csv(text: str, **given_settings: Any) -> Reading:
    chosen = Settings(file="rates.csv", **given_settings)
    return rates_of(csv_rows(text, chosen), chosen.tokens)


def of_json(text: str, **given_settings: Any) -> Reading:
    chosen = Settings(address="https://prices.example/rates", **given_settings)
    return rates_of(json_rows(exact_json(text.encode()), chosen), chosen.tokens)


@pytest.mark.parametrize(
    ("text", "given_settings", "expected"),
    [
        ('[{"day": "2024-05-01", "rate": "0.0123"}]', {}, {"2024-05-01": "0.0123"}),
        ('[{"date": "2024-05-01", "price": 0.10, "volume": 7}]', {}, {"2024-05-01": "0.10"}),
        (
            '{"prices": [[1714521600000, 0.0123], [1714608000000, 0.0124]]}',
            {"rows": "prices"},
            {"2024-05-01": "0.0123", "2024-05-02": "0.0124"},
        ),
        (
            '{"a": {"b": [{"t": 1714521600, "ohlc": {"c": "0.5"}}]}}',
            {"rows": "a.b", "day": "t", "rate": "ohlc.c"},
            {"2024-05-01": "0.5"},
        ),
        ("[[1714521600, 1, 2, 3, 0.25, 9]]", {"day": "0", "rate": "4"}, {"2024-05-01": "0.25"}),
        ('{"2024-05-02": 0.5, "2024-05-01": "0.4"}', {}, {"2024-05-01": "0.4", "2024-05-02": "0.5"}),
        ('{"2024-05-01": {"usd": 0.4, "eur": 0.3}}', {"rate": "usd"}, {"2024-05-01": "0.4"}),
        (
            '[{"day": "2024-05-01", "rate": 12345.678901234567890123456789012345678}]',
            {"tokens": 1_000_000},
            {"2024-05-01": "0.012345678901234567890123456789012345678"},
        ),
        ('[{"day": "2024-05-01", "rate": 1e-7}]', {}, {"2024-05-01": "0.0000001"}),
        (
            '[{"day": "2024-05-01T10:00:00Z", "rate": 2}, {"day": "2024-05-01T00:00:01Z", "rate": 1}]',
            {},
            {"2024-05-01": "1"},
        ),
        ('[{"day": "2024-05-01T23:30:00-02:00", "rate": 2}]', {}, {"2024-05-02": "2"}),
        ('[{"day": "2024-05-01", "rate": 2}, {"day": "2024-05-01T00:00:00Z", "rate": 3}]', {}, {"2024-05-01": "2"}),
    ],
)
def test_json_shapes(text: str, given_settings: dict[str, Any], expected: dict[str, str]) -> None:
    reading = of_json(text, **given_settings)
    assert rates(reading) == expected
    assert reading.problems == []


@pytest.mark.parametrize(
    ("text", "given_settings", "expected"),
    [
        ("day,rate\n2024-05-01,0.0123\n", {}, {"2024-05-01": "0.0123"}),
        ("Date;Price (USD)\n01.05.2024;0,0123\n", {"rate": "Price (USD)"}, {"2024-05-01": "0.0123"}),
        (
            "snapped_at,price,market_cap,total_volume\n2024-05-01 00:00:00 UTC,0.0123,5,6\n",
            {},
            {"2024-05-01": "0.0123"},
        ),
        ("2024-05-01,0.0123\n2024-05-02,0.0124", {}, {"2024-05-01": "0.0123", "2024-05-02": "0.0124"}),
        ("0.0123\t2024-05-01\n", {}, {"2024-05-01": "0.0123"}),
        ("x,2024-05-01,9,0.5\n", {"day": "1", "rate": "3"}, {"2024-05-01": "0.5"}),
        ("sep=;\nday;rate\n2024-05-01;0,5\n", {}, {"2024-05-01": "0.5"}),
        (
            "# kept by hand\n\nday,rate\n\n2024-05-01,$0.5\n2024-05-02,0.6 USD\n",
            {},
            {"2024-05-01": "0.5", "2024-05-02": "0.6"},
        ),
        ('"day","rate"\n"2024-05-01","0,5"\n', {}, {"2024-05-01": "0.5"}),
        ("day;rate\n2024-05-01;1,234\n2024-05-02;1,2345\n", {}, {"2024-05-01": "1.234", "2024-05-02": "1.2345"}),
        ("day;rate\n2024-05-01;1,234\n2024-05-02;1,235.5\n", {}, {"2024-05-01": "1234", "2024-05-02": "1235.5"}),
        ("day,rate\n5/1/2024,0.1\n5/13/2024,0.2\n", {}, {"2024-05-01": "0.1", "2024-05-13": "0.2"}),
        ("day,rate\n1/5/2024,0.1\n13/5/2024,0.2\n", {}, {"2024-05-01": "0.1", "2024-05-13": "0.2"}),
        ("day,rate\n1714521600,0.1\n", {}, {"2024-05-01": "0.1"}),
        ("day,rate\nMay 1, 2024,0.1\n".replace("May 1, 2024", '"May 1, 2024"'), {}, {"2024-05-01": "0.1"}),
    ],
)
def test_csv_shapes(text: str, given_settings: dict[str, Any], expected: dict[str, str]) -> None:
    reading = of_csv(text, **given_settings)
    assert rates(reading) == expected
    assert reading.problems == []


@pytest.mark.parametrize(
    ("row", "rate", "problem"),
    [
        ("2024-05-03,0", None, ("rate-impossible", "2024-05-03", False, False)),
        ("2024-05-03,-0.5", None, ("rate-impossible", "2024-05-03", False, False)),
        ("2024-05-03,", None, ("amount-unparsable", "2024-05-03", False, False)),
        ("2024-05-03", None, ("amount-unparsable", "2024-05-03", False, False)),
        ("2024-05-03,n/a", None, ("amount-unparsable", "2024-05-03", False, False)),
        ('2024-05-03,"1,234"', None, ("amount-unparsable", "2024-05-03", False, False)),
        ("2024-05-03,0.5 or 0.6", None, ("amount-unparsable", "2024-05-03", False, False)),
        ("2024-05-03,6", None, ("rate-impossible", "2024-05-03", False, False)),
        ("2024-05-03,0.04", None, ("rate-impossible", "2024-05-03", False, False)),
        ("2024-05-03,0." + "0" * 41 + "1", None, ("rate-impossible", "2024-05-03", False, False)),
        ("2024-05-03,4\n2024-05-03,4.0", "4", ("duplicate-key", "", True, False)),
        ("2024-05-03,0.5\n2024-05-03,0.6", None, ("duplicate-key", "2024-05-03", False, False)),
    ],
)
def test_a_bad_row_is_a_problem_and_its_day_is_unknown(
    row: str, rate: str | None, problem: tuple[str, str, bool, bool]
) -> None:
    reading = of_csv(f"day,rate\n2024-05-01,0.5\n2024-05-02,0.5\n{row}\n2024-05-04,0.5\n")
    assert rates(reading) == {"2024-05-01": "0.5", "2024-05-02": "0.5", "2024-05-03": rate, "2024-05-04": "0.5"}
    assert found(reading) == [problem]
    assert all(each.line in (1, 4, 5) for each in reading.problems)


@pytest.mark.parametrize("cell", ["", "soon", "2024-02-30", "01/02/2024", "12", "2024"])
def test_a_row_without_a_day_is_a_problem_and_the_rest_arrives(cell: str) -> None:
    reading = of_csv(f"day,rate\n2024-05-01,0.5\n{cell},0.7\n")
    assert rates(reading) == {"2024-05-01": "0.5"}
    assert found(reading) == [("date-unparsable", "", False, True)]
    assert reading.problems[0].line == 3


def test_slashes_that_show_both_orders_are_read_only_where_one_is_left() -> None:
    reading = of_csv("day,rate\n13/5/2024,0.5\n5/14/2024,0.5\n1/2/2024,0.5\n")
    assert rates(reading) == {"2024-05-13": "0.5", "2024-05-14": "0.5"}
    assert [code for code, *_ in found(reading)] == ["date-unparsable"]


def test_a_jump_is_one_against_the_days_around_it() -> None:
    def series(*figures: str) -> Reading:
        return of_csv("day,rate\n" + "".join(f"2024-05-{n:02},{figure}\n" for n, figure in enumerate(figures, 1)))

    assert (
        found(series("0.01", "0.1", "1"))
        == [("rate-impossible", "2024-05-01", False, False), ("rate-impossible", "2024-05-03", False, False)][1:]
    )
    assert found(series("1", "10")) == []
    assert [key for _, key, *_ in found(series("1", "10.1"))] == ["2024-05-01", "2024-05-02"]
    assert [key for _, key, *_ in found(series(*["0.01"] * 5, "0.11", *["0.01"] * 5))] == ["2024-05-06"]
    far_apart = of_csv("day,rate\n2022-05-01,0.01\n2024-05-01,0.9\n")
    assert found(far_apart) == []


@pytest.mark.parametrize(
    ("text", "given_settings", "words"),
    [
        ("5", {}, "no list as its whole"),
        ('{"prices": 5}', {"rows": "prices"}, "no list at 'prices'"),
        ('{"prices": []}', {"rows": "other.0"}, "no list at 'other.0'"),
        ("[]", {}, "None of the 0 rows"),
        ("{}", {}, "None of the 0 rows"),
        ('{"error": "no key given"}', {}, "None of the 1 rows"),
        ("[[1, 2, 3]]", {}, "a list of 3 values"),
        ('[{"day": "2024-05-01", "open": 1, "high": 2}]', {}, "no column alone looks like the rate"),
        ('[{"day": "2024-05-01", "date": "2024-05-01", "rate": 2}]', {}, "no column alone looks like the day"),
        ('[{"day": "2024-05-01", "rate": 2}]', {"rate": "price"}, "None of the 1 rows"),
        ('[{"day": "2024-05-01", "rate": 0}]', {}, "None of the 1 rows"),
        ("[1, null, true]", {}, "None of the 3 rows"),
    ],
)
def test_an_answer_of_another_shape_is_refused(text: str, given_settings: dict[str, Any], words: str) -> None:
    with pytest.raises(PricesUnreadable, match=words):
        of_json(text, **given_settings)


@pytest.mark.parametrize(
    ("text", "given_settings", "words"),
    [
        ("", {}, "is empty"),
        ("\n# nothing\n", {}, "is empty"),
        ("sep=;\n", {}, "no rows"),
        ("day,rate\n", {}, "None of the 0 rows"),
        ("a,b\n1,2\n", {}, "no column alone looks like the day; there are: 'a', 'b'"),
        ("day,price,close\n2024-05-01,1,2\n", {}, "no column alone looks like the rate"),
        ("day,rate\n2024-05-01,1\n", {"rate": "kurs"}, "no column is 'kurs'"),
        ("2024-05-01,1,2\n", {}, "no line of headings and 3 columns"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, given_settings: dict[str, Any], words: str) -> None:
    with pytest.raises(PricesUnreadable, match=words):
        of_csv(text, **given_settings)


def test_a_source_with_more_problems_than_rows_can_have_is_refused() -> None:
    with pytest.raises(PricesUnreadable, match="not what the settings say"):
        of_csv("day,rate\n2024-05-01,0.5\n" + "x,1\n" * 10_001)


def test_order_and_repetition_change_nothing() -> None:
    there = [Row(day=f"2024-05-{n:02}", rate=f"0.{n}") for n in range(1, 29)]
    first, again, turned = rates_of(there, 1), rates_of(there, 1), rates_of(there[::-1], 1)
    assert first.records == again.records == turned.records
    assert list(first.records) == list(turned.records)
    assert all(stated.line == 1 and stated.file == "prices/rates" for stated in first.records.values())
    assert next(iter(first.records.values())).source == "prices/rates#2024-05-01"


VALUES = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(["2024-05-01", "1/2/2024", "0,5", "1,234", "$3", 1714521600, "1e400", "9" * 80]),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.builds(Row, day=VALUES, rate=VALUES, line=st.integers(1, 9)), max_size=12))
def test_any_rows_give_rates_above_zero_or_problems(rows: list[Row]) -> None:
    # One row is sound, so that the list is never refused as a whole.
    rows = [*rows, Row(day="1999-01-01T00:00:00Z", rate=None), Row(day="2016-01-01", rate=Decimal("0.5"))]
    try:
        reading = rates_of(rows, 1)
    except PricesUnreadable:
        return
    assert reading.records == rates_of(rows, 1).records
    assert all(each.code in CODES and each.file == "prices/rates" for each in reading.problems)
    unknown = set()
    for stated in reading.records.values():
        assert isinstance(stated.fact, DayRate)
        assert stated.fact.usd_per_token is None or stated.fact.usd_per_token > 0
        unknown |= {stated.key} if stated.fact.usd_per_token is None else set()
    assert unknown <= {each.target.key for each in reading.problems if each.target}


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(st.text(), st.text(alphabet='day,rate;\n"20-5.1/|\t')), st.sampled_from(["", "0", "rate"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    for prefix in ("", "day,rate\n2024-05-01,0.5\n"):
        reading = read_or_refused(lambda prefix=prefix: of_csv(prefix + text, rate=name))  # type: ignore[misc]
        assert all(each.line <= (prefix + text).count("\n") + 1 for each in reading.problems)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=10), st.decimals(allow_nan=False)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(["day", "rate", "0", "", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(JSON, st.sampled_from(["", "day", "0", "rate.x", "0.0"]))
def test_any_answer_is_read_or_refused(answer: Any, path: str) -> None:
    chosen = Settings(address="https://prices.example", rows=path, day=path)
    reading = read_or_refused(lambda: rates_of(json_rows(answer, chosen), 1))
    assert all(each.code in CODES for each in reading.problems)


def test_rates_come_over_a_real_socket_in_spite_of_faults() -> None:
    def upstream(asked: Asked) -> Answer:
        assert (asked.method, asked.path) == ("GET", "/v1?days=30")
        return Answer(body=json.dumps([{"day": "2024-05-01", "rate": 0.1}]).encode())

    quick = WireSettings(read_seconds=5, attempts=3)
    with (
        FaultProxy(upstream, {1: faults.CUT_JSON, 2: faults.RESET}) as proxy,
        open_wire(quick, sleep=lambda _: None) as wire,
    ):
        chosen = Settings(address=f"{proxy.url}/v1?days=30")
        assert rates(read_rates(chosen, partial(get_json, wire))) == {"2024-05-01": "0.1"}
    with open_wire(quick, sleep=lambda _: None) as wire, pytest.raises(NotReachable):
        read_rates(chosen, partial(get_json, wire))


def no_network(url: str) -> Any:
    raise AssertionError(url)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\xef\xbb\xbfday,rate\r\n2024-05-01,0.5\r\n", {"2024-05-01": "0.5"}),
        ("day;rate\n2024-05-01;0,5\n".encode("utf-16"), {"2024-05-01": "0.5"}),
        ("day;rate;caf\u00e9\n2024-05-01;0,5;\u00e0 midi\n".encode("cp1252"), {"2024-05-01": "0.5"}),
    ],
)
def test_a_file_is_read_in_the_encoding_it_has(tmp_path: Path, raw: bytes, expected: dict[str, str]) -> None:
    (tmp_path / "rates.csv").write_bytes(raw)
    assert rates(read_rates(Settings(file=str(tmp_path / "rates.csv")), no_network)) == expected


@pytest.mark.parametrize("name", ["none.csv", "", "bad\0name"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(PricesUnreadable, match=r"There is no file|cannot be read"):
        read_rates(Settings(file=f"{tmp_path}/{name}"), no_network)


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "rates.xlsx").write_bytes(b"PK\x03\x04\0\0\0")
    with pytest.raises(PricesUnreadable, match="is no text"):
        read_rates(Settings(file=str(tmp_path / "rates.xlsx")), no_network)
