"""The role, row by row: its basic requirements, and what elections, terms and other occasions ask."""

from secretariat.duties.role_basic import BASIC
from secretariat.duties.role_row import RoleRow

_ELECTION = "After a new election is started"
_COUNCIL = "After a new council is elected"
_END = "After the council's term is completed"
_OTHER = "Other tasks"

ROLE: tuple[RoleRow, ...] = (
    *BASIC,
    RoleRow(
        id="E1",
        section=_ELECTION,
        asks="Start the thread in which applicants introduce themselves.",
        does="Drafted as soon as announcing starts; a restarted election goes on in the same thread.",
        duty="elections",
        state="works",
        proof="The thread is concluded as soon as announcing starts, and a restart posts into it (tests/duties/elections/test_thread.py,"
        " tests/duties/elections/test_worlds.py); an ordinary and a failing election played by `secretariat demo --term`, 2026-11-29.",
    ),
    RoleRow(
        id="E2",
        section=_ELECTION,
        asks="Make the community aware of it, and help with questions.",
        does="An announcement for each channel and a questions page with figures from the chain.",
        duty="elections",
        state="partly",
        proof="Announcements and the questions page are concluded (tests/duties/elections/test_stages.py); channels beside Discord,"
        " forum and file are planned.",
    ),
    RoleRow(
        id="E3",
        section=_ELECTION,
        asks="Point out concerns such as few candidates and deadlines.",
        does="Candidates against the number needed, late-candidate risk, thin stake, each with the last usable block.",
        duty="elections",
        state="works",
        proof="Candidates are held against the number needed at 72 and 24 hours, late withdrawals, late candidates and thin stake are"
        " told (tests/duties/elections/test_candidacy.py, tests/duties/elections/test_votes.py); `secretariat deadlines` tells the last"
        " usable block on each branch (tests/facts/test_deadlines_carried_out.py); a failing election played by `secretariat demo --term`,"
        " 2026-11-29.",
    ),
    RoleRow(
        id="E4",
        section=_ELECTION,
        asks="Watch the application, vote and reveal stages and say what is needed.",
        does="The stage from chain state, a message for each stage, a failed election explained with its numbers.",
        duty="elections",
        state="works",
        proof="A message for each stage, and a failed election explained with its numbers"
        " (tests/duties/elections/test_stages.py, tests/duties/elections/test_worlds.py); an ordinary and a failing election played by"
        " `secretariat demo --term`, 2026-11-29.",
    ),
    RoleRow(
        id="E5",
        section=_ELECTION,
        asks="Tell the benefits of taking part, and the KPI rewards that can be earned.",
        does="A section from the current KPI set and the councilor reward on chain.",
        duty="elections",
        state="partly",
        proof="The section has the councilor reward on chain (tests/duties/elections/test_stages.py); KPI rewards join with the duty"
        " of KPIs.",
    ),
    RoleRow(
        id="E6",
        section=_ELECTION,
        asks="Tell applicants how best to apply for the votes of Jsgenesis.",
        does="A neutral checklist from the published criteria, with source and date; never advice for one person.",
        duty="elections",
        state="works",
        proof="The checklist is configured with source and date and withheld when too old (tests/duties/elections/test_thread.py);"
        " an ordinary and a failing election played by `secretariat demo --term`, 2026-11-29.",
    ),
    RoleRow(
        id="C1",
        section=_COUNCIL,
        asks="Make the proposal that elects the council secretary, with a GitHub link.",
        does="A neutral call for people willing to serve, drafts on request, the approval clock, then the mandate.",
        duty="terms",
        state="partly",
        proof="The call, the list in a drawn order, drafts on request, the clock, the mandate and the permission are concluded"
        " (tests/duties/terms/test_call.py, tests/duties/terms/test_elects.py, tests/duties/terms/test_worlds.py); played by `secretariat demo --term`, 2026-11-30; GitHub is looked at by a person until it is read.",
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
        state="works",
        proof="The thread is concluded in the term's first block, once for each council (tests/duties/terms/test_feedback.py), and summed up from facts when the term has ended"
        " (tests/duties/terms/test_feedback_summary.py); played by `secretariat demo --term`, 2026-12-01. What was said is written by a person.",
    ),
    RoleRow(
        id="T1",
        section=_END,
        asks="Start the thread for term summaries, and highlight it with its deadline.",
        does="Drafted before the term ends, with its deadline, who has posted, reminders and the handover pack.",
        duty="terms, handover",
        state="partly",
        proof="The thread is concluded before the earliest election, its deadline and reminders after it, and who has posted"
        " (tests/duties/terms/test_summaries.py, tests/duties/terms/test_worlds.py), and an agenda of the handover is prepared"
        " (tests/duties/terms/test_handover.py, tests/flow/desk/test_at_desk.py), and the page /term shows the whole term (tests/web/test_term.py); played by `secretariat demo --term`, 2026-11-30;"
        " the handover pack is planned.",
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
        does="Notes (owner, due, audience, each term) and written texts of a person go through the same desk.",
        duty="desk",
        state="partly",
        proof="`secretariat note add` puts a task on the desk with owner, due block or date, audience, or in each term "
        "(tests/desk/test_notes.py); `secretariat write` a text for a place, which passes neutrality, yes and outbox like any other "
        "(tests/cli/test_desk_commands.py). That a KPI or an executed Signal gives a task with its source is planned.",
    ),
)
