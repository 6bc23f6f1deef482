"""The page of the commands and their options, made from the parsers.

Run from the repository's root to renew it:
`PYTHONPATH=. python tests/command_line_page.py > docs/reference/command-line.md`
"""

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction

from briefgen.cli import _parser

HEAD = """\
# The command line

`briefgen COMMAND --help` says the same as this page, which is made from the commands; renew it with
`PYTHONPATH=. python tests/command_line_page.py > docs/reference/command-line.md`.

`-` stands for standard input or output. Findings go to standard error as text; with `--format json` or `--format sarif`
they go to standard output, unless the document goes there. Nothing is printed when nothing is wrong.

| exit code | meaning |
| --- | --- |
| 0 | fine |
| 1 | the brief, a template or a theme is at fault; every mistake is told |
| 2 | the command line is at fault, or an output can't be written where it was asked for |
| 3 | a bug in briefgen, or a failing disk |
| 130 | interrupted with Ctrl-C |

Of a brief that is at fault nothing is written, in none of the formats; the other briefs of the same command are. Each
file is written whole or not at all.
"""


def command_line_page() -> str:
    """Write the page: each command with what it takes, in the order of `briefgen --help`."""
    commands = next(each for each in _parser()._actions if isinstance(each, _SubParsersAction))
    helps = {each.dest: each.help or "" for each in commands._choices_actions}
    return "\n".join([HEAD, *(section(name, helps[name], parser) for name, parser in commands.choices.items())])


def section(name: str, said: str, parser: ArgumentParser) -> str:
    """Write a command's heading, how it is called, and a row for each thing that it takes."""
    taken = [each for each in parser._actions if each.dest != "help" and each.help != SUPPRESS]
    places = [placed(each) for each in taken if not each.option_strings]
    call = " ".join(["briefgen", name, *places, *(["[OPTIONS]"] if len(places) < len(taken) else [])])
    rows = "\n".join(row(each) for each in taken)
    table = f"\n\n| takes | what it does |\n| --- | --- |\n{rows}" if rows else ""
    return f"## `{call}`\n\n{said[:1].upper()}{said[1:]}.{table}\n"


def placed(action: Action) -> str:
    """Write what stands in its place, as in a usage line."""
    name = str(action.metavar)
    return {"?": f"[{name}]", "+": f"{name}…"}.get(str(action.nargs), name)


def row(action: Action) -> str:
    """Write the row of an argument or option."""
    value = "" if action.nargs == 0 else str(action.metavar or "|".join(action.choices or [action.dest.upper()]))
    names = ", ".join(f"`{f'{each} {value}'.strip()}`".replace("|", "\\|") for each in action.option_strings)
    return f"| {names or f'`{placed(action)}`'} | {action.help} |"


if __name__ == "__main__":
    print(command_line_page(), end="")
