import hashlib
import json
from pathlib import Path

import pytest

from secretariat.formats import csv_file, datapackage, parquet
from secretariat.formats.datapackage import PublishedFile
from tests.formats.invented import tables


def files() -> list[PublishedFile]:
    found = []
    for built in tables():
        found.append(PublishedFile(path=f"csv/{built.name}.csv", content=csv_file.render(built), built=built))
        if parquet.installed():
            found.append(
                PublishedFile(path=f"parquet/{built.name}.parquet", content=parquet.render(built), built=built)
            )
    found.append(PublishedFile(path="leaderboard.xlsx", content=b"not looked into"))
    return found


def package(published: list[PublishedFile]) -> bytes:
    return datapackage.render(
        name="council-leaderboard", title="Leaderboard", description="Invented.", as_of="2022-03-02", files=published
    )


def test_every_file_is_a_resource_with_its_size_and_digest() -> None:
    published = files()
    found = json.loads(package(published))
    assert found["profile"] == "data-package"
    assert found["as_of"] == "2022-03-02"
    by_path = {resource["path"]: resource for resource in found["resources"]}
    assert list(by_path) == [file.path for file in published]
    assert len({resource["name"] for resource in found["resources"]}) == len(published)
    for file in published:
        assert by_path[file.path]["bytes"] == len(file.content)
        assert by_path[file.path]["hash"] == "sha256:" + hashlib.sha256(file.content).hexdigest()
    kinds = by_path["csv/kinds.csv"]
    assert kinds["profile"] == "tabular-data-resource"
    assert kinds["schema"]["missingValues"] == [""]
    assert kinds["schema"]["fields"][2] == {
        "name": "stake",
        "type": "number",
        "description": "What stake is.",
        "unit": "tokens",
        "source": "the column stake",
    }
    assert by_path["leaderboard.xlsx"]["name"] == "leaderboard-xlsx"


def test_the_package_is_valid_and_so_are_its_tables(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    published = files()
    for file in [*published, PublishedFile(path="datapackage.json", content=package(published))]:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    read = frictionless.Package(str(tmp_path / "datapackage.json"))
    read.resources = [resource for resource in read.resources if resource.path.endswith(".csv")]
    report = read.validate()
    assert report.valid, report.to_summary()
    rows = read.get_resource("kinds").read_rows()
    assert str(rows[2]["stake"]) == "-100000000000000000000"
    assert set(list(rows[1].to_dict().values())[:-1]) == {None}


def test_equal_files_give_equal_bytes() -> None:
    assert package(files()) == package(files())
