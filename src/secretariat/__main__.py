"""The entry point: answers ``--version`` at once, and hands everything else to the commands."""

import sys

__version__ = "0.1.0"


def main() -> None:
    """Run the command line; exits with 0, 1 for a defect, or 2 for something the person can mend."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"secretariat {__version__}\n")
        return
    from secretariat.cli.app import run

    run()


if __name__ == "__main__":
    main()
