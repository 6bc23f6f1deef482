"""One engine in a process of its own: reads seeds from standard input, writes what each file took as JSON."""

import importlib
import json
import resource
import sys
import time

from content import chapters, long_table

ENGINES = {
    "briefgen": ("engine_briefgen", "prepare", "source"),
    "justified": ("engine_briefgen", "prepare_justified", "source"),
    "typst": ("engine_typst", "prepare", "source"),
    "typst alike": ("engine_typst", "prepare_alike", "source_alike"),
    "reportlab": ("engine_reportlab", "prepare", "source"),
    "weasyprint": ("engine_weasyprint", "prepare", "source"),
    "briefgen docx": ("engine_docx_briefgen", "prepare", "source"),
    "docxtpl": ("engine_docx_docxtpl", "prepare", "source"),
    "python-docx": ("engine_docx_plain", "prepare", "source"),
    "pandoc": ("engine_docx_pandoc", "prepare", "source"),
}


PROGRAMS = resource.RUSAGE_CHILDREN


def _cpu():
    """Give the CPU seconds so far of this process and of the programs that it ran."""
    programs = resource.getrusage(PROGRAMS)
    return time.process_time() + programs.ru_utime + programs.ru_stime


def main(engine, case):
    """Render a document for each seed; CPU seconds of all threads and programs, bytes, and the most memory in MB."""
    module, prepare, source = ENGINES[engine]
    loaded = importlib.import_module(module)
    render = getattr(loaded, prepare)()
    for line in sys.stdin:
        content = long_table(int(line)) if case == "table" else chapters(int(line), int(case))
        given = getattr(loaded, source)(content)
        start = _cpu()
        data = render(given)
        taken = _cpu() - start
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, PROGRAMS)) / 1024
        print(json.dumps({"cpu": taken, "bytes": len(data), "peak": peak}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
