"""Steering a running practice network over HTTP: where it is, time, truth, people, and what arrived."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.addresses import address_of
from secretariat.devnet.faults import Faults
from secretariat.devnet.network import LONGEST, AdvanceRefused, Network
from secretariat.devnet.serving import Request, Response, Server
from secretariat.devnet.sinks.arrived import answer, asked, show
from secretariat.devnet.world.people import BOUND

Answer = Callable[[Request], Any]


class Control:
    """Answers those who steer; every answer is JSON but the page at ``/``."""

    def __init__(
        self, network: Network, addresses: Mapping[str, str], servers: Mapping[str, Server], faults: Faults
    ) -> None:
        self.network = network
        self.addresses = addresses
        self.servers = servers
        self._get: dict[str, Answer] = {
            "/state.json": lambda _: {
                **network.state(),
                "addresses": dict(addresses),
                "asked": self.asked(),
                "most_at_once": {name: server.most_at_once for name, server in servers.items()},
                "faults": faults.told(),
            },
            "/truth.json": lambda request: network.truth(_block(request.query.get("at"))),
            "/forum.json": lambda request: network.written(_block(request.query.get("since")) or 0),
            "/discussions.json": lambda request: network.discussed(_block(request.query.get("since")) or 0),
            "/people.json": lambda _: self.people(),
        }
        self._post: dict[str, Answer] = {
            "/advance": self._advance,
            "/reorganise": self._reorganise,
        }

    def __call__(self, request: Request) -> Response:
        """Answer one request; what makes no sense is told with status 400."""
        known = {"GET": self._get, "POST": self._post}.get(request.method, {}).get(request.path)
        if known is None:
            return show(self.network.arrived, request)
        try:
            return answer(known(request))
        except AdvanceRefused as error:
            return answer({"error": str(error)}, status=400)

    def asked(self) -> dict[str, int]:
        """Tell how many requests each server had so far."""
        return {name: server.asked for name, server in self.servers.items()}

    def people(self) -> list[dict[str, Any]]:
        """Tell who is a member: the name world files use, member id, handle, controller, accounts bound for stakes."""
        world = self.network.world
        with self.network.node.lock:
            return [
                {
                    "name": person.name,
                    "member": world.member(person.name),
                    "handle": person.handle,
                    "character": person.character,
                    "address": address_of(person.controller),
                    "staking_accounts": {purpose: address_of(person.account(purpose)) for purpose in BOUND},
                }
                for person in world.joined()
            ]

    def _advance(self, request: Request) -> dict[str, Any]:
        told, before = _told(request), set(self.network.refused)
        if told.get("next_event"):
            most = _number(told, "blocks") if "blocks" in told else LONGEST
            head = self.network.advance_to_next_event(_names(told.get("events", [])), most)
        else:
            head = self.network.advance(_number(told, "blocks"))
        return {
            "head": head,
            "refused_acts": [one for one in self.network.refused if one not in before],
            "trouble": self.network.trouble,
        }

    def _reorganise(self, request: Request) -> dict[str, int]:
        replaced = self.network.replace(_number(_told(request), "depth"))
        return {"head": self.network.now, "replaced": replaced}


def _told(request: Request) -> Mapping[str, Any]:
    told = asked(request)
    if not isinstance(told, Mapping):
        raise AdvanceRefused("The request is not a JSON object.")
    return told


def _names(told: Any) -> frozenset[str]:
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise AdvanceRefused("events is a list of names.")
    return frozenset(told)


def _number(told: Mapping[str, Any], name: str) -> int:
    value = told.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise AdvanceRefused(f"{name} is a whole number.")
    return value


def _block(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdigit():
        raise AdvanceRefused("at and since are a block's number.")
    return int(text)
