"""Fuzz one target for some seconds, guided by what each input reaches: `python tests/fuzz/fuzz.py prose 600`.

Stops at the first input that brings anything but a told error, takes more than two seconds of the processor, or needs
more than two gigabytes; the input is left as `out/fuzz/crash-…`, and its name in place of the seconds runs it again.
What reached something new is kept in `out/fuzz/` too, for the next run to go on from.
"""

import sys
import tempfile
from pathlib import Path
from time import process_time

import atheris

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "out" / "fuzz"
SLOWEST = 2  # seconds of the processor
LIMITS = ("-max_len=2048", "-timeout=60", "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={KEPT}/")

KEPT.mkdir(parents=True, exist_ok=True)
tempfile.tempdir = str(KEPT)  # the fuzzer ends the process without tidying up
sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["briefgen", "markdown_it", "mdit_py_plugins", "jinja2"]):
    from targets import TARGETS, seeds

    for name, target in TARGETS.items():  # what is imported late is instrumented too
        for seed in seeds(name):
            target(seed)


def main(name: str, last: str) -> None:
    """Run a target for so many seconds, or over one file."""

    def run(data: bytes) -> None:
        before = process_time()
        TARGETS[name](data)
        assert process_time() - before < SLOWEST, f"took {process_time() - before:.1f} s"

    what = [str(corpus(name)), f"-max_total_time={last}"] if last.isdigit() else [last]
    atheris.Setup([sys.argv[0], *what, *LIMITS], run)
    atheris.Fuzz()


def corpus(name: str) -> Path:
    """Give the folder of what a target has been fuzzed with, the seeds among it."""
    folder = KEPT / name
    folder.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (folder / f"seed-{number}").write_bytes(seed)
    return folder


if __name__ == "__main__":
    main(*sys.argv[1:])
