"""The role, row by row: what it asks, what the desk does about it, and how far that is."""

from dataclasses import dataclass
from typing import Literal

State = Literal["works", "partly", "planned"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleRow:
    """One sentence, or one group of sentences, of the role.

    ``proof`` names the test, the run and its date for a row that works, and what is missing for one that works partly.
    """

    id: str
    section: str
    asks: str
    does: str
    duty: str
    state: State = "planned"
    proof: str = ""


_BASIC = "Basic requirements"
_ELECTION = "After a new election is started"
_COUNCIL = "After a new council is elected"
_END = "After the council's term is completed"
_OTHER = "Other tasks"

ROLE: tuple[RoleRow, ...] = (
    RoleRow(
        id="B1",
        section=_BASIC,
        asks="Tell council members and users what is to be done and voted on, and start the threads for it.",
        does="A digest for each audience that names only what its reader still has to do; drafted threads.",
        duty="proposals, terms",
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
    ),
    RoleRow(
        id="B5",
        section=_BASIC,
        asks="Help people understand the council and proposals, and show the less used kinds neutrally.",
        does="A page for each proposal type from live parameters, a bulletin on the least used, a checker of drafts.",
        duty="guidance",
        state="partly",
        proof="Use of each type is counted (table proposal-types); pages, bulletin and checker are planned.",
    ),
    RoleRow(
        id="B6",
        section=_BASIC,
        asks="Point out validators that perform unevenly, and extreme growth of users or storage.",
        does="Figures for each validator and series of growth with alerts that say since when and what was ruled out.",
        duty="health",
        state="partly",
        proof="Archived points are published (tables validators, growth); live watching and alerts are planned.",
    ),
    RoleRow(
        id="B7",
        section=_BASIC,
        asks="Find limits and improvements of reports, elections and proposals.",
        does="Collects evidence through the term and drafts a list with numbers.",
        duty="reports, issues",
        state="partly",
        proof="The register of problems in published reports (table problems); the term's list is planned.",
    ),
    RoleRow(
        id="B8",
        section=_BASIC,
        asks="Promote forum and governance, and help people choose the category of a post.",
        does="A category adviser with reasons, near-duplicates, unanswered questions, a weekly digest on taking part.",
        duty="guidance, forum",
    ),
    RoleRow(
        id="B9",
        section=_BASIC,
        asks="Keep the council leaderboard: as much data as there is, with new perspectives, shared.",
        does="Terms, elections, seats, members, proposals, spending, groups, validators, growth, forum, KPIs and bounties"
        " as workbook, data files and site, each figure with its source.",
        duty="leaderboard",
        state="partly",
        proof="From the archives (tests/acceptance); the live network joins with the live sources.",
    ),
    RoleRow(
        id="B10",
        section=_BASIC,
        asks="Push voting along, on proposals and in elections.",
        does="Who has not voted, the last block at which a vote counts, what the outcome can still be; reminders in time.",
        duty="proposals, elections",
    ),
    RoleRow(
        id="B11",
        section=_BASIC,
        asks="Communicate processes and workflow transparently.",
        does="A public page on how we work, a calendar and a feed, all built for the public audience.",
        duty="web, publish",
    ),
    RoleRow(
        id="B12",
        section=_BASIC,
        asks="Stay neutral, and keep out of personnel decisions.",
        does="A measurable gate on every outgoing word.",
        duty="desk/neutrality",
    ),
    RoleRow(
        id="B13",
        section=_BASIC,
        asks="Keep a broad overview of each working group.",
        does="Lead, workers, openings, budget, spending, missed rewards, run-out date and reports of each group.",
        duty="working_groups",
        state="partly",
        proof="Groups and workers of each archived term are published (tables groups, workers); live figures are planned.",
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
        proof="Import, repairs and tables work (tests/duties/spending); new spending and writing back are planned.",
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
    RoleRow(
        id="E1",
        section=_ELECTION,
        asks="Start the thread in which applicants introduce themselves.",
        does="Drafted as soon as announcing starts; a restarted election goes on in the same thread.",
        duty="elections",
    ),
    RoleRow(
        id="E2",
        section=_ELECTION,
        asks="Make the community aware of it, and help with questions.",
        does="An announcement for each channel and a questions page with figures from the chain.",
        duty="elections",
    ),
    RoleRow(
        id="E3",
        section=_ELECTION,
        asks="Point out concerns such as few candidates and deadlines.",
        does="Candidates against the number needed, late-candidate risk, thin stake, each with the last usable block.",
        duty="elections",
    ),
    RoleRow(
        id="E4",
        section=_ELECTION,
        asks="Watch the application, vote and reveal stages and say what is needed.",
        does="The stage from chain state, a message for each stage, a failed election explained with its numbers.",
        duty="elections",
    ),
    RoleRow(
        id="E5",
        section=_ELECTION,
        asks="Tell the benefits of taking part, and the KPI rewards that can be earned.",
        does="A section from the current KPI set and the councilor reward on chain.",
        duty="elections",
    ),
    RoleRow(
        id="E6",
        section=_ELECTION,
        asks="Tell applicants how best to apply for the votes of Jsgenesis.",
        does="A neutral checklist from the published criteria, with source and date; never advice for one person.",
        duty="elections",
    ),
    RoleRow(
        id="C1",
        section=_COUNCIL,
        asks="Make the proposal that elects the council secretary, with a GitHub link.",
        does="A neutral call for people willing to serve, drafts on request, the approval clock, then the mandate.",
        duty="terms",
    ),
    RoleRow(
        id="C2",
        section=_COUNCIL,
        asks="Break down each KPI in a thread and start the discussion of each.",
        does="KPI documents imported and checked; an overview thread and a discussion post for each KPI.",
        duty="kpis",
        state="partly",
        proof="KPI documents are imported and checked (tables kpis, kpi-rounds); threads are planned.",
    ),
    RoleRow(
        id="C2a",
        section=_COUNCIL,
        asks="Highlight significant annihilation terms.",
        does="First on the page: which event destroys which reward, what is at risk, how far it is from happening.",
        duty="kpis",
        state="partly",
        proof="Terms are found in the documents (column annihilation of table kpis); the page is planned.",
    ),
    RoleRow(
        id="C3",
        section=_COUNCIL,
        asks="Check the KPIs regularly and post updates.",
        does="Evidence rules at every run, an update only when something changed, grading and rewards for each member.",
        duty="kpis",
        state="partly",
        proof="Past gradings and earnings are published (kpi-earnings, kpi-members); live checks are planned.",
    ),
    RoleRow(
        id="C4",
        section=_COUNCIL,
        asks="Start a thread for feedback on the council round.",
        does="Drafted at the start of the term, linked everywhere, summarised at its end.",
        duty="terms",
    ),
    RoleRow(
        id="T1",
        section=_END,
        asks="Start the thread for term summaries, and highlight it with its deadline.",
        does="Drafted before the term ends, with its deadline, who has posted, reminders and the handover pack.",
        duty="terms, handover",
    ),
    RoleRow(
        id="O1",
        section=_OTHER,
        asks="Manage pull requests on the community repository; merge what a proposal or a ruleset approved.",
        does="A pure decision for each pull request, bound to its head commit; says what is missing; never merges twice.",
        duty="pull_requests",
    ),
    RoleRow(
        id="O1b",
        section=_OTHER,
        asks="Assign review to Jsgenesis where code needs one.",
        does="Paths and file types that are code get the reviewers assigned and the reason posted.",
        duty="pull_requests",
    ),
    RoleRow(
        id="O2",
        section=_OTHER,
        asks="Gather feedback of users from time to time, with threads and ways to give it.",
        does="Feedback rounds with honest counts and a drafted summary.",
        duty="feedback",
        state="partly",
        proof="Published surveys are imported and checked (table surveys); rounds of our own are planned.",
    ),
    RoleRow(
        id="O3",
        section=_OTHER,
        asks="Produce reports from time to time, and the templates that say what they must hold.",
        does="Reports with figures filled in, people's parts marked, identities checked, rebuilt byte for byte.",
        duty="reports",
    ),
    RoleRow(
        id="O4",
        section=_OTHER,
        asks="Collect pull requests without a proposal and make one that lists them.",
        does="Collects and checks them, writes the proposal with a manifest; exactly that set is merged after approval.",
        duty="pull_requests",
    ),
    RoleRow(
        id="O4b",
        section=_OTHER,
        asks="Keep problematic pull requests apart, with proposals of their own.",
        does="A named concern moves a pull request out into its own draft.",
        duty="pull_requests",
    ),
    RoleRow(
        id="O5",
        section=_OTHER,
        asks="Create and manage GitHub issues, and highlight those that need Jsgenesis.",
        does="Issue drafts with labels, triage of new ones; nothing is closed for age alone.",
        duty="issues",
    ),
    RoleRow(
        id="O5b",
        section=_OTHER,
        asks="Open issues from time to time that gather feedback on reports.",
        does="Drafted each period from the collected evidence.",
        duty="issues",
    ),
    RoleRow(
        id="P1",
        section="What happens during a term",
        asks="Do what a particular council session brings: calls, outages, promises.",
        does="Notes and written texts of a person go through the same desk: they remind, are handed over, are approved.",
        duty="desk",
    ),
)
