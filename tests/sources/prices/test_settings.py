"""``[prices]`` in the configuration."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.flow.context import TABLES, open_context
from secretariat.sources.prices.settings import Settings


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_the_table_there_is_no_source_of_prices(tmp_path: Path) -> None:
    assert "prices" not in load(tmp_path / "none.toml", TABLES).settings
    context = open_context(written(tmp_path, '[store]\nurl = "sqlite://"\n'))
    assert "prices" not in context.config.settings


def test_the_table_is_read_with_the_others(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[store]\nurl = "sqlite://"\n[prices]\naddress = "https://prices.example"\ntokens = 1000000\n'
    )
    assert open_context(path).config.settings["prices"] == Settings(address="https://prices.example", tokens=1_000_000)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("", r"\[prices\] give either address or file\."),
        ('address = "https://a"\nfile = "b"', r"\[prices\] give either address or file\."),
        ('file = "b"\nrows = "x"', "rows is for an address"),
        ('file = "b"\ntokens = 1200', "tokens is 1, 10, 100"),
        ('file = "b"\ntokens = 0', "tokens is 1, 10, 100"),
        ('file = "b"\ntokens = -10', "tokens is 1, 10, 100"),
        ('adress = "https://a"', "Did you mean 'address'"),
        ("file = 5", r"\[prices\] file"),
    ],
)
def test_wrong_settings_are_said_in_words(tmp_path: Path, lines: str, words: str) -> None:
    with pytest.raises(ConfigWrong, match=words):
        load(written(tmp_path, f"[prices]\n{lines}\n"), TABLES)


def test_an_address_with_a_key_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, '[store]\nurl = "sqlite://"\n[prices]\naddress = "https://public.example"\nrate = "usd"\n')
    monkeypatch.setenv("SECRETARIAT_PRICES_ADDRESS", "https://prices.example?key=secret")
    expected = Settings(address="https://prices.example?key=secret", rate="usd")
    assert open_context(path).config.settings["prices"] == expected
    without = written(tmp_path, '[store]\nurl = "sqlite://"\n')
    assert open_context(without).config.settings["prices"] == Settings(address="https://prices.example?key=secret")


def test_an_address_of_the_environment_beside_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PRICES_ADDRESS", "https://prices.example?key=secret")
    with pytest.raises(ConfigWrong, match=r"SECRETARIAT_PRICES_ADDRESS does not fit to \[prices\]") as refused:
        open_context(written(tmp_path, '[prices]\nfile = "rates.csv"\n'))
    assert "secret" not in str(refused.value)
