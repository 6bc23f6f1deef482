"""Make the pictures of pages that the documents show: `python docs/pictures/make.py`. It needs poppler's pdftoppm."""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from briefgen import compose, load
from briefgen.backends.base import RenderOptions
from briefgen.backends.pdf import PdfBackend
from briefgen.themes import load_theme

HERE = Path(__file__).parent
DPI, COLOURS = 75, 128
# Each picture: the example, the template's options, and an anchor or the number of the page that is shown.
PAGES = {
    "moscow-talks-1": ("moscow-talks", {}, 1),
    "moscow-talks-cover": ("moscow-talks", {"cover": True}, 1),
    "moscow-talks-reports": ("moscow-talks", {}, 3),
    "public-health-scenarios": ("public-health", {}, "scenarios"),
}


def main() -> None:
    """Render each page and write its picture beside this script."""
    renderer = PdfBackend().prepare(load_theme(), RenderOptions())
    for name, (example, options, page) in PAGES.items():
        document = compose(load(HERE.parents[1] / "examples" / example / "brief.yaml"), options=options)
        rendered = renderer.render(document)
        _picture(rendered.data, page if isinstance(page, int) else rendered.pages[page], HERE / f"{name}.png")


def _picture(data: bytes, page: int, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brief.pdf"
        file.write_bytes(data)
        wanted = ["-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
        subprocess.run(["pdftoppm", *wanted, file, file.with_suffix("")], check=True)
        with Image.open(file.with_suffix(".png")) as picture:
            small = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
