"""The configuration to begin with: mainnet, every address and limit at hand, each with a word about it."""

from importlib.resources import files
from pathlib import Path

from secretariat import config
from secretariat.errors import SecretariatError


class ConfigThere(SecretariatError):
    """There is a configuration already."""


def write_first_config(out: Path | None) -> Path:
    """Write the configuration and give its path. Raises ConfigThere, and OSError for a place that cannot be written."""
    path = out or Path(config.FILE_NAME)
    if path.is_dir():
        path = path / config.FILE_NAME
    text = files("secretariat.flow").joinpath("first-config.toml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise ConfigThere(f"{path} is there already and was not touched. Give another place with --out.") from error
    return path
