"""Cues: single words and short phrases that say nothing alone and are not neutral together, where no family fits."""

from dataclasses import dataclass

from secretariat.desk.neutrality.families import cue_praise, cue_pressure, cue_topics
from secretariat.desk.neutrality.families.family import Kind

WRITTEN = {**cue_praise.WRITTEN, **cue_topics.WRITTEN, **cue_pressure.WRITTEN}


@dataclass(frozen=True, kw_only=True, slots=True)
class Combination:
    """Cues that are not neutral together: one of each in ``needs`` (``one|other``), and none of ``but``.

    It is looked for where no family fits; with ``always`` also beside families, and those that yield to its kind give way.
    """

    kind: Kind
    needs: tuple[str, ...]
    but: tuple[str, ...] = ()
    always: bool = False


COMBINATIONS = (
    Combination(
        kind="personnel",
        needs=("person", "staffing", "takes|stance|mine"),
        but=("facts", "polite", "serving"),
        always=True,
    ),
    Combination(kind="urgency", needs=("person", "duty", "mine|stance|press|loud|thou|denial"), but=("facts",)),
    Combination(kind="disparagement", needs=("person", "bad"), but=("seat",)),
    Combination(kind="urgency", needs=("person", "press", "thou|loud")),
    Combination(kind="comparison", needs=("people", "compare"), but=("facts",)),
    Combination(kind="comparison", needs=("person", "compare", "mine|stance|good|bad"), but=("facts", "job")),
    Combination(kind="personnel", needs=("person", "job", "mine|stance|good|bad"), but=("facts", "serving")),
    Combination(kind="comparison", needs=("person", "rate")),
    Combination(kind="disparagement", needs=("person", "bad")),
    Combination(kind="endorsement", needs=("person", "good")),
    Combination(kind="endorsement", needs=("person", "seat", "mine|stance"), but=("facts", "serving")),
    Combination(kind="endorsement", needs=("person", "seat", "thou"), but=("facts",)),
    Combination(kind="comparison", needs=("group", "rate"), but=("facts",)),
    Combination(kind="personnel", needs=("staff", "takes"), but=("facts",)),
    Combination(kind="disparagement", needs=("group", "bad")),
    Combination(kind="endorsement", needs=("prop", "verdict", "mine|stance"), but=("facts",)),
    Combination(kind="urgency", needs=("act", "press"), but=("facts",)),
    Combination(kind="urgency", needs=("you", "press", "loud")),
)
"""The first that fits a sentence counts."""
