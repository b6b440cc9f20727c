"""Publish: render the tables in the store as files for an audience."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.freshness import banner
from secretariat.facts.networks import MAINNET
from secretariat.facts.perspectives import Perspective, perspectives
from secretariat.facts.records import CHAIN
from secretariat.facts.tables import Built, for_audience
from secretariat.flow.announced import CALENDAR, WHAT, announced
from secretariat.flow.context import Context
from secretariat.flow.despite import built_despite
from secretariat.flow.folder import PublishRefused, write_folder
from secretariat.flow.freshness import freshness_now
from secretariat.flow.guides import site_guides
from secretariat.flow.views import saved_views
from secretariat.store.engine import reading
from secretariat.store.live import sources_known
from secretariat.store.tables import load_all

if TYPE_CHECKING:
    from secretariat.formats.site_guides import Guides

TITLE = "Joystream council leaderboard"
_LINES = (
    "Every figure comes from a published source and names it; where sources differ, the table checks has both.",
    "What no source tells is left empty. No table ranks people.",
)
Progress = Callable[[str], object]


def public_tables(context: Context) -> tuple[Built, ...]:
    """Load every published table with the columns the public may see, and the yeses despite concerns as they are now.

    Raises PublishRefused when nothing was imported yet.
    """
    with reading(context.engine) as connection:
        builts = tuple(for_audience(built, "public") for built in load_all(connection))
        despite = built_despite(context, connection)
    if not builts:
        raise PublishRefused("Nothing is published yet. Run: secretariat import PATH, or secretariat sync")
    return (*builts, replace(despite, as_of=builts[0].as_of))


def publish_files(
    context: Context, out: Path, views: Path | None, progress: Progress = str, *, even_if_stale: bool = False
) -> tuple[str, ...]:
    """Write the workbook, the data files and the site into a folder; gives a line for each kind of file.

    ``progress`` is told what is being made. Equal tables give equal bytes. All is rendered before the first file is
    put in place; the files are then put in place one by one. Raises PublishRefused for a folder that holds somebody
    else's files, and when a configured source is stale: with ``even_if_stale`` what is published says so in its first line.
    """
    said = _banner(context, even_if_stale=even_if_stale)
    builts = public_tables(context)
    seen = perspectives(saved_views(views), builts)
    beside = dict(announced(context, said))
    files = {**dict(_rendered(builts, seen, said, progress, beside, site_guides(context))), **beside}
    progress(f"writing {len(files)} files")
    write_folder(out, files)
    return tuple(_told(out, files, builts, seen))


def _banner(context: Context, *, even_if_stale: bool) -> tuple[str, ...]:
    """Give the sentences that what is published is not up to date, or of a practice network. Raises PublishRefused."""
    with reading(context.engine) as connection:
        said = banner(freshness_now(context, connection))
        known = sources_known(connection).get(CHAIN)
    if said and not even_if_stale:
        raise PublishRefused(
            f"{said} Nothing was published. Run `secretariat sync` and look at `secretariat status`; "
            "--even-if-stale publishes all the same, with this said on it."
        )
    other = known is not None and known.chain is not None and known.chain != MAINNET_GENESIS
    return (*([_other_network(context)] if other else []), *([said] if said else []))


def _other_network(context: Context) -> str:
    """Say that the figures which stand under mainnet are of another chain, such as a practice network's."""
    chain = context.config.settings.get("chain")
    named = f"the network {chain.network}" if chain and chain.network.lower() != MAINNET else "another network"
    return f"Not Joystream's main network: every row of mainnet in here is of {named}."


def _rendered(
    builts: tuple[Built, ...],
    seen: tuple[Perspective, ...],
    said: tuple[str, ...],
    progress: Progress,
    beside: Mapping[str, bytes],
    guides: "Guides | None",
) -> Iterator[tuple[str, bytes]]:
    """Give every file with its path; what is ``said`` of the figures stands in each whose format has a place for it."""
    from secretariat.formats import charts, csv_file, datapackage, parquet, site, xlsx
    from secretariat.formats.datapackage import PublishedFile
    from secretariat.formats.site_tables import Download

    notice, lines = " ".join(said), (*said, *_LINES)
    data = []
    for built in builts:
        progress(f"table {built.name}")
        data.append(PublishedFile(path=f"csv/{built.name}.csv", content=csv_file.render(built), built=built))
        if parquet.installed():
            data.append(
                PublishedFile(path=f"parquet/{built.name}.parquet", content=parquet.render(built, notice), built=built)
            )
    progress("workbook")
    data.append(PublishedFile(path="leaderboard.xlsx", content=xlsx.render(builts, seen, title=TITLE, lines=lines)))
    package = datapackage.render(
        name="council-leaderboard", title=TITLE, description=" ".join(lines), as_of=builts[0].as_of, files=data
    )
    data.append(PublishedFile(path="datapackage.json", content=package))
    yield from ((file.path, file.content) for file in data)
    progress("charts")
    drawn = charts.drawings(seen)
    downloads = [
        Download(
            path=file.path,
            what=file.built.title if file.built else _WHAT[file.path],
            length=len(file.content),
            table=file.built.name if file.built else None,
        )
        for file in data
    ]
    downloads += [Download(path=path, what=WHAT[path], length=len(made), table=None) for path, made in beside.items()]
    progress("pages")
    yield from site.site_files(
        builts, seen, drawn, title=TITLE, lines=_LINES, downloads=downloads, banner=notice, guides=guides
    )


_WHAT = {
    "leaderboard.xlsx": "The whole leaderboard as a workbook, with charts",
    "datapackage.json": "Description of all data files (Frictionless Data Package)",
}


def _told(
    out: Path, files: dict[str, bytes], builts: tuple[Built, ...], seen: tuple[Perspective, ...]
) -> Iterator[str]:
    if CALENDAR in files:
        yield f"{out / 'calendar.ics'} and {out / 'feed.atom'}: deadlines to subscribe to, and what was said in public"
    size = sum(len(content) for content in files.values())
    yield f"{out / 'index.html'}: the site, {len(builts)} tables and {len(seen)} views"
    yield f"{out / 'leaderboard.xlsx'}: the workbook"
    yield f"{out / 'csv'} and {out / 'datapackage.json'}: the data and its description"
    if any(path.startswith("parquet/") for path in files):
        yield f"{out / 'parquet'}: the same tables as Parquet"
    else:
        yield "No Parquet: install secretariat[lake]"
    if not any(path.startswith("charts/") for path in files):
        yield "No charts on the site: install secretariat[charts]"
    yield f"{len(files)} files, {size / 1_000_000:.1f} MB"
