"""KPIs: what every round offered, what it paid to whom, what the sources contradict, and the key results of a quarter."""

from secretariat.duties.duty import Duty
from secretariat.duties.kpis import earnings, key_results, kpis, members, rounds
from secretariat.duties.kpis.rules import problems

DUTY = Duty(
    name="kpis",
    role=("C2", "C2a", "C3"),
    needs=(
        "kpi-round",
        "kpi",
        "kpi-grading",
        "kpi-term-earnings",
        "kpi-earning",
        "kpi-leader",
        "key-result",
    ),
    tables=(rounds.TABLE, kpis.TABLE, earnings.TABLE, members.TABLE, key_results.TABLE),
    problems=problems,
)
