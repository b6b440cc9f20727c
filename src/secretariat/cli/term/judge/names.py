"""Names and titles of strangers as they stand in our words: the same letters, whatever signs were made harmless."""

import re
import unicodedata

NO_NAME = "noname"


def same_letters(said: str, true: str) -> bool:
    """Tell whether words are a name, or its beginning where they end with an ellipsis; where nothing of it shows, that there is none."""
    cut = said.endswith("…")
    letters, whole = _letters(re.sub(r"\\(.)", r"\1", said)), _letters(true)
    return letters == (whole or (letters and NO_NAME)) or (cut and bool(letters) and whole.startswith(letters))


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum())
