"""Engines side by side: a process each, all taking turns within one run, each time with a document not seen before.

Machines are not equally fast from one minute to the next: only the ratios within one run say something.
"""

import argparse
import json
import math
import subprocess
import sys
from itertools import count
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
SIZES = ("1", "10", "100")
ROUNDS = {"1": 15, "10": 5, "100": 3, "table": 3}
WARM = {"1": 3, "10": 1, "100": 1, "table": 1}
SLOW = {
    ("weasyprint", "10"): 2,
    ("weasyprint", "table"): 1,
    ("weasyprint", "100"): 1,
    ("reportlab", "table"): 2,
    ("reportlab", "100"): 1,
    ("typst alike", "100"): 1,
    ("python-docx", "100"): 1,
}
"""Engines that take many seconds run fewer times."""
DOCUMENTS, SETTLED = 200, 20
"""How many documents memory is watched over, and after how many of them it should grow no more."""


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


def main(about, engines, stages, cold):
    """Run the cases that were asked for; the first engine is ours."""
    others = {"stages": stages, "cold": cold, "memory": lambda: memory(engines[0])}
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--slow", action="store_true", help="×100 too, which takes minutes")
    parser.add_argument("--engine", action="append", choices=engines)
    parser.add_argument("--case", action="append", choices=[*ROUNDS, *others])
    asked = parser.parse_args()
    cases = asked.case or ["1", "10", *(["100"] if asked.slow else []), "table", *others]
    print("CPU: median of all threads and processes; ratio: our share of it")
    taken = {}
    for case in cases:
        if case in ROUNDS:
            taken[case] = compare(case, asked.engine or engines)
        else:
            others[case]()
    _growth([taken[size] for size in SIZES if size in taken])


def compare(case, engines):
    """Let all engines render one case by turns; give the CPU seconds that each takes."""
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
    _table(f"×{case}" if case in SIZES else "a table of 3,200 rows", found)
    return {engine: median(run["cpu"] for run in runs) for engine, runs in found.items()}


def _table(title, found):
    print(f"\n{title:24}{'CPU ms':>10}{'ratio':>8}{'peak MB':>10}{'ratio':>8}{'file kB':>10}")
    ours = next(iter(found.values()))
    for engine, runs in found.items():
        cpu, peak = median(run["cpu"] for run in runs), max(run["peak"] for run in runs)
        shares = median(run["cpu"] for run in ours) / cpu, max(run["peak"] for run in ours) / peak
        size = runs[-1]["bytes"] / 1000
        print(f"{engine:24}{cpu * 1000:10.1f}{shares[0]:8.2f}{peak:10.0f}{shares[1]:8.2f}{size:10.0f}", flush=True)


def _growth(sizes):
    """Say how time grows with size: the exponent from the smallest to the largest, 1 when it is linear."""
    if len(sizes) < 2:
        return
    print(f"\n{'from smallest to largest':24}{'exponent':>10}")
    for engine, first in sizes[0].items():
        print(f"{engine:24}{math.log(sizes[-1][engine] / first, 10) / (len(sizes) - 1):10.2f}")


def memory(engine):
    """Render many documents in one process, and say how its memory grows once it has settled."""
    worker = Worker(engine, "1")
    peaks = [worker.render(seed)["peak"] for seed in range(1, DOCUMENTS + 1)]
    worker.close()
    print(f"\n{f'{DOCUMENTS} documents':24}{'peak MB':>10}")
    for number in (1, SETTLED, DOCUMENTS):
        print(f"after {number:<18}{peaks[number - 1]:10.1f}")
    print(f"{'growth since it settled':24}{peaks[-1] - peaks[SETTLED - 1]:10.1f}", flush=True)
