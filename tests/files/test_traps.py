"""Where YAML means something else than it seems to say."""

import pytest

from briefgen.errors import InputError
from briefgen.files import loads


def said(text: str) -> list[str]:
    """Give everything that reading says, whether it fails or warns."""
    try:
        return [str(found) for found in loads(text, "b.yaml").diagnostics]
    except InputError as error:
        return [str(found) for found in error.diagnostics]


QUOTES = "put the whole text in quotes, or on lines of its own after |"


def test_a_comment_after_unquoted_text_is_told():
    """`see item #4` loses `#4`; what is plainly a comment passes."""
    assert said("title: see item #4") == [
        "b.yaml:1:8 title: warning: '#4' is a comment here, and no part of the text; "
        "put the text in quotes, or two spaces before # if a comment is meant"
    ]
    assert said("title: see item # 4")
    assert said("title: T\nsubtitle: #4 of 5")
    assert said("title: 'see item' #4\n") == []
    assert said("title: see  # the item\nstatus: draft # for now\nedition:  # none\n") == []


def test_a_comma_in_braces_begins_a_field_and_is_told():
    """`{caption: Homes, 2025}` makes a key `2025`."""
    assert said("title: T\nexhibits:\n  - {caption: Homes, 2025}") == [
        "b.yaml:3:22 exhibits[0].2025: '2025' stands alone: within { }, a comma in unquoted text begins a new field; "
        "put the text that holds the comma in quotes"
    ]
    assert said("title: T\nexhibits:\n  - {caption: 'Homes, 2025', alt: }") == []


def test_a_comma_in_brackets_may_have_cut_a_text_and_is_told():
    """`[Collapse, followed by flight]` becomes two items; names and words are let pass."""
    assert said("title: T\nscenarios: [{name: A, risks: [Collapse, followed by flight]}]") == [
        "b.yaml:2:41 scenarios[0].risks[1]: warning: 'followed by flight' is an item of its own: "
        "within [ ], a comma in unquoted text begins a new item; "
        "if it belongs to the item before, put the whole text in quotes"
    ]
    assert said("title: T\nscenarios: [{name: A, risks: [Collapse, Flight to the west, 'of others']}]") == []
    assert said("title: T\nactors: [{name: R, aka: [Moscow, the Kremlin]}]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [@cbc] says", f"1:4: unquoted text can't begin with '@'; {QUOTES}"),
        ("title: `x`", f"1:8: unquoted text can't begin with '`'; {QUOTES}"),
        ("title: %x", f"1:8: unquoted text can't begin with '%'; {QUOTES}"),
        ("title: *new* talks", f"1:12: unquoted text can't begin with '*'; {QUOTES}"),
        ("title: *new", f"1:8: '*new' refers to nothing above it; {QUOTES}"),
        ("title: & co", f"1:9: unquoted text can't begin with '&'; {QUOTES}"),
        (
            "title: Talks open: now",
            f"1:18: unquoted text can't hold ': ' (a colon and a space); {QUOTES}; or put a space after each ':' above",
        ),
        (
            "title: 'Trump's return'",
            "1:15: the text goes on after its closing '; "
            "put the whole text in the other kind of quotes, or on lines of its own after |",
        ),
        (
            "title: [new] talks",
            f"1:14: the text goes on after the closing ]; [ and {{ begin lists and fields; {QUOTES}",
        ),
        (
            "title: 'Talks\nlanguage: en",
            "1:8: the quote that opens here is never closed; close it; write '' for an apostrophe within '…'",
        ),
        ("title: T\n\tlanguage: en", "2:1: a tab can't indent; indent with spaces"),
        (
            "title: T\nsubtitle\nlanguage: en",
            "2:1: this line has no ':' and continues nothing; indent it below the text that it continues",
        ),
        ("keywords: - a", "1:11: a list can't begin on the line of its name; begin it on the next line"),
        (
            "keywords:\n  - a\n b: c",
            "3:2: the indentation does not match the lines before; indent lines of one list or part alike",
        ),
        (
            "keywords: [a, b",
            "2:1: a list or fields opened with [ or { are not closed before this; close them with ] or }",
        ),
        ("title: |T\n  x", "1:9: text can't begin on the line of | or >; begin it on the next line, indented"),
        ('title: "a\\d"', "1:10: an unknown escape after \\ within \"…\"; write \\\\, or use '…'"),
        ("title: T\n---\ntitle: U", "2:1: a second document begins here; a file holds one brief"),
        ("? [a]\n: b", "1:3: a field's name is text, not a list or fields"),
    ],
)
def test_what_can_not_be_read_is_explained(text, expected):
    """Each syntax error says what stands there and how to write it."""
    assert said(text) == [f"b.yaml:{expected}"]
