"""The same document gives the same file, whoever renders it and when."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, sys
sys.path[:0] = [{root!r}, {tests!r}]
from documents import everything, hostile
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.themes import load_theme
renderer = PdfBackend().prepare(load_theme(), RenderOptions())
for document in ({order}):
    print(hashlib.sha256(renderer.render(document).data).hexdigest())
"""


def digests(order, **environment):
    """Render documents in a process of its own."""
    tests = Path(__file__).parents[2]
    script = SCRIPT.format(root=str(tests.parent), tests=str(tests), order=order)
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.mark.slow
def test_the_bytes_depend_on_the_document_alone():
    """Neither hash seed nor time zone nor what was rendered before makes a difference."""
    first = digests("everything(), hostile()", PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    again = digests("hostile(), everything(), hostile()", PYTHONHASHSEED="77", TZ="America/Lima")
    assert first == [again[1], again[0]]
    assert again[0] == again[2]
    assert len({hashlib.sha256(d.encode()).digest() for d in first}) == 2
