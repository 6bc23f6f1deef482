"""What the command takes from its start, and what each stage of a real brief takes."""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from content import chapters
from markdown_source import markdown

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "moscow-talks" / "brief.yaml"
BYTECODE = Path(tempfile.gettempdir()) / "briefgen-bench-bytecode"
"""An installed package has its modules compiled; the first start, which is not counted, does so here."""
TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""


def stages(to, rounds=9):
    """Read, compose and render the real example, each by itself."""
    from briefgen import api

    taken = {"load": [], "compose": [], f"render to {to}": []}
    for _ in range(rounds):
        marks = [time.process_time()]
        brief = api.load(EXAMPLE)
        marks.append(time.process_time())
        document = api.compose(brief)
        marks.append(time.process_time())
        api.render(document, to)
        marks.append(time.process_time())
        for times, start, end in zip(taken.values(), marks, marks[1:]):
            times.append(end - start)
    print(f"\n{'a real brief, stages':24}{'CPU ms':>10}")
    for stage, times in taken.items():
        print(f"{stage:24}{median(times[1:]) * 1000:10.1f}", flush=True)


def cold_pdf():
    """Start a process for one file: briefgen's command, and Python with typst."""
    import engine_typst

    from briefgen.themes import shipped

    folder = _folder()
    (folder / "x.typ").write_text(engine_typst.source(chapters(1, 1)), encoding="utf-8")
    (folder / "typ.py").write_text(TYPST, encoding="utf-8")
    fonts = str(shipped("themes", "fonts"))
    typst = [sys.executable, str(folder / "typ.py"), str(folder / "x.typ"), str(folder / "y.pdf"), fonts]
    _cold({"briefgen to PDF": _ours(folder, "pdf"), "typst": typst})


def cold_docx():
    """Start a process for one file: briefgen's command, and pandoc."""
    import engine_docx_pandoc
    import pypandoc

    folder = _folder()
    (folder / "x.md").write_text(engine_docx_pandoc.source(chapters(1, 1)), encoding="utf-8")
    pandoc = [pypandoc.get_pandoc_path(), "--toc", str(folder / "x.md"), "-o", str(folder / "y.docx")]
    _cold({"briefgen to Word": _ours(folder, "docx"), "pandoc": pandoc})


def _folder():
    """Make a folder that holds the content as a brief."""
    import yaml

    sections = [{"title": chapter.title, "body": markdown(chapter)} for chapter in chapters(1, 1)]
    brief = {"format": 1, "title": "A brief to measure with", "sections": sections}
    folder = Path(tempfile.mkdtemp())
    (folder / "x.yaml").write_text(yaml.safe_dump(brief, allow_unicode=True), encoding="utf-8")
    return folder


def _ours(folder, suffix):
    return [sys.executable, "-m", "briefgen", "build", str(folder / "x.yaml"), "-o", str(folder / f"x.{suffix}")]


def _cold(commands, rounds=11):
    taken = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(_cpu(command))
    ours = median(next(iter(taken.values()))[1:])
    print(f"\n{'one file from the start':24}{'CPU ms':>10}{'ratio':>8}")
    for name, times in taken.items():
        middle = median(times[1:])
        print(f"{name:24}{middle * 1000:10.1f}{ours / middle:8.2f}", flush=True)


def _cpu(command):
    """Run a program; give the CPU seconds that its process took."""
    null = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pid = os.posix_spawn(command[0], command, environment, file_actions=[null])
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime
