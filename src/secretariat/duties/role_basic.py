"""The role's basic requirements: what is asked at all times."""

from secretariat.duties.role_row import RoleRow

_BASIC = "Basic requirements"

BASIC: tuple[RoleRow, ...] = (
    RoleRow(
        id="B1",
        section=_BASIC,
        asks="Tell council members and users what is to be done and voted on, and start the threads for it.",
        does="A digest for each audience that names only what its reader still has to do; drafted threads.",
        duty="proposals, terms, digests",
        state="partly",
        proof="Each council member has a digest of exactly what waits for their vote, on Discord or by their contact (tests/duties/proposals/test_members.py,"
        " tests/duties/digests/test_council.py), each lead one of reports and budget (tests/duties/digests/test_leads.py), and everybody one in counts alone"
        " (tests/duties/digests/test_community.py), never twice on a day (tests/duties/digests/test_worlds.py); votes, the days after an election, the digest for everybody and those to members and leads by mail played by"
        " `secretariat demo --term`, 2026-12-01. Words go out on Discord, on Telegram, by e-mail and as files, in parts where they are long"
        " (tests/flow/test_parts.py, tests/faults/test_delivery.py, tests/effects/mail/test_mail.py), and who has something due and no working"
        " contact is a task (tests/desk/test_reach.py); threads beside those of elections and terms are planned.",
    ),
    RoleRow(
        id="B2",
        section=_BASIC,
        asks="Tell Jsgenesis about essential issues of the platform.",
        does="A register of approved requests and platform issues; a drafted message at once when severe, else a letter.",
        duty="leaderboard, issues, health",
        state="partly",
        proof="The register of requests is imported and published (table jsgenesis-requests); letters are planned.",
    ),
    RoleRow(
        id="B3",
        section=_BASIC,
        asks="Watch GitHub for council operations, proposals and coming updates.",
        does="Watches the configured repositories, sorts out what concerns the council, summarises weekly.",
        duty="repo_watch",
    ),
    RoleRow(
        id="B4",
        section=_BASIC,
        asks="Know what is developed and not yet deployed, and guide users towards it.",
        does="A release radar; guidance paragraphs that know from when until when they hold; a page on what is coming.",
        duty="repo_watch, guidance",
        state="partly",
        proof="Guide paragraphs hold from a block, date or spec version until one; a new spec version makes those stale whose subject it changed, with"
        " a banner and a task (tests/facts/test_guide_paragraphs.py, tests/duties/guidance/test_paragraphs.py), and what it changed for proposals is drafted for everybody"
        " (tests/duties/guidance/test_runtime.py); the radar is planned.",
    ),
    RoleRow(
        id="B5",
        section=_BASIC,
        asks="Help people understand the council and proposals, and show the less used kinds neutrally.",
        does="A page for each proposal type from live parameters, a bulletin on the least used, a checker of drafts.",
        duty="guidance, leaderboard",
        state="works",
        proof="Each type has its guide from live constants (table proposal-guides, tests/duties/guidance/test_guides.py), its use by term is"
        " counted (table proposal-use), and a bulletin tells the least used (tests/duties/guidance/test_bulletin.py), and `secretariat check-proposal` checks a draft"
        " (tests/duties/guidance/test_checking.py, tests/flow/test_check_proposal.py);"
        " guides and bulletin played by `secretariat demo --term`, 2026-11-30.",
    ),
    RoleRow(
        id="B6",
        section=_BASIC,
        asks="Point out validators that perform unevenly, and extreme growth of users or storage.",
        does="Figures for each validator and series of growth with alerts that say since when and what was ruled out.",
        duty="health",
        state="partly",
        proof="Points and growth are published (tables validators, growth), the chain's eras and dated totals are read"
        " (tests/sources/chain/test_read_chain.py, tests/query_node/test_growth.py); watching and alerts are planned.",
    ),
    RoleRow(
        id="B7",
        section=_BASIC,
        asks="Find limits and improvements of reports, elections and proposals.",
        does="Collects evidence through the term and drafts a list with numbers.",
        duty="reports, issues",
        state="partly",
        proof="The register of problems in published reports (table problems); incidents of the term are proposed in private and enter a report by a person's yes"
        " (tests/duties/terms/test_incidents.py, tests/flow/desk/test_incidents.py); the term's list is planned.",
    ),
    RoleRow(
        id="B8",
        section=_BASIC,
        asks="Promote forum and governance, and help people choose the category of a post.",
        does="A category adviser with reasons, near-duplicates, unanswered questions, a weekly digest on taking part.",
        duty="guidance, forum",
        state="works",
        proof="Advice on a draft, measured on real titles (tests/duties/forum/test_adviser.py, tests/duties/forum/test_measured.py);"
        " unanswered questions, digest, hints, dormant pre-proposals (tests/duties/forum/test_rules.py,"
        " tests/duties/forum/test_worlds.py); played by `secretariat demo --term`, 2026-11-30.",
    ),
    RoleRow(
        id="B9",
        section=_BASIC,
        asks="Keep the council leaderboard: as much data as there is, with new perspectives, shared.",
        does="Terms, elections, seats, members, proposals, spending, groups, validators, growth, forum, KPIs and bounties"
        " as workbook, data files and site, each figure with its source.",
        duty="leaderboard",
        state="partly",
        proof="From the archives (tests/acceptance) and the live sources (tests/duties/leaderboard/test_mainnet.py,"
        " tests/flow/sync/test_pioneer_sync.py); what no source gives is listed with why (table unknown-figures). What changed in"
        " each ended term is drafted as a post (tests/duties/leaderboard/test_term_post.py, tests/flow/desk/test_published_terms.py). A run"
        " on the public network and sharing it there are planned.",
    ),
    RoleRow(
        id="B10",
        section=_BASIC,
        asks="Push voting along, on proposals and in elections.",
        does="Who has not voted, the last block at which a vote counts, what the outcome can still be; reminders in time.",
        duty="proposals, elections",
        state="partly",
        proof="Reminders before the end of voting and revealing, votes not revealed (tests/duties/elections/test_votes.py); who has not"
        " voted on proposals, outcomes and reminders (tests/duties/proposals/test_members.py, tests/duties/proposals/test_votes.py,"
        " tests/facts/test_proposal_outcomes.py); the last block at which a vote counts, for each type that can be created, on every way of"
        " the election ahead (tests/devnet/runtime/test_last_vote.py, tests/devnet/runtime/test_after_votes.py), and every outcome of every"
        " tally (tests/devnet/runtime/test_outcomes.py), both against the practice network as the desk reads it; votes played by `secretariat demo --term`, on Discord and by mail, 2026-12-01.",
    ),
    RoleRow(
        id="B11",
        section=_BASIC,
        asks="Communicate processes and workflow transparently.",
        does="A public page on how we work, a calendar and a feed, all built for the public audience.",
        duty="web, publish",
        state="partly",
        proof="`secretariat publish` writes calendar and feed (tests/facts/test_calendar.py, tests/formats/test_ical.py, tests/flow/desk/test_announced.py),"
        " with the reports and term summaries that are due (tests/facts/test_calendar_of_term.py, tests/flow/desk/test_calendar_of_term.py),"
        " as in each stage of `secretariat demo --term`, 2026-11-30; the page on how we work is planned.",
    ),
    RoleRow(
        id="B12",
        section=_BASIC,
        asks="Stay neutral, and keep out of personnel decisions.",
        does="A measurable gate on every outgoing word.",
        duty="desk/neutrality",
        state="partly",
        proof="The structure of words that name candidates is held to a drawn order, the same fields and the same space, and own words name no"
        " candidate beside it (tests/desk/test_neutrality.py, tests/flow/desk/test_who_stands.py); a lexicon looks at every outgoing word, and a"
        " yes despite a concern needs a public reason (tests/desk/neutrality/test_words.py, tests/desk/neutrality/test_names.py), which is"
        " published (tests/flow/desk/test_private.py). The office's paragraphs on guides pass it too (tests/duties/guidance/test_paragraphs.py).",
    ),
    RoleRow(
        id="B13",
        section=_BASIC,
        asks="Keep a broad overview of each working group.",
        does="Lead, workers, openings, budget, spending, missed rewards, run-out date and reports of each group.",
        duty="working_groups",
        state="partly",
        proof="Groups and workers of every term, openings with what came of their applications"
        " (tests/duties/leaderboard/test_openings.py), budgets at both ends and event by event (tables groups, workers, openings,"
        " budgets), reckoned to the base unit (tests/facts/test_budget_reckoning.py); missed rewards, run-out dates and reports"
        " are planned.",
    ),
    RoleRow(
        id="B14",
        section=_BASIC,
        asks="Keep an account with tokens for newer, genuine users who want to apply or propose.",
        does="A grants book with published terms, separate checks, a second person's approval and receipts from the chain.",
        duty="grants",
    ),
    RoleRow(
        id="B15",
        section=_BASIC,
        asks="Maintain the spending categories file, and inform about it from time to time.",
        does="Imports the file with a repair log; finds new spending; a person confirms categories; writes the file back.",
        duty="spending",
        state="partly",
        proof="Import, repairs and tables work (tests/duties/spending), funding requests of the live network without a category"
        " are listed (tests/duties/spending/test_mainnet.py); confirming categories and writing back are planned.",
    ),
    RoleRow(
        id="B16",
        section=_BASIC,
        asks="Track bounties that wait for reimbursement and send them to Jsgenesis from time to time.",
        does="Register, payments, what is not reimbursed at which rate; claim packets with states and ageing.",
        duty="bounties",
        state="partly",
        proof="Register, payments, unreimbursed and refills are published (tests/duties/bounties); claims are planned.",
    ),
)
