"""Characters that no document may hold, taken out of text, and how it is told."""

import re
import warnings

NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(c | 0xFFFE) + chr(c | 0xFFFF) for c in range(0, 0x110000, 0x10000))
BAD = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e{NONCHARACTERS}]")


class TextRepaired(UserWarning):
    """Text given from Python held characters that no document may hold; they were taken out."""


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text with line ends made LF and bad characters taken out, and the names of those.

    Control characters, noncharacters and bidirectional embeddings and overrides go; a lone surrogate
    becomes U+FFFD, because a character was lost there.

    >>> repair("a\\r\\nb\\0")
    ('a\\nb', ('U+0000',))
    """
    plain = NEWLINES.sub("\n", text)
    bad = dict.fromkeys(f"U+{ord(c):04X}" for c in BAD.findall(plain))
    return (BAD.sub(_instead, plain) if bad else plain), tuple(bad)


def _instead(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else ""


def repaired(text: str) -> str:
    """Give the text as documents may hold it; a Python warning tells what was taken out."""
    plain, bad = repair(text)
    if bad:
        warnings.warn(f"characters taken out of text: {', '.join(bad)}", TextRepaired, stacklevel=2)
    return plain
