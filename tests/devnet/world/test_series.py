"""Large series: counts, places and sums agree, whatever is asked first."""

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import members
from secretariat.devnet.world.build import build
from secretariat.devnet.world.series import BURSTS, OF_A_CHANNEL, Series
from secretariat.devnet.world.sizes import MAINNET, SIZES, SMALL


def grown(block: int = SMALL.horizon) -> Series:
    chain = Chain(3)
    chain.advance(block)
    series = Series(chain, SMALL)
    series.install()
    return series


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_series_has_its_size_at_the_horizon(size: object) -> None:
    assert isinstance(size, type(SMALL))
    series = Series(Chain(1), size)
    assert series.members.count(size.horizon) == size.members
    assert series.videos.count(size.horizon) == size.videos
    assert series.channels.count(0) == 0


def test_mainnet_is_as_large_as_it_should_be() -> None:
    series = Series(Chain(1), MAINNET)
    assert MAINNET.members + MAINNET.people == 66_000
    assert 3_050_000 < series.object_count(MAINNET.horizon) < 3_150_000


def test_the_block_of_an_item_is_the_first_that_counts_it() -> None:
    series = grown()
    for one in (series.members, series.channels, series.videos):
        for index in range(0, one.total, 37):
            block = one.block_of(index)
            assert one.count(block - 1) <= index < one.count(block)
    for index in range(0, series.object_count(SMALL.horizon), 53):
        block = series.object_block(index)
        assert series.object_count(block - 1) <= index < series.object_count(block)


def test_a_block_is_the_same_in_whatever_order_items_are_asked_for() -> None:
    series = grown()
    series.chain.put(BURSTS, ((200_000, 5, 90),), "videos")
    last = series.object_count(SMALL.horizon) - 1
    order = [*range(0, last, 211), last, 0, last // 2, *range(last, 0, -397)]
    for index in order:
        block = series.object_block(index)
        assert series.object_count(block - 1) <= index < series.object_count(block)
        told = series.data_object(index)
        if told["video"] is not None:
            video = series.video(told["video"])
            assert (video["block"], video["channel"]) == (told["block"], told["channel"])


def test_members_who_are_made_by_acts_stand_between_those_of_the_series() -> None:
    series = grown(400_000)
    chain = series.chain
    before = series.members.count(400_000)
    chain.put(members.MADE, (0, 5, before + 2))
    ids = [series.member_id(index) for index in range(before)]
    assert len(set(ids) | {0, 5, before + 2}) == before + 3
    assert [series.member_index(member) for member in ids] == list(range(before))
    assert series.member_index(5) is None
    assert chain.get(members.MEMBERSHIP, ids[3])["controller_account"] == series.member(3)["controller"]
    assert chain.get(members.MEMBERSHIP, 10**6) is None
    assert chain.get(members.NEXT) == before + 3


def test_bags_hold_every_data_object_that_is_left() -> None:
    series = grown()
    block = SMALL.horizon
    sizes: dict[int, list[int]] = {}
    for index in range(series.object_count(block)):
        found = series.data_object(index)
        if found["removed"] is None or found["removed"] > block:
            sizes.setdefault(found["channel"], []).append(found["size"])
    for channel in range(series.channels.count(block)):
        held = sizes.get(channel, [])
        assert series.bag(channel, block) == (len(held), sum(held))
        assert len(held) >= OF_A_CHANNEL


def test_removed_videos_are_counted() -> None:
    series = grown()
    block = SMALL.horizon
    gone = [index for index in range(series.videos.count(block)) if (series.video(index)["removed"] or 10**9) <= block]
    assert len(gone) == series.removed_count(block) > 0


def test_a_videos_channel_was_there_before_it() -> None:
    series = grown()
    for index in range(0, series.videos.count(SMALL.horizon), 11):
        video = series.video(index)
        assert series.channels.block_of(video["channel"]) <= video["block"]
        assert index in list(series.videos_of(video["channel"], SMALL.horizon))


def test_a_burst_adds_what_was_asked_and_changes_no_past() -> None:
    series = grown(300_000)
    before = [series.members.count(block) for block in (100_000, 300_000)]
    series.burst("members", 1_000, 500)
    assert [series.members.count(block) for block in (100_000, 300_000)] == before
    series.chain.advance(302_000)
    plain = grown(302_000)
    assert series.members.count(301_000) == plain.members.count(301_000) + 500
    assert series.members.count(300_500) == plain.members.count(300_500) + 250


def test_every_video_has_the_channel_in_whose_list_it_stands_and_no_bag_is_below_nothing() -> None:
    world = build("growth-burst")
    series, now = world.series, world.chain.now
    channels = list(series.channels_of(0, now))
    assert channels == [series.video(index)["channel"] for index in range(series.videos.count(now))]
    listed = {index: channel for channel in set(channels) for index in series.videos_of(channel, now)}
    assert [listed[index] for index in range(len(channels))] == channels
    assert min(series.bag(channel, now)[1] for channel in range(series.channels.count(now))) > 0
