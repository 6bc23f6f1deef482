"""Every snippet of the documents works as written: files are written, commands run, and what they print is compared."""

import shutil
from itertools import pairwise

import pytest
from snippets import PAGES, ROOT, Snippet, alike, captured, commands, printed, snippets

from briefgen.checks import check
from briefgen.errors import BriefgenError
from briefgen.files.load import loads

ELSEWHERE = {"write-a-backend.md": ("python", "toml", "jinja", "console")}  # a package with tests of its own
NOTHING = Snippet("", "", "", 0)


def findings(text, form="yaml"):
    """Give what is told about a brief that is written in a file."""
    try:
        loaded = loads(text, "brief.yaml", form=form)
    except BriefgenError as error:
        return "".join(f"{found}\n" for found in error.diagnostics)
    return "".join(f"{found}\n" for found in (*loaded.diagnostics, *check(loaded.brief, loaded.places)))


def tell(snippet, after, folder):
    """Do what a page says with one snippet, in the folder of its story; `after` is the next one."""
    match snippet:
        case Snippet("yaml" | "json" | "markdown", "", text):
            assert findings(text, snippet.language) == ""
        case Snippet("yaml", "trap", text):
            assert (after.language, findings(text)) == ("text", after.text)
        case Snippet("console", "", text):
            for command, shown in commands(text):
                assert alike(shown, real := printed(command, folder)[1]), f"{command}:\n{real}"
        case Snippet("sh", "", text):
            for command in text.splitlines():
                assert printed(command, folder)[0] == 0, command
        case Snippet("python", "", text):
            run = compile(text, "snippet", "exec")
            shown = after.text if after.language == "text" else ""
            assert captured(lambda: exec(run, {"__name__": "__main__"})) == (None, shown)
        case Snippet("text" | "{toctree}" | "{eval-rst}"):
            pass
        case Snippet(language, what, text) if language and what:
            path = folder / what.removeprefix("+")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if what.startswith("+") else "w", encoding="utf-8") as file:
                file.write(text)
        case _:
            raise AssertionError(f"nothing says how to try the snippet in line {snippet.line}: {snippet.text[:60]!r}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_snippets_of_a_page_work_one_after_another(page, tmp_path, monkeypatch):
    """Whoever follows a page with their hands gets what the page shows."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    ours = [each for each in snippets(page) if each.language not in ELSEWHERE.get(page.name, ())]
    for snippet, after in pairwise([*ours, NOTHING]):
        tell(snippet, after, tmp_path)


@pytest.mark.parametrize(
    "snippet",
    [
        Snippet("yaml", "", "titel: Talks\n", 1),
        Snippet("yaml", "trap", "title: Talks\n", 1),
        Snippet("console", "", "$ briefgen explain title\ntitle: Something else.\n", 1),
        Snippet("console", "", "briefgen explain title\n", 1),
        Snippet("sh", "", "briefgen check no-such-file.yaml\n", 1),
        Snippet("sh", "", "rm -r .\n", 1),
        Snippet("python", "", "print('a')\n", 1),
        Snippet("toml", "", "a = 1\n", 1),
        Snippet("", "", "a = 1\n", 1),
    ],
)
def test_a_snippet_that_does_not_work_is_found(snippet, tmp_path):
    """The tests above can fail."""
    with pytest.raises(AssertionError):
        tell(snippet, NOTHING, tmp_path)
