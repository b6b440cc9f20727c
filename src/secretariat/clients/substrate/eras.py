"""Eras: the window of blocks in which a transaction is valid, counted from a block whose hash is signed."""

from dataclasses import dataclass

from secretariat.clients.substrate.wrong import ValueWrong

SHORTEST, LONGEST = 4, 1 << 16
IN_STEPS_ABOVE = 4096
"""Periods above this have their phase in steps, so that an era takes two bytes."""


@dataclass(frozen=True, slots=True)
class Era:
    """A window of ``period`` blocks, a power of two; ``phase`` is its first block modulo the period. Period 0 is for ever."""

    period: int = 0
    phase: int = 0

    @property
    def encoded(self) -> bytes:
        """Write it: one zero byte, or log2(period) - 1 in the lowest four bits and the phase above them, low byte first."""
        if not self.period:
            return b"\x00"
        return (self.period.bit_length() - 2 | self.phase // _step(self.period) << 4).to_bytes(2, "little")

    def birth(self, at: int) -> int:
        """Give the block whose hash is signed, seen from block ``at``; 0, the genesis, for ever."""
        if not self.period:
            return 0
        return (max(at, self.phase) - self.phase) // self.period * self.period + self.phase

    def death(self, at: int) -> int | None:
        """Give the first block that can carry the transaction no more, seen from block ``at``; None for ever."""
        return self.birth(at) + self.period if self.period else None


IMMORTAL = Era()


def mortal(period: int, at: int) -> Era:
    """Give the window of ``period`` blocks, rounded up to a power of two from 4 to 65,536, that block ``at`` stands in.

    Up to 4,096 it begins at ``at`` itself, above at the step before it. Raises ValueWrong for less than one block or a negative one.
    """
    if period < 1 or at < 0:
        raise ValueWrong(f"a transaction cannot be valid for {period} blocks from block {at}")
    period = min(max(1 << (period - 1).bit_length(), SHORTEST), LONGEST)
    step = _step(period)
    return Era(period, at % period // step * step)


def read_era(data: bytes) -> tuple[Era, int]:
    """Read the era at the beginning of some bytes; gives it and how many bytes it took. Raises ValueWrong."""
    if data[:1] == b"\x00":
        return IMMORTAL, 1
    if len(data) < 2:
        raise ValueWrong("an era has two bytes, or is one zero byte")
    word = int.from_bytes(data[:2], "little")
    period = 2 << word % 16
    phase = (word >> 4) * _step(period)
    if period < SHORTEST or phase >= period:
        raise ValueWrong(f"0x{data[:2].hex()} is no era")
    return Era(period, phase), 2


def _step(period: int) -> int:
    return max(period // IN_STEPS_ABOVE, 1)
