"""Link fields hold addresses that are safe to follow."""

import pytest

from briefgen.checks import check
from briefgen.errors import Severity
from briefgen.model import Brief, Person, Source


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "\\\\server\\share",
        "//server/share",
        "C:\\x",
        "ftp://example.org",
        "https://",
        "https://example.org/" + "x" * 3000,
    ],
)
def test_links_of_other_schemes_are_refused_by_their_field(address):
    """Only http, https and mailto may be followed."""
    (found,) = check(Brief("T", sources=[Source("S", url=address)]))
    assert (found.code, found.path, found.severity) == ("unsafe-link", "sources[0].URL", Severity.ERROR)


def test_a_bare_address_is_told_how_to_be_written():
    """`www.example.org` lacks its scheme."""
    assert [str(found) for found in check(Brief("T", sources=[Source("S", url="www.example.org")]))] == [
        "sources[0].URL: 'www.example.org' is refused as a link; expected an http, https or mailto address; "
        "write 'https://www.example.org'"
    ]


def test_what_becomes_a_link_is_checked_too():
    """DOIs, ORCID iDs and addresses for mail."""
    brief = Brief(
        "T",
        authors=[Person("Ana", email="ana@example.org", orcid="0000-0002-1825-0097")],
        contacts=[Person("Eve", email="eve@x.org?bcc=all", orcid="javascript:x")],
        sources=[Source("S", doi="javascript:x")],
    )
    assert [found.path for found in check(brief)] == ["contacts[0].email", "contacts[0].orcid", "sources[0].DOI"]
