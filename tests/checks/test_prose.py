"""What prose refers to, and what Markdown can't be."""

from briefgen.checks import check
from briefgen.model import Actor, Brief, Claim, Event, Source


def test_citations_and_references_in_prose_are_checked():
    """A citation means a source; a reference any part; each is told by its field."""
    brief = Brief(
        "T",
        bottom_line="Reported [@cbc, p. 4; @cbs] and [unconfirmed](#claim-met) or [not](#claim-mett).",
        timeline=[Event("E", reports=[Claim("Met [@russia].", id="claim-met")])],
        actors=[Actor("Russia", id="russia")],
        sources=[Source("CBC", id="cbc")],
    )
    assert [str(found) for found in check(brief)] == [
        "bottom_line: 'cbs' is the id of no source; nearest: 'cbc'",
        "bottom_line: 'claim-mett' is the id of no part of this brief; nearest: 'claim-met'",
        "timeline[0].reports[0].statement: 'russia' is an actor; expected a source",
    ]


def test_what_markdown_can_not_be_is_told_with_its_field_and_line():
    """A link of a refused scheme in prose, a heading where none may stand."""
    brief = Brief("T", bottom_line="One.\n\n[two](javascript:x)", background="# Fine here")
    (found,) = check(brief)
    assert (found.path, found.code) == ("bottom_line", "refused-link")
    assert "(line 3 of the text)" in found.message
