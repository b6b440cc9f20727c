"""A desk on a store of its own, with duties whose conclusions a test sets, for tests of the flow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine

from secretariat import config
from secretariat.desk.acts import Act, Call
from secretariat.desk.findings import Finding
from secretariat.desk.people import DeskSettings, PersonSettings
from secretariat.duties.duty import Duty, Watched
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.facts.chain_head import BlockTime, ChainHead
from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN, AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.calls import calls_now
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.review import Reviewed
from secretariat.flow.review import review as run_review
from secretariat.sources.chain.settings import Settings as ChainSettings
from secretariat.store import live
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records

GENESIS = "0x" + "9" * 64
HEAD = 100_000
BORN = 1_767_225_600_000
"""2026-01-01 in milliseconds: the time of block 0."""

ADDRESSES = {
    "ada": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
    "bob": "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
    "cora": "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y",
}


def time_of(block: int) -> Moment:
    """Give the time of a block: six seconds after the one before."""
    return moment_of_milliseconds(BORN + block * 6_000)


PEOPLE = {
    "ada": PersonSettings(roles=("secretary",), member_id=11, account=ADDRESSES["ada"]),
    "dan": PersonSettings(roles=("deputy",), member_id=12, account=ADDRESSES["bob"]),
    "cora": PersonSettings(roles=("council member",), member_id=13, account=ADDRESSES["cora"]),
    "vic": PersonSettings(roles=("viewer",)),
    "aud": PersonSettings(roles=("auditor",)),
}


@dataclass
class Desk:
    """A context whose clock stands at a block, and the findings that its one duty concludes."""

    settings: config.Config
    engine: Engine
    findings: list[Finding] = field(default_factory=list)
    failing: str = ""
    calls: Any = None
    block: int = HEAD

    @property
    def context(self) -> Context:
        """Give the context with the clock at the block."""
        return Context(config=self.settings, engine=self.engine, clock=lambda: time_of(self.block))

    def duty(self) -> Duty:
        """Give the duty ``elections`` that concludes what the test says."""

        def concluded(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
            if self.failing:
                raise RuntimeError(self.failing)
            return tuple(self.findings)

        watches = (Watched(kind=ChainHead.KIND),)
        return Duty(name="elections", role=(), needs=(), watches=watches, review=concluded)

    def review(self, *findings: Finding, block: int = HEAD, duties: Sequence[Duty] | None = None) -> Reviewed:
        """Review at a block; with findings, these are concluded from now on."""
        if findings:
            self.findings = list(findings)
        self.block = block
        chosen = tuple(duties) if duties is not None else (self.duty(),)
        calls = self.calls or calls_now
        return run_review(self.context, chosen, calls=calls)


def desk(url: str, **settings: Any) -> Desk:
    """Make a desk whose chain was read at block 100,000, with five people and Discord's place ``council``."""
    tables = {
        "chain": ChainSettings(network="practice", lag_minutes=10),
        "people": PEOPLE,
        "desk": DeskSettings(),
        "discord": DiscordSettings(channels={"council": "1"}),
        **settings,
    }
    on = config.Config(settings={name: table for name, table in tables.items() if table is not None})
    made = Desk(settings=on, engine=open_store_at(url))
    read_chain(made.context, HEAD)
    return made


def read_chain(
    context: Context, block: int, spec_version: int = 2004, *, read_at: int | None = None, genesis: str = GENESIS
) -> None:
    """Put what a sync reads of the chain's head into the store, as if it had just read it.

    ``read_at`` is the block at whose time the clock stood then, where the chain is slower than its pace; else the head itself.
    """
    read = time_of(block if read_at is None else read_at)
    head = ChainHead(
        network="practice",
        chain="mainnet",
        block=block,
        hash="0x01",
        genesis=genesis,
        spec_name="joystream-node",
        spec_version=spec_version,
        transaction_version=1,
        at=time_of(block),
        milliseconds=BORN + block * 6_000,
    )
    times = [BlockTime(block=each, hash="0x02", milliseconds=BORN + each * 6_000) for each in (block - 7_200, block)]
    state = SourceState(source=CHAIN, address="ws://x", height=block, height_at=time_of(block), read_at=read)
    with writing(context.engine) as connection:
        stated = [_stated("head", head, block), *(_stated(str(each.block), each, block) for each in times)]
        put_records(connection, "chain/head", CHAIN, stated)
        live.write_source(connection, live.SourceKnown(state=state, chain=genesis, spec_version=spec_version))


def _stated(key: str, fact: Any, block: int) -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file="chain/head", format=CHAIN, line=block, fact=fact)


def calls_as_text(context: object, connection: object, now: Now) -> Any:
    """Build calls whose bytes are the words themselves, for tests that need a call and no runtime."""

    def call_of(act: Act) -> Call:
        data = "0x" + f"{act.kind}|{act.title}|{act.text}".encode().hex()
        return Call(data=data, genesis=now.genesis or "", spec_version=now.spec_version or 0, transaction_version=1)

    return call_of


def everything(context: Context) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every table of the store but leases, to compare before and after."""
    from sqlalchemy import text

    from secretariat.store.engine import reading
    from secretariat.store.schema import METADATA

    with reading(context.engine) as connection:
        return {
            name: sorted(map(tuple, connection.execute(text(f'SELECT * FROM "{name}"'))), key=repr)
            for name in METADATA.tables
            if name != "leases"
        }
