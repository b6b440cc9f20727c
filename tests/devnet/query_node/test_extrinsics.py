"""An event names the hash of the extrinsic in which it happened, as the node's block has it."""

import hashlib

from secretariat.devnet.network import Network
from secretariat.devnet.world.build import build


def test_a_vote_names_its_extrinsic_and_a_reward_none() -> None:
    network = Network(build("ordinary-term"))
    query = """{ proposalVotedEvents(limit: 5, orderBy: [inBlock_DESC]) { inBlock inExtrinsic }
        rewardPaidEvents(limit: 2) { inExtrinsic } }"""
    status, answer = network.query_node.ask({"query": query})
    assert status == 200
    for vote in answer["data"]["proposalVotedEvents"]:
        hashes = {hashlib.blake2b(one, digest_size=32).hexdigest() for one in network.node.bodies.of(vote["inBlock"])}
        assert vote["inExtrinsic"].removeprefix("0x") in hashes
    assert {one["inExtrinsic"] for one in answer["data"]["rewardPaidEvents"]} == {None}
    one = answer["data"]["proposalVotedEvents"][0]["inExtrinsic"]
    found = f'{{ proposalVotedEvents(where: {{ inExtrinsic_eq: "{one}" }}) {{ inExtrinsic }} }}'
    assert network.query_node.ask({"query": found})[1]["data"] == {"proposalVotedEvents": [{"inExtrinsic": one}]}
