"""Compact integers of SCALE, and what is raised for bytes and values that are wrong."""

LARGEST_COMPACT = (1 << 536) - 1


class ScaleWrong(ValueError):
    """A value that is not of its type, or bytes that are no value of it."""


def compact(number: int) -> bytes:
    """Encode an integer in as few bytes as it needs."""
    if 0 <= number < 1 << 6:
        return bytes((number << 2,))
    if 0 <= number < 1 << 14:
        return (number << 2 | 1).to_bytes(2, "little")
    if 0 <= number < 1 << 30:
        return (number << 2 | 2).to_bytes(4, "little")
    if not 0 <= number <= LARGEST_COMPACT:
        raise ScaleWrong(f"{number} is no compact integer")
    body = number.to_bytes((number.bit_length() + 7) // 8, "little")
    return bytes(((len(body) - 4) << 2 | 3,)) + body


def compact_at(data: bytes, at: int) -> tuple[int, int]:
    """Decode a compact integer, and tell where it ends. Raises ScaleWrong, also for one in more bytes than it needs."""
    if at >= len(data):
        raise ScaleWrong("Not enough data to fill buffer")
    mode = data[at] & 3
    if mode == 3:
        length, start = (data[at] >> 2) + 4, at + 1
        number, lowest = int.from_bytes(data[start : start + length], "little"), max(1 << 30, 1 << (8 * (length - 1)))
    else:
        length, start = (1, 2, 4)[mode], at
        number, lowest = int.from_bytes(data[start : start + length], "little") >> 2, (0, 1 << 6, 1 << 14)[mode]
    if start + length > len(data):
        raise ScaleWrong("Not enough data to fill buffer")
    if number < lowest:
        raise ScaleWrong("a compact integer in more bytes than it needs")
    return number, start + length
