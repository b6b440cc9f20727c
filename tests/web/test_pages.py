"""The pages: what each shows, what each role may send, and that a decision is about what was seen."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secretariat.desk.people import DeskSettings
from secretariat.desk.roles import ROLES as ALL_ROLES
from secretariat.desk.roles import Action, may
from secretariat.flow import ask_desk
from secretariat.flow.decide import drafts, mandates
from secretariat.store.engine import writing
from secretariat.store.journal import append
from tests.flow.desk.desk import GENESIS, HEAD, calls_as_text, everything
from tests.practice.fixtures import practice
from tests.web.desk_here import ROLES, Browser, Served, finding, people_wanted, served_desk, signed, wanted

__all__ = ["practice"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        made.desk.review(finding())
        yield made


def digest(served: Served, name: str = "d1.1") -> str:
    found = ask_desk.item(served.context, name).draft
    assert found is not None
    return found.digest


def approve(browser: Browser, name: str = "d1.1", **more: str) -> Any:
    return browser.send(f"/drafts/{name}/approve", digest=digest(browser.served, name), **more)


PAGES = ("/", "/drafts", "/drafts/d1.1", "/drafts/d1", "/tasks", "/tasks?all=true", "/tasks/t1", "/drafts?all=true")


@pytest.mark.parametrize("name", sorted(ROLES))
def test_every_role_reads_the_desk(served: Served, name: str) -> None:
    browser = served.browser(name)
    for path in PAGES:
        found = browser.get(path)
        assert found.status_code == 200, path
        assert "Remind voters" in found.text or "Twelve hours are left." in found.text, path


FORMS: tuple[tuple[str, dict[str, str], Action], ...] = (
    ("/drafts/d1.1/approve", {"digest": "DIGEST"}, "approve"),
    ("/drafts/d1.1/approve", {"digest": "DIGEST", "signature": "0x11"}, "approve second"),
    ("/drafts/d1.1/reject", {"digest": "DIGEST", "why": "Too soon."}, "reject"),
    ("/drafts/d1.1/reword", {"words": "Ten hours."}, "reword"),
    ("/drafts/d1.1/newer", {}, "reword"),
    ("/drafts/d1.1/signature", {"signature": "0x11"}, "sign"),
    ("/tasks/t1/snooze", {"until": str(HEAD + 50), "why": "Later."}, "snooze"),
    ("/outbox/o1/settle", {"how": "sent", "why": "I saw it."}, "settle"),
    ("/words", {"channel": "discord/council", "words": "Hello."}, "write"),
    ("/notes", {"note": "Ask ada."}, "note"),
    ("/notes/n1/done", {"task": "t1"}, "note"),
    ("/drafts/d1.1/ahead", {"digest": "DIGEST", "until": str(HEAD + 50), "ahead_why": "Routine."}, "grant standing"),
    ("/forum/p70/dismiss", {"why": "A remark."}, "note"),
    ("/forum/p70/reopen", {}, "note"),
    ("/term/incidents", {"name": "council-3/expired-12", "how": "enter", "why": ""}, "note"),
    ("/standing/s1/revoke", {"why": "Enough."}, "revoke standing"),
    (
        "/mandates",
        {"secretary": "11", "deputy": "", "proposal": "", "first": "1", "last": "9", "why": "x"},
        "record mandate",
    ),
    ("/mandates/m1/confirm", {"why": "So decided."}, "confirm mandate"),
)


def test_every_form_of_the_pages_is_in_the_matrix() -> None:
    from secretariat.web.app import PAGES as HANDLERS

    posts = {path for one in HANDLERS if "POST" in one.http_methods for path in one.paths}
    tested = {re.sub(r"/[dtonsmpq]\d[\d.]*/", "/{name:str}/", path) for path, _, _ in FORMS}
    assert posts == tested
    assert set(ROLES.values()) == {(role,) for role in ALL_ROLES}


@pytest.mark.parametrize(("path", "fields", "action"), FORMS, ids=lambda part: part if isinstance(part, str) else "")
@pytest.mark.parametrize("name", sorted(ROLES))
def test_what_a_role_may_not_do_the_server_refuses(
    served: Served, name: str, path: str, fields: dict[str, str], action: Action
) -> None:
    browser, before = served.browser(name), everything(served.context)
    sent = {key: digest(served) if text == "DIGEST" else text for key, text in fields.items()}
    found = browser.send(path, **sent)
    if may(ROLES[name], action):
        assert found.status_code != 403
        return
    assert found.status_code == 403
    assert f"may not {action}" in found.text
    _only_sessions_changed(before, everything(served.context))


def _only_sessions_changed(
    before: dict[str, list[tuple[object, ...]]], after: dict[str, list[tuple[object, ...]]]
) -> None:
    assert {name for name in before if before[name] != after[name]} <= {"sessions", "sign_ins"}


@pytest.mark.parametrize("path", sorted({path for path, _, _ in FORMS}))
def test_a_form_of_another_site_or_session_changes_nothing(served: Served, path: str) -> None:
    fields = next(fields for found, fields, _ in FORMS if found == path)
    sent = {key: digest(served) if text == "DIGEST" else text for key, text in fields.items()}
    browser, other = served.browser("ada"), served.browser("dan")
    before = everything(served.context)
    token = browser.token()
    assert browser.post(path, {**sent, "form_token": token}, origin="https://evil.example").status_code == 403
    assert browser.post(path, {**sent, "form_token": token}, **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert browser.post(path, {**sent, "form_token": other.token()}).status_code == 403
    assert browser.post(path, sent).status_code == 403
    assert browser.get(path).status_code in (404, 405)
    _only_sessions_changed(before, everything(served.context))


@pytest.mark.parametrize("name", sorted(ROLES))
def test_what_a_role_may_not_do_is_not_offered(served: Served, name: str) -> None:
    browser = served.browser(name)
    offered = set()
    for path in ("/", "/drafts/d1.1", "/tasks/t1", "/office", "/journal", "/write"):
        offered |= set(re.findall(r'action="([^"]+)"', browser.get(path).text))
    for path, fields, action in FORMS:
        if path in offered and "signature" not in fields:
            assert may(ROLES[name], action), path
    assert ("/drafts/d1.1/approve" in offered) == may(ROLES[name], "approve")
    assert ("/tasks/t1/snooze" in offered) == may(ROLES[name], "snooze")


def test_a_viewer_does_not_read_the_journal(served: Served) -> None:
    browser = served.browser("vic")
    for path in ("/journal", "/journal.json", "/write"):
        assert browser.get(path).status_code == 403, path
    assert "/journal" not in browser.get("/").text


def test_a_yes_is_the_visitors_and_is_told_once(served: Served) -> None:
    browser = served.browser("dan")
    done = approve(browser)
    assert (done.status_code, done.headers["location"]) == (303, "/drafts/d1.1")
    page = browser.get("/drafts/d1.1").text
    assert "d1.1 is approved and waits to be sent as o1." in page
    assert "waits to be sent as o1." not in browser.get("/drafts/d1.1").text
    (entry,) = [one for one in ask_desk.item(served.context, "d1.1").history if one.action == "draft.approve"]
    assert entry.person == "dan"
    assert approve(browser).status_code == 400  # a second time


def test_a_page_follows_what_is_on_its_way_and_the_script_takes_no_words_from_the_person(served: Served) -> None:
    from secretariat.store import outbox
    from secretariat.store.engine import writing

    browser = served.browser("dan")
    assert "follow.js" not in browser.get("/drafts/d1.1").text  # it waits for a person: nothing moves by itself
    approve(browser)
    followed = browser.get("/drafts/d1.1", **{"x-follows": "yes"}).text
    assert "waits to be sent as o1." not in followed
    page = browser.get("/drafts/d1.1").text
    assert "waits to be sent as o1." in page
    for found in (followed, page):
        assert '<script src="/static/follow.js" defer></script>' in found
        assert '<div id="far" aria-live="polite" data-follow="on">' in found
        assert '<a href="/drafts/d1.1">Look again</a>' in found
    with writing(served.context.engine) as connection:
        outbox.move(connection, 1, ["queued"], "sent", receipt="900000000000000009")
    page = browser.get("/drafts/d1.1").text
    assert "900000000000000009" in page
    assert '<div id="far" aria-live="polite" data-follow="">' in page
    assert "follow.js" not in page
    assert "Look again" not in page


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        (True, "These very words went out, with the times and counts of then."),
        (False, "It went out before the desk kept its words: times and counts are those of now."),
    ],
)
def test_a_sent_text_is_shown_in_the_words_that_went_out(served: Served, kept: bool, says: str) -> None:
    from secretariat.desk.outbox import Said
    from secretariat.store import bodies, outbox
    from secretariat.store.engine import writing

    browser = served.browser("dan")
    assert "they are written anew when it is sent" in browser.get("/drafts/d1.1").text
    approve(browser)
    said = bodies.written(Said(text="Words as they were then, 9 votes of 19.")) if kept else None
    with writing(served.context.engine) as connection:
        outbox.move(connection, 1, ["queued"], "sent", receipt="9", said=said)
    page, item = browser.get("/drafts/d1.1").text, browser.get("/outbox/o1").text
    assert says in page
    assert "written anew" not in page
    assert page.count("Words as they were then, 9 votes of 19.") == (2 if kept else 0)
    assert ("Words as they were then, 9 votes of 19." in item) is kept
    assert ("very words went out" in item) is kept
    assert ("before the desk kept its words" in item) is not kept


def test_a_yes_to_another_text_than_the_one_shown_is_refused(served: Served) -> None:
    browser = served.browser("dan")
    seen = digest(served)
    served.browser("ada").send("/drafts/d1.1/reword", words="Eleven hours are left.")
    assert browser.send("/drafts/d1.1/approve", digest=seen).status_code == 400
    found = browser.send("/drafts/d1.2/approve", digest=seen)
    assert found.status_code == 400
    assert "not the one that your page showed" in found.text
    assert browser.send("/drafts/d1/approve", digest=digest(served, "d1.2")).status_code == 400
    assert ask_desk.item(served.context, "d1.2").draft.state == "open"  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ["/", "/drafts", "/tasks/t1", "/healthz", "/sign-in", "/nothing"])
def test_head_is_answered_as_get_without_the_body_and_keeps_what_a_form_came_to(served: Served, path: str) -> None:
    browser = served.browser("dan")
    approve(browser)
    asked = browser.client.head(path, follow_redirects=False)
    assert (asked.status_code, asked.content) == (browser.get(path, **{"x-follows": "test"}).status_code, b"")
    assert "is approved and waits" in browser.get("/drafts").text


REFUSED: tuple[tuple[str, dict[str, str], str], ...] = (
    ("/drafts/d99.1/approve", {"digest": "0" * 64}, "There is no draft d99; the page Drafts lists them."),
    ("/drafts/d1.1/reject", {"digest": "DIGEST", "why": " "}, "that the next secretary will understand."),
    ("/tasks/t99/snooze", {"until": "1", "why": "x"}, "the page Tasks lists them."),
    ("/standing/s99/revoke", {"why": "x"}, "the page Office lists them."),
    ("/words", {"channel": "nowhere", "words": "x"}, "for example discord/council."),
)


@pytest.mark.parametrize(("path", "fields", "says"), REFUSED)
def test_a_refusal_on_a_page_names_no_command_and_no_flag(
    served: Served, path: str, fields: dict[str, str], says: str
) -> None:
    sent = {key: digest(served) if text == "DIGEST" else text for key, text in fields.items()}
    found = served.browser("ada").send(path, **sent)
    assert found.status_code in (400, 404)
    said = html.unescape(found.text)
    assert says in said
    assert not re.search(r"`secretariat|--[a-z]", said.partition("<main")[2])


def test_a_no_needs_a_reason(served: Served) -> None:
    browser = served.browser("dan")
    assert browser.send("/drafts/d1.1/reject", digest=digest(served), why=" ").status_code == 400
    assert browser.send("/drafts/d1.1/reject", digest=digest(served), why="Too early.").status_code == 303
    page = browser.get("/drafts/d1.1").text
    assert "Too early." in page
    assert "rejected" in page


def test_other_words_are_the_next_text_and_show_what_changed(served: Served) -> None:
    browser = served.browser("dan")
    done = browser.send("/drafts/d1.1/reword", words="Ten hours are left.\r\nVote!")
    assert done.headers["location"] == "/drafts/d1.2"
    page = browser.get("/drafts/d1.2").text
    assert "<del>Twelve</del><ins>Ten</ins>" in page
    assert "Words of dan" in page
    assert "d1.2" in browser.get("/drafts/d1.1").text  # the older text leads to the newer one
    assert ask_desk.item(served.context, "d1.2").draft.text == "Ten hours are left.\nVote!"  # type: ignore[union-attr]


def test_words_that_cannot_be_taken_stay_in_the_form(served: Served) -> None:
    browser = served.browser("dan")
    found = browser.send("/drafts/d1.1/reword", words="Twelve hours are left.")
    assert found.status_code == 400
    assert "That is what d1.1 says already" in found.text
    assert "Twelve hours are left.</textarea>" in found.text
    kept = browser.send("/words", channel="nowhere", words="Words <i>typed</i>", title="", why="")
    assert kept.status_code == 400
    assert "Words &lt;i&gt;typed&lt;/i&gt;</textarea>" in kept.text


def test_a_form_takes_100_000_characters_of_any_script_and_says_its_limit(served: Served) -> None:
    browser = served.browser("ada")
    long = browser.send("/words", channel="discord/council", words="\U0001d538" * 100_000, title="", why="")
    assert long.status_code == 400  # read, and refused by the channel
    assert "cannot be sent" in long.text
    more = browser.send("/words", channel="discord/council", words="\U0001d538" * 120_000, title="", why="")
    assert more.status_code == 413
    assert "1,400,000 bytes" in more.text


def test_words_of_signs_that_do_not_show_and_mistyped_marks_are_refused_and_given_back(served: Served) -> None:
    browser = served.browser("ada")
    for words, says in (("\u3164\u2800", "no words in it"), ("Ends in [[left -1]].", "[[left -1]] is no mark")):
        found = browser.send("/words", channel="discord/council", words=words, title="", why="")
        assert found.status_code == 400
        assert says in found.text
        assert f"{words}</textarea>" in found.text
    found = browser.send("/drafts/d1.1/reword", words="With [[count x]] votes.")
    assert found.status_code == 400
    assert "[[count x]] is a count that is not known here" in found.text


def test_tasks_that_only_run_stand_apart(served: Served) -> None:
    browser = served.browser("dan")
    assert "Only running" not in browser.get("/tasks").text
    approve(browser)
    page = browser.get("/tasks").text
    assert "<h2>Only running</h2>" in page


def test_today_shows_all_that_needs_a_person_first_and_folds_what_only_runs(served: Served) -> None:
    browser = served.browser("dan")
    approve(browser)
    open_ones = [
        finding(f"elections/reminder/1{number}", title=f"Open task {number}.", wanted=()) for number in range(9)
    ]
    served.desk.review(finding(), *open_ones)
    page = browser.get("/").text
    assert "<strong>9</strong> tasks need a person; 1 only runs" in page
    due, folded = page[page.index('id="due"') : page.index('id="to-read"')].split("<details>")
    assert [f"Open task {number}." in due for number in range(9)] == [True] * 9
    assert "Remind voters" not in due
    assert "1 task only runs: words are out or on their way, or nothing is to be done" in folded
    assert "Remind voters" in folded
    served.desk.review(finding())
    page = browser.get("/").text
    assert "<strong>0</strong> tasks need a person; 1 only runs" in page
    assert "Nothing needs a person now." in page


def test_why_a_queued_item_waits_stands_on_its_pages(served: Served) -> None:
    from secretariat.store.engine import writing
    from secretariat.store.outbox import keep_why_it_waits

    browser = served.browser("dan")
    approve(browser)
    with writing(served.context.engine) as connection:
        keep_why_it_waits(connection, 1, "waits: chain is 40 min behind")
    for path in ("/", "/drafts/d1.1", "/outbox/o1"):
        assert "waits: chain is 40 min behind" in browser.get(path).text, path


def test_newer_words_stand_beside_a_persons_until_taken(served: Served) -> None:
    browser = served.browser("dan")
    browser.send("/drafts/d1.1/reword", words="My own words.")
    served.desk.review(finding(wanted=(wanted("Six hours are left."),)), block=HEAD + 10)
    page = browser.get("/drafts/d1.2").text
    assert "The facts want other words now" in page
    assert browser.send("/drafts/d1.2/newer").headers["location"] == "/drafts/d1.3"
    assert "Six hours are left." in browser.get("/drafts/d1.3").text


def test_a_second_yes_is_a_signature_of_another_key(tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/two.db", desk=DeskSettings(second_yes=("message",))) as served:
        served.desk.review(finding())
        dan, cora = served.browser("dan"), served.browser("cora")
        approve(dan)
        assert "It still needs" in dan.get("/drafts/d1.1").text
        shown = ask_desk.item(served.context, "d1.1").draft
        assert shown is not None
        assert shown.to_sign in cora.get("/drafts/d1.1").text
        assert approve(cora, signature="").status_code == 400
        assert approve(cora, signature=signed("dan", shown.to_sign)).status_code == 400
        assert approve(cora, signature=signed("cora", shown.to_sign)).status_code == 303
        assert ask_desk.item(served.context, "d1.1").draft.state == "queued"  # type: ignore[union-attr]


def test_concerns_are_marked_where_they_stand(served: Served) -> None:
    served.desk.review(finding(wanted=(people_wanted(),)), block=HEAD + 10)
    page = served.browser("dan").get("/drafts/d1.2").text
    assert "about neutrality" in page
    assert re.search(r'<mark title="[^"]*named outside the list[^"]*">anna</mark>', page)
    assert "Why it should go out despite the concerns (public)" in page
    assert approve(served.browser("dan"), "d1.2").status_code == 400
    assert approve(served.browser("dan"), "d1.2", despite=" ").status_code == 400
    assert approve(served.browser("dan"), "d1.2", despite="They asked <b>for</b> it.").status_code == 303
    assert "despite concerns: They asked &lt;b&gt;for&lt;/b&gt; it." in served.browser("dan").get("/drafts/d1.2").text


def test_a_task_shows_where_its_figures_come_from_and_is_put_aside(served: Served) -> None:
    browser = served.browser("dan")
    page = browser.get("/tasks/t1").text
    assert "Voting ends at block 107,000" in page
    assert "chain/council block 100000" in page
    assert browser.send("/tasks/t1/snooze", until=str(HEAD - 1), why="Later.").status_code == 400
    assert browser.send("/tasks/t1/snooze", until=f"{HEAD + 60:,}", why="Later.").status_code == 303
    assert "Put aside by dan until block 100,060: Later." in browser.get("/tasks/t1").text
    assert "Remind voters" not in browser.get("/tasks").text
    assert "Remind voters" in browser.get("/tasks?all=true").text


def test_what_is_unconfirmed_stands_first_and_is_settled(served: Served) -> None:
    from secretariat.store import outbox
    from secretariat.store.engine import writing

    browser = served.browser("dan")
    approve(browser)
    with writing(served.context.engine) as connection:
        outbox.move(connection, 1, ["queued"], "unconfirmed", why="the answer was lost")
    assert "Needs you" in browser.get("/").text
    assert "the answer was lost" in browser.get("/outbox/o1").text
    assert browser.send("/outbox/o1/settle", how="perhaps", why="I saw it.").status_code == 400
    assert browser.send("/outbox/o1/settle", how="sent", why="I saw it.").status_code == 303
    page = browser.get("/outbox/o1").text
    assert "o1 counts as sent." in page
    assert "/outbox/o1/settle" not in page


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"channel": "discord/nowhere"}, "these are configured: discord/council"),
        ({"channel": "proposal/999999"}, "Proposal 999999 is not among the unfinished ones"),
        ({"channel": "discord/council", "words": "x" * 5_000}, "Discord takes 2,000"),
        ({"channel": "forum/44", "reply_to": "seven"}, "is no number of a post"),
        ({"channel": "forum/44", "reply_to": "99999"}, "thread 44 is not known"),
    ],
)
def test_words_that_can_never_be_sent_stay_in_the_form(served: Served, fields: dict[str, str], says: str) -> None:
    before = everything(served.context)
    browser = served.browser("dan")
    found = browser.send("/words", **{"words": "Words <i>typed</i>", "title": "", "why": "", **fields})
    assert found.status_code == 400
    assert says in found.text
    assert fields["channel"] in found.text
    after = everything(served.context)
    assert {name: rows for name, rows in after.items() if name not in ("sessions", "sign_ins")} == {
        name: rows for name, rows in before.items() if name not in ("sessions", "sign_ins")
    }


def test_a_place_without_webhook_is_told_where_a_yes_is_given(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL")
    found = approve(served.browser("dan"))
    assert found.status_code == 400
    assert "discord/council is not configured: it has no webhook" in found.text
    assert ask_desk.item(served.context, "d1.1").draft.state == "open"  # type: ignore[union-attr]


def test_own_words_and_notes_are_over_by_the_page_of_their_task(served: Served) -> None:
    browser = served.browser("dan")
    browser.send("/words", channel="discord/council", words="Tea at five.", title="", why="")
    browser.send("/notes", note="Ask cora", due="")
    served.desk.review()
    tasks = {one.own: one.task for one in ask_desk.tasks(served.context).tasks if one.own}
    assert 'action="/notes/' not in served.browser("vic").get(f"/tasks/{tasks['w1']}").text
    for name, said in (("w1", "w1 is taken back"), ("n1", "n1 is done with")):
        assert f'action="/notes/{name}/done"' in browser.get(f"/tasks/{tasks[name]}").text
        done = browser.send(f"/notes/{name}/done", task=tasks[name], why="")
        assert (done.status_code, done.headers["location"]) == (303, f"/tasks/{tasks[name]}")
        assert said in browser.get(f"/tasks/{tasks[name]}").text
    assert browser.send("/notes/n9/done", task="//elsewhere", why="").status_code == 400
    served.desk.review()
    assert [one.own for one in ask_desk.tasks(served.context).tasks if one.own] == []


def test_a_task_shows_why_its_words_wait(served: Served) -> None:
    thread = wanted("Hello all.", kind="forum-thread", channel="chain", title="Introductions", part="thread")
    served.desk.review(finding(wanted=(thread,)))
    assert (
        "wanted, and not drafted yet. The chain&#39;s runtime is not known yet"
        in served.browser("vic").get("/tasks/t1").text
    )


def test_own_words_are_told_to_be_their_writer_s(served: Served) -> None:
    browser = served.browser("dan")
    browser.send("/words", channel="discord/council", words="Tea at five.", title="", why="")
    served.desk.review()
    (mine,) = [one for one in ask_desk.drafts(served.context).drafts if one.text == "Tea at five."]
    assert mine.by == "dan"
    page = browser.get(f"/drafts/{mine.draft}").text
    assert "Words of dan." in page
    assert "the program" not in page
    assert "Words of the program." in browser.get("/drafts/d1.1").text
    drafts.reword(replace(served.context, person="ada"), mine.draft, "Tea at six.")
    (reworded,) = [one for one in ask_desk.drafts(served.context).drafts if one.text == "Tea at six."]
    assert reworded.by == "ada"


def test_a_note_says_whose_task_it_is_and_whom_it_is_for(served: Served) -> None:
    browser = served.browser("dan")
    assert browser.send("/notes", note="Call Bob", due="", owner="boss", audience="desk").status_code == 400
    assert browser.send("/notes", note="Call Bob", due="", each_term="x", owner="deputy").status_code == 400
    assert browser.send("/notes", note="Call Bob", due="", owner="deputy", audience="council").status_code == 303
    served.desk.review()
    (note,) = [one for one in ask_desk.tasks(served.context).tasks if one.own == "n1"]
    assert (note.owners, note.audience) == (("deputy",), "council")


def test_alerts_stand_above_tasks_and_drafts(served: Served) -> None:
    wrong = finding("elections/wrong/7", level="alert", title="The node is away", wanted=())
    served.desk.review(finding(), wrong)
    today = served.browser("vic").get("/").text
    places = [today.index(f'id="{name}"') for name in ("alerts", "due", "to-read", "term")]
    assert places == sorted(places)


def test_today_names_the_secretary_and_says_where_the_settings_are_unlike(served: Served) -> None:
    made, cora = replace(served.context, person="ada"), replace(served.context, person="cora")
    mandates.record(made, secretary=11, deputy=12, proposal=3, first=1, last=10**7, why="Elected.")
    mandates.confirm(cora, "m1", why="So it is.")
    today = served.browser("vic").get("/").text
    assert (
        "Member 11 (ada) is secretary, member 12 (dan) deputy, from block 1 to 10,000,000, elected by proposal 3."
        in today
    )
    assert "do not agree" not in today
    mandates.record(made, secretary=77, deputy=12, proposal=4, first=2, last=10**7, why="Elected.")
    newest = ask_desk.office(served.context).mandates[-1].name
    mandates.confirm(cora, newest, why="So it is.")
    today = served.browser("vic").get("/").text
    assert "The settings and the mandate do not agree" in today
    assert "ada (member 11) is secretary in the settings" in today


def test_the_journal_is_verified_exported_and_shows_who(served: Served) -> None:
    browser = served.browser("ada")
    assert "Nobody decided anything yet" in browser.get("/journal").text
    approve(browser)
    page = browser.get("/journal").text
    assert "Everything is as it was decided" not in page  # nobody asked for it
    assert 'href="/journal?check=true"' in page
    assert "approved</td>" in page
    assert "Everything is as it was decided: 1 entries" in browser.get("/journal?check=true").text
    found = browser.get("/journal.json")
    assert found.headers["content-disposition"].startswith("attachment")
    assert found.json()["contract"] == "secretariat.journal/1"
    assert found.json()["entries"][0]["person"] == "ada"


def test_the_journal_has_pages_of_the_newest_entries_and_reads_no_others(served: Served) -> None:
    with writing(served.desk.engine) as connection:
        for number in range(1, 402):
            append(
                connection,
                at="2026-01-01T00:00:00Z",
                person="ada",
                action="note.add",
                subject=f"n{number}",
                why="",
                body={},
            )
    browser = served.browser("ada")
    subjects = re.compile(r">(n\d+)</td>")
    seen = [
        subjects.findall(browser.get(path).text) for path in ("/journal", "/journal?before=202", "/journal?before=2")
    ]
    assert [(page[0], page[-1], len(page)) for page in seen] == [
        ("n401", "n202", 200),
        ("n201", "n2", 200),
        ("n1", "n1", 1),
    ]
    assert 'href="/journal?before=202"' in browser.get("/journal").text
    assert "Older entries" not in browser.get("/journal?before=2").text
    assert "401 entries" in browser.get("/journal?before=2").text


NO_NUMBERS = [
    str(2**31),
    str(2**63 - 1),
    str(2**63),
    "-1",
    str(-(2**63)),
    str(-(2**63) - 1),
    "9" * 25,
    "-" + "9" * 25,
    "9" * 5_000,
    "1e400",
    "x",
    "",
]
"""Numbers of no entry, item, text or runtime, some beyond what a database takes."""


@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: number[:30])
def test_a_number_that_nothing_has_is_answered_and_no_failure_of_the_desk(served: Served, number: str) -> None:
    browser = served.browser("ada")
    found = browser.get(f"/journal?before={number}")
    assert found.status_code in (200, 400), found.text
    if re.fullmatch(r"-?[0-9]{1,25}", number):
        assert ("Nobody decided anything yet" in found.text, found.status_code) == (True, 200)
    genesis = "0x" + "9" * 64
    paths = [f"/{name}{number}" for name in ("tasks/t", "tasks/", "drafts/d", "drafts/d1.", "outbox/o", "outbox/")]
    paths += [f"/drafts/d{number}/sign", f"/wallet-metadata.json?genesis={genesis}&spec={number}"]
    for path in paths:
        answered = browser.get(path)
        assert answered.status_code < 500, (path, answered.text)


def test_own_words_and_notes_come_at_the_next_review(served: Served) -> None:
    browser = served.browser("dan")
    assert browser.send("/words", channel="discord/council", words="Tea at five.", title="", why="").status_code == 303
    assert browser.send("/notes", note="Ask cora about the budget", due="").status_code == 303
    served.desk.review(block=HEAD + 5)
    page = browser.get("/tasks").text
    assert "Ask cora about the budget" in page
    assert "Tea at five." in browser.get("/drafts").text


def test_empty_states_say_what_to_do(tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/empty.db") as served:
        browser = served.browser("ada")
        today = browser.get("/").text
        assert "Nothing is due" in today
        assert "No draft waits for a yes" in today
        assert "secretariat review" in browser.get("/drafts").text
        assert "Nothing is open" in browser.get("/tasks").text


def test_what_is_not_there_is_a_sentence(served: Served) -> None:
    browser = served.browser("ada")
    for path in ("/drafts/d99.1", "/drafts/x", "/tasks/t99", "/tasks/d1.1", "/outbox/o9", "/outbox/x9", "/drafts/t1"):
        found = browser.get(path)
        assert found.status_code == 404, path
        assert "There is no" in found.text or "not the name of a draft" in found.text, path
    assert browser.get("/nowhere").status_code == 404


def test_practice_is_told_on_every_page(served: Served) -> None:
    assert "practice, nothing leaves this machine" in served.browser().get("/sign-in").text
    served.desk.settings = replace(
        served.desk.settings,
        settings={
            **served.desk.settings.settings,
            "chain": replace(served.desk.settings.settings["chain"], network="mainnet"),
        },
    )
    assert "practice" not in served.browser().get("/sign-in").text


HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "markdown": "[free](javascript:alert(3)) ![p](https://evil.example/p.png) <https://evil.example>",
    "mention": "@everyone <@&1>",
    "formula": '=HYPERLINK("https://evil.example")',
    "turned": "abc\u202egnp.exe",
    "long": "x" * 10_000,
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_hostile_text_is_letters_on_every_page(served: Served, kind: str) -> None:
    text = HOSTILE[kind]
    hostile = finding(
        "elections/hostile/1",
        title=text,
        why=text,
        evidence=(finding().evidence[0], replace(finding().evidence[0], says=text, source=text)),
        wanted=(wanted(text, title=text),),
    )
    served.desk.review(hostile, block=HEAD + 1)
    browser = served.browser("ada")
    browser.send("/tasks/t2/snooze", until=str(HEAD + 90), why=text)
    for path in ("/", "/drafts", "/drafts/d2.1", "/tasks?all=true", "/tasks/t2", "/journal"):
        page = browser.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
        assert 'javascript:alert(3)"' not in page.text
        assert "\u202e" not in re.sub(r"<textarea.*?</textarea>|<input[^>]*>", "", page.text, flags=re.S)
        outside = [link for link in re.findall(r'(?:href|src|action)="([^"]*)"', page.text) if not link.startswith("/")]
        assert [link for link in outside if link != "#main"] == []


def test_a_call_for_the_chain_waits_for_a_wallet(served: Served) -> None:
    served.desk.calls = calls_as_text
    thread = wanted("Hello all.", kind="forum-thread", channel="chain", title="Introductions", part="thread")
    served.desk.review(finding("elections/introductions/7", wanted=(thread,)), block=HEAD + 1)
    browser = served.browser("dan")
    assert approve(browser, "d2.1").status_code == 303
    page = browser.get("/drafts/d2.1").text
    assert "waits for a wallet" in page
    assert "/drafts/d2.1/sign" in page
    assert browser.get("/drafts/d2.1/sign").status_code == 400  # no [signing] here: a sentence says so


METADATA = f"/wallet-metadata.json?genesis={GENESIS}&spec=2004"


@pytest.fixture
def with_runtime(served: Served, practice: str) -> Served:
    """Give a desk whose store knows the practice network's runtime."""
    from secretariat.store import live
    from secretariat.store.engine import writing

    known = live.RuntimeKnown(
        chain=GENESIS, spec_version=2004, transaction_version=1, seen_at_block=HEAD, metadata=practice
    )
    with writing(served.context.engine) as connection:
        live.write_runtime(connection, known)
    return served


@pytest.mark.parametrize("name", sorted(ROLES))
def test_only_who_may_sign_is_given_what_a_wallet_needs(with_runtime: Served, name: str) -> None:
    found = with_runtime.browser(name).get(METADATA, accept="application/json")
    assert (found.status_code == 200) == may(ROLES[name], "sign")
    assert found.status_code in (200, 403)
    assert set(found.json()) >= {"metaCalls", "genesisHash"} or set(found.json()) == {"error"}


def test_a_wallet_is_given_the_runtime_it_asked_for(with_runtime: Served) -> None:
    found = with_runtime.browser("dan").get(METADATA).json()
    assert (found["genesisHash"], found["specVersion"], found["chain"]) == (GENESIS, 2004, "Joystream (practice)")
    for path in (METADATA.replace("2004", "2005"), METADATA.replace("999", "888"), METADATA.replace("2004", "x")):
        answer = with_runtime.browser("dan").get(path, accept="application/json")
        assert (answer.status_code, list(answer.json())) == (400, ["error"]), path
    assert with_runtime.browser().get(METADATA).headers["location"] == "/sign-in"
