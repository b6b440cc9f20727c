"""Validators: eras of 3,600 blocks, points by blocks made, outages, payouts, and what storage forgets."""

from secretariat.devnet.chain.kernel import Chain, milliseconds_of
from secretariat.devnet.runtime import balances, staking
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.runtime.town import events, town

STASHES = tuple(bytes([200 + index]) * 32 for index in range(12))


def validating() -> Chain:
    chain = town(validators=STASHES, validator_stake=1_000 * JOY)
    for stash in STASHES:
        chain.put(balances.ACCOUNT, {**balances.EMPTY, "data": {**balances.EMPTY["data"], "free": 2_000 * JOY}}, stash)
        balances.lock(chain, staking.STAKING, stash, 1_000 * JOY)
    return chain


def test_an_era_gives_twenty_points_for_each_of_its_blocks() -> None:
    chain = validating()
    chain.advance(3_600 * 3 + 1_234)
    assert chain.get("Staking.ActiveEra") == {"index": 3, "start": milliseconds_of(10_800)}
    assert chain.get("Session.CurrentIndex") == 20
    whole = chain.get("Staking.ErasRewardPoints", 2)
    assert whole["total"] == sum(points for _, points in whole["individual"]) == 3_600 * 20
    running = chain.get("Staking.ErasRewardPoints", 3)
    assert 0 < running["total"] <= 1_234 * 20
    assert chain.get_at(10_800 + 100, "Staking.ErasRewardPoints", 3)["total"] < running["total"]
    assert {stash for stash, _ in whole["individual"]} == set(STASHES)


def test_storage_forgets_after_120_eras_but_the_past_does_not() -> None:
    chain = validating()
    chain.advance(3_600 * 130)
    assert chain.get("Staking.ErasRewardPoints", 9) is None
    assert chain.get("Staking.ErasRewardPoints", 10) is not None
    assert chain.get("Staking.ErasValidatorReward", 8) is None
    assert chain.get_at(3_600 * 100, "Staking.ErasRewardPoints", 9) is not None
    assert min(key[0] for key in chain.keys("Staking.ErasRewardPoints")) == 10
    assert len(list(chain.keys("Staking.ErasValidatorPrefs"))) == 121 * 12


def test_an_eras_payout_enlarges_the_issuance_in_the_next() -> None:
    chain = validating()
    chain.advance(3_600)
    before = chain.get("Balances.TotalIssuance")
    payout = chain.get("Staking.ErasValidatorReward", 0)
    assert events(chain, "Staking.EraPaid") == [(3_600, 0, payout, 0)]
    chain.advance(4_200)
    assert chain.get("Balances.TotalIssuance") == before + payout > before
    assert balances.free(chain, staking.PAYOUTS) == payout


def test_the_damping_factor_makes_payouts_smaller() -> None:
    chain, damped = validating(), validating()
    damped.put("Council.EraPayoutDampingFactor", 50)
    for one in (chain, damped):
        one.advance(3_600)
    half = damped.get("Staking.ErasValidatorReward", 0)
    assert abs(chain.get("Staking.ErasValidatorReward", 0) - 2 * half) <= 1


def test_who_is_away_for_a_session_is_reported_and_out_of_the_next_era() -> None:
    chain = validating()
    chain.advance(3_600 + 100)
    staking.go_offline(chain, STASHES[:3], 4_000)
    chain.advance(3_600 + 1_800)
    reports = events(chain, "ImOnline.SomeOffline")
    assert [block for block, _ in reports] == [3_600 + 1_200, 3_600 + 1_800]
    assert {stash for stash, _ in reports[0][1]} == set(STASHES[:3])
    assert len(events(chain, "Staking.SlashReported")) == 6
    assert len(events(chain, "Staking.Chilled")) == 3
    points = dict(chain.get("Staking.ErasRewardPoints", 1)["individual"])
    assert min(points, key=lambda stash: points[stash]) in STASHES[3:] or STASHES[0] not in points
    chain.advance(7_200)
    assert set(chain.get("Session.Validators")) == set(STASHES[3:])
    assert not set(dict(chain.get_at(7_900, "Staking.ErasRewardPoints", 2)["individual"])) & set(STASHES[:3])
    chain.advance(10_800)
    assert set(chain.get("Session.Validators")) == set(STASHES)


def test_few_who_are_away_are_not_slashed() -> None:
    chain = validating()
    chain.advance(700)
    staking.go_offline(chain, STASHES[:1], 2_000)
    chain.advance(2_400)
    assert len(events(chain, "ImOnline.SomeOffline")) == 2
    assert events(chain, "Staking.SlashReported") == []
