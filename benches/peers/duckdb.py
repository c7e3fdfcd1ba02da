"""The plain weighing as a CASE expression in DuckDB, beside `meldcode evaluate --jobs 1`, on the same JSON Lines.

    cargo run --release --example generate -- 1000000 algemeen > sets.jsonl
    pip install duckdb
    python benches/peers/duckdb.py target/release/meldcode sets.jsonl

Both read the file and write one JSON line for each line, on one thread, in turn; the middle of the rounds counts. DuckDB is
given less to do: it weighs seven answers without doubt, and does not walk the steps, hold duties, or judge a line.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

# A script of this name must not stand in the way of the library of that name.
here = str(pathlib.Path(__file__).resolve().parent)
sys.path = [place for place in sys.path if str(pathlib.Path(place or ".").resolve()) != here]
import duckdb  # noqa: E402

TIMES = 7

FIELDS = ["vermoeden", "onveiligheid", "hulp", "aanvaarden", "ander-in-huis", "gemeld", "resultaat"]


def reported(to_do, made, safe, again):
    return f"""CASE WHEN a.gemeld IN ('ja', 'ja-verteld') THEN
        CASE a.resultaat WHEN 'ja' THEN '{safe}' WHEN 'nee' THEN '{again}' ELSE '{made}' END
        ELSE '{to_do}' END"""


WEIGHING = f"""CASE a.vermoeden
  WHEN 'nee' THEN 'afsluiten'
  WHEN 'twijfel' THEN 'vermoeden-uitzoeken'
  WHEN 'ja' THEN CASE
    WHEN a.onveiligheid IN ('acuut', 'structureel') THEN
      {reported('melden-onveilig', 'gemeld-onveilig', 'hulp-afsluiten-na-melding', 'opnieuw-melden-onveilig')}
    WHEN a.onveiligheid = 'geen' THEN CASE a.hulp
      WHEN 'nee' THEN
        {reported('melden-geen-hulp', 'gemeld-geen-hulp', 'hulp-afsluiten-na-melding-hulp', 'opnieuw-melden-geen-hulp')}
      WHEN 'ja' THEN CASE a.aanvaarden
        WHEN 'ja' THEN
          CASE a.resultaat WHEN 'ja' THEN 'hulp-afsluiten' WHEN 'nee' THEN 'melden-na-hulp' ELSE 'hulp-met-afspraken' END
        WHEN 'nee' THEN CASE a."ander-in-huis"
          WHEN 'ja' THEN
            {reported('melden-hulp-geweigerd', 'gemeld-hulp-geweigerd', 'hulp-afsluiten-na-melding-geweigerd', 'opnieuw-melden-geweigerd')}
          WHEN 'nee' THEN 'volwassene-weigert'
          ELSE 'ander-in-huis' END
        ELSE 'aanvaarden' END
      ELSE 'hulp' END
    ELSE 'onveiligheid' END
  ELSE 'vermoeden' END"""


def main(meldcode, lines):
    answers = ", ".join(f'"{field}" VARCHAR' for field in FIELDS)
    connection = duckdb.connect()
    connection.execute("SET threads TO 1")
    source = f"""read_json('{lines}', format = 'newline_delimited',
        columns = {{profession: 'VARCHAR', date: 'VARCHAR', answers: 'STRUCT({answers})'}})"""
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = f"{folder}/theirs.jsonl", f"{folder}/ours.jsonl"

        def case():
            weighed = f"SELECT {WEIGHING} AS outcome FROM (SELECT answers AS a FROM {source})"
            connection.execute(f"COPY ({weighed}) TO '{theirs}' (FORMAT json)")

        def evaluate():
            with open(ours, "wb") as out:
                subprocess.run([meldcode, "evaluate", lines, "--format", "jsonl", "--jobs", "1"], stdout=out, check=True)

        took = {case: [], evaluate: []}
        for round in range(TIMES + 1):
            for way, times in took.items():
                begun = time.perf_counter()
                way()
                if round > 0:
                    times.append(time.perf_counter() - begun)
        with open(theirs, "rb") as one, open(ours, "rb") as other:
            many = sum(1 for _ in one)
            if many != sum(1 for _ in other):
                sys.exit("not as many lines out of both")
    by_case, by_us = (statistics.median(took[way]) for way in (case, evaluate))
    print(f"{many} lines, one thread, DuckDB {duckdb.__version__}")
    for name, seconds in (("DuckDB, CASE", by_case), ("meldcode evaluate", by_us)):
        print(f"{name:20} {many / seconds / 1e6:6.3f} million lines a second  {by_case / seconds:5.2f} x DuckDB")


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(sys.argv[1], sys.argv[2])
