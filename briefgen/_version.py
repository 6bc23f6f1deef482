"""The version of the installed package."""

from functools import lru_cache


@lru_cache
def version() -> str:
    """Read the version from the installed package's metadata; `0` when it runs uninstalled."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("briefgen")
    except PackageNotFoundError:
        return "0"
