"""Make the pictures of Word pages beside those of the PDF: `python docs/pictures/word.py`.

It needs LibreOffice, which shows the Word file, and poppler's pdftoppm.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from briefgen import load, write

HERE = Path(__file__).parent
DPI, COLOURS, GAP = 75, 128, 10
EMBEDDING = 'extends = "institute"\nname = "embedding"\n[word]\nembed = true\n'
# Each picture: the page of the Word file, and the page of the PDF that says the same.
PAGES = {"word-and-pdf-1": (1, 1), "word-and-pdf-2": (8, 7)}


def main() -> None:
    """Write the example in both formats and put a page of each side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "theme.toml").write_text(EMBEDDING, "utf-8")
        brief = load(HERE.parents[1] / "examples" / "moscow-talks" / "brief.yaml")
        write(brief, folder / "word.docx", folder / "brief.pdf", theme=str(folder / "theme.toml"))
        shown = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*shown, "--outdir", folder, folder / "word.docx"], check=True)
        for picture, (left, right) in PAGES.items():
            _side_by_side(_page(folder / "word.pdf", left), _page(folder / "brief.pdf", right), picture)


def _page(file: Path, page: int) -> Image.Image:
    wanted = ["-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run(["pdftoppm", *wanted, file, file.with_suffix("")], check=True)
    with Image.open(file.with_suffix(".png")) as picture:
        return picture.convert("RGB")


def _side_by_side(left: Image.Image, right: Image.Image, name: str) -> None:
    width, height = left.size
    both = Image.new("RGB", (2 * width + 3 * GAP, height + 2 * GAP), "#C9CED3")
    both.paste(left, (GAP, GAP))
    both.paste(right, (width + 2 * GAP, GAP))
    small = both.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
