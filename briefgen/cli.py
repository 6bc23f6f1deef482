"""The command line: `briefgen build brief.yaml -o brief.pdf`.

Exit codes: 0 fine, 1 the input is at fault, 2 the command line is, 3 a bug or a failing disk, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import BriefgenError, Diagnostic, OutputError, UsageError, at_fault

if TYPE_CHECKING:
    from .model import Brief

FINE, INPUT, USAGE, FAILURE = 0, 1, 2, 3
INTERRUPTED = 130  # what shells give for Ctrl-C: 128 and the number of its signal
STREAM = Path("-")
_SLASHES = ("/", "\\")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    _collect_seldom()
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except UsageError as error:
        print(f"briefgen: {error}", file=sys.stderr)
        return USAGE
    except OutputError as error:
        _report(error.diagnostics, options)
        return USAGE
    except BriefgenError as error:
        _report(error.diagnostics, options)
        return INPUT
    except BrokenPipeError:
        sys.stderr.close()
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"briefgen: {where}{error.strerror or error}", file=sys.stderr)
        return FAILURE
    except Exception:
        import traceback

        traceback.print_exc()
        print("briefgen: this is a bug in briefgen; please report it with the lines above", file=sys.stderr)
        return FAILURE
    return code


def _collect_seldom() -> None:
    """Look for cycles seldom, and not once more at the end, when all that was imported goes anyway.

    Nearly everything that a command makes stays until it is done; looking through it took a sixth of a short command.
    """
    gc.set_threshold(1_000_000, 10, 10)
    atexit.register(gc.freeze)


class _Once(argparse.Action):
    """Takes an option once; a second one would silently undo the first."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        if getattr(namespace, self.dest) != self.default:
            parser.error(f"{option} stands twice; name several formats with --to, such as --to pdf,docx")
        setattr(namespace, self.dest, values)


class _Version(argparse.Action):
    """Prints the version when asked; finding it out costs more than a short command."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from ._version import version

        print(f"briefgen {version()}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="briefgen", description="Make PDF, Word and Markdown of a brief.")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog=parser.prog)
    _build_parser(commands.add_parser("build", help="write briefs in one or more formats"))
    _check_parser(commands.add_parser("check", help="find what is wrong with briefs, and write nothing"))
    _more(commands)
    return parser


def _more(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that stand in modules of their own, which are imported when they run."""
    new = commands.add_parser("new", help="begin a brief: write a starter file")
    new.add_argument("template", nargs="?", default="", metavar="TEMPLATE", help="a template's name")
    explain = commands.add_parser("explain", help="say what a field or a part is")
    explain.add_argument("path", nargs="?", default="brief", metavar="PATH", help="such as scenario.likelihood")
    schema = commands.add_parser("schema", help="write the JSON Schema of a brief's file, for editors")
    config = commands.add_parser("config", help="show which settings hold, and where they come from")
    config.add_argument("file", nargs="?", default="", metavar="FILE", help="a brief; else what holds in this folder")
    trace = commands.add_parser("trace", help="say what a part rests on, and what falls without it")
    trace.add_argument("file", metavar="FILE", help="a brief in YAML, JSON or Markdown; - is standard input")
    trace.add_argument("id", metavar="ID", help="the id of a source, judgment, effect, claim or any other part")
    trace.add_argument("--format", choices=("text", "json"), default="text", help="how it is told")
    for parser, output in ((new, "brief.yaml"), (schema, "-")):
        parser.add_argument(
            "-o", "--output", default=output, metavar="FILE", help=f"the file to write ({output}); - is standard output"
        )
    for parser in (new, explain, schema, config, trace):
        parser.set_defaults(run=_runs(parser.prog.split()[-1]))


def _runs(name: str) -> Callable[[argparse.Namespace], int]:
    """Give what runs a command: `run` in the module of its name."""

    def run(options: argparse.Namespace) -> int:
        from importlib import import_module

        import_module(f".commands.{name}", __package__).run(options)
        return FINE

    return run


def _build_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a brief in YAML, JSON or Markdown; - is standard input"
    )
    parser.add_argument(
        "-o",
        "--output",
        action=_Once,
        default="",
        metavar="OUT",
        help="a file, or a folder ending with /; - is standard output",
    )
    parser.add_argument("--to", default="", metavar="FORMATS", help="pdf, docx, md, or several with commas")
    parser.add_argument("--template", default="", help="a template's name or path")
    parser.add_argument("--theme", default="", help="a theme's name or path")
    parser.add_argument("--page-size", default="", choices=("A4", "Letter"), help="the paper, if not the theme's")
    parser.add_argument(
        "--comments", action="store_true", help="findings and remarks as comments; -review is added to each file's name"
    )
    parser.add_argument(
        "--passages", action="store_true", help="keep in a Word file, unseen, which field each passage shows"
    )
    parser.add_argument("--release", default="", metavar="LEVEL", help="leave out what is marked above, and prove it")
    _common(parser)
    parser.set_defaults(run=_build)


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a brief in YAML, JSON or Markdown; - is standard input"
    )
    _common(parser)
    parser.set_defaults(run=_check)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="how findings are told")


# --- commands -----------------------------------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    from .commands.reading import read

    plan = [(file, _outputs(file, options)) for file in options.files]
    _no_clash([path for _, outputs in plan for path in outputs])
    found: list[Diagnostic] = []
    code = FINE
    try:
        for file, outputs in plan:
            try:
                found += _make(read(file), outputs, options)
            except BriefgenError as error:
                code = USAGE if isinstance(error, OutputError) else code or INPUT
                found += error.diagnostics
    finally:  # what was found is told even where the disk fails afterwards
        _report(found, options)
    return code


def _make(brief: Brief, outputs: dict[Path, str], options: argparse.Namespace) -> tuple[Diagnostic, ...]:
    from . import api

    chosen = api.Choices(
        template=options.template,
        theme=options.theme,
        page_size=options.page_size,
        strict=options.strict,
        comments=options.comments,
        passages=options.passages,
        release=options.release,
    )
    if STREAM not in outputs:
        with _folder(options.output):
            return api.write_all(brief, outputs, chosen)
    (data,), found = api.produce(brief, [outputs[STREAM]], chosen)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return found


def _folder(out: str) -> AbstractContextManager[None]:
    from .output import new_folder

    return new_folder(Path(out)) if out.endswith(_SLASHES) else nullcontext()


def _check(options: argparse.Namespace) -> int:
    from . import api
    from .commands.reading import read

    found: list[Diagnostic] = []
    for file in options.files:
        try:
            found += api.check(read(file))
        except BriefgenError as error:
            found += error.diagnostics
    _report(found, options)
    return INPUT if at_fault(found, options.strict) else FINE


# --- outputs ------------------------------------------------------------------------------------------------------


def _outputs(file: str, options: argparse.Namespace) -> dict[Path, str]:
    """Name the outputs of a file, each with its format: in a folder by the brief's name, else as was given."""
    out = options.output
    suffixes = {_suffix(name.strip()): name.strip() for name in options.to.split(",") if name.strip()}
    if out == "-":
        return _stream(options, list(suffixes))
    if not out or out.endswith(_SLASHES) or os.path.isdir(out):
        stem = "brief" if file == "-" else Path(file).stem
        return {Path(out or ".") / f"{stem}{suffix}": suffix for suffix in suffixes or [".pdf"]}
    if len(options.files) > 1:
        raise UsageError(f"{len(options.files)} briefs can't be written into one file; end -o with / to name a folder")
    if len(suffixes) < 2:
        return {Path(out): next(iter(suffixes), "") or _suffix(out)}
    stem = out.removesuffix(Path(out).suffix) if Path(out).suffix in suffixes else out
    return {Path(f"{stem}{suffix}"): suffix for suffix in suffixes}


def _suffix(name: str) -> str:
    """Give the suffix of a format, by its name or by a file's name."""
    from .api import TREE
    from .backends.registry import backend_for

    if name == "tree" or name.endswith(TREE):
        return TREE
    try:
        return backend_for(Path(name).suffix or name).suffix
    except BriefgenError as error:
        raise UsageError(str(error)) from None


def _stream(options: argparse.Namespace, suffixes: list[str]) -> dict[Path, str]:
    if len(suffixes) != 1 or len(options.files) != 1:
        raise UsageError("standard output takes one brief in one format: name it with --to, such as --to md")
    return {STREAM: suffixes[0]}


def _no_clash(paths: Sequence[Path]) -> None:
    seen: set[Path] = set()
    for path in paths:
        if path in seen:
            raise UsageError(f"two briefs would both be written to {path}; give them names of their own")
        seen.add(path)


def _report(found: Sequence[Diagnostic], options: argparse.Namespace) -> None:
    """Tell the findings: as text on standard error, as JSON or SARIF on standard output where it is free."""
    from .report import FORMATS

    form = getattr(options, "format", "text")
    stream = sys.stderr if form == "text" or getattr(options, "output", "") == "-" else sys.stdout
    stream.write(FORMATS[form](found))
