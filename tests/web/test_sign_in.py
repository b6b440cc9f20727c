"""Signing in to the pages: by a real signature, by a link that works once, and what lets nobody in."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from secretariat.clients.substrate.signin import SignInRefused
from secretariat.flow import sessions
from secretariat.flow.sessions import SignInFailed
from tests.web.desk_here import ADDRESS, Served, account, link, served_desk, signed

ZERO = "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM"
"""The address of the all-zero account, for which anybody can sign."""

NOBODY = "0x" + "00" * 63 + "80"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        yield made


def challenge(served: Served, name: str = "dan") -> sessions.Asked:
    return sessions.ask_wallet(served.context, "127.0.0.1:8420", account(name))


def test_a_wallets_signature_signs_in_whatever_prefix_the_wallet_writes(served: Served) -> None:
    asked = sessions.ask_wallet(served.context, "desk.example", account("dan", 42))
    assert asked.text.startswith("desk.example: sign in")
    secret = sessions.sign_in_by_wallet(served.context, asked.nonce, account("dan", 42), signed("dan", asked.text))
    found = sessions.who(served.context, secret)
    assert found is not None
    assert (found.person.name, found.way) == ("dan", "wallet")


def test_a_challenge_works_once_also_after_a_bad_signature(served: Served) -> None:
    asked = challenge(served)
    with pytest.raises(SignInRefused):
        sessions.sign_in_by_wallet(served.context, asked.nonce, account("dan"), signed("ada", asked.text))
    with pytest.raises(SignInFailed, match="used already"):
        sessions.sign_in_by_wallet(served.context, asked.nonce, account("dan"), signed("dan", asked.text))


def test_a_challenge_ends(served: Served) -> None:
    asked = challenge(served)
    served.later = sessions.CHALLENGE_LASTS
    with pytest.raises(SignInFailed, match="took too long"):
        sessions.sign_in_by_wallet(served.context, asked.nonce, account("dan"), signed("dan", asked.text))


def test_a_challenge_is_for_one_account(served: Served) -> None:
    asked = challenge(served, "dan")
    with pytest.raises(SignInFailed, match="Another account"):
        sessions.sign_in_by_wallet(served.context, asked.nonce, account("ada"), signed("ada", asked.text))


def test_an_account_of_nobody_is_told_only_after_its_signature(served: Served) -> None:
    asked = challenge(served, "stranger")
    with pytest.raises(SignInFailed, match="Nobody at this desk"):
        sessions.sign_in_by_wallet(served.context, asked.nonce, account("stranger"), signed("stranger", asked.text))


def test_a_key_for_which_anybody_can_sign_is_refused(served: Served) -> None:
    asked = sessions.ask_wallet(served.context, "127.0.0.1:8420", ZERO)
    with pytest.raises(SignInRefused) as refused:
        sessions.sign_in_by_wallet(served.context, asked.nonce, ZERO, NOBODY)
    assert refused.value.reason == "weak key"


def test_a_link_works_once_and_not_for_ever(served: Served) -> None:
    first, second = link(served, "ada"), link(served, "ada")
    assert sessions.who(served.context, sessions.sign_in_by_link(served.context, first)) is not None
    with pytest.raises(SignInFailed, match="used already"):
        sessions.sign_in_by_link(served.context, first)
    served.later = sessions.LINK_LASTS
    with pytest.raises(SignInFailed):
        sessions.sign_in_by_link(served.context, second)


def test_a_challenge_is_no_link(served: Served) -> None:
    with pytest.raises(SignInFailed):
        sessions.sign_in_by_link(served.context, challenge(served).nonce)


def test_two_with_one_link_at_once_give_one_session(served: Served) -> None:
    secret = link(served, "ada")

    def tried(_: int) -> str:
        try:
            return sessions.sign_in_by_link(served.context, secret)
        except SignInFailed:
            return ""

    with ThreadPoolExecutor(max_workers=8) as many:
        assert len([one for one in many.map(tried, range(8)) if one]) == 1


def test_a_session_ends_when_idle_and_at_last(served: Served) -> None:
    secret = sessions.sign_in_by_link(served.context, link(served, "ada"))
    served.later = sessions.IDLE_LASTS - timedelta(seconds=1)
    assert sessions.who(served.context, secret) is not None  # and that counts as a use
    served.later += sessions.IDLE_LASTS - timedelta(seconds=1)
    assert sessions.who(served.context, secret) is not None
    served.later += sessions.IDLE_LASTS
    assert sessions.who(served.context, secret) is None

    served.later = timedelta()
    secret = sessions.sign_in_by_link(served.context, link(served, "ada"))
    while served.later + timedelta(hours=1) < sessions.SESSION_LASTS:
        served.later += timedelta(hours=1)
        assert sessions.who(served.context, secret) is not None
    served.later = sessions.SESSION_LASTS
    assert sessions.who(served.context, secret) is None


def test_whoever_leaves_the_settings_is_out_at_once(served: Served) -> None:
    secret = sessions.sign_in_by_link(served.context, link(served, "dan"))
    people = {name: one for name, one in served.desk.settings.settings["people"].items() if name != "dan"}
    served.desk.settings = replace(served.desk.settings, settings={**served.desk.settings.settings, "people": people})
    assert sessions.who(served.context, secret) is None


def test_when_the_office_changes_hands_everybody_signs_in_anew(served: Served) -> None:
    from secretariat.flow.decide import mandates

    secret, unused = sessions.sign_in_by_link(served.context, link(served, "dan")), link(served, "dan")
    ada, cora = (replace(served.context, person=name) for name in ("ada", "cora"))
    mandates.record(ada, secretary=12, deputy=None, proposal=None, first=1, last=200_000, why="Proposal 9.")
    assert sessions.who(served.context, secret) is not None
    mandates.confirm(cora, "m1", why="So decided.")
    assert sessions.who(served.context, secret) is None
    with pytest.raises(SignInFailed):
        sessions.sign_in_by_link(served.context, unused)


def test_sign_out_ends_one_session(served: Served) -> None:
    one, other = (sessions.sign_in_by_link(served.context, link(served, "ada")) for _ in range(2))
    sessions.sign_out(served.context, one)
    assert sessions.who(served.context, one) is None
    assert sessions.who(served.context, other) is not None


def test_the_store_holds_no_secret(served: Served, tmp_path: Path) -> None:
    unused, used = link(served, "ada"), link(served, "ada")
    cookie = sessions.sign_in_by_link(served.context, used)
    nonce = challenge(served).nonce
    served.desk.engine.dispose()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not any(secret.encode() in kept for secret in (unused, used, cookie))
    assert nonce.encode() in kept  # it stands in the text to be signed, and is no secret


# The same through the pages.


def test_without_a_session_every_page_leads_to_the_sign_in(served: Served) -> None:
    browser = served.browser()
    for path in (
        "/",
        "/drafts",
        "/drafts/d1.1",
        "/tasks",
        "/tasks/t1",
        "/journal",
        "/journal.json",
        "/write",
        "/outbox/o1",
    ):
        found = browser.get(path)
        assert (found.status_code, found.headers["location"]) == (302, "/sign-in"), path


def test_the_cookie_is_for_this_site_and_no_script(served: Served) -> None:
    browser = served.browser()
    asked = browser.ask("/sign-in/challenge", {"address": account("dan")}).json()
    answer = {"nonce": asked["nonce"], "address": account("dan"), "signature": signed("dan", asked["text"])}
    cookie = browser.ask("/sign-in/wallet", answer).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "; secure" not in cookie  # http on this machine
    assert browser.get("/").status_code == 200


def test_behind_https_the_cookie_is_never_sent_in_the_clear(served: Served) -> None:
    served.address = "https://desk.example"
    browser = served.browser()
    done = browser.post("/sign-in/link", {"secret": link(served, "ada")})
    assert "; secure" in done.headers["set-cookie"].lower()
    assert done.headers["strict-transport-security"].startswith("max-age=")


def test_a_link_is_used_by_the_form_alone(served: Served) -> None:
    secret, browser = link(served, "ada"), served.browser()
    page = browser.get(f"/sign-in/link/{secret}")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    assert secret in page.text
    done = browser.post("/sign-in/link", {"secret": secret})
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert browser.get("/").status_code == 200
    assert served.browser().post("/sign-in/link", {"secret": secret}).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:8421", ""])
def test_nobody_is_signed_in_from_another_site(served: Served, origin: str) -> None:
    browser = served.browser()
    assert browser.post("/sign-in/link", {"secret": link(served, "ada")}, origin=origin).status_code == 403
    assert browser.ask("/sign-in/challenge", {"address": account("ada")}, origin=origin).status_code == 403


def test_a_name_that_points_here_is_refused(served: Served) -> None:
    assert served.browser("ada").get("/", host="evil.example").status_code == 400


def test_sign_out_needs_the_form_of_this_session(served: Served) -> None:
    browser = served.browser("ada")
    assert browser.post("/sign-out", {"form_token": "x"}).status_code == 403
    assert browser.get("/").status_code == 200
    assert browser.post("/sign-out", {"form_token": browser.token()}).headers["location"] == "/sign-in"
    assert browser.get("/").status_code == 302


def test_tries_to_sign_in_are_limited(served: Served) -> None:
    browser = served.browser()
    found = [browser.post("/sign-in/link", {"secret": "x"}) for _ in range(25)]
    assert found[0].status_code == 401
    assert found[-1].status_code == 429
    assert (found[-1].headers["retry-after"], "retry-after" in found[0].headers) == ("60", False)
    assert browser.get("/sign-in").status_code == 200


@pytest.mark.parametrize("body", [{}, {"address": 1}, {"address": "x" * 5000}, {"address": "0x" + "11" * 32}, []])
def test_what_is_no_sign_in_is_told_in_a_sentence(served: Served, body: object) -> None:
    found = served.browser().ask("/sign-in/challenge", body)  # type: ignore[arg-type]
    assert found.status_code in (400, 401)
    assert found.json()["error"].endswith(".")


def test_every_answer_closes_the_browsers_doors(served: Served) -> None:
    browser = served.browser("ada")
    for path in ("/", "/sign-in", "/static/desk.css", "/nowhere", "/drafts/d99", "/healthz"):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert ADDRESS not in policy
        assert headers["x-content-type-options"] == "nosniff"
        if not path.startswith("/static"):
            assert headers["cache-control"] == "no-store", path
