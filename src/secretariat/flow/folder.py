"""A published folder on disk: new files put in place of the old one by one, remembering which files are ours."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from secretariat.errors import SecretariatError

MANIFEST = "published.json"
CONTRACT = "secretariat.published/1"


class PublishRefused(SecretariatError):
    """Publishing cannot be done as asked; the message says why and what to do."""


def write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Write files (path below ``out`` to bytes) and remove those that an earlier publication left.

    All are written beside the folder's files first and then put in place one by one. Raises PublishRefused when
    ``out`` is a file, cannot be written, or holds a file of the same name that was not published here.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        known = _known(out)
        for path in (*files, *known):
            if not (out / path).parent.resolve().is_relative_to(out.resolve()):
                raise PublishRefused(
                    f"{(out / path).parent} is a link to outside {out}. Choose another folder with --out."
                )
        for path in files:
            if path not in known and (out / path).exists():
                raise PublishRefused(
                    f"{out / path} was not made by secretariat publish. Choose another folder with --out."
                )
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=out))
    except OSError as error:
        raise PublishRefused(f"The folder {out} cannot be written: {error.strerror}. Choose another one.") from error
    try:
        _put(out, new, {**files, MANIFEST: _manifest(files)})
        for path in sorted(known - set(files)):
            (out / path).unlink(missing_ok=True)
    except OSError as error:
        raise PublishRefused(
            f"Writing to {out} failed: {error.strerror}. What was there before may be mixed with new files; "
            "make room and publish again."
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put(out: Path, new: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes(content)
    for path in files:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).replace(out / path)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    listed = [{"path": path, "sha256": hashlib.sha256(content).hexdigest()} for path, content in sorted(files.items())]
    return (json.dumps({"contract": CONTRACT, "files": listed}, indent=1) + "\n").encode()


def _known(out: Path) -> set[str]:
    """List the files that an earlier publication wrote; a manifest that is not ours counts as none."""
    try:
        content = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        paths = {str(file["path"]) for file in content["files"]} if content["contract"] == CONTRACT else set()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    return {path for path in paths if _is_below(PurePosixPath(path)) and not (out / path).is_dir()}


def _is_below(path: PurePosixPath) -> bool:
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts
