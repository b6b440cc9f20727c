"""Settings: defaults without a file, and errors that name the nearest known key."""

from pathlib import Path

import pytest

from secretariat.config import Config, ConfigWrong, load, with_secrets
from secretariat.flow.context import TABLES


def test_without_a_file_the_store_is_a_sqlite_file_here(tmp_path: Path) -> None:
    assert load(tmp_path / "secretariat.toml").store.url == "sqlite:///secretariat.db"


def test_a_setting_is_read(tmp_path: Path) -> None:
    (tmp_path / "secretariat.toml").write_text('[store]\nurl = "sqlite:///other.db"\n')
    assert load(tmp_path / "secretariat.toml").store.url == "sqlite:///other.db"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[stor]\nurl = "x"\n', "Did you mean 'store'"),
        ('[store]\nurll = "x"\n', "Did you mean 'url'"),
        ('[store]\nzzz = "x"\n', r"Known: url\.$"),
        ("[store]\nurl = 5\n", r"\[store\] url"),
        ("store = 5\n", r"\[store\] on a line"),
        ("[store\n", "cannot be read as TOML"),
        ("\xff", "cannot be read as TOML"),
    ],
)
def test_a_wrong_file_is_said_in_words(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "secretariat.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigWrong, match=words):
        load(path)


def test_the_store_s_address_may_come_from_the_environment(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sqlite:///from-a-file.db\n")
    direct = with_secrets(Config(), {"SECRETARIAT_STORE_URL": "sqlite:///direct.db"})
    from_file = with_secrets(Config(), {"SECRETARIAT_STORE_URL_FILE": str(tmp_path / "secret")})
    assert direct.store.url == "sqlite:///direct.db"
    assert from_file.store.url == "sqlite:///from-a-file.db"
    assert with_secrets(Config(), {}).store.url == "sqlite:///secretariat.db"


def test_a_secret_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigWrong, match="SECRETARIAT_STORE_URL_FILE"):
        with_secrets(Config(), {"SECRETARIAT_STORE_URL_FILE": str(tmp_path / "none")})


ADDRESS = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def test_people_and_the_desk_are_read(tmp_path: Path) -> None:
    path = tmp_path / "secretariat.toml"
    path.write_text(
        f'[people.ada_l]\nroles = ["secretary", "auditor"]\nmember_id = 7\naccount = "{ADDRESS}"\ngithub = "ada"\n'
        '[desk]\nsince = 5\nsecond_yes = ["message"]\n'
    )
    settings = load(path, TABLES).settings
    assert settings["people"]["ada_l"].roles == ("secretary", "auditor")
    assert (settings["desk"].since, settings["desk"].second.always) == (5, {"message"})
    assert settings["desk"].second.acting == {"signal-proposal"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[people]\nada = 3\n", r"\[people.ada\] on a line"),
        ("[people.ada]\n", r"\[people.ada\] roles"),
        ("[people.ada]\nroles = []\n", "at least one role"),
        ('[people.ada]\nroles = ["boss"]\n', "one of 'viewer', 'council member'"),
        ('[people.ada]\nroles = ["viewer"]\nmember = 3\n', "Did you mean 'member_id'"),
        ('[people.ada]\nroles = ["viewer"]\nmember_id = -3\n', "0 or more"),
        (f'[people.ada]\nroles = ["viewer"]\naccount = "{ADDRESS[:-1]}Z"\n', r"account '5Grw\S+ is not an address"),
        (f'[people.ada]\nroles = ["viewer"]\naccount = "0x{"ab" * 32}"\n', "is not an address"),
        ('[people.ada]\nroles = ["viewer"]\nstaking_account = "x"\n', "staking_account 'x' is not an address"),
        ('[people."a\\u202eb"]\nroles = ["viewer"]\n', "cannot be a name: letters, digits"),
        ("[desk]\nsince = -1\n", "0 or more"),
        ('[desk]\nsecond_yes = ["letter"]\n', "one of 'message'"),
    ],
)
def test_wrong_people_are_said_in_words(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigWrong, match=words):
        load(path, TABLES)
