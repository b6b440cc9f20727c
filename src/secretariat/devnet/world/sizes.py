"""How large a world is."""

from dataclasses import dataclass

CYCLE, SHORT_CYCLE = 403_200, 216_001
"""Blocks of a whole election cycle: since spec 2002, and before."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """What a world of this size has when it is up. ``short_cycles`` of its councils sat under spec 2001's periods.

    ``proposals``, ``threads`` and ``posts`` are means; members, channels and videos are those of the series besides
    ``people``, whose lives are played. ``quick`` is how fast council members vote, where 1 is their habit; ``wealth`` how many
    times as much the council gets. The failed
    cycles are those of the past under spec 2001 in which too few stood, or revealed.
    """

    name: str
    councils: int
    short_cycles: int
    people: int
    founders: int
    workers: int
    validators: int
    proposals: int
    threads: int
    posts: int
    members: int
    channels: int
    videos: int
    quick: float = 1.0
    wealth: int = 1
    failed_announcing: tuple[int, ...] = ()
    failed_reveal: tuple[int, ...] = ()

    @property
    def cycles(self) -> int:
        """Give how many election cycles the past has: one for each council, and the failed ones."""
        return self.councils + len(self.failed_announcing) + len(self.failed_reveal)

    @property
    def horizon(self) -> int:
        """Give the block in which the series reach the size, about where the world begins."""
        lost = len(self.failed_announcing) * 129_600 + len(self.failed_reveal) * 216_000
        return self.short_cycles * SHORT_CYCLE + (self.councils - self.short_cycles) * CYCLE + lost


SMALL = Size(
    name="small",
    councils=4,
    short_cycles=0,
    people=26,
    founders=22,
    workers=16,
    validators=12,
    proposals=60,
    threads=60,
    posts=300,
    members=640,
    channels=90,
    videos=1_800,
)

MAINNET = Size(
    name="mainnet",
    councils=70,
    short_cycles=58,
    people=150,
    founders=60,
    workers=48,
    validators=60,
    proposals=1_800,
    threads=1_000,
    posts=7_100,
    members=65_850,
    channels=30_000,
    videos=1_500_000,
    failed_announcing=(22,),
    failed_reveal=(47,),
)

TEN_TIMES = Size(
    name="ten-times",
    councils=70,
    short_cycles=58,
    people=400,
    founders=160,
    workers=150,
    validators=100,
    proposals=18_000,
    threads=10_000,
    posts=71_000,
    members=659_600,
    channels=300_000,
    videos=15_000_000,
    quick=0.3,
    wealth=4,
    failed_announcing=(22,),
    failed_reveal=(47,),
)

SIZES = {size.name: size for size in (SMALL, MAINNET, TEN_TIMES)}
