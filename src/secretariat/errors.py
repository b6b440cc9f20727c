"""The errors a person can do something about; anything else is a bug and shows a traceback."""


class SecretariatError(Exception):
    """Say in one or two sentences what is wrong and what to do about it.

    The command line prints the message and exits with 2.
    """
