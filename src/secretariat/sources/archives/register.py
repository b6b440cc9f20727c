"""The register of formats, in the order they are asked."""

from secretariat.sources.archives import election_results, jsg_requests
from secretariat.sources.archives.bounties import notes as bounty_notes
from secretariat.sources.archives.bounties import register as bounty_register
from secretariat.sources.archives.bounties import schema as bounty_schema
from secretariat.sources.archives.bounties import table as bounty_table
from secretariat.sources.archives.council import report as council_report
from secretariat.sources.archives.dumps import chain_dump, member_dump
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.kpis import document as kpi_document
from secretariat.sources.archives.kpis import earnings as kpi_earnings
from secretariat.sources.archives.kpis import leaderboard as kpi_leaderboard
from secretariat.sources.archives.kpis import okr
from secretariat.sources.archives.kpis import schema as kpi_schema
from secretariat.sources.archives.reports import hand_leaderboard
from secretariat.sources.archives.spending import csv_ledger as spending_csv
from secretariat.sources.archives.spending import json_ledger as spending_json
from secretariat.sources.archives.surveys import survey
from secretariat.sources.archives.tokenomics import report as tokenomics_report
from secretariat.sources.archives.validators import offences as validator_offences
from secretariat.sources.archives.validators import points as validator_points

FORMATS: tuple[Format, ...] = (
    spending_csv.FORMAT,
    spending_json.FORMAT,
    tokenomics_report.FORMAT,
    council_report.FORMAT,
    hand_leaderboard.FORMAT,
    chain_dump.FORMAT,
    member_dump.FORMAT,
    election_results.FORMAT,
    kpi_document.FORMAT,
    kpi_schema.FORMAT,
    kpi_earnings.FORMAT,
    kpi_leaderboard.FORMAT,
    bounty_register.FORMAT,
    bounty_schema.FORMAT,
    bounty_table.FORMAT,
    bounty_notes.FORMAT,
    jsg_requests.FORMAT,
    survey.FORMAT,
    okr.FORMAT,
    validator_points.FORMAT,
    validator_offences.FORMAT,
)
