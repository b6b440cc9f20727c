"""The pages in a real browser: a whole first day with a wallet that signs for real, and hostile texts that stay letters."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Locator, Page

from secretariat.cli.serve import listening
from secretariat.desk.outbox import ItemState
from secretariat.desk.people import DeskSettings
from secretariat.flow.decide import drafts as decide
from secretariat.store import outbox
from secretariat.store.engine import writing
from secretariat.web.app import make_app
from secretariat.web.site import Site
from tests.browser import chromium
from tests.duties.terms.invented import SETTINGS as TERMS
from tests.flow.desk.test_decide import constants
from tests.web.desk_here import Served, account, finding, link, people_wanted, served_desk, signed, wanted
from tests.web.test_guides import put as put_guides
from tests.web.test_pages import HOSTILE
from tests.web.test_term import NAME as INCIDENT
from tests.web.test_term import put as put_term

pytestmark = pytest.mark.xdist_group("browser")

MOST_LOOKS = 90
"""So often a page is loaded again, a second apart, before what it waits for is taken not to come."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@dataclass
class Seen:
    """One visitor's page, every address it asked for, and what went wrong."""

    page: Page
    here: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.here + path)

    def look(self) -> None:
        """Hold the page against axe in light and dark, and look that nothing is wider than the window."""
        for width in (1280, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{self.page.url} is {wide} px wider than a window of {width}"
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            found = Axe().run(self.page).response["violations"]
            assert not found, (self.page.url, scheme, [(one["id"], one["nodes"][0]["target"]) for one in found])

    def refuse(self, dialog: Dialog) -> None:
        """Write a dialog down: none of our pages opens one."""
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def until(self, words: str) -> None:
        """Load the page again until it says something."""
        for _ in range(MOST_LOOKS):
            if words in self.page.content():
                return
            self.page.wait_for_timeout(1_000)
            self.page.reload()
        pytest.fail(f"{self.page.url} does not say {words!r}: {self.page.inner_text('main')[:800]}")


def press(what: Locator) -> None:
    """Click what leads to a page, and wait until that page is there: a click alone may still show the former one."""
    with what.page.expect_navigation():
        what.click()


@contextmanager
def opened(browser: Browser, here: str) -> Iterator[Seen]:
    """Open a fresh browser on a desk; each request, error and dialog is written down."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    seen = Seen(page=page, here=here)
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("pageerror", lambda error: seen.wrong.append(f"error: {error}"))
    page.on("console", lambda said: seen.wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("dialog", seen.refuse)
    try:
        yield seen
    finally:
        context.close()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Run ``secretariat desk``; gives its address and the one-time link. It has to end by itself when told to."""
    folder = tmp_path_factory.mktemp("desk")
    command = [sys.executable, "-m", "secretariat", "desk"]
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        said = ""
        try:
            assert process.stdout is not None
            for line in process.stdout:
                said += line
                if "Ctrl-C" in line:
                    break
            found = re.search(r"(http://127\.0\.0\.1:\d+)/sign-in/link/\S+", said)
            assert found, said
            yield found[1], found[0]
        finally:
            process.send_signal(signal.SIGTERM)
            rest, _ = process.communicate(timeout=30)
        assert process.returncode == 0, rest
    assert "has ended" in rest
    assert not list(folder.iterdir()), "something of it was left behind"


def sign_in(seen: Seen) -> None:
    seen.go("/sign-in")
    seen.page.get_by_role("button", name="Use practice-wallet").click()
    seen.page.locator("button.account").click()
    seen.page.wait_for_url(f"{seen.here}/")


def open_draft(seen: Seen, words: str) -> None:
    seen.go("/drafts")
    press(seen.page.locator("li.row", has_text=words).get_by_role("link").first)


def decide_on_drafts(seen: Seen) -> str:
    """Approve one draft, reject one, reword one; gives the address of the approved one."""
    page = seen.page
    open_draft(seen, "2 candidates so far")
    seen.look()
    press(page.get_by_role("button", name=re.compile("^Approve d")))
    assert "is approved and waits to be sent" in page.inner_text("main")
    approved = page.url
    open_draft(seen, "Questions about council elections")
    page.get_by_label("Why not").fill("The page of last term is good enough.")
    press(page.get_by_role("button", name=re.compile("^Reject d")))
    assert "is rejected" in page.inner_text("main")
    open_draft(seen, "candidacies are open")
    page.get_by_text("Say it in other words").click()
    page.get_by_label("Words", exact=True).fill("**Candidacies are open.** Stand until [[time 1584000]].")
    seen.look()
    press(page.get_by_role("button", name="Save as the next text"))
    assert "has your words" in page.inner_text("main")
    seen.look()
    return approved


def look_into_tasks(seen: Seen) -> None:
    """See where a figure comes from, and put a task aside."""
    page = seen.page
    seen.go("/tasks")
    seen.look()
    press(page.get_by_role("link", name=re.compile("2 candidates where 3")))
    assert "chain/council" in page.inner_text("main")
    seen.look()
    seen.go("/tasks")
    press(page.get_by_role("link", name=re.compile("Candidacies may come late")))
    page.get_by_label("Until a block").fill("1583000")
    page.get_by_label("Why").fill("I look again in the evening.")
    press(page.get_by_role("button", name="Put aside"))
    assert "is put aside until block 1,583,000" in page.inner_text("main")
    seen.look()


def write_words(seen: Seen) -> None:
    seen.go("/write")
    seen.look()
    seen.page.get_by_label("Where to").fill("discord/desk")
    seen.page.get_by_label("Words", exact=True).fill("I am the new deputy.")
    press(seen.page.get_by_role("button", name="Put it on the desk"))
    assert "is taken" in seen.page.inner_text("main")


def sign_a_call(seen: Seen) -> None:
    """Approve a thread, sign its call with the wallet, and follow it to the receipt."""
    page = seen.page
    open_draft(seen, "applicants introduce themselves")
    press(page.get_by_role("button", name=re.compile("^Approve d")))
    press(page.get_by_role("link", name="Sign with your wallet"))
    assert "Forum.create_thread" in page.inner_text("main")
    page.get_by_role("button", name="Use practice-wallet").wait_for()
    seen.look()
    page.get_by_role("button", name="Use practice-wallet").click()
    press(page.locator("button.account"))
    assert "The signature is good" in page.inner_text("main")
    page.get_by_role("heading", name="Receipt").wait_for(timeout=MOST_LOOKS * 1_000)  # without loading the page again
    seen.look()


def settle_what_is_unconfirmed(seen: Seen) -> None:
    page = seen.page
    seen.go("/")
    press(page.locator(".tour").get_by_role("link", name=re.compile("^o\\d+$")))
    assert "unconfirmed" in page.inner_text("main")
    seen.look()
    page.get_by_label("arrived: I saw it there").check()
    page.get_by_label("How you know").fill("It stands in the channel.")
    press(page.get_by_role("button", name=re.compile("^Settle")))
    assert "counts as sent" in page.inner_text("main")


def test_a_first_day_from_the_wallets_sign_in_to_the_journal(browser: Browser, practice: tuple[str, str]) -> None:
    here, _ = practice
    with opened(browser, here) as seen:
        sign_in(seen)
        seen.look()
        assert "0 of 10 done" in seen.page.inner_text("main")
        approved = decide_on_drafts(seen)
        seen.page.goto(approved)
        seen.until("Receipt")
        seen.look()
        seen.go("/office")
        assert "Member" in seen.page.inner_text("main")
        seen.look()
        look_into_tasks(seen)
        write_words(seen)
        sign_a_call(seen)
        settle_what_is_unconfirmed(seen)
        seen.go("/journal")
        seen.look()
        seen.page.click("text=Check that everything is as it was decided")
        seen.page.wait_for_selector("text=Everything is as it was decided:")
        seen.go("/")
        assert "10 of 10 done" in seen.page.inner_text("main")
        seen.look()
        assert seen.wrong == []
        assert all(re.match(r"http://127\.0\.0\.1:\d+/", url) for url in seen.asked), seen.asked
        wallet = {re.sub(r"^.*:\d+|\?.*", "", url) for url in seen.asked if not url.startswith(f"{here}/")}
        assert wallet == {"/injected.js", "/accounts", "/metadata", "/sign_raw", "/sign_payload"}


def test_a_viewer_can_do_none_of_it(browser: Browser, practice: tuple[str, str]) -> None:
    here, _ = practice
    with opened(browser, here) as seen:
        page = seen.page
        script = re.compile(r"/injected\.js")
        page.route(script, lambda route: route.continue_(url=re.sub("accounts=.*", "accounts=cleo", route.request.url)))
        sign_in(seen)
        assert "cleo viewer" in page.inner_text("header")
        for path in ("/", "/drafts?all=true", "/drafts/d1", "/drafts/d2", "/tasks", "/tasks/t4", "/outbox/o1"):
            seen.go(path)
            forms = page.eval_on_selector_all("form", "forms => forms.map(form => form.getAttribute('action'))")
            assert forms == ["/sign-out"], path
        token = page.locator("input[name=form_token]").first.input_value()
        for path in ("/drafts/d2.2/approve", "/drafts/d2.2/reject", "/drafts/d1.1/signature", "/outbox/o1/settle"):
            sent = (
                "([path, token]) => fetch(path, {method: 'POST', body: new URLSearchParams({form_token: token, digest: 'x', why: 'x'})})"
                ".then(answer => answer.status)"
            )
            assert page.evaluate(sent, [path, token]) == 403, path
        for path in ("/journal", "/write", "/drafts/d1.1/sign"):
            assert page.goto(here + path).status == 403, path  # type: ignore[union-attr]


def test_the_link_signs_in_once(browser: Browser, practice: tuple[str, str]) -> None:
    here, once = practice
    with opened(browser, here) as seen:
        seen.page.goto(once)
        seen.look()
        press(seen.page.get_by_role("button", name="Sign in"))
        assert seen.page.inner_text("h1") == "Today"
    with opened(browser, here) as seen:
        seen.page.goto(once)
        press(seen.page.get_by_role("button", name="Sign in"))
        assert "used already" in seen.page.inner_text("main")
        seen.look()


@contextmanager
def served_for_real(served: Served) -> Iterator[str]:
    """Serve a desk of this process on a port; gives its address."""
    with listening(0) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        app = make_app(Site(context=served.context, address=address))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=lambda: server.run(sockets=[taken]), daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(timeout=15)
            assert not thread.is_alive()


def test_a_page_follows_to_the_receipt_and_what_was_typed_stays(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as served:
        served.desk.review(finding())
        with served_for_real(served) as address, opened(browser, address) as seen:
            page = seen.page
            seen.go(f"/sign-in/link/{link(served, 'dan')}")
            press(page.get_by_role("button", name="Sign in"))
            seen.go("/drafts/d1.1")
            press(page.get_by_role("button", name="Approve d1.1"))
            page.get_by_text("Say it in other words").click()
            page.get_by_label("Words", exact=True).fill("Half typed")
            seen.look()
            states: tuple[tuple[ItemState, str, str], ...] = (
                ("claimed", "sending", ""),
                ("sent", "sent", "900000000000000009"),
            )
            for state, words, receipt in states:
                with writing(served.context.engine) as connection:
                    outbox.move(connection, 1, ["queued", "claimed"], state, receipt=receipt)
                page.locator("#state", has_text=words).wait_for(timeout=20_000)
            assert "900000000000000009" in page.locator("#far").inner_text()
            assert page.get_by_label("Words", exact=True).input_value() == "Half typed"
            assert page.locator("#far").get_attribute("aria-live") == "polite"
            asked = len(seen.asked)
            page.wait_for_timeout(7_000)
            assert len(seen.asked) == asked  # it is settled: nothing is asked any more
            seen.look()
            assert seen.wrong == []


def test_the_office_from_its_record_to_what_is_to_be_rotated(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as served:
        constants(served.desk)
        served.desk.review(finding())
        with served_for_real(served) as address, opened(browser, address) as seen:
            page = seen.page
            seen.go(f"/sign-in/link/{link(served, 'ada')}")
            press(page.get_by_role("button", name="Sign in"))
            seen.go("/drafts/d1.1")
            page.get_by_text("Approve words like these ahead").click()
            page.get_by_label("Until block").fill("100,900")
            page.get_by_label("Why", exact=True).fill("Routine.")
            seen.look()
            press(page.get_by_role("button", name="Approve ahead"))
            assert "without a click until block 100,900" in page.inner_text("main")
            press(page.get_by_role("link", name="Office").first)
            page.get_by_label("The secretary's member id").fill("11")
            page.get_by_label("First block").fill("100,000")
            page.get_by_label("Last block").fill("100,500")
            page.get_by_label("Why", exact=True).fill("Proposal 1234.")
            press(page.get_by_role("button", name="Record it"))
            seen.look()
            press(page.get_by_role("button", name="Sign out"))
            seen.go(f"/sign-in/link/{link(served, 'cora')}")
            press(page.get_by_role("button", name="Sign in"))
            seen.go("/office")
            page.get_by_label("How you know").fill("So decided.")
            seen.look()
            press(page.get_by_role("button", name="Confirm m2"))
            assert "SECRETARIAT_DISCORD_WEBHOOK_COUNCIL" in page.inner_text("main")
            seen.look()
            press(page.get_by_role("link", name="Sign in again"))
            assert page.url == f"{address}/sign-in"
            assert seen.wrong == []


def test_hostile_texts_do_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as served:
        evidence = finding().evidence[0]
        served.desk.review(
            *(
                finding(
                    f"elections/hostile/{kind}",
                    title=text,
                    why=text,
                    evidence=(replace(evidence, says=text, source=text),),
                    wanted=(wanted(text, title=text),),
                )
                for kind, text in HOSTILE.items()
            ),
            finding(wanted=(people_wanted(),)),
        )
        with served_for_real(served) as address, opened(browser, address) as seen:
            seen.go(f"/sign-in/link/{link(served, 'ada')}")
            press(seen.page.get_by_role("button", name="Sign in"))
            numbers = range(1, len(HOSTILE) + 2)
            paths = [
                "/",
                "/drafts",
                "/tasks",
                *(f"/drafts/d{one}.1" for one in numbers),
                *(f"/tasks/t{one}" for one in numbers),
            ]
            for path in paths:
                seen.go(path)
                seen.look()
                assert seen.page.locator("main img, main iframe, main script, main a[href^='javascript']").count() == 0
                leads = seen.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
                assert all(one.startswith(address) for one in leads), path
            assert seen.wrong == []
            assert all(url.startswith(address) for url in seen.asked), seen.asked


WALLET = """window.injectedWeb3 = {"test-wallet": {version: "1", enable: async () => ({
  accounts: {get: async () => [{address: ADDRESS, name: "cora", type: "sr25519"}]},
  signer: {signRaw: async (asked) => ({id: 1, signature: await window.signForTest(asked.data)})},
})}};"""


def test_a_second_yes_is_signed_by_the_wallet(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db", desk=DeskSettings(second_yes=("message",))) as served:
        served.desk.review(finding())
        decide.approve(replace(served.context, person="dan"), "d1.1")
        with served_for_real(served) as address, opened(browser, address) as seen:
            page = seen.page
            page.expose_function("signForTest", lambda data: signed("cora", bytes.fromhex(data[2:]).decode()))
            page.add_init_script(WALLET.replace("ADDRESS", f'"{account("cora", 42)}"'))
            seen.go("/sign-in")
            page.get_by_role("button", name="Use test-wallet").click()
            page.locator("button.account").click()
            page.wait_for_url(f"{address}/")
            seen.go("/drafts/d1.1")
            assert page.get_by_role("button", name="Approve d1.1").count() == 0
            page.get_by_role("button", name="Use test-wallet").click()
            seen.look()
            press(page.locator("button.account"))
            assert "d1.1 is approved and waits to be sent" in page.inner_text("main")
            assert seen.wrong == []


def test_a_wallet_that_cancels_signs_nobody_in(browser: Browser, tmp_path: Path) -> None:
    refusing = WALLET.replace("await window.signForTest(asked.data)", '(() => { throw new Error("Cancelled"); })()')
    with (
        served_desk(f"sqlite:///{tmp_path}/store.db") as served,
        served_for_real(served) as address,
        opened(browser, address) as seen,
    ):
        page = seen.page
        page.add_init_script(refusing.replace("ADDRESS", f'"{account("cora")}"'))
        seen.go("/sign-in")
        page.get_by_role("button", name="Use test-wallet").click()
        page.locator("button.account").click()
        page.get_by_text("Cancelled").wait_for()
        assert page.locator("button.account").is_enabled()
        seen.look()
        seen.go("/")
        assert page.url == f"{address}/sign-in"


TEACHES = {
    "takes no metadata": ("({})", []),
    "knows the runtime": ("({metadata: {get: async () => [{genesisHash: '0x01', specVersion: 2004}], provide}})", []),
    "knows another one": (
        "({metadata: {get: async () => [{genesisHash: '0x01', specVersion: 2003}], provide}})",
        ["asked", "given 7"],
    ),
    "cannot say": ("({metadata: {get: async () => { throw new Error('locked'); }, provide}})", []),
    "refuses": (
        "({metadata: {get: async () => [], provide: async () => { throw new Error('Rejected'); }}})",
        ["asked"],
    ),
}


@pytest.mark.parametrize("wallet", sorted(TEACHES))
def test_a_wallet_learns_a_runtime_once_and_signing_goes_on_whatever_it_says(
    browser: Browser, tmp_path: Path, wallet: str
) -> None:
    made, happens = TEACHES[wallet]
    with (
        served_desk(f"sqlite:///{tmp_path}/store.db") as served,
        served_for_real(served) as address,
        opened(browser, address) as seen,
    ):
        seen.page.route("**/wallet-metadata.json?genesis=0x01&spec=2004", lambda route: route.fulfill(json={"spec": 7}))
        seen.go("/sign-in")
        done = seen.page.evaluate(
            "async () => { const done = []; const provide = async (found) => { done.push(`given ${found.spec}`); };"
            f" const wallet = {made}; const payload = {{genesisHash: '0x01', specVersion: '0x000007d4'}};"
            " await Wallets.teach(wallet, payload, () => done.push('asked')); return done; }"
        )
        assert done == happens


def test_everything_but_wallets_works_without_javascript(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as served:
        served.desk.review(finding())
        with served_for_real(served) as address:
            context = browser.new_context(java_script_enabled=False)
            page = context.new_page()
            page.goto(f"{address}/sign-in/link/{link(served, 'dan')}")
            press(page.get_by_role("button", name="Sign in"))
            page.goto(f"{address}/drafts/d1.1")
            page.get_by_text("Say it in other words").click()
            page.get_by_label("Words", exact=True).fill("Ten hours are left.")
            press(page.get_by_role("button", name="Save as the next text"))
            press(page.get_by_role("button", name="Approve d1.2"))
            assert "d1.2 is approved and waits to be sent" in page.inner_text("main")
            served.desk.review(block=served.desk.block + 1)
            press(page.get_by_role("link", name="Look again"))
            assert "queued" in page.inner_text("#far")
            press(page.get_by_role("button", name="Sign out"))
            assert page.url == f"{address}/sign-in"
            context.close()


def test_guides_can_be_read_by_everybody(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as served:
        put_guides(served)
        with served_for_real(served) as address, opened(browser, address) as seen:
            seen.go(f"/sign-in/link/{link(served, 'vic')}")
            seen.page.get_by_role("button", name="Sign in").click()
            for path in ("/guides", "/guides/funding-request", "/guides/update-global-nft-limit"):
                seen.go(path)
                seen.look()
            seen.page.get_by_role("link", name="Guides", exact=True).click()
            seen.page.get_by_role("link", name="Amend constitution").click()
            seen.page.get_by_role("heading", name="How many of the council must approve").wait_for()
            assert seen.wrong == []


def test_the_term_is_read_and_an_incident_decided_about(browser: Browser, tmp_path: Path) -> None:
    with served_desk(f"sqlite:///{tmp_path}/store.db", terms=TERMS) as served:
        put_term(served)
        with served_for_real(served) as address, opened(browser, address) as seen:
            seen.go(f"/sign-in/link/{link(served, 'ada')}")
            press(seen.page.get_by_role("button", name="Sign in"))
            press(seen.page.get_by_role("link", name="Term", exact=True))
            seen.look()
            row = seen.page.get_by_role("row").filter(has_text=INCIDENT)
            row.get_by_text("Decide", exact=True).click()
            row.get_by_label(f"Why, for {INCIDENT}").fill("They explain it.")
            seen.look()
            press(row.get_by_role("button", name=f"Enter {INCIDENT}"))
            assert f"The incident {INCIDENT} enters the report" in seen.page.inner_text("main")
            seen.look()
            assert seen.wrong == []
