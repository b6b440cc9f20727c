"""The journal: every decision, whether it is still what it was, and the whole of it to keep elsewhere."""

import json
from dataclasses import asdict
from typing import Any

from litestar import MediaType, Request, Response, get
from litestar.params import FromQuery

from secretariat.desk.shown import shown_entry
from secretariat.flow import ask_journal
from secretariat.web.forms import reading
from secretariat.web.site import Here

SHOWN = 200
"""So many entries stand on one page, the newest."""


@get("/journal", sync_to_thread=True)
def journal(
    site: Here, request: Request[Any, Any, Any], before: FromQuery[int | None] = None, check: FromQuery[bool] = False
) -> Response[Any]:
    """Show the newest entries, or those before one; with ``check`` also whether everything is as it was decided."""
    visit = reading(site, request, "read journal")
    if site.tour:
        site.tour.see("journal", visit.visitor.person.name)
    found = ask_journal.page(visit.context, SHOWN, before)
    return visit.page(
        "journal",
        entries=[shown_entry(seq, entry) for seq, entry in found.entries],
        total=found.total,
        last=found.last,
        verified=ask_journal.verify(visit.context) if check else None,
        older=found.entries[-1][0] if found.older else None,
    )


@get("/journal.json", sync_to_thread=True)
def export(site: Here, request: Request[Any, Any, Any]) -> Response[str]:
    """Give every entry whole, as ``secretariat journal --json`` does."""
    visit = reading(site, request, "read journal")
    rows = [
        {"seq": seq, **asdict(entry), "body": json.loads(entry.body)}
        for seq, entry in ask_journal.journal(visit.context)
    ]
    content = json.dumps({"contract": "secretariat.journal/1", "entries": rows}, ensure_ascii=False, indent=1)
    return Response(
        content=content,
        media_type=MediaType.JSON,
        headers={"content-disposition": 'attachment; filename="journal.json"'},
    )
