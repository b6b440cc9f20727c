"""The headings of weekly notes: which one bounty a note reports on."""

import re

_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_BOUNTY = re.compile(r"\bbounty\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bbounty\s*(?:(?:no|nr|number|id)\b\.?)?\s*[:#(\-]?\s*#?([0-9]{1,6})(?![\d.]*\d)", re.IGNORECASE
)
_LIST = re.compile(r"\s*(?:[+,&/]|and\b)\s*#?\d", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)[0-9]{1,6}(?!\d)")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NOT_ITS_NUMBER = re.compile(
    r"(?<!\d)\d{1,4}[-_./]\d{1,2}[-_./]\d{1,4}(?!\d)"  # a day in figures
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s*\d{{4}}\b"  # 3 March 2031
    rf"|(?<!bounty )\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?!\w)"  # 3 March, but not the 3 of "bounty 3 may"
    rf"|\b{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b|\b{_MONTH}\s*\d{{4}}\b"  # March 3, 2031; March 2031
    r"|\b(?:19|20)\d\d\b"  # a year
    r"|\b(?:proposal|thread|term|council|round|kpi|page|part)\s*#?\d[\d.]*"  # the number of something else
    r"|\bweek\s*#?\d{1,2}\b|\breport\s*(?:no\.?|nr\.?)?\s*#\d{1,6}\b",  # the number of the week or the report
    re.IGNORECASE,
)


def reported_bounty(heading: str) -> int | None:
    """Give the bounty that a heading with the words report and bounty names, in any order; None without exactly one.

    ``Report bounty 5``, ``Weekly report - Bounty 5`` and ``Bounty 5 weekly report (...)`` name bounty 5. The number
    right after the word bounty counts; without one the heading's only number that is no day, year, week or number of
    the report itself. A list such as ``Bounty 5 + 6`` names no single bounty.
    """
    heading = heading[:300]
    if not _REPORT.search(heading) or not _BOUNTY.search(heading):
        return None
    plain = _NOT_ITS_NUMBER.sub(" \u2022 ", heading)
    after = list(_NUMBERED.finditer(plain))
    if any(_LIST.match(plain, match.end()) for match in after):
        return None
    numbers = {int(match[1]) for match in after} or {int(found) for found in _NUMBER.findall(plain)}
    return numbers.pop() if len(numbers) == 1 else None
