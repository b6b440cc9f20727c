"""The role's other tasks."""

from secretariat.duties.role_row import RoleRow

_OTHER = "Other tasks"

OTHER: tuple[RoleRow, ...] = (
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
