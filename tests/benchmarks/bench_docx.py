"""How fast Word files are made, beside docxtpl, python-docx and pandoc: `make bench-docx`.

python tests/benchmarks/bench_docx.py [--slow] [--engine NAME]... [--case 1|10|100|table|stages|cold|memory]...
"""

from bench_command import cold_docx, stages
from comparing import main

ENGINES = ["briefgen docx", "docxtpl", "python-docx", "pandoc"]

if __name__ == "__main__":
    main(__doc__, ENGINES, lambda: stages("docx"), cold_docx)
