"""Exactly once: answers lost, processes killed, numbers taken by others, eras over; the chain holds it once in the end."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from secretariat.clients.http import open_wire
from secretariat.clients.substrate.rpc import call, node_at
from secretariat.desk.hand_off import read
from secretariat.devnet.faults import Fault, Match, Planned
from secretariat.errors import SecretariatError
from secretariat.flow.hand_off import follow, take
from secretariat.flow.run import delivering
from secretariat.store.hand_off import Handed
from tests.cli.promises import promised
from tests.flow.hand_off.desk import PERSON, Desk, desk, lost

LONGEST = 60.0


def ended(one: Desk, item: Handed) -> dict[str, Any]:
    """Let time pass, follow, and give the row: done, and once on the chain."""
    for _ in range(4):
        if one.step(item).state in ("done", "failed"):
            break
        one.final()
    row = one.row(item)
    assert (row["state"], one.on_chain(row["extrinsic"])) == ("sent", 1)
    return row


@pytest.mark.parametrize("kind", ["answer-lost", "error-after", "truncated", "not-json", "wrong-json"])
def test_a_lost_answer_is_asked_for_once_more_with_the_same_bytes(tmp_path: Path, kind: str) -> None:
    with desk(tmp_path, lost(kind)) as one:
        item = one.signed(one.approved(one.remark()))
        found = one.step(item)
        assert (found.state, "A node has it" in found.says) == ("on its way", True)
        assert read(one.row(item)["request"]).tries == 1
        ended(one, item)


@pytest.mark.parametrize("kind", ["answer-lost", "reset"])
def test_answers_lost_for_good_leave_it_to_the_blocks(tmp_path: Path, kind: str) -> None:
    with desk(tmp_path, lost(kind, times=2)) as one:
        item = one.signed(one.approved(one.remark()))
        found = one.step(item)
        assert (found.state, "It is not known whether a node has it" in found.says) == ("on its way", True)
        assert len(one.network.node.pool) == (1 if kind == "answer-lost" else 0)
        ended(one, item)


def test_it_is_not_handed_over_again_while_a_node_has_it_and_is_after_a_while(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        tries = []
        for _ in range(3):
            one.step(item)
            tries.append(read(one.row(item)["request"]).tries)
        assert tries == [1, 1, 1]
        pool = one.network.node.pool
        for waiting in pool:
            pool.drop(waiting, one.network.now)  # a node that was started anew has forgotten it
        pool._banned.clear()
        one.network.advance(70)
        assert one.step(item).state == "on its way"
        assert read(one.row(item)["request"]).tries == 2
        ended(one, item)


def test_a_block_that_is_replaced_takes_nothing_away_and_doubles_nothing(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        one.step(item)
        one.network.advance(1)
        assert one.on_chain(item.extrinsic) == 1
        assert one.step(item).state == "on its way"  # in a block, and not final
        one.network.reorganise(2)
        ended(one, item)


def test_an_era_that_passes_without_it_makes_it_safe_to_build_again(tmp_path: Path) -> None:
    with desk(tmp_path, lost("reset", times=2)) as one:
        item = one.signed(one.approved(one.remark()))
        first = read(item.request or "")
        assert one.step(item).state == "on its way"
        one.network.advance(2040)
        found = follow.step(one.context, one.item(item.name), hands_over=False)
        assert one.chain.final == first.last - 7
        while one.chain.final < first.last:
            assert found.state == "on its way"
            one.network.advance(1)
            found = follow.step(one.context, one.item(item.name), hands_over=False)
        assert found.state == "to sign"
        assert f"No block up to {first.last:,}, where its era ended, carries it" in found.says
        assert (one.row(item)["request"], one.row(item)["extrinsic"], one.row(item)["state"]) == (None, None, "signing")
        with open_wire() as wire, pytest.raises(SecretariatError, match=r"1010|1012"):
            call(node_at(wire, one.running.addresses["node"]), "author_submitExtrinsic", first.signed)
        row = ended(one, one.signed(one.item(item.name)))
        assert row["extrinsic"] != item.extrinsic
        assert one.on_chain(item.extrinsic) == 0


def test_the_last_block_of_its_era_still_takes_it_and_it_is_found_there(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        last = read(item.request or "").last
        one.network.advance(last - 1 - one.network.now)
        assert "A node has it" in one.step(item).says
        one.network.advance(1)
        assert one.on_chain(item.extrinsic) == 1
        assert json.loads(ended(one, item)["receipt"])["block"] == last


def other(one: Desk, text: str, tip: int = 0) -> str:
    """Hand a transaction of the same account over by other means, as another program would; gives its hash."""
    from secretariat.clients.substrate.signing import read_request, signed_extrinsic

    _, stored = one.ask(one.approved(one.remark(text)))
    payload = {**stored.payload, "tip": f"0x{tip:032x}"}
    request = read_request(payload, multi_address=False, ss58_prefix=126)
    signed = signed_extrinsic(request, bytes.fromhex(one.wallet.sign_payload(payload)["signature"][2:]))
    with open_wire() as wire:
        found: str = call(node_at(wire, one.running.addresses["node"]), "author_submitExtrinsic", "0x" + signed.hex())
    return found


def test_a_number_used_up_by_another_decides_nothing_until_that_is_final(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        theirs = other(one, "theirs")
        one.network.advance(1)
        found = one.step(item)
        assert (found.state, "Transaction is outdated" in found.says) == ("on its way", True)
        assert one.row(item)["extrinsic"] == item.extrinsic
        one.final()
        found = one.step(item)
        assert (found.state, "Another transaction of the account has its number" in found.says) == ("to sign", True)
        ended(one, one.signed(one.item(item.name)))
        assert (one.on_chain(item.extrinsic), one.on_chain(theirs)) == (0, 1)


def test_a_number_that_another_waits_with_is_refused_and_the_next_one_is_taken(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        theirs = other(one, "theirs")
        found = one.step(item)
        assert (found.state, "another transaction of this account with the same number waits" in found.says) == (
            "to sign",
            True,
        )
        ended(one, one.signed(one.item(item.name)))
        assert one.on_chain(theirs) == 1


def test_a_refusal_of_a_later_try_proves_nothing(tmp_path: Path) -> None:
    """It was handed over and the answer lost; what the node says of a second try is no reason to sign anew."""
    with desk(tmp_path, lost("answer-lost", times=2)) as one:
        item = one.signed(one.approved(one.remark()))
        assert one.step(item).state == "on its way"
        one.network.advance(1)
        assert one.on_chain(item.extrinsic) == 1
        found = one.step(item)  # outdated, or banned: for it is in a block
        assert (found.state, "It is not known" in found.says) == ("on its way", True)
        assert read(one.row(item)["request"]).tries == 2
        ended(one, item)


def test_a_definite_refusal_of_a_later_try_proves_nothing_either(tmp_path: Path) -> None:
    """The first try was taken and its answer lost; another node behind the same address refuses the second."""
    said = '{"error":{"code":1010,"message":"Invalid Transaction","data":"Transaction has a bad signature"}}'
    second = Planned(
        match=Match(server="node", contains="author_submitExtrinsic"),
        nth=3,
        fault=Fault(kind="status", status=400, body=said, headers={"content-type": "application/json"}),
    )
    with desk(tmp_path, lost("answer-lost", times=2), second) as one:
        item = one.signed(one.approved(one.remark()))
        assert one.step(item).state == "on its way"
        found = one.step(item)
        assert (found.state, "bad signature" in found.says) == ("on its way", True)
        ended(one, item)


def test_what_is_on_its_way_is_found_although_the_desk_took_it_back(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        one.step(item)
        one.change(item, state="withdrawn", why="its finding closed")
        assert [found.says for found in follow.follow_all(one.context)] != []  # type: ignore[union-attr]
        one.final()
        (found,) = follow.follow_all(one.context)
        assert isinstance(found, follow.Progress)
        assert (found.state, one.row(item)["state"]) == ("done", "sent")
        assert follow.follow_all(one.context) == []


def test_what_is_delivered_by_hand_follows_what_was_signed(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        one.step(item)
        one.final()
        (found,) = delivering(one.context)
        assert isinstance(found, follow.Progress)
        assert (found.state, one.row(item)["state"]) == ("done", "sent")
        assert list(delivering(one.context)) == []


def test_an_error_of_one_item_does_not_stop_the_others(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        first, second = (one.signed(one.approved(one.remark(text))) for text in ("one", "two"))
        del second
        act = json.loads(first.act)
        act["call"]["genesis"] = "0x" + "11" * 32
        one.change(first, act=json.dumps(act))
        failed, found = follow.follow_all(one.context)
        assert isinstance(failed, SecretariatError)
        assert isinstance(found, follow.Progress)


def test_a_defect_at_one_item_is_told_and_does_not_stop_the_others(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with desk(tmp_path) as one:
        first, second = (one.signed(one.approved(one.remark(text))) for text in ("one", "two"))
        del second
        act = json.loads(first.act)
        del act["call"]["genesis"]
        one.change(first, act=json.dumps(act))
        failed, found = follow.follow_all(one.context)
        assert str(failed) == f"The program has a defect: ValidationError while {first.name} was followed."
        assert isinstance(found, follow.Progress)
    assert [(record.levelname, record.exc_info is not None) for record in caplog.records] == [("ERROR", True)]


def test_two_who_follow_at_once_hand_it_over_once(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        said: list[object] = []

        def go() -> None:
            try:
                said.append(follow.step(one.context, item))
            except SecretariatError as error:
                said.append(error)

        both = [threading.Thread(target=go) for _ in range(2)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join(LONGEST)
        assert len(said) == 2
        assert read(one.row(item)["request"]).tries in (1, 2)
        ended(one, item)


def test_two_signatures_at_once_are_one_transaction(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        asked, stored = one.ask(one.approved(one.remark()))
        hashes: list[str] = []

        def go() -> None:
            try:
                hashes.append(take.take(one.context, asked, one.signer, one.sign(stored)))
            except SecretariatError:
                return

        both = [threading.Thread(target=go) for _ in range(2)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join(LONGEST)
        assert hashes == [one.row(asked)["extrinsic"]]
        ended(one, asked)


def test_the_step_that_delivers_follows_what_is_signed(tmp_path: Path) -> None:
    from secretariat.flow.run import STEPS, one_step

    deliver = next(step for step in STEPS if step.name == "deliver")
    with desk(tmp_path) as one:
        item = one.signed(one.approved(one.remark()))
        assert one_step(one.context, deliver).says == "1 on its way on the chain"
        assert len(one.network.node.pool) == 1
        one.final()
        assert one_step(one.context, deliver).says == "1 done on the chain"
        assert one.on_chain(item.extrinsic) == 1
        assert one_step(one.context, deliver).says == "nothing to send"
        other_one = one.signed(one.approved(one.remark("unreachable")))
        act = json.loads(other_one.act)
        act["call"]["genesis"] = "0x" + "11" * 32
        one.change(other_one, act=json.dumps(act))
        found = one_step(one.context, deliver)
        assert (found.failed, "another chain" in found.says) == (True, True)


def test_what_a_person_settled_is_told_as_that(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        item = one.approved(one.remark())
        for state, told in (("sent", "done"), ("failed", "failed")):
            one.change(item, state=state, why="settled by ada: I looked.")
            found = one.step(item)
            assert (found.state, found.says) == (told, f"It counts as {state}: settled by ada: I looked.")


# ------------------------------------------------------------------- killed


WITH_NODE = '[signing]\nwebsocket = "ws://127.0.0.1:9"\n'


def settings(one: Desk, folder: Path) -> dict[str, str]:
    """Write the settings of a desk for processes of their own; gives what they run with."""
    file = folder / "secretariat.toml"
    file.write_text(
        f'[store]\nurl = "{one.context.engine.url}"\n\n'
        f'[chain]\nurls = ["{one.running.addresses["node"]}"]\nnetwork = "practice"\n\n[signing]\n\n'
        f'[people.{PERSON}]\nroles = ["secretary"]\nmember_id = {one.member}\n'
        f'account = "{one.wallet.accounts()[0]["address"]}"\n'
    )
    return {**os.environ, "SECRETARIAT_CONFIG": str(file), "SECRETARIAT_PERSON": PERSON}


def command(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "secretariat", "sign", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str], code: int = 0, golden: str = "") -> Any:
    out, err = process.communicate(timeout=LONGEST)
    assert process.returncode == code, (out, err)
    if golden:
        promised(golden, out)
    return json.loads(out) if code != 2 else err


@pytest.mark.parametrize(("kind", "handled"), [("silence", False), ("answer-late", True)])
def test_killed_while_it_hands_over_it_is_once_on_the_chain(tmp_path: Path, kind: str, handled: bool) -> None:
    with desk(tmp_path, lost(kind, seconds=LONGEST)) as one:
        environment = settings(one, tmp_path)
        item = one.approved(one.remark())
        asked = answer(command(environment, tmp_path, item.name, "--json"))
        signature = one.wallet.sign_payload(asked["payload"])["signature"]
        process = command(environment, tmp_path, item.name, "--signature", signature)
        until = time.monotonic() + LONGEST
        while not (row := one.row(item))["extrinsic"] or not read(row["request"]).tries:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < until
            time.sleep(0.02)
        while handled and not len(one.network.node.pool):
            assert time.monotonic() < until
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        assert process.wait(LONGEST) == -signal.SIGKILL
        process.communicate()
        assert len(one.network.node.pool) == int(handled)
        refused = command(environment, tmp_path, item.name, "--signature", signature)
        assert "is signed already" in answer(refused, 2)
        again = answer(command(environment, tmp_path, item.name, "--json"))
        assert (again["state"], again["extrinsic"]) == ("on its way", row["extrinsic"])
        one.final()
        done = answer(command(environment, tmp_path, item.name, "--json"))
        assert (done["state"], done["receipt"]["extrinsic"]) == ("done", row["extrinsic"])
        assert one.on_chain(row["extrinsic"]) == 1


def test_killed_between_storing_the_hash_and_handing_over_it_is_once_on_the_chain(tmp_path: Path) -> None:
    """The process ends right where it would hand over: what it stored is all that the next one has."""
    with desk(tmp_path) as one:
        environment = settings(one, tmp_path)
        item = one.approved(one.remark())
        asked = answer(command(environment, tmp_path, item.name, "--json"))
        signature = one.wallet.sign_payload(asked["payload"])["signature"]
        dying = (
            "import os, signal; from secretariat.flow.hand_off import sign; "
            "sign.follow = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL); "
            "from secretariat.cli.app import run; run()"
        )
        process = subprocess.run(
            [sys.executable, "-c", dying, "sign", item.name, "--signature", signature],
            cwd=tmp_path,
            env=environment,
            timeout=LONGEST,
            check=False,
        )
        assert process.returncode == -signal.SIGKILL
        row = one.row(item)
        assert (read(row["request"]).tries, len(one.network.node.pool)) == (0, 0)
        assert answer(command(environment, tmp_path, item.name, "--json"))["state"] == "on its way"
        one.final()
        assert answer(command(environment, tmp_path, item.name, "--json"))["state"] == "done"
        assert one.on_chain(row["extrinsic"]) == 1


def test_a_signature_is_followed_to_its_receipt_while_blocks_come(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        environment = settings(one, tmp_path)
        node = (tmp_path / "secretariat.toml").read_text().replace("[signing]\n", WITH_NODE)
        (tmp_path / "secretariat.toml").write_text(node)
        item = one.approved(one.act("forum-thread", "Introductions", "Who stands?", category=1))
        asked = answer(command(environment, tmp_path, item.name, "--json"), golden="sign-asked")
        assert asked["contract"] == "secretariat.sign/1"
        arguments = {each["path"]: each["value"] for each in asked["call"]["arguments"]}
        assert arguments["metadata.title"] == "Introductions"
        signature = one.wallet.sign_payload(asked["payload"])["signature"]
        process = command(environment, tmp_path, item.name, "--signature", signature, "--wait", "40", "--json")
        until = time.monotonic() + LONGEST
        while process.poll() is None and time.monotonic() < until:
            one.network.advance(1)
            time.sleep(0.2)
        done = answer(process, golden="sign-done")
        assert done["state"] == "done"
        assert done["receipt"]["thread"] == one.chain.get("Forum.NextThreadId") - 1


def test_words_for_a_terminal_and_refusals_with_exit_2(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        environment = settings(one, tmp_path)
        item = one.approved(one.act("forum-thread", "A \x1b[31mtitle", "One\nTwo\u202e", category=1))
        process = command(environment, tmp_path, item.name)
        out, _ = process.communicate(timeout=LONGEST)
        assert process.returncode == 0
        assert f"{item.name}  Forum.create_thread" in out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "| One\n" in out
        assert "https://" not in out  # the main network's node knows nothing of a practice network
        linked = (tmp_path / "secretariat.toml").read_text().replace("[signing]\n", WITH_NODE)
        (tmp_path / "secretariat.toml").write_text(linked)
        out, _ = command(environment, tmp_path, item.name).communicate(timeout=LONGEST)
        assert "https://polkadot.js.org/apps/?rpc=ws%3A%2F%2F127.0.0.1%3A9#/extrinsics/decode/0x16" in out
        assert answer(command(environment, tmp_path, "d99"), 2).startswith("secretariat: There is no draft d99;")
        broken = command(environment, tmp_path, item.name, "--signature", "0x" + "11" * 65)
        assert "scheme that is not taken" in answer(broken, 2)
        stranger = command({**environment, "SECRETARIAT_PERSON": "bo"}, tmp_path, item.name)
        assert "[people.bo]" in answer(stranger, 2)
        (tmp_path / "secretariat.toml").write_text(
            (tmp_path / "secretariat.toml").read_text().replace(WITH_NODE, "").replace("secretary", "viewer")
        )
        assert "add it" in answer(command(environment, tmp_path, item.name), 2)
