"""Damage done to a file at random: to its bytes, lines, cells, numbers, JSON values and encoding."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

_NUMBER = re.compile(r"\d[\d,.]*")
_DELIMITERS = (",", "|", ";", ":", "\t")

HOSTILE = (
    "", " ", "-", "0", "-1", "NaN", "Infinity", "-Infinity", "null", "true", "None", "n/a",
    "9" * 19, "9" * 40, "1" + "0" * 5000, "-" + "9" * 30, "1e999999999", "1e-999999999", "0x1f", "1_000", "٣٤٥", "²", "½",
    "2.000M", "1.000.000k", "From 63700 to 58530", "1.234,56", "3-Mar", "Jan-00", "#REF!", "12/31/2021", "0000-00-00",
    "99999999-99-99", "2021-02-30T25:61:61Z", "=HYPERLINK(\"http://x.invalid\")", "+1+1", "@SUM(A1)", "<script>x()</script>",
    "'; DROP TABLE records; --", "%s%n%x", "{{7*7}}", "${x}", "../../etc/passwd", "a\x00b", "\\u0000", "\\ud800", "\ud7ff",
    "\x1b[31mred", "\x07", "\x85", "\x96", "\u2028", "\u202eabc", "\ufeff", "\ufffd", "Ã©", "â€“", "\u200b", "é" * 300,
    "\U0001f600", "A" * 20_000, "word " * 4_000, '"', "'", "`", "\\", '"""', "[", "]", "{", "}", "[[[[", "}}}}", "[" * 30_000,
    "{" * 3_000, '{"a":' * 3_000, "|" * 3_000, "," * 3_000, "#" * 2_000, "- " * 2_000, "\n" * 3_000, ": " * 2_000, "*" * 5_000,
    " " * 20_000, "\t" * 3_000, "&a *a", "!!python/object:os.system", "<<: *x", "---", "...", "| --- | --- |", "0x" + "41" * 3_000,
)  # fmt: skip
"""Texts that have broken readers of other programs, spreadsheets, terminals and databases."""

_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "latin-1", "cp437", "shift_jis")


def mutated(raw: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Damage a file once to six times, in ways chosen at random; equal arguments give equal bytes."""
    text = raw.decode("utf-8", "replace")
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        text = random.choice(_OF_TEXT)(text, random)
    if others and random.random() < 0.1:
        text = _spliced(text, random.choice(others).decode("utf-8", "replace"), random)
    made = text.encode("utf-8", "surrogatepass" if random.random() < 0.5 else "replace")
    if random.random() < 0.12:
        made = text.encode(random.choice(_ENCODINGS), "replace")
    if random.random() < 0.2:
        made = random.choice(_OF_BYTES)(made, random)
    return made


def _span(length: int, random: Random) -> tuple[int, int]:
    """Choose a stretch, mostly a short one."""
    start = random.randrange(length + 1)
    longest = length - start if random.random() < 0.1 else min(length - start, 12)
    return start, start + random.randint(0, longest)


def _line_deleted(text: str, random: Random) -> str:
    lines = text.split("\n")
    start, end = _span(len(lines), random)
    return "\n".join(lines[:start] + lines[end:])


def _line_repeated(text: str, random: Random) -> str:
    lines = text.split("\n")
    start, end = _span(len(lines), random)
    times = random.choice((1, 1, 2, 50)) if end - start < 20 else 1
    return "\n".join(lines[:end] + lines[start:end] * times + lines[end:])


def _line_swapped(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _line_joined(text: str, random: Random) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines))
    lines[place : place + 2] = ["".join(lines[place : place + 2])]
    return "\n".join(lines)


def _line_indented(text: str, random: Random) -> str:
    lines = text.split("\n")
    start, end = _span(len(lines), random)
    change = random.choice(("  ", "\t", "      ", "", "> ", "| "))
    lines[start:end] = [change + (line if change else line.lstrip()) for line in lines[start:end]]
    return "\n".join(lines)


def _line_made_hostile(text: str, random: Random) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines) + 1)
    return "\n".join([*lines[:place], random.choice(HOSTILE), *lines[place:]])


def _cell_changed(text: str, random: Random) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines))
    delimiter = random.choice([mark for mark in _DELIMITERS if mark in lines[place]] or [" "])
    cells = lines[place].split(delimiter)
    cell = random.randrange(len(cells))
    how = random.randrange(4)
    if how == 0:
        cells[cell] = random.choice(HOSTILE)
    elif how == 1:
        del cells[cell]
    elif how == 2:
        cells.insert(cell, cells[random.randrange(len(cells))])
    else:
        cells[cell] += random.choice(HOSTILE)
    lines[place] = delimiter.join(cells)
    return "\n".join(lines)


def _column_dropped(text: str, random: Random) -> str:
    delimiter = random.choice(_DELIMITERS)
    number = random.randrange(12)
    lines = [line.split(delimiter) for line in text.split("\n")]
    return "\n".join(delimiter.join(cells[:number] + cells[number + 1 :]) for cells in lines)


def _delimiter_changed(text: str, random: Random) -> str:
    return text.replace(random.choice(_DELIMITERS), random.choice((*_DELIMITERS, "")))


def _number_changed(text: str, random: Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    match = random.choice(found)
    digits = match.group()
    other = random.choice((
        random.choice(HOSTILE), digits * 3, digits + "0", digits.replace(",", "."), digits.replace(".", ","), "-" + digits,
        digits[:-1], digits + "k", f"{digits}-{digits}", random.choice(found).group(), str(random.randrange(10**9)),
    ))  # fmt: skip
    return text[: match.start()] + other + text[match.end() :]


def _all_numbers_changed(text: str, random: Random) -> str:
    how = random.choice((
        lambda digits: digits.replace(".", ","), lambda digits: digits.replace(",", ""), lambda digits: digits + "0" * 20,
        lambda _: "0", lambda _: "7", lambda digits: digits.replace(",", "."), lambda digits: f"-{digits}",
    ))  # fmt: skip
    return _NUMBER.sub(lambda match: how(match.group()), text)


def _character_changed(text: str, random: Random) -> str:
    start, end = _span(len(text), random)
    return (
        text[:start]
        + random.choice(("", text[start:end] * 2, random.choice(HOSTILE), text[start:end].upper()))
        + text[end:]
    )


def _truncated(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def _repeated(text: str, random: Random) -> str:
    return text + random.choice(("", "\n", "\nClick to copy\n", "\n---\n")) + text


def _line_ends_changed(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\n", "\u2028", "\n\r")))


def _case_changed(text: str, random: Random) -> str:
    return random.choice((str.upper, str.lower, str.swapcase))(text)


def _quotes_changed(text: str, random: Random) -> str:
    return text.replace('"', random.choice(("", "'", '""', "\u201c")))


def _json_changed(text: str, random: Random) -> str:
    """Change one value somewhere inside valid JSON, so that the damage is one of meaning and not of syntax."""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return _number_changed(text, random)
    for _ in range(random.choice((1, 1, 3))):
        value = _value_changed(value, random)
    return json.dumps(value, indent=random.choice((None, 1, 2)), ensure_ascii=random.random() < 0.5)


def _value_changed(value: Any, random: Random) -> Any:
    if isinstance(value, dict) and value and random.random() < 0.9:
        key = random.choice(sorted(value))
        how = random.randrange(10)
        if how == 0:
            del value[key]
        elif how == 1:
            value[random.choice(HOSTILE)[:200]] = value.pop(key)
        else:
            value[key] = _value_changed(value[key], random)
        return value
    if isinstance(value, list) and value and random.random() < 0.9:
        place = random.randrange(len(value))
        how = random.randrange(10)
        if how == 0:
            value.insert(place, value[random.randrange(len(value))])
        elif how == 1:
            del value[place]
        else:
            value[place] = _value_changed(value[place], random)
        return value
    return random.choice((
        None, True, False, 0, -1, 2**63, 10**40, 10**400, 0.1, 1e308, "", [], {}, [[]], {"a": {"b": []}}, [value, value],
        {"x": value}, str(value)[:500], random.choice(HOSTILE), "\x00", "a\ud800b", [None], float("inf"),
    ))  # fmt: skip


def _spliced(text: str, other: str, random: Random) -> str:
    start, end = sorted((random.randrange(len(other) + 1), random.randrange(len(other) + 1)))
    place = random.randrange(len(text) + 1)
    return text[:place] + other[start:end][:50_000] + text[place:]


def _bytes_flipped(raw: bytes, random: Random) -> bytes:
    made = bytearray(raw)
    for _ in range(random.choice((1, 3, 30))):
        if made:
            made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def _bytes_cut(raw: bytes, random: Random) -> bytes:
    start, end = _span(len(raw), random)
    return raw[:start] + raw[end:]


def _bytes_inserted(raw: bytes, random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    return raw[:place] + random.randbytes(random.choice((1, 8, 400))) + raw[place:]


_OF_TEXT: tuple[Callable[[str, Random], str], ...] = (
    _line_deleted, _line_repeated, _line_swapped, _line_joined, _line_indented, _line_made_hostile, _cell_changed,
    _cell_changed, _column_dropped, _delimiter_changed, _number_changed, _number_changed, _number_changed,
    _all_numbers_changed, _character_changed, _character_changed, _truncated, _repeated, _line_ends_changed,
    _case_changed, _quotes_changed, _json_changed, _json_changed,
)  # fmt: skip
_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (_bytes_flipped, _bytes_cut, _bytes_inserted)
