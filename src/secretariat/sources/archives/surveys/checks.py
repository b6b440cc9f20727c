"""What must be true of a survey's shares: between 0 and 100, a whole number of people, 100 together."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Reading

MAX_RESPONSES = 1_000_000


def check_answer(reading: Reading, key: str, fact: SurveyAnswer, line: int) -> None:
    """Note a share outside 0 to 100, or one that no number of people out of the responses gives."""
    share = fact.share
    if share is None:
        return
    what = ""
    if share < 0:
        return  # as every figure below zero it is unknown, and was reported so
    if share > 100:
        what = f"The share {share:f}% is more than all of 100%."
    elif fact.responses is not None and not _people(share, fact.responses):
        what = f"No number of people out of {fact.responses} responses is {share:f}%."
    if what:
        reading.problem(
            "impossible-figure",
            line,
            subject=f"{key} share",
            what=what,
            repair="Set the share; fewer people may have answered this question than the survey.",
            target=Target(kind=SurveyAnswer.KIND, key=key, field="share"),
        )


def check_sum(reading: Reading, line: int, answers: Sequence[SurveyAnswer]) -> None:
    """Note a question with one answer each whose shares are not 100 together, within the rounding of every share."""
    shares = [answer.share for answer in answers]
    if not answers or answers[0].several_answers or any(share is None for share in shares):
        return
    total = sum((Fraction(share) for share in shares if share is not None), Fraction(0))
    rounding = sum((_unit(share) / 2 for share in shares if share is not None), Fraction(0))
    if abs(total - 100) > rounding:
        reading.problem(
            "total-not-sum",
            line,
            subject=f"question {answers[0].question_number} shares",
            what=f"The shares of question {answers[0].question_number} come to {_text(total)}%, not to 100%.",
            repair="Mend the share that is wrong, or say that several answers were allowed.",
        )


def _people(share: Decimal, responses: int) -> bool:
    """Tell whether a number of people out of the responses gives the share, rounded or cut at its last digit."""
    if not 0 < responses <= MAX_RESPONSES:
        return responses > 0
    wanted, unit = Fraction(share), _unit(share)
    nearest = int(wanted * responses / 100)
    for people in range(max(nearest - 1, 0), min(nearest + 2, responses) + 1):
        exact = Fraction(people * 100, responses)
        if abs(exact - wanted) <= unit / 2 or 0 <= exact - wanted < unit:
            return True
    return False


def _unit(share: Decimal) -> Fraction:
    """Give the value of one step of the last printed digit."""
    exponent = share.as_tuple().exponent
    return Fraction(1, 10 ** max(0, -exponent)) if isinstance(exponent, int) else Fraction(1)


def _text(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
