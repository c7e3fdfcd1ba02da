"""Shows that an existing engine can run `meldcode evaluate -` as a filter: Apache Spark, in local mode.

    cargo run --release --example generate -- 200000 > sets.jsonl
    pip install pyspark                                    # needs Java 17
    python benches/spark/pipe.py target/release/meldcode sets.jsonl

Each partition goes through a process of its own (`RDD.pipe`). What comes out is held against the plain run: the same lines
as a whole, and in each partition the same lines in the same order. There is nothing of Spark in the program, and nothing of
the program in Spark.
"""

import collections
import shlex
import subprocess
import sys
import time

from pyspark import SparkConf, SparkContext

PARTITIONS = 8


def main(meldcode, lines):
    words = [meldcode, "evaluate", "-", "--format", "jsonl", "--jobs", "1"]
    begun = time.perf_counter()
    with open(lines, "rb") as file:
        plain = subprocess.run(words, stdin=file, capture_output=True, check=True)
    alone = time.perf_counter() - begun
    plain = plain.stdout.decode().splitlines()

    conf = SparkConf().setMaster("local[2]").setAppName("meldcode").set("spark.ui.enabled", "false")
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    read = context.textFile(lines, minPartitions=PARTITIONS)
    # An exit code that is not 0 is a partition that failed: `checkCode` passes it on.
    piped = read.pipe(shlex.join(words), checkCode=True)
    begun = time.perf_counter()
    parts = piped.glom().collect()
    spread = time.perf_counter() - begun
    sizes = read.glom().map(len).collect()
    context.stop()

    together = [line for part in parts for line in part]
    same = collections.Counter(together) == collections.Counter(plain)
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    in_order = [part == plain[start : start + size] for part, start, size in zip(parts, starts, sizes)]
    print(f"{len(plain)} lines in {len(parts)} partitions of {min(sizes)} to {max(sizes)}")
    print(f"the same lines as the plain run: {same}")
    print(f"partitions with the same lines in the same order: {sum(in_order)} of {len(in_order)}")
    print(f"Spark, starting its workers and collecting included: {spread / alone:.1f} x the time of the plain run")
    if not same or not all(in_order):
        sys.exit(1)


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(sys.argv[1], sys.argv[2])
