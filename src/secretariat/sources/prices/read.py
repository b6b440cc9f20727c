"""The list ``prices/rates`` as its source gives it now."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from secretariat.sources.archives.decode import Undecodable, decode
from secretariat.sources.archives.document import Reading
from secretariat.sources.prices.csv_rows import csv_rows
from secretariat.sources.prices.json_rows import json_rows
from secretariat.sources.prices.rates import rates_of
from secretariat.sources.prices.rows import PricesUnreadable
from secretariat.sources.prices.settings import Settings

LARGEST_FILE = 32 * 1024 * 1024


def read_rates(settings: Settings, get: Callable[[str], Any]) -> Reading:
    """Read the exchange rates; ``get`` fetches the JSON of an address, with numbers as int or Decimal.

    The reading holds what the source states now. Sources state the last days only: whoever writes it keeps the days that
    are not in it. Raises PricesUnreadable, and whatever ``get`` raises.
    """
    rows = json_rows(get(settings.address), settings) if settings.address else csv_rows(_text(settings.file), settings)
    return rates_of(rows, settings.tokens)


def _text(file: str) -> str:
    path = Path(file)
    try:
        if not path.is_file():
            raise PricesUnreadable(f"There is no file {file}, which [prices] file names.")
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise PricesUnreadable(f"{file}, which [prices] file names, cannot be read: {error}.") from error
    if len(raw) > LARGEST_FILE:
        raise PricesUnreadable(f"{file} is larger than any file of exchange rates ({LARGEST_FILE:,} bytes).")
    try:
        return decode(raw).text
    except Undecodable as error:
        raise PricesUnreadable(f"{file}, which [prices] file names, is no text: {str(error).rstrip('.')}.") from error
