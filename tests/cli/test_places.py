"""Places that settings name: refused where Discord has none of that name; doctor tells what each way out lacks."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, Later, load
from secretariat.flow.context import TABLES, read_settings
from secretariat.flow.doctor_channels import check_channels

DISCORD = '[discord]\nchannels = { council = "9", town = "8" }\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    return path


EMAIL = '[email]\nhost = "mail.example.org"\nsender = "secretary@example.org"\n'


@pytest.mark.parametrize(
    ("table", "key"),
    [("elections", "discord"), ("terms", "discord"), ("proposals", "discord"), ("proposals", "announcements")],
)
def test_a_place_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path, table: str, key: str) -> None:
    with pytest.raises(
        ConfigWrong, match=rf"\[{table}\] {key}: .* no place 'nope'; these are configured: council, town\."
    ):
        read_settings(written(tmp_path, f'{DISCORD}[{table}]\n{key} = "nope"\n'))
    with pytest.raises(ConfigWrong, match="Did you mean 'council'"):
        read_settings(written(tmp_path, f'{DISCORD}[{table}]\n{key} = "councl"\n'))
    found = read_settings(written(tmp_path, f'{DISCORD}[{table}]\n{key} = "town"\n'))
    assert getattr(found.settings[table], key) == "town"


def test_nothing_named_and_no_table_are_no_refusal(tmp_path: Path) -> None:
    read_settings(written(tmp_path, f"{DISCORD}[elections]\n"))
    read_settings(written(tmp_path, '[elections]\ndiscord = "nope"\n'))


WEBHOOK = "https://discord.com/api/webhooks/77/secret"
TOWN, BOT = "SECRETARIAT_DISCORD_WEBHOOK_TOWN", "SECRETARIAT_DISCORD_BOT_TOKEN"
COUNCIL = "SECRETARIAT_DISCORD_WEBHOOK_COUNCIL"
FORUM = "forum_category = 4\nmember = 900\n"


@pytest.mark.parametrize(
    ("text", "environment", "told"),
    [
        ("", {}, []),
        (DISCORD, {TOWN: WEBHOOK, COUNCIL: WEBHOOK, BOT: "x"}, ["ok discord/council", "ok discord/town"]),
        (DISCORD, {TOWN: WEBHOOK, BOT: "x"}, [f"warning discord/council {COUNCIL}", "ok discord/town"]),
        (
            DISCORD,
            {TOWN: WEBHOOK, COUNCIL: WEBHOOK},
            ["ok discord/council", "ok discord/town", f"warning discord {BOT}"],
        ),
        (DISCORD, {TOWN: "ftp://x"}, ["failed discord Mend"]),
        ("[telegram]\n", {"SECRETARIAT_TELEGRAM_BOT_TOKEN": "1:secret"}, ["ok telegram"]),
        ("[telegram]\n", {}, ["warning telegram SECRETARIAT_TELEGRAM_BOT_TOKEN"]),
        ("[telegram]\n", {"SECRETARIAT_TELEGRAM_BOT_TOKEN": "secret"}, ["failed telegram Mend"]),
        (EMAIL, {}, ["ok email"]),
        (f'{EMAIL}user = "desk"\n', {}, ["warning email SECRETARIAT_EMAIL_PASSWORD"]),
        (f'{EMAIL}user = "desk"\n', {"SECRETARIAT_EMAIL_PASSWORD": "secret"}, ["ok email"]),
        (f'{EMAIL}user = "desk"\n', {"SECRETARIAT_EMAIL_PASSWORD_FILE": "nowhere"}, ["failed email Mend"]),
        ('[proposals]\ndiscord = "town"\n', {}, ["warning discord Add [discord]"]),
        (f"[elections]\n{FORUM}[signing]\n", {}, ["ok forum (elections)", "ok files"]),
        (f"[elections]\n{FORUM}", {}, ["warning forum (elections) [signing]", "ok files"]),
        ("[terms]\nmember = 3\n[signing]\n", {}, ["warning forum (terms) Set forum_category in"]),
        ("[forum]\nmember = 3\n[signing]\n", {}, ["ok forum (forum)"]),
        ("[forum]\n[signing]\n", {}, ["warning forum (forum) Set member in"]),
        ('[files]\nfolder = "a-file"\n', {}, ["failed files Choose"]),
        ('[files]\nfolder = "new/one"\n', {}, ["ok files"]),
    ],
)
def test_doctor_tells_what_each_way_out_lacks(
    text: str, environment: dict[str, str], told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    found = list(check_channels(load(written(tmp_path, text), TABLES).settings, environment))
    assert len(found) == len(told), found
    for check, words in zip(found, told, strict=True):
        said = f"{check.verdict} {check.name} {check.remedy}"
        verdict_and_name, rest = said[: len(f"{check.verdict} {check.name}")], check.remedy
        assert words.startswith(verdict_and_name), (words, said)
        assert words.removeprefix(verdict_and_name).strip() in rest
        assert "secret" not in check.found


def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to others
        Path(name).chmod(0o755)
        (Path(name) / "locked").mkdir(mode=0o555)
        settings = load(written(tmp_path, f'[files]\nfolder = "{name}/locked"\n'), TABLES).settings
        with _not_root():
            (found,) = check_channels(settings, {})
    assert found.verdict == "failed"


@contextmanager
def _not_root() -> Iterator[None]:
    """Be nobody for a while where the tests run as root, who may write anywhere."""
    if os.geteuid():
        yield
        return
    nobody = 65_534
    os.setresuid(nobody, nobody, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_every_duty_with_settings_has_a_table_in_the_configuration() -> None:
    from secretariat.duties.register import DUTIES

    tables = {name: table.table() if isinstance(table, Later) else table for name, table in TABLES.items()}
    assert {duty.name: duty.settings for duty in DUTIES if duty.settings is not None}.items() <= tables.items()


def test_only_duties_that_build_tables_read_kinds_for_them() -> None:
    from secretariat.duties.duty import no_problems
    from secretariat.duties.figures import WITH_TABLES
    from secretariat.duties.register import DUTIES

    with_tables = tuple(duty for duty in DUTIES if duty.tables or duty.needs or duty.problems is not no_problems)
    assert with_tables == WITH_TABLES
