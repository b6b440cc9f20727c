"""The page Office: the mandate and yeses given ahead through its forms, and what each role sees of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secretariat.desk.roles import may
from secretariat.flow import ask_desk
from secretariat.flow.decide import drafts
from tests.flow.desk.desk import HEAD, everything
from tests.flow.desk.test_decide import constants
from tests.web.desk_here import ROLES, Browser, Served, finding, people_wanted, served_desk, wanted

MANDATE = {
    "secretary": "11",
    "deputy": "12",
    "proposal": "1,234",
    "first": "100,000",
    "last": "100500",
    "why": "Proposal 1234.",
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        constants(made.desk)
        made.desk.review(finding())
        yield made


def grant(browser: Browser, name: str = "d1.1", **more: str) -> Any:
    found = ask_desk.item(browser.served.context, name).draft
    assert found is not None
    fields = {"digest": found.digest, "until": f"{HEAD + 900:,}", "ahead_why": "Routine.", **more}
    return browser.send(f"/drafts/{name}/ahead", **fields)


@pytest.mark.parametrize("name", sorted(ROLES))
def test_every_role_reads_the_office_and_is_offered_what_it_may(served: Served, name: str) -> None:
    grant(served.browser("ada"))
    served.browser("ada").send("/mandates", **MANDATE)
    browser = served.browser(name)
    page = browser.get("/office").text
    assert "elections/reminder" in page
    assert "Routine." in page
    assert ("m2" in page, "not confirmed" in page) == (True, True)
    assert "Everybody" not in page or name == "cora"
    assert '<a href="/office" aria-current="page">Office</a>' in page
    offered = set(re.findall(r'action="([^"]+)"', page)) - {"/sign-out"}
    roles = ROLES[name]
    assert ("/mandates" in offered) == may(roles, "record mandate")
    assert ("/mandates/m2/confirm" in offered) == may(roles, "confirm mandate")
    assert ("/standing/s1/revoke" in offered) == may(roles, "revoke standing")
    assert ("/drafts/d1.1/ahead" in browser.get("/drafts/d1.1").text) == may(roles, "grant standing")


def test_people_stand_with_their_roles_and_nothing_else(served: Served) -> None:
    page = served.browser("vic").get("/office").text
    rows = re.findall(r'<tr><td class="name">(.*?)</td><td>(.*?)</td></tr>', page)
    assert rows == sorted((name, ", ".join(roles)) for name, roles in ROLES.items())
    people = served.context.config.settings["people"].values()
    assert not [one.account for one in people if one.account in page]


def test_a_mandate_is_recorded_confirmed_and_ends_every_session(served: Served) -> None:
    ada, cora, dan = (served.browser(name) for name in ("ada", "cora", "dan"))
    assert "No mandate was ever recorded" in ada.get("/office").text
    assert ada.send("/mandates", **MANDATE).headers["location"] == "/office"
    page = ada.get("/office").text
    assert "m1 is recorded" in page
    assert "member 11 (ada)" in page
    assert "member 12 (dan)" in page
    assert "proposal 1234" in page
    assert re.search(r"100,000 to 100,500, 2026-01-\d\d \d\d:\d\d UTC ± \d+ min", page)
    assert '<span class="tag open">acting</span>' in page
    done = cora.send("/mandates/m1/confirm", why="So decided.")
    assert done.status_code == 200
    assert "m1 is confirmed: blocks 100,000 to 100,500." in done.text
    assert 'secretariat=""; ' in done.headers["set-cookie"]
    assert [one.get("/office").headers.get("location") for one in (ada, cora, dan)] == ["/sign-in"] * 3
    dan.sign_in("dan")
    page = dan.get("/office").text
    assert "in office" in page
    assert "Member 11 (ada) is secretary, member 12 (dan) is deputy, until block 100,500" in page
    assert "by cora" in page
    assert "is passed" not in page
    served.desk.block = HEAD + 501
    page = served.browser("vic").get("/office").text
    assert '<span class="tag open">acting</span>' in page
    assert "1 whose last block is passed" in page


def test_what_is_to_be_rotated_is_named_and_becomes_a_task(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", "https://discord.example/webhooks/1/canary-secret")
    monkeypatch.delenv("SECRETARIAT_DISCORD_BOT_TOKEN", raising=False)
    named = "<code>SECRETARIAT_DISCORD_WEBHOOK_COUNCIL</code>: the webhook of Discord&#39;s place council</li>"
    ada = served.browser("ada")
    ada.send("/mandates", **MANDATE)
    done = served.browser("cora").send("/mandates/m1/confirm", why="So decided.").text
    served.desk.review()
    ada.sign_in("ada")
    office, tasks, task = (ada.get(path).text for path in ("/office", "/tasks", "/tasks/t2"))
    assert (named in done, named in office) == (True, True)
    assert (
        "<code>SECRETARIAT_DISCORD_BOT_TOKEN</code>: the token of Discord&#39;s bot, if the desk has one <small>(not set"
        in office
    )
    assert "Rotate the secrets of this desk: m1 is confirmed" in tasks
    assert "- SECRETARIAT_DISCORD_WEBHOOK_COUNCIL: the webhook" in task
    assert not [page for page in (done, office, tasks, task) if "canary-secret" in page]


def test_a_mandate_that_cannot_be_taken_stays_in_the_form(served: Served) -> None:
    browser, before = served.browser("ada"), everything(served.context)
    for field, typed, words in (
        ("secretary", "ada", "The secretary&#39;s member id is a whole number"),
        ("deputy", "11", "two members"),
        ("last", "9", "before the first"),
        ("first", "-1", "The first block is a whole number"),
        ("why", " ", "Say why"),
    ):
        found = browser.send("/mandates", **{**MANDATE, field: typed})
        assert (found.status_code, words in found.text) == (400, True), (field, found.text)
        assert 'value="1,234"' in found.text
    after = everything(served.context)
    assert {name for name in before if before[name] != after[name]} <= {"sessions", "sign_ins"}


def test_who_holds_the_office_by_it_is_not_offered_to_confirm(served: Served) -> None:
    served.browser("ada").send("/mandates", **{**MANDATE, "deputy": "13"})
    cora = served.browser("cora")
    assert "Nobody confirms their own mandate." in cora.get("/office").text
    assert "/mandates/m1/confirm" not in cora.get("/office").text
    found = cora.send("/mandates/m1/confirm", why="x")
    assert (found.status_code, "Nothing was changed" in found.text) == (400, True)
    assert cora.get("/office").status_code == 200  # nobody is signed out by a refusal


def test_words_are_approved_ahead_listed_and_taken_back(served: Served) -> None:
    ada, dan = served.browser("ada"), served.browser("dan")
    assert grant(ada).headers["location"] == "/drafts/d1.1"
    assert "go to discord council without a click until block 100,900" in ada.get("/drafts/d1.1").text
    assert served.desk.review().approved_ahead == (("d1.1", "s1"),)
    page = dan.get("/office").text
    assert re.search(r"100,900, 2026-01-\d\d \d\d:\d\d UTC ± \d+ min", page)
    assert "that ended" not in page
    assert dan.send("/standing/s1/revoke", why=" ").status_code == 400
    assert dan.send("/standing/s1/revoke", why="Enough.").headers["location"] == "/office"
    page = dan.get("/office").text
    assert "s1 is revoked." in page
    assert "1 that ended" in page
    assert "revoked by dan" in page
    assert "/standing/s1/revoke" not in page
    again = dan.send("/standing/s1/revoke", why="Enough.")
    assert (again.status_code, "does not hold any more" in again.text) == (400, True)


def test_the_end_of_a_mandate_is_the_end_of_what_was_approved_under_it(served: Served) -> None:
    served.browser("ada").send("/mandates", **MANDATE)
    served.browser("cora").send("/mandates/m1/confirm", why="So decided.")
    grant(served.browser("ada"))
    page = served.browser("vic").get("/office").text
    assert "100,500, " in page
    assert "given until block 100,900; the mandate ends it before" in page


def test_what_is_about_to_lapse_stands_on_today(served: Served) -> None:
    grant(served.browser("ada"))
    page = served.browser("vic").get("/").text
    assert re.search(r'<a href="/office">s1</a>, approved ahead, counts until block 100,900, 2026-01-\d\d', page)
    served.desk.block = HEAD + 901
    assert "About to lapse" not in served.browser("vic").get("/").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"until": "soon"}, "The last block is a whole number"),
        ({"until": str(HEAD + 2_000)}, "At most one term ahead"),
        ({"until": str(HEAD - 1)}, "is passed"),
        ({"ahead_why": ""}, "Say why"),
    ],
)
def test_what_cannot_be_approved_ahead_stays_in_the_form(served: Served, fields: dict[str, str], words: str) -> None:
    found = grant(served.browser("ada"), **fields)
    assert (found.status_code, words in found.text) == (400, True), found.text
    given = {"until": f"{HEAD + 900:,}", "ahead_why": "Routine.", **fields}
    assert all(f'value="{typed}"' in found.text for typed in given.values())
    assert ask_desk.standing(served.context, everything=True) == ()


def test_a_yes_ahead_is_about_the_text_that_was_seen(served: Served) -> None:
    found = grant(served.browser("ada"), digest="0" * 64)
    assert (found.status_code, "not the one that your page showed" in found.text) == (400, True)


def test_what_is_never_approved_ahead_is_not_offered(served: Served) -> None:
    served.desk.review(
        finding(),
        finding("elections/people/1", wanted=(people_wanted(),)),
        finding("elections/other/1", wanted=(wanted("Other words."),)),
    )
    ada = served.browser("ada")
    drafts.reword(replace(served.context, person="ada"), "d3.1", "My own words.")
    offers = {name: f"/drafts/{name}/ahead" in ada.get(f"/drafts/{name}").text for name in ("d1.1", "d2.1", "d3.2")}
    assert offers == {"d1.1": True, "d2.1": False, "d3.2": False}
    found = grant(ada, "d2.1")
    assert (found.status_code, "the words name candidates" in found.text) == (400, True)
