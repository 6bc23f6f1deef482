"""What the command takes from its start, and what each stage of a real brief takes."""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from content import chapters

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "moscow-talks" / "brief.yaml"
BYTECODE = Path(tempfile.gettempdir()) / "briefgen-bench-bytecode"
"""An installed package has its modules compiled; the first start, which is not counted, does so here."""
TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""


def stages(rounds=9):
    """Read, compose and render the real example, each by itself."""
    from briefgen import api

    taken = {"load": [], "compose": [], "render": []}
    for _ in range(rounds):
        start = time.process_time()
        brief = api.load(EXAMPLE)
        loaded = time.process_time()
        document = api.compose(brief)
        composed = time.process_time()
        api.render(document, "pdf")
        taken["load"].append(loaded - start)
        taken["compose"].append(composed - loaded)
        taken["render"].append(time.process_time() - composed)
    print(f"\n{'a real brief, stages':24}{'CPU ms':>10}")
    for stage, times in taken.items():
        print(f"{stage:24}{median(times[1:]) * 1000:10.1f}", flush=True)


def cold(rounds=9):
    """Start a process for one file: briefgen's command, and Python with typst."""
    import engine_typst

    from briefgen.themes import shipped

    folder = Path(tempfile.mkdtemp())
    content = chapters(1, 1)
    (folder / "x.yaml").write_text(_yaml(content), encoding="utf-8")
    (folder / "x.typ").write_text(engine_typst.source(content), encoding="utf-8")
    (folder / "typ.py").write_text(TYPST, encoding="utf-8")
    commands = {
        "briefgen": ["-m", "briefgen", "build", str(folder / "x.yaml"), "-o", str(folder / "x.pdf")],
        "typst": [
            str(folder / "typ.py"),
            str(folder / "x.typ"),
            str(folder / "y.pdf"),
            str(shipped("themes", "fonts")),
        ],
    }
    taken = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(_cpu(command))
    print(f"\n{'one file from the start':24}{'CPU ms':>10}{'ratio':>8}")
    for name, times in taken.items():
        share = median(taken["briefgen"][1:]) / median(times[1:])
        print(f"{name:24}{median(times[1:]) * 1000:10.1f}{share:8.2f}", flush=True)


def _cpu(command):
    """Run Python; give the CPU seconds that the process took."""
    null = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pid = os.posix_spawn(sys.executable, [sys.executable, *command], environment, file_actions=[null])
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime


def _yaml(content):
    """Write the content as a brief."""
    import yaml

    sections = [{"title": chapter.title, "body": _markdown(chapter)} for chapter in content]
    return yaml.safe_dump({"format": 1, "title": "A brief to measure with", "sections": sections}, allow_unicode=True)


def _markdown(chapter):
    paragraphs = "\n\n".join("".join(_inline(run) for run in runs) for runs in chapter.paragraphs)
    items = "\n".join(f"- {item}" for item in chapter.items)
    lines = [chapter.head, ["---"] * 3, *chapter.rows]
    return f"{paragraphs}\n\n{items}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _inline(run):
    match run.kind:
        case "strong":
            return f"**{run.text}**"
        case "emphasis":
            return f"*{run.text}*"
        case "link":
            return f"[{run.text}](https://example.org/source?page=1)"
        case "note":
            return f" ({run.text})"
    return run.text
