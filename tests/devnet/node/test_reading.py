"""Reading from the node: blocks, storage and keys of any block, versions, and requests of every form."""

import hashlib
import json
from typing import Any

import pytest
from scalecodec.base import ScaleBytes  # type: ignore[attr-defined]

from secretariat.devnet.chain.kernel import SPEC, Chain, milliseconds_of
from secretariat.devnet.metadata.runtime import Runtime, StoredItem
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rpc import MOST_BYTES, JsonRpc
from secretariat.devnet.serving import Request, serve
from tests.devnet.node.desk import ADA, HEADERS, Desk, Refused, candidate, desk
from tests.devnet.node.rules import INFO, RULES, fee_of
from tests.practice.metadata import codec


@pytest.fixture(scope="module")
def read() -> Desk:
    return desk()


def key(read: Desk, name: str, *params: Any) -> str:
    runtime = read.node.runtime_at(0)
    return "0x" + runtime.key(runtime.items[name], params).hex()


def hash_of(read: Desk, number: int) -> str:
    found: str = read("chain_getBlockHash", number)
    return found


def test_a_header_hashes_to_the_block_s_hash(read: Desk) -> None:
    for number in (0, 1, 63, 64, 4095, 4096, 5009):
        header = read("chain_getHeader", hash_of(read, number))
        assert int(header["number"], 16) == number
        told = number << 2 | (0 if number < 64 else 1)
        raw = b"".join(
            (
                bytes.fromhex(header["parentHash"][2:]),
                told.to_bytes(1 if number < 64 else 2, "little"),
                bytes.fromhex(header["stateRoot"][2:]),
                bytes.fromhex(header["extrinsicsRoot"][2:]),
                b"\x00",
            )
        )
        assert "0x" + hashlib.blake2b(raw, digest_size=32).hexdigest() == hash_of(read, number)


def test_heads_and_hashes_by_number(read: Desk) -> None:
    assert int(read("chain_getHeader")["number"], 16) == 5009
    assert read("chain_getFinalizedHead") == hash_of(read, 5007)
    assert read("chain_getBlockHash") == hash_of(read, 5009)
    assert read("chain_getBlockHash", ["0x0", 5009, 5010]) == [hash_of(read, 0), hash_of(read, 5009), None]
    assert read("chain_getHeader", "0x" + "00" * 32) is None
    assert read("chain_getBlock", "0x" + "00" * 32) is None


def test_values_are_those_of_the_block(read: Desk) -> None:
    gone = key(read, "Council.Candidates", 3)
    assert read("state_getStorage", gone, hash_of(read, 2499)) is not None
    assert read("state_getStorage", gone, hash_of(read, 2500)) is None
    assert read("state_getStorage", gone) is None
    (found,) = read("state_queryStorageAt", [gone, key(read, "Timestamp.Now"), "0x00"], hash_of(read, 2400))
    assert found["block"] == hash_of(read, 2400)
    assert [told for told, _ in found["changes"]] == [gone, key(read, "Timestamp.Now"), "0x00"]
    values = [value for _, value in found["changes"]]
    assert values[1:] == ["0x" + milliseconds_of(2400).to_bytes(8, "little").hex(), None]
    runtime = read.node.runtime_at(0)
    assert runtime.codec.decode("Candidate", bytes.fromhex(values[0][2:])) == candidate(3)
    assert read("state_getStorageSize", gone, hash_of(read, 2400)) == len(values[0][2:]) // 2


def test_a_key_whose_hash_is_wrong_has_no_value(read: Desk) -> None:
    good = key(read, "Council.Candidates", 5)
    assert read("state_getStorage", good) is not None
    for wrong in (good[:66] + "00" * 16 + good[98:], good + "00", good[:-2], good[:66]):
        assert read("state_getStorage", wrong) is None


def test_what_a_chain_knows_of_itself(read: Desk) -> None:
    at = hash_of(read, 3000)
    number, parent, now = (
        read("state_getStorage", key(read, name), at)
        for name in ("System.Number", "System.ParentHash", "Timestamp.Now")
    )
    assert int.from_bytes(bytes.fromhex(number[2:]), "little") == 3000
    assert parent == hash_of(read, 2999)
    assert int.from_bytes(bytes.fromhex(now[2:]), "little") == milliseconds_of(3000)
    assert read("state_getStorage", key(read, "System.BlockHash", 2999), at) == hash_of(read, 2999)
    assert read("state_getStorage", key(read, "System.BlockHash", 3000), at) is None
    assert read("state_getStorage", key(read, "System.BlockHash", 599), at) is None
    assert read("state_getStorage", key(read, "System.BlockHash", 0), at) == hash_of(read, 0)
    assert read("state_getStorage", key(read, "Timestamp.Now"), hash_of(read, 0)) is None
    upgrade = bytes.fromhex(read("state_getStorage", key(read, "System.LastRuntimeUpgrade"), at)[2:])
    assert read.node.runtime_at(0).codec.decode("LastRuntimeUpgradeInfo", upgrade) == {
        "spec_version": 2004,
        "spec_name": "joystream-node",
    }


def test_events_are_read_by_cyscale(read: Desk) -> None:
    rc, md = codec(read("state_getMetadata"))
    raw = read("state_getStorage", key(read, "System.Events"), hash_of(read, 2500))
    kind = md.get_metadata_pallet("System").get_storage_function("Events").get_value_type_string()
    found = rc.create_scale_object(kind, data=ScaleBytes(raw), metadata=md)
    found.decode()
    assert [(event["event_id"], event["phase"], event["extrinsic_idx"]) for event in found.value] == [
        ("BudgetRefill", "Initialization", None),
        ("ExtrinsicSuccess", "ApplyExtrinsic", 0),
    ]
    count = read("state_getStorage", key(read, "System.EventCount"), hash_of(read, 2500))
    assert int.from_bytes(bytes.fromhex(count[2:]), "little") == 2
    assert read("state_getStorage", key(read, "System.Events"), hash_of(read, 0)) is None


def test_keys_come_in_pages_in_their_order(read: Desk) -> None:
    prefix = key(read, "Council.Stage")[:34] + read.node.runtime_at(0).items["Council.Candidates"].prefix.hex()[32:]
    at = hash_of(read, 2400)
    found: list[str] = []
    while page := read("state_getKeysPaged", prefix, 7, found[-1] if found else None, at):
        assert len(page) <= 7
        found += page
    assert found == sorted(found)
    assert set(found) == {key(read, "Council.Candidates", member) for member in range(40)}
    assert len(read("state_getKeysPaged", prefix, 1000, None, hash_of(read, 2500))) == 39
    votes = key(read, "ProposalsEngine.VoteExistsByProposalByVoter", 2, 2)
    assert len(read("state_getKeysPaged", votes[: 66 + 40], 1000)) == 10


def test_keys_of_a_whole_pallet_and_of_everything(read: Desk) -> None:
    pallet = key(read, "Council.Stage")[:34]
    assert len(read("state_getKeysPaged", pallet, 100)) == 40
    every: list[str] = []
    while page := read("state_getKeysPaged", "0x", 1000, every[-1] if every else None):
        every += page
    assert every == sorted(every)
    assert {key(read, "System.Number"), key(read, "Council.Stage"), key(read, "System.Account", ADA.public)} <= set(
        every
    )
    values = read("state_queryStorageAt", every)[0]["changes"]
    assert all(value is not None for _, value in values)
    with pytest.raises(Refused) as refused:
        read("state_getKeysPaged", "0x", 1001)
    assert refused.value.code == 4002


def test_a_body_begins_with_the_clock(read: Desk) -> None:
    block = read("chain_getBlock", hash_of(read, 3000))["block"]
    rc, md = codec(read("state_getMetadata"))
    (raw,) = block["extrinsics"]
    clock = rc.create_scale_object("Extrinsic", data=ScaleBytes(raw), metadata=md)
    clock.decode()
    assert clock.value["call"]["call_args"][0]["value"] == milliseconds_of(3000)
    assert read("chain_getBlock", hash_of(read, 0))["block"]["extrinsics"] == []


def test_an_upgrade_is_told_of_the_block_and_migrates_in_the_next() -> None:
    read = desk()
    chain = read.node.chain
    spec = chain.spec.upgraded(2005, constants={"Council.CouncilSize": 5}, pallet_numbers={"Council": 50})
    chain.transaction(5012, lambda chain: chain.put(SPEC, spec))
    chain.transaction(5012, lambda chain: chain.emit("Council.BudgetRefill", 1))
    chain.transaction(5013, lambda chain: chain.emit("Council.BudgetRefill", 1))
    read.node.advance(5013)
    versions = [read("state_getRuntimeVersion", hash_of(read, number)) for number in (5011, 5012, 5013)]
    assert [told["specVersion"] for told in versions] == [2004, 2005, 2005]
    assert [told["transactionVersion"] for told in versions] == [2, 3, 3]
    assert read("state_getMetadata", hash_of(read, 5011)) != read("state_getMetadata", hash_of(read, 5012))
    last = [read("state_getStorage", key(read, "System.LastRuntimeUpgrade"), hash_of(read, n)) for n in (5012, 5013)]
    assert last[0] != last[1]
    events = [read("state_getStorage", key(read, "System.Events"), hash_of(read, number)) for number in (5012, 5013)]
    assert [raw[6:10] for raw in events] == ["130b", "320b"]


def test_what_tells_of_the_network(read: Desk) -> None:
    assert read("system_chain") == "Practice"
    assert read("system_properties") == {"ss58Format": 126, "tokenDecimals": 10, "tokenSymbol": "JOY"}
    assert read("system_health")["isSyncing"] is False
    assert {"author_submitExtrinsic", "state_queryStorageAt", "rpc_methods"} <= set(read("rpc_methods")["methods"])
    assert read("chain_getBlockHash", 0) != "0x6b5e488e0fa8f9821110d5c13f4c468abcd43ce5e297e62b34c53c3346465956"


def test_the_runtime_s_own_interfaces(read: Desk) -> None:
    metadata = bytes.fromhex(read("state_call", "Metadata_metadata", "0x")[2:])
    assert "0x" + read.node.runtime_at(0).codec.decode("Vec<u8>", metadata).hex() == read("state_getMetadata")
    assert read("state_call", "AccountNonceApi_account_nonce", "0x" + ADA.public.hex()) == "0x00000000"
    info = bytes.fromhex(read("state_call", "TransactionPaymentApi_query_info", "0x1000000000" + "05000000")[2:])
    assert int.from_bytes(info[-16:], "little") == fee_of(5)
    apis = dict(map(tuple, read("state_getRuntimeVersion")["apis"]))
    assert apis["0x37c8bb1350a9a2a8"] == 3  # blake2b-64 of TransactionPaymentApi


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("state_getStorage", [], -32602),
        ("state_getStorage", ["hello"], -32602),
        ("state_getStorage", ["0x0"], -32602),
        ("state_getStorage", [7], -32602),
        ("state_getStorage", ["0x00", "0x00"], -32602),
        ("state_getStorage", ["0x00", "0x" + "00" * 32], 4003),
        ("state_queryStorageAt", ["0x00"], -32602),
        ("state_queryStorageAt", [["0x00", None]], -32602),
        ("state_queryStorageAt", [["0x00"], "0x" + "11" * 32], 4003),
        ("state_getMetadata", ["0x" + "11" * 32], 4003),
        ("state_getKeysPaged", ["0x"], -32602),
        ("state_getKeysPaged", ["0x", -1], -32602),
        ("state_getKeysPaged", ["0x", 1.5], -32602),
        ("chain_getBlockHash", [-1], -32602),
        ("chain_getBlockHash", [1 << 40], -32602),
        ("chain_getBlockHash", ["ten"], -32602),
        ("chain_getBlockHash", [{}], -32602),
        ("chain_getHeader", ["0x1234"], -32602),
        ("system_accountNextIndex", [], -32602),
        ("system_accountNextIndex", ["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ"], -32602),
        ("author_submitExtrinsic", [None], -32602),
        ("payment_queryInfo", ["0xff"], -32000),
        ("state_call", [], -32602),
        ("state_call", ["Metadata_metadata"], -32602),
        ("state_call", ["Metadata_metadata_at_version", "0x0f000000"], 4003),
        ("state_call", ["TransactionPaymentApi_query_info", "0xff"], 4003),
        ("state_call", ["AccountNonceApi_account_nonce", "0x00"], 4003),
        ("state_getReadProof", [], -32601),
        ("", [], -32601),
    ],
)
def test_bad_parameters_are_refused(read: Desk, method: str, params: list[Any], code: int) -> None:
    with pytest.raises(Refused) as refused:
        read(method, *params)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", -32700),
        (b"{", -32700),
        (b"\xff\xfe", -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b"7", -32600),
        (b'{"id":1}', -32600),
        (b'{"id":[1],"method":"system_chain"}', -32600),
        (b'{"id":1,"method":"system_chain","params":{"a":1}}', -32602),
    ],
)
def test_bad_requests_are_answered(read: Desk, body: bytes, code: int) -> None:
    assert read.post(body)["error"]["code"] == code


def test_batches_are_answered_one_by_one_and_notifications_not_at_all(read: Desk) -> None:
    one = {"jsonrpc": "2.0", "id": "a", "method": "system_chain"}
    told = {"jsonrpc": "2.0", "method": "system_chain"}
    answers = read.post([one, 3, told, {**one, "id": 2, "method": "no_such"}])
    assert [(answer["id"], answer.get("result"), answer.get("error", {}).get("code")) for answer in answers] == [
        ("a", "Practice", None),
        (None, None, -32600),
        (2, None, -32601),
    ]
    assert read.post(told) is None
    assert read.post([told]) is None


def test_only_json_by_post_is_taken(read: Desk) -> None:
    assert read.rpc(Request(method="GET", path="/")).status == 405
    assert read.rpc(Request(method="POST", path="/", headers={"content-type": "text/plain"})).status == 415
    large = Request(method="POST", path="/", headers=HEADERS, body=b" " * (MOST_BYTES + 1))
    assert read.rpc(large).status == 413


def test_a_value_that_is_not_of_its_type_is_an_internal_error_and_the_node_goes_on(read: Desk) -> None:
    chain = Chain(1)
    chain.put("Council.Budget", "plenty")
    wrong = Desk(Node(chain, RULES, b"x"))
    with pytest.raises(Refused) as refused:
        wrong("state_getStorage", key(read, "Council.Budget"))
    assert refused.value.code == -32603
    assert wrong("system_chain") == "Practice"


def test_it_is_served_over_http(read: Desk) -> None:
    import httpx

    server = serve("node", JsonRpc(read.node))
    answer = httpx.post(server.url, json={"id": 1, "method": "chain_getHeader"}, trust_env=False)
    server.close()
    assert int(answer.json()["result"]["number"], 16) == 5009


def test_the_keys_of_a_map_are_worked_out_once_for_all_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = Chain(1)
    for member in range(3_000):
        chain.put("Council.Candidates", candidate(member % 200), member)
    read = Desk(Node(chain, RULES, b"x"))
    prefix = "0x" + read.node.runtime_at(0).items["Council.Candidates"].prefix.hex()
    worked_out: list[tuple[Any, ...]] = []
    work_out = Runtime.key

    def counted(runtime: Runtime, stored: StoredItem, params: tuple[Any, ...]) -> bytes:
        worked_out.append(params)
        return work_out(runtime, stored, params)

    monkeypatch.setattr(Runtime, "key", counted)
    found: list[str] = []
    while page := read("state_getKeysPaged", prefix, 100, found[-1] if found else None):
        found += page
    assert len(found) == len(worked_out) == 3_000
    assert found == sorted(found)


def test_transactions_of_the_world_stand_in_their_blocks() -> None:
    chain = Chain(1)
    record = {"origin": ADA.public, "nonce": 4, "call": ("Utility", "batch", {"calls": ()}), "tip": 0}
    nested: dict[str, Any] = {
        "calls": (("System", "remark", {"remark": b"x"}), ("Referendum", "release_vote_stake", {}))
    }
    other = {"origin": ADA.public, "nonce": 5, "call": ("Utility", "batch_all", nested), "tip": 2}

    def happens(chain: Chain) -> None:
        chain.put(":extrinsics", (record, other), chain.now)
        chain.extrinsic = 2
        chain.emit("System.ExtrinsicSuccess", INFO)
        chain.extrinsic = None

    chain.transaction(9, happens)
    chain.settle(20)
    read = Desk(Node(chain, RULES, b"x"))
    rc, md = codec(read("state_getMetadata"))
    extrinsics = read("chain_getBlock", hash_of(read, 9))["block"]["extrinsics"]
    assert len(extrinsics) == 3
    found = rc.create_scale_object("Extrinsic", data=ScaleBytes(extrinsics[2]), metadata=md)
    found.decode()
    assert (found.value["nonce"], found.value["tip"]) == (5, 2)
    calls = found.value["call"]["call_args"][0]["value"]
    assert [one["call_function"] for one in calls] == ["remark", "release_vote_stake"]
    assert json.dumps(read("state_getStorage", key(read, "System.Events"), hash_of(read, 9)))
