"""The sections that ``[terms]`` requires of reports, laid beside the facts of a review for the duties that tell of reports, too."""

from collections.abc import Iterable
from dataclasses import replace

from secretariat.duties.duty import Duty
from secretariat.duties.terms.settings import Settings
from secretariat.facts.records import Stated
from secretariat.facts.report_sections import SETTINGS, RequiredSection
from secretariat.facts.reporting_cycle import REPORTS
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.context import Context


def with_required_sections(context: Context, snapshot: Snapshot, duties: Iterable[Duty]) -> Snapshot:
    """Add them where a duty watches them; none where there is no ``[terms]``, or it requires none."""
    settings: Settings | None = context.config.settings.get("terms")
    watched = any(each.kind == RequiredSection.KIND for duty in duties for each in duty.watches)
    if settings is None or not watched:
        return snapshot
    found = [RequiredSection(report=report, heading=one) for report in REPORTS for one in settings.sections(report)]
    stated = tuple(
        Stated(
            kind=RequiredSection.KIND,
            key=f"{each.report}/{place}",
            file="settings",
            format=SETTINGS,
            line=place,
            fact=each,
        )
        for place, each in enumerate(found, start=1)
    )
    return replace(snapshot, by_kind={**snapshot.by_kind, RequiredSection.KIND: stated})
