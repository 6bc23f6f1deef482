"""How fast PDF is made, beside other engines: `make bench-pdf`.

Each engine has a process of its own; all take turns within one run, each time with a document that it has not seen,
since machines are not equally fast from one minute to the next. Only the ratios within one run say something.

    python tests/benchmarks/bench_pdf.py [--slow] [--engine NAME]... [--case 1|10|100|table|stages|cold]...
"""

import argparse
import json
import subprocess
import sys
from itertools import count
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ENGINES = ["briefgen", "typst", "typst alike", "reportlab", "weasyprint"]
ROUNDS = {"1": 15, "10": 5, "100": 2, "table": 3}
WARM = {"1": 3, "10": 1, "100": 0, "table": 1}
SLOW = {("weasyprint", "10"): 2, ("weasyprint", "table"): 1, ("weasyprint", "100"): 1, ("reportlab", "table"): 2}
"""Engines that take many seconds run fewer times."""


class Worker:
    """An engine's process."""

    def __init__(self, engine, case):
        command = [sys.executable, str(HERE / "worker.py"), engine, case]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def render(self, seed):
        """Render the document of a seed."""
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        """End the process."""
        self.process.stdin.close()
        self.process.wait()


def compare(case, engines):
    """Let all engines render one case by turns."""
    workers = {engine: Worker(engine, case) for engine in engines}
    rounds = {engine: min(ROUNDS[case], SLOW.get((engine, case), 99)) for engine in engines}
    seeds, found = count(1), {engine: [] for engine in engines}
    for turn in range(WARM[case] + ROUNDS[case]):
        for engine, worker in workers.items():
            warm = min(WARM[case], rounds[engine] - 1)
            if turn < warm + rounds[engine]:
                taken = worker.render(next(seeds))
                found[engine] += [taken] if turn >= warm else []
    for worker in workers.values():
        worker.close()
    _table(f"×{case}" if case.isdigit() else "a table of 3,200 rows", found)


def _table(title, found):
    print(f"\n{title:24}{'CPU ms':>10}{'ratio':>8}{'peak MB':>10}{'ratio':>8}{'file kB':>10}")
    ours = found.get("briefgen") or found.get("briefgen docx")
    for engine, runs in found.items():
        cpu, peak = median(run["cpu"] for run in runs), max(run["peak"] for run in runs)
        size = runs[-1]["bytes"] / 1000
        ratios = (median(run["cpu"] for run in ours) / cpu, max(run["peak"] for run in ours) / peak) if ours else (0, 0)
        print(f"{engine:24}{cpu * 1000:10.1f}{ratios[0]:8.2f}{peak:10.0f}{ratios[1]:8.2f}{size:10.0f}", flush=True)


def main():
    """Run the cases that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slow", action="store_true", help="×100 too, which takes minutes")
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--case", action="append", choices=[*ROUNDS, "stages", "cold"])
    asked = parser.parse_args()
    cases = asked.case or ["1", "10", *(["100"] if asked.slow else []), "table", "stages", "cold"]
    print("CPU: median of all threads; ratio: briefgen's share of it")
    for case in cases:
        if case in ROUNDS:
            compare(case, asked.engine or ENGINES)
        else:
            from bench_command import cold, stages

            {"stages": stages, "cold": cold}[case]()


if __name__ == "__main__":
    main()
