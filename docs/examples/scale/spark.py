#!/usr/bin/env python3
"""A JSON Lines corpus on an Apache Spark cluster: spark.py MASTER CORPUS.jsonl REPORT-FOLDER [factcheck options]

Each partition is piped through factcheck, which is stateless: a task that is lost is run again by Spark and gives the same bytes. The program and
the packs are on each node (the wheel carries both); for packs of your own, pass their folder on a shared file system as --rules.
"""

import subprocess
import sys

from pyspark.sql import SparkSession


def checker(name, options):
    command = ["factcheck", *options, "--jobs", "1", "--format", "jsonl", "--fail-on", "never", "--allow-empty", "--stdin-filename", name, "-"]

    def check(lines):
        # A partition is as large as the cluster's settings make it (128 MB by default), and fits in memory twice.
        text = "".join(line + "\n" for line in lines)
        if not text:
            return []
        done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"factcheck ended with {done.returncode}")  # Spark tries the task again, then gives up
        return done.stdout.decode().splitlines()

    return check


def main(master, corpus, report, *options):
    spark = SparkSession.builder.master(master).appName("factcheck").getOrCreate()
    # textFile keeps the order of lines within and between partitions, and saveAsTextFile numbers its parts by them.
    spark.sparkContext.textFile(corpus).mapPartitions(checker(corpus, options)).saveAsTextFile(report)
    spark.stop()


main(*sys.argv[1:])
