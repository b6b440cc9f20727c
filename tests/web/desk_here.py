"""A desk served in this process: people with wallets that sign for real, and browsers without a screen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sr25519
from litestar.testing import TestClient

from secretariat.desk.acts import Destination
from secretariat.desk.findings import Due, Entry, Evidence, Finding, Wanted
from secretariat.desk.people import PersonSettings
from secretariat.desk.roles import Role
from secretariat.facts.accounts import address_of
from secretariat.facts.moments import moment_of
from secretariat.flow import sessions
from secretariat.flow.context import Context
from secretariat.web.app import make_app
from secretariat.web.site import Site
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

ADDRESS = "http://127.0.0.1:8420"
ROLES: dict[str, tuple[Role, ...]] = {
    "vic": ("viewer",),
    "cora": ("council member",),
    "dan": ("deputy",),
    "ada": ("secretary",),
    "aud": ("auditor",),
}
MEMBERS = {"ada": 11, "dan": 12, "cora": 13}


def pair_of(name: str) -> tuple[bytes, bytes]:
    """Give the public and the secret key of a person of these tests."""
    pair: tuple[bytes, bytes] = sr25519.pair_from_seed(name.encode().ljust(32, b"."))
    return pair


def account(name: str, prefix: int = 126) -> str:
    """Give a person's address."""
    return address_of("0x" + pair_of(name)[0].hex(), prefix)


def signed(name: str, text: str) -> str:
    """Sign a text as a wallet does."""
    signature: bytes = sr25519.sign(pair_of(name), b"<Bytes>" + text.encode() + b"</Bytes>")
    return "0x" + signature.hex()


PEOPLE = {
    name: PersonSettings(roles=roles, member_id=MEMBERS.get(name), account=account(name))
    for name, roles in ROLES.items()
}


@dataclass
class Served:
    """A desk and its pages. ``later`` moves the machine's clock that sessions are measured at."""

    desk: Desk
    later: timedelta = field(default_factory=timedelta)
    address: str = ADDRESS
    tour: Any = None
    _clients: list[Any] = field(default_factory=list)

    @property
    def context(self) -> Context:
        return Context(config=self.desk.settings, engine=self.desk.engine, clock=self._clock)

    def _clock(self) -> str:
        return moment_of(datetime.fromisoformat(time_of(self.desk.block)) + self.later)

    def browser(self, name: str = "") -> "Browser":
        """Open a browser; with a name that person is signed in."""
        site = Site(context=self.context, address=self.address, tour=self.tour)
        client = TestClient(make_app(site), base_url=self.address)
        client.__enter__()
        self._clients.append(client)
        found = Browser(served=self, client=client)
        if name:
            found.sign_in(name)
        return found

    def close(self) -> None:
        for client in self._clients:
            client.__exit__(None, None, None)


@dataclass
class Browser:
    """One visitor's browser: keeps the cookie and sends the headers that browsers send."""

    served: Served
    client: Any

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers, follow_redirects=False)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Any:
        sent = {"origin": self.served.address, "sec-fetch-site": "same-origin", **headers}
        return self.client.post(path, data=fields, headers=sent, follow_redirects=False)

    def ask(self, path: str, body: dict[str, str], **headers: str) -> Any:
        sent = {"origin": self.served.address, "accept": "application/json", **headers}
        return self.client.post(path, json=body, headers=sent, follow_redirects=False)

    def sign_in(self, name: str) -> None:
        """Sign in by a wallet's signature."""
        asked = self.ask("/sign-in/challenge", {"address": account(name)}).json()
        answer = {"nonce": asked["nonce"], "address": account(name), "signature": signed(name, asked["text"])}
        assert self.ask("/sign-in/wallet", answer).status_code == 200

    def token(self, path: str = "/") -> str:
        """Give the token of the forms on a page."""
        found = re.search(r'name="form_token" value="([^"]+)"', self.get(path).text)
        assert found, path
        return found[1]

    def send(self, path: str, **fields: str) -> Any:
        """Send a form as its page would."""
        return self.post(path, {"form_token": self.token(), **fields})


def link(served: Served, name: str) -> str:
    """Make a one-time link and give its secret."""
    return sessions.link_for(served.context, name)


@contextmanager
def served_desk(url: str, **settings: Any) -> Iterator[Served]:
    """Serve a desk whose chain was read at block 100,000."""
    made = Served(desk=desk(url, people=PEOPLE, **settings))
    try:
        yield made
    finally:
        made.close()


def wanted(text: str = "Twelve hours are left.", **more: Any) -> Wanted:
    """Give words for Discord's place council."""
    given: dict[str, Any] = {
        "part": "discord",
        "kind": "message",
        "channel": "discord",
        "destination": Destination(place="council"),
        "template": "reminder",
        "template_digest": "0" * 64,
        "text": text,
        **more,
    }
    return Wanted(**given)


def finding(key: str = "elections/reminder/7", **more: Any) -> Finding:
    """Give a finding with a due block, evidence, and one message."""
    given: dict[str, Any] = {
        "key": key,
        "title": "Remind voters",
        "why": "Voting ends soon.",
        "due": Due(what="the last vote counts", block=HEAD + 7_000),
        "evidence": (Evidence(says="Voting ends at block 107,000", source="chain/council block 100000"),),
        "wanted": (wanted(),),
        **more,
    }
    return Finding(**given)


def people_wanted() -> Wanted:
    """Give words that name people in an order nobody drew, so that the gate has concerns."""
    entries = (
        Entry(subject="1", name="anna", text="- anna stands"),
        Entry(subject="2", name="bert", text="- bert stands"),
    )
    return wanted("Vote for anna!\n\n- anna stands\n- bert stands", entries=entries, order_seed="seed/1")
