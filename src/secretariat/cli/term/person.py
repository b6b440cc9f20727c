"""The person of a played term, a process of its own: reads the drafts, takes their time, says yes by the exact name, signs with a wallet."""

import sys
from dataclasses import dataclass, field
from typing import Any

from secretariat.cli.term.commands import command, serve
from secretariat.cli.term.noting import Noting, read_willing

PLACES = {"chain": "forum", "discord": "discord", "email": "private", "file": "file"}
LEAST_AGAIN = 600
"""A yes that was refused is tried again after an hour at the earliest."""

COUNCIL = "council"
"""The name of the council's own place on Discord, which is another one than that for everybody."""


@dataclass
class Person:
    """Somebody at the desk: ``takes`` blocks from seeing a text to saying yes, and the address of their wallet."""

    takes: int
    wallet: str
    noting: Noting
    seen: dict[str, int] = field(default_factory=dict)
    signed: set[str] = field(default_factory=set)
    again: dict[str, int] = field(default_factory=dict)
    """When a text is looked at again whose yes was refused."""

    def take_contacts(self, name: str) -> dict[str, Any]:
        """Take the file of contacts that members gave, as an office does before its first day."""
        said = command("contacts", "import", name, "--json")
        return {"trouble": [f"contacts import: {said.why or said.out[-500:]}"] if said.code else []}

    def look(self, head: int) -> dict[str, Any]:
        """Read every draft, say yes to those that were looked at for long enough, and sign what waits for the wallet.

        Gives what is ``shown`` for the first time, what was ``approved``, the receipts of what is ``done``, the block at which the
        next yes is ``due``, and whether something signed is ``under_way``; the ``tasks`` that are read for the first time, and what is ``noted``.
        """
        told: dict[str, Any] = {"shown": [], "approved": [], "done": [], "trouble": [], "due": None, "under_way": False}
        for draft in self._drafts(told):
            name = draft["draft"]
            if draft["state"] in ("open", "approved"):
                if name not in self.seen:
                    self.seen[name] = head
                    told["shown"].append(_shown(draft))
                if head >= self._due(name, head) and not draft["approved_by"]:
                    self._approve(draft, head, told)
        for name in sorted(self.signed):
            self._sign(name, told)
        for draft in self._drafts(told):
            if draft["state"] == "signing":
                self._sign(draft["draft"], told)
            elif draft["state"] == "open":
                due = max(self._due(draft["draft"], head), head + 1)
                told["due"] = min(due, told["due"] or due)
        self.noting.look(head, told)
        return told

    def _drafts(self, told: dict[str, Any]) -> list[dict[str, Any]]:
        said = command("drafts", "--json")
        if said.code:
            told["trouble"].append(f"drafts: {said.why}")
            return []
        found: list[dict[str, Any]] = said.json["drafts"]
        return [one for one in found if one["newest"]]

    def _due(self, name: str, head: int) -> int:
        """Give the block at which a text was looked at for long enough."""
        return max(self.seen.get(name, head) + self.takes, self.again.get(name, 0))

    def _approve(self, draft: dict[str, Any], head: int, told: dict[str, Any]) -> None:
        said = command("approve", draft["draft"], "--json")
        if said.code:
            self.again[draft["draft"]] = head + max(self.takes, LEAST_AGAIN)
            told["trouble"].append(f"approve {draft['draft']}: {said.why}")
        else:
            told["approved"].append(draft["draft"])

    def _sign(self, name: str, told: dict[str, Any]) -> None:
        """Go one step on with an act for the chain: ask for the payload, have it signed, or follow what is signed."""
        said = command("sign", name, "--json")
        if said.code == 0 and said.json["state"] == "to sign":
            said = command("sign", name, "--signature", self._signature(said.json["payload"]), "--wait", "0", "--json")
        if said.code:
            self.signed.discard(name)  # what failed in its block is over; what is to be signed anew is listed
            told["trouble"].append(f"sign {name}: {said.why or said.out[-500:]}")
            return
        found = said.json
        self.signed.add(name)
        if found["state"] == "done":
            self.signed.discard(name)
            told["done"].append({"draft": name, "receipt": _receipt(found["receipt"])})
        else:
            told["under_way"] = True

    def _signature(self, payload: dict[str, Any]) -> str:
        """Let the wallet sign, as a person's browser would."""
        import httpx

        with httpx.Client(trust_env=False, timeout=30) as client:
            return str(client.post(f"{self.wallet}/sign_payload", json=payload).json()["signature"])


def _shown(draft: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": draft["draft"],
        "place": COUNCIL
        if draft["destination"]["place"] == COUNCIL
        else PLACES.get(draft["channel"], draft["channel"]),
        "title": draft["title"] or "",
        "text": draft["text"],
        "opens": draft["kind"] == "forum-thread",
    }


def _receipt(found: dict[str, Any]) -> str:
    """Name what an act made, as the forum on the chain is read: its post."""
    return f"post {found['post']}"


if __name__ == "__main__":
    blocks = int(sys.argv[1])
    somebody = Person(takes=blocks, wallet=sys.argv[2], noting=Noting(takes=blocks, willing=read_willing(sys.argv[3])))
    serve(
        lambda asked: somebody.take_contacts(asked["contacts"]) if "contacts" in asked else somebody.look(asked["head"])
    )
