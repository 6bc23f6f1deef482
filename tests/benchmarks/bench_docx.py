"""How fast Word files are made, beside docxtpl and python-docx: `make bench-docx`.

As for PDF (bench_pdf.py): a process each, by turns, each time with a document that it has not seen.

    python tests/benchmarks/bench_docx.py [--engine NAME]... [--case 1|10|table]...
"""

import argparse

from bench_pdf import compare

ENGINES = {"briefgen": "briefgen docx", "docxtpl": "docxtpl", "python-docx": "python-docx"}
CASES = ["1", "10", "table"]


def main():
    """Run the cases that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", action="append", choices=list(ENGINES))
    parser.add_argument("--case", action="append", choices=CASES)
    asked = parser.parse_args()
    print("CPU: median; ratio: briefgen's share of it")
    for case in asked.case or CASES:
        compare(case, [ENGINES[engine] for engine in asked.engine or ENGINES])


if __name__ == "__main__":
    main()
