"""The desk's commands as a person types them: what they print, what they promise as JSON, and how they refuse."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from secretariat.cli.app import app
from secretariat.desk.acts import Destination, Mention
from secretariat.desk.findings import Due, Entry, Evidence, Finding
from secretariat.desk.people import DeskSettings
from secretariat.errors import SecretariatError
from secretariat.flow.decide import drafts, findings, own, standing
from secretariat.store import outbox
from secretariat.store.engine import writing
from tests.cli.promises import GOLDEN, promised
from tests.cli_run import run
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, calls_as_text, desk, everything
from tests.flow.desk.test_decide import MONEY, constants, people

PAGE = "desk.md"
HOSTILE = (
    "<script>alert(1)</script> [x](javascript:1) @everyone =1+1 \u202eEVIL\u202c \u200b \x1b[31mred \x9b2J \x07 \r\n\ttwo \u2028 "
    "\U000e0041 [[time 5]]"
)
LETTER = wanted(
    channel="file",
    destination=Destination(place="letters"),
    text="Dear council.",
    until=10**9,
    mentions=(Mention(kind="role", id="1"),),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with settings and a store in which something of everything stands on the desk."""
    made_in = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRETARIAT_PERSON", "ada")
        _fill(desk(f"sqlite:///{made_in}/secretariat.db", people=people(), desk=DeskSettings()))
    _settings(made_in)
    return made_in


def _settings(at: Path) -> None:
    lines = ["[chain]", 'network = "practice"']
    for name, person in people().items():
        lines += [f"[people.{name}]", f"roles = {json.dumps(list(person.roles))}"]
        lines += [f"member_id = {person.member_id}"] if person.member_id is not None else []
        lines += [f'account = "{person.account}"'] if person.account else []
    (at / "secretariat.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _fill(made: Desk) -> None:
    constants(made)
    made.calls = calls_as_text
    due = Due(what="it ends", block=HEAD + 1_000)
    opens = finding("elections/opens/7", LETTER, due=due)
    wrong = finding("elections/wrong/7", level="alert", due=Due(what="a day", at="2199-01-01"))  # type: ignore[arg-type]
    pay = finding("elections/pay/7", MONEY)
    waits = finding("elections/waits/7", LETTER, wanted(channel="file", part="other"))
    made.review(opens, wrong, pay, waits)
    drafts.approve(made.context, "d1.1")
    drafts.approve(made.context, "d2.1")
    drafts.reword(made.context, "d3.1", "My own words.")
    findings.snooze(made.context, "t2", until=str(HEAD + 500_000_000), why="Later.")
    standing.grant(made.context, "d4.1", until=HEAD + 900, why="Routine.")
    own.add_note(made.context, "Call Bob back", each_term=5)
    with writing(made.engine) as connection:
        outbox.move(connection, 1, ["queued"], "unconfirmed", tries=1, why="it timed out")
    entries = tuple(Entry(subject=name, name=name, text=f"- {name}") for name in ("ada", "bob"))
    names = finding("elections/names/7", wanted(channel="file", text="- ada\n- bob", entries=entries))
    newer = wanted(channel="file", destination=Destination(place="letters"), text="Other words.", until=10**9)
    made.review(opens, wrong, pay, finding("elections/waits/7", newer), names)


def _with_discord(at: Path) -> None:
    _settings(at)
    with (at / "secretariat.toml").open("a", encoding="utf-8") as file:
        file.write("[discord.channels]\ncouncil = '1'\n")


def asked(at: Path, *arguments: str, person: str = "ada") -> Result:
    """Run a command in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(at)
        patch.setenv("SECRETARIAT_PERSON", person)
        return CliRunner().invoke(app, list(arguments), catch_exceptions=True)


JSON = {
    "tasks": ("tasks", "--all"),
    "alerts": ("alerts", "--all"),
    "drafts": ("drafts", "--all"),
    "item-task": ("show", "t4"),
    "item-draft": ("show", "d3"),
    "item-outbox": ("show", "o1"),
    "standing": ("standing", "list", "--all"),
    "journal": ("journal",),
    "verify": ("verify",),
}


@pytest.mark.parametrize("name", JSON)
def test_what_is_asked_as_json_keeps_its_shape_and_every_key_is_in_words(folder: Path, name: str) -> None:
    said = asked(folder, *JSON[name], "--json")
    assert said.exit_code == 0, said.exception
    promised(f"desk-{name}", said.stdout, PAGE)


def test_what_is_decided_as_json_keeps_its_shape(tmp_path: Path) -> None:
    folder = tmp_path
    desk(f"sqlite:///{folder}/secretariat.db")
    _with_discord(folder)
    record = ("--secretary", "11", "--deputy", "12", "--first", "5", "--last", "900000000", "--why", "Elected.")
    said = asked(folder, "mandate", "record", *record, "--json")
    promised("desk-decision", said.stdout, PAGE)
    name = json.loads(said.stdout)["done"].split()[0]
    confirmed = asked(folder, "mandate", "confirm", name, "--why", "So it is.", "--json", person="cora")
    promised("desk-confirm", confirmed.stdout, PAGE)
    promised("desk-mandate", asked(folder, "mandate", "show", "--json").stdout, PAGE)


def test_what_is_to_be_rotated_is_named_on_confirming_and_never_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk(f"sqlite:///{tmp_path}/secretariat.db")
    _with_discord(tmp_path)
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", "https://discord.example/webhooks/1/canary-secret")
    record = ("--secretary", "11", "--first", "5", "--last", "900000000", "--why", "Elected.")
    assert asked(tmp_path, "mandate", "record", *record).exit_code == 0
    said = asked(tmp_path, "mandate", "confirm", "m1", "--why", "So it is.", person="cora").stdout
    assert "  SECRETARIAT_DISCORD_WEBHOOK_COUNCIL: the webhook of Discord's place council\n" in said
    assert "  SECRETARIAT_DISCORD_BOT_TOKEN: the token of Discord's bot, if the desk has one (not set" in said
    assert asked(tmp_path, "review").exit_code == 0
    shown = asked(tmp_path, "tasks").stdout + asked(tmp_path, "show", "t1").stdout
    assert "Rotate the secrets of this desk: m1 is confirmed" in shown
    assert "SECRETARIAT_DISCORD_WEBHOOK_COUNCIL" in shown
    assert "canary-secret" not in said + shown + asked(tmp_path, "journal", "--json").stdout
    assert asked(tmp_path, "note", "done", "n1", "--why", "All are new.").exit_code == 0
    assert asked(tmp_path, "review").exit_code == 0
    assert "Rotate" not in asked(tmp_path, "tasks").stdout


def test_a_review_as_json_keeps_its_shape(tmp_path: Path) -> None:
    (tmp_path / "secretariat.toml").write_text(
        "[people.ada]\nroles = ['secretary']\n[people.vic]\nroles = ['viewer']\n"
    )
    assert (
        asked(
            tmp_path,
            "note",
            "add",
            "Call Bob back",
            "--due",
            "2100-01-01",
            "--owner",
            "deputy",
            "--audience",
            "council",
        ).exit_code
        == 0
    )
    (tmp_path / "w.txt").write_text("Dear council.\n", encoding="utf-8")
    assert asked(tmp_path, "write", "w.txt", "--channel", "file/letters").exit_code == 0
    said = asked(tmp_path, "review", "--json")
    promised("desk-review", said.stdout, PAGE)
    assert [each["key"] for each in json.loads(said.stdout)["opened"]] == ["own/note/1", "own/words/1"]
    assert asked(tmp_path, "review").stdout.startswith("Nothing changed.")
    assert "d1.1 is approved and waits to be sent as o1." in asked(tmp_path, "approve", "d1.1").stdout
    assert asked(tmp_path, "tasks", person="vic").exit_code == 0
    assert isinstance(asked(tmp_path, "journal", person="vic").exception, SecretariatError)
    assert isinstance(asked(tmp_path, "tasks", person="eve").exception, SecretariatError)


def test_tasks_are_told_with_what_is_due_and_what_stands_ready(folder: Path) -> None:
    said = asked(folder, "tasks").stdout
    assert "t1    Announce it" in said
    assert "it ends" in said
    assert "d1.1 for file is unconfirmed" in said
    assert "t2" not in said
    assert "put aside until block 500,100,000 by ada: Later." in asked(folder, "alerts", "--all").stdout


def test_a_draft_is_told_with_what_it_needs_and_its_history(folder: Path) -> None:
    said = asked(folder, "show", "d2.1").stdout
    assert "needs a council member's second yes, signed by another wallet key" in said
    assert "a second person signs: Secretariat: my yes to d2.1, a funding-request on chain." in said
    assert re.search(r"draft\.approve\s+d2\.1", said)
    beside = asked(folder, "show", "d3.2").stdout
    assert "My own words." in beside
    assert "Other words." in beside
    assert "the newest is d3.2" in asked(folder, "show", "d3.1").stdout


WRONG = {
    ("approve", "d5.1"): "d5.1 is not neutral",
    ("approve", "d1"): "the newest text of d1 is d1.1",
    ("approve", "d3.1"): "was changed since",
    ("approve", "d1.1"): "may have been sent already",
    ("approve", "d2.1"): "You said yes to d2.1 already",
    ("approve", "d77.1"): "no draft d77",
    ("approve", "d2.1", "--signature", "0x00"): "may not approve second",
    ("reject", "d1.1", "--why", " "): "Say why",
    ("reword", "d3.2", "nowhere.txt"): "nowhere.txt cannot be read",
    ("reword", "d3.2", "latin.txt"): "it is not UTF-8 text",
    ("reword", "d3.2", "nothing.txt"): "no words",
    ("snooze", "t77", "--until", "2030-01-01", "--why", "x"): "no task or alert",
    ("settle", "o77", "--sent", "--why", "x"): "no outbox item",
    ("show", "n1"): "names nothing on the desk",
    ("show", "d77"): "no draft d77",
    ("show", "d1.9"): "no text d1.9",
    ("write", "words.txt", "--channel", "discord"): "is no channel",
    ("write", "words.txt", "--channel", "discord/nowhere"): "No channel 'discord' is configured",
    ("write", "words.txt", "--channel", "proposal/999999"): "Proposal 999999 is not among the unfinished ones",
    ("note", "add", "Call", "--owner", "boss"): "The owner is secretary or deputy, not 'boss'",
    ("note", "add", "Call", "--audience", "all"): "The audience is public, council or desk, not 'all'",
    ("note", "add", "Call", "--due", "4294967296"): "A block is 0 to 4,294,967,295",
    ("note", "done", "w77"): "no words 'w77'",
    ("mandate", "record", "--secretary", "-5", "--first", "1", "--last", "2", "--why", "x"): "member id is 0 to",
    ("standing", "revoke", "s77", "--why", "x"): "no standing approval",
    ("mandate", "confirm", "m77", "--why", "x"): "may not confirm mandate",
    ("note", "done", "n77"): "no note",
    ("secretary", "willing", "5", "--deputy", "5"): "two members",
    ("secretary", "not-willing", "5", "--council", "7"): "not noted as willing",
    ("secretary", "permission", "much"): "is no permission",
    ("report", "received", "minutes", "--thread", "5"): "is no report of the cycle",
    ("report", "late", "council-plan", "--until", "5", "--why", " "): "Say why",
    ("report", "excused", "council-plan", "--why", " "): "Say why",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_one_sentence_and_changes_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    (folder / "nothing.txt").write_text(" \n")
    (folder / "words.txt").write_text("Words.\n")
    made = desk_of(folder)
    before = everything(made)
    said = asked(folder, *arguments)
    assert isinstance(said.exception, SecretariatError)
    assert WRONG[arguments] in str(said.exception)
    assert said.stdout == ""
    assert everything(made) == before


def desk_of(at: Path):  # type: ignore[no-untyped-def]
    from secretariat import config
    from secretariat.flow.context import Context, open_store_at

    return Context(config=config.Config(), engine=open_store_at(f"sqlite:///{at}/secretariat.db"))


def test_an_expected_error_ends_with_2_and_a_wrong_option_too(folder: Path) -> None:
    done = run("approve", "d1", folder=folder, check=2)
    assert (
        done.stderr
        == "secretariat: Name the text, not only the draft: the newest text of d1 is d1.1. Nothing was changed.\n"
    )
    for wrong in (("settle", "o1", "--why", "x"), ("reword", "d3.2"), ("reword", "d3.2", "x", "--take-newer")):
        assert asked(folder, *wrong).exit_code == 2


def hostile() -> Finding:
    words = wanted(
        channel="file", title=HOSTILE, text=HOSTILE, destination=Destination(place="hostile.md", group=HOSTILE)
    )
    return finding(
        "elections/hostile/7",
        words,
        title=HOSTILE,
        why=HOSTILE,
        due=Due(what=HOSTILE, block=HEAD + 5),
        evidence=(Evidence(says=HOSTILE, source=HOSTILE),),
    )


def test_a_hostile_text_is_letters_in_every_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = desk(f"sqlite:///{tmp_path}/secretariat.db", people=people())
    _settings(tmp_path)
    made.review(hostile())
    drafts.approve(made.context, "d1.1")
    findings.snooze(made.context, "t1", until=str(HEAD + 5), why=HOSTILE)
    own.add_note(made.context, HOSTILE)
    made.review()
    commands = (
        ("tasks", "--all"), ("drafts", "--all"), ("show", "t1"), ("show", "d1"), ("show", "o1"), ("journal",), ("show", "t2"),
    )  # fmt: skip
    for command in commands:
        for form in ((), ("--json",)):
            said = asked(tmp_path, *command, *form)
            assert said.exit_code == 0, said.exception
            assert "alert(1)" in said.stdout
            assert all(sign.isprintable() or sign == "\n" for sign in said.stdout), (command, form)
    shown = json.loads(asked(tmp_path, "show", "t1", "--json").stdout)
    assert shown["task"]["title"] == HOSTILE


def test_every_golden_file_of_the_desk_is_of_a_command() -> None:
    named = {f"desk-{name}" for name in (*JSON, "confirm", "decision", "mandate", "review")}
    assert {path.stem for path in GOLDEN.glob("desk-*.json")} == named
