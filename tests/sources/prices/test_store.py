"""Day rates in the store: every digit, a second reading that changes nothing, and a repair."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection

from secretariat.config import Config
from secretariat.facts.moments import Moment
from secretariat.facts.rates import DayRate
from secretariat.facts.records import Stated
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.decide.problems import repair
from secretariat.flow.decided import decisions_now
from secretariat.flow.materialise import materialise
from secretariat.flow.tables import worked_out
from secretariat.sources.prices.rates import DOCUMENT, rates_of
from secretariat.sources.prices.rows import Row
from secretariat.store import changes as store_changes
from secretariat.store import facts as store_facts
from secretariat.store.engine import reading, writing


def day_rates(connection: Connection) -> tuple[Stated[DayRate], ...]:
    known, problems = store_facts.load_records(connection), store_facts.load_problems(connection)
    return worked_out(known, problems, decisions_now(connection)).of(DayRate)


def test_rates_are_kept_exactly_and_a_person_can_repair_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_store_at(f"sqlite:///{tmp_path}/store.db")
    digits = Decimal("0.0123456789012345678901234567890123456789")
    found = rates_of([Row(day="2024-05-01", rate=digits), Row(day="2024-05-02", rate="0")], 1)
    records = tuple(found.records.values())
    with writing(engine) as connection:
        store_facts.write(connection, DOCUMENT, found.format, "", records, found.problems, keep_missing=True)
        materialise(connection, Moment("2026-01-01T00:00:00Z"))
    with reading(engine) as connection:
        kept = {stated.key: stated for stated in day_rates(connection)}
        again = store_changes.compare(connection, DOCUMENT, found.format, "", records, found.problems)
    assert kept["2024-05-01"].fact == DayRate(day=kept["2024-05-01"].fact.day, usd_per_token=digits)
    assert kept["2024-05-02"].fact.usd_per_token is None
    assert kept["2024-05-01"].source == "prices/rates#2024-05-01"
    assert {row.change for row in again.rows} == {"unchanged"}
    monkeypatch.setenv("SECRETARIAT_PERSON", "cleo")
    repair(Context(config=Config(), engine=engine), found.problems[0].id, "0.0124", why="as the exchange says")
    with reading(engine) as connection:
        repaired = {stated.key: stated.fact.usd_per_token for stated in day_rates(connection)}
    assert repaired == {"2024-05-01": digits, "2024-05-02": Decimal("0.0124")}
