"""A desk beside a practice network whose node checks signatures for real: acts in the outbox, a wallet, and a node with faults."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from secretariat.clients.bounds import WireSettings
from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.codec import Call as PlainCall
from secretariat.clients.substrate.codec import encode_call
from secretariat.clients.substrate.types import Runtime
from secretariat.config import Config, StoreSettings
from secretariat.desk.acts import Act, Call, Destination, Kind, Payee
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.hand_off import Signer, Stored
from secretariat.desk.reconcile import GONE, Changes, ToDraft
from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.network import Network
from secretariat.devnet.running import Running, run
from secretariat.devnet.wallet import Account, Wallet
from secretariat.devnet.world.build import build
from secretariat.devnet.world.people import STAKES
from secretariat.effects.chain.settings import Settings as SigningSettings
from secretariat.facts.desk_decisions import Approval, Taken
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context
from secretariat.flow.hand_off import follow, request, take
from secretariat.formats.calls.of_act import Around, call_data
from secretariat.sources.chain.settings import Settings as ChainSettings
from secretariat.store import desk as store_desk
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.hand_off import Handed
from secretariat.store.outbox import queue
from secretariat.store.schema import outbox

WIRE = WireSettings(connect_seconds=5, read_seconds=5, whole_seconds=10, attempts=2, first_pause_seconds=0.01)
PERSON = "ada"
AT = Moment("2030-01-01T00:00:00Z")


@dataclass
class Desk:
    """The network that runs, and a desk of its own store; ``person`` is the world's secretary."""

    running: Running
    context: Context
    drafts: int = 0

    @property
    def network(self) -> Network:
        return self.running.network

    @property
    def chain(self) -> Any:
        return self.network.node.chain

    @cached_property
    def runtime(self) -> Runtime:
        return metadata.load("0x" + self.network.node.runtime_at(self.network.now).metadata.hex())

    @cached_property
    def person(self) -> Any:
        return next(iter(self.network.world.people.values()))

    @cached_property
    def member(self) -> int:
        controllers = {
            self.chain.get("Members.MembershipById", number)["controller_account"]: number for number in range(12)
        }
        return controllers[self.person.controller]

    @property
    def signer(self) -> Signer:
        return Signer(person=PERSON, key="0x" + self.person.controller.hex(), member_id=self.member)

    @property
    def wallet(self) -> Wallet:
        return Wallet([Account(name=PERSON, seed=self.person.secret())])

    def stake(self, number: int) -> str:
        found: str = "0x" + self.person.account(STAKES[number]).hex()
        return found

    # -------------------------------------------------------------------- acts

    def act(self, kind: Kind, title: str = "A title", text: str = "Words", *, stake: int = 0, **parts: Any) -> Act:
        """Make an act with its call, for the runtime in force."""
        payees: tuple[Payee, ...] = parts.pop("payees", ())
        around = Around(staking_account=self.stake(stake), discussion=parts.pop("discussion", None))
        made = Act(
            kind=kind,
            channel="chain",
            destination=Destination(**({"member_id": self.member} | parts)),
            finding="test/rule/one",
            part="main",
            revision=1,
            title=title,
            text=text,
            payees=payees,
        )
        return self.with_call(made, call_data(self.runtime, made, around))

    def with_call(self, act: Act, data: bytes) -> Act:
        spec = self.chain.spec
        call = Call(
            data="0x" + data.hex(),
            genesis="0x" + self.network.node.blocks.genesis.hex(),
            spec_version=spec.version,
            transaction_version=spec.transaction_version,
        )
        return replace(act, call=call)

    def remark(self, text: str = "hello") -> Act:
        """Make an act whose call does nothing, in the name of a transfer."""
        made = self.act("transfer", payees=(Payee(account=self.stake(0), amount=1),), member_id=None)  # type: ignore[arg-type]
        data = encode_call(self.runtime, PlainCall(pallet="System", function="remark", args={"remark": text.encode()}))
        return self.with_call(made, data)

    def approved(self, act: Act, *, key: str = "", until: int | None = None, needs: tuple[str, ...] = ()) -> Handed:
        """Put an approved act into the outbox, as approving does: one that a person wrote, unless it is a duty's with this key."""
        finding = wanting(act, key or f"own/words/{self.drafts + 1}", until, needs)
        (wanted,) = finding.wanted
        to_draft = ToDraft(key=finding.key, wanted=wanted)
        changes = Changes(opened=(finding,), drafted=(to_draft,))
        made = store_desk.Made(to_draft=to_draft, act=replace(act, finding=finding.key), wanted=wanted)
        with writing(self.context.engine) as connection:
            store_desk.apply(connection, changes, [made], at=AT)
            (known,) = store_desk.drafts_numbered(connection, [self.drafts + 1])
            item = queue(connection, known.draft, at=AT)
            _say_yes_twice(connection, known.draft, item)
        self.drafts += 1
        return self.item(f"d{self.drafts}.1")

    def close(self, item: Handed) -> None:
        """Close the finding of an item, as a review does whose duty concludes it no more; what waits is taken back."""
        with writing(self.context.engine) as connection:
            (known,) = store_desk.drafts_numbered(connection, [item.draft])
            gone = Changes(closed=((known.draft.finding, GONE),), withdrawn=((known.draft, GONE),))
            store_desk.apply(connection, gone, [], at=AT)

    # ------------------------------------------------------------------- steps

    def item(self, name: str) -> Handed:
        return request.item_named(self.context, name)

    def ask(self, item: Handed) -> tuple[Handed, Stored]:
        asked = request.request_for(self.context, item, self.signer)
        found, stored = asked.item, asked.request
        return found, stored

    def sign(self, stored: Stored) -> str:
        signature: str = self.wallet.sign_payload(stored.payload)["signature"]
        return signature

    def signed(self, item: Handed) -> Handed:
        """Ask, sign, and store the signature: everything but handing it over."""
        asked, stored = self.ask(item)
        take.take(self.context, asked, self.signer, self.sign(stored))
        return self.item(item.name)

    def step(self, item: Handed) -> follow.Progress:
        return follow.step(self.context, self.item(item.name))

    def final(self, blocks: int = 1) -> None:
        """Let blocks pass and what stands in them become final."""
        self.network.advance(blocks + self.network.node.lag)

    def done(self, act: Act) -> dict[str, Any]:
        """Take an act all the way and give its receipt."""
        item = self.signed(self.approved(act))
        assert self.step(item).state == "on its way"
        self.final()
        found = self.step(item)
        assert found.state == "done", found.says
        receipt: dict[str, Any] = json.loads(self.row(item)["receipt"])
        return receipt

    def row(self, item: Handed) -> dict[str, Any]:
        with reading(self.context.engine) as connection:
            found = connection.execute(select(outbox).where(outbox.c.number == item.number)).mappings().one()
        return dict(found)

    def change(self, item: Handed, **values: Any) -> None:
        with writing(self.context.engine) as connection:
            connection.execute(update(outbox).where(outbox.c.number == item.number).values(**values))

    def on_chain(self, extrinsic: str | None) -> int:
        """Count how often a transaction stands in the chain's blocks since the desk began."""
        from secretariat.devnet.chain.blocks import blake2_256

        node, found = self.network.node, 0
        for block in range(self.network.now - 2_300, self.network.now + 1):
            found += sum("0x" + blake2_256(raw).hex() == extrinsic for raw in node.bodies.of(block))
        return found


def wanting(act: Act, key: str, until: int | None, needs: tuple[str, ...] = ()) -> Finding:
    """Give a finding that wants an act's words."""
    wanted = Wanted(
        part=act.part,
        kind=act.kind,
        channel=act.channel,
        destination=act.destination,
        template="own/words",
        template_digest="0" * 64,
        title=act.title,
        text=act.text,
        payees=act.payees,
        until=until,
    )
    return Finding(key=key, title="Say it", why="somebody wrote it", wanted=(wanted,), needs=needs)


def _say_yes_twice(connection: Connection, draft: Draft, item: int) -> None:
    """Write two people's yeses down: money needs both, and a proposal while no mandate is confirmed."""
    for person, key, put in (("ada", "0x01", None), ("cora", "0x02", item)):
        yes = Approval(
            taken=Taken(at=AT, person=person),
            draft=draft.number,
            revision=draft.act.revision,
            digest=draft.digest,
            account=key,
            second=put is not None,
            item=put,
        )
        append_decision(connection, yes)


def context_of(url: str, store: str, **chain: Any) -> Context:
    settings = {
        "store": StoreSettings(url=store),
        "chain": ChainSettings(**({"urls": (url,), "network": "practice"} | chain)),
        "wire": WIRE,
        "signing": SigningSettings(),
    }
    return Context(config=Config(settings=settings), engine=open_store(store))


def lost(kind: str, nth: int = 1, times: int = 1, seconds: float = 30.0) -> Planned:
    """Let the answer to a submission go wrong."""
    return Planned(
        match=Match(server="node", contains="author_submitExtrinsic"),
        nth=nth,
        times=times,
        fault=Fault(kind=kind, status=502, seconds=seconds),
    )


@contextmanager
def desk(folder: Path, *planned: Planned, world: str = "ordinary-term") -> Iterator[Desk]:
    """Run a network with faults, and a desk beside it."""
    running = run(Network(build(world, size="small")), faults=Faults(planned))
    try:
        yield Desk(running, context_of(running.addresses["node"], f"sqlite:///{folder}/desk.db"))
    finally:
        running.close()
