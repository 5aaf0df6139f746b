#!/usr/bin/env python3
"""The examples of docs/scale.md, on real programs: the bytes of one process, whatever runs them: scale_test.py ROOT PROGRAM

GNU parallel, Slurm (slurmctld, slurmd and munged of Debian's slurm-wlm on this machine, started here and stopped at the end) and Apache Spark
(PySpark, a cluster of two workers, one of which is killed halfway). What is absent is said and left out; if all is absent, 77."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester

WRONG = "The ministers spoke on Tuesday, 4 August 2025. "
RIGHT = "The ministers spoke on Monday, 4 August 2025. "
RECORDS = 6000 if os.environ.get("FACTCHECK_TEST_ALL") else 900


class Tester(tester.Tester):
    def __init__(self, root, program, folder):
        super().__init__(root, program, folder)
        self.rules = ("-r", str(self.root / "rules/calendar"))
        self.environment = os.environ | {"PATH": f"{pathlib.Path(self.program).parent}:{os.environ['PATH']}"}

    def run(self, *command, **options):
        options = {"env": self.environment, "cwd": self.folder} | options
        return subprocess.run([str(each) for each in command], capture_output=True, timeout=300, check=False, **options)


def prepare(t):
    with open(t.folder / "corpus.jsonl", "w", encoding="utf-8") as out:
        for i in range(RECORDS):
            out.write(json.dumps({"id": f"a-{i}", "text": (WRONG if i % 100 == 7 else RIGHT) * (1 + i % 9)}) + "\n")
    began = time.monotonic()
    texts = read(t.folder / "corpus.jsonl")
    done = t.run("factcheck", *t.rules, "--jobs", "1", "-f", "jsonl", "--stdin-filename", "corpus.jsonl", "-", input=texts)
    t.expect(done.returncode == 1 and len(done.stdout.splitlines()) == RECORDS, f"one process: {done.returncode}, {done.stderr}")
    print(f"one process: {time.monotonic() - began:.1f} s")
    return done.stdout


def compare(t, what, done, got, want, began):
    t.expect(done.returncode == 0 and got == want, f"{what}: exit code {done.returncode}, {len(got)} bytes, not {len(want)}; {done.stderr.decode()[-2000:]}")
    print(f"{what}: {'the same bytes' if got == want else 'other bytes'}, {time.monotonic() - began:.1f} s")


def read(path):
    return path.read_bytes() if path.exists() else b""


def parallel(t, want):
    if shutil.which("parallel") is None:
        t.absent.append("GNU parallel (apt-get install parallel)")
        return
    began = time.monotonic()
    done = t.run(t.root / "docs/examples/scale/parallel.sh", "corpus.jsonl", "parallel.jsonl", *t.rules, env=t.environment | {"BLOCK": "100k"})
    compare(t, "GNU parallel", done, read(t.folder / "parallel.jsonl"), want, began)


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.3)
    return False


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def slurm(t, want):
    if any(shutil.which(name) is None for name in ("slurmctld", "slurmd", "sbatch", "munged")) or os.geteuid() != 0:
        t.absent.append("Slurm (apt-get install slurm-wlm, as root)")
        return
    folder = t.folder / "slurm"
    for name in ("state", "spool", "munge"):
        (folder / name).mkdir(parents=True)
    os.chmod(folder, 0o755)
    os.chmod(t.folder, 0o755)
    (folder / "munge/key").write_bytes(os.urandom(1024))
    os.chmod(folder / "munge/key", 0o600)
    host = socket.gethostname().split(".")[0]
    socket_path = folder / "munge/socket"
    (folder / "slurm.conf").write_text(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={socket_path}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
MpiDefault=none
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=test Nodes={host} Default=YES MaxTime=INFINITE State=UP
""", encoding="utf-8")
    environment = t.environment | {"SLURM_CONF": str(folder / "slurm.conf")}
    started = []

    def start(*command):
        started.append(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    try:
        munge = folder / "munge"
        start("munged", "--foreground", "--force", f"--socket={socket_path}", f"--key-file={munge}/key", f"--pid-file={munge}/pid", f"--seed-file={munge}/seed", f"--log-file={munge}/log")
        wait_for(socket_path.exists, 20)
        start("slurmctld", "-D")
        start("slurmd", "-D", "-N", host)
        if not wait_for(lambda: b"idle" in t.run("sinfo", "-h", "-o", "%t", env=environment).stdout, 60):
            log = read(folder / "slurmctld.log").decode(errors="replace")[-600:] + read(folder / "slurmd.log").decode(errors="replace")[-600:]
            t.absent.append(f"Slurm (its daemons do not start here: {log})")
            return
        began = time.monotonic()
        done = t.run(t.root / "docs/examples/scale/slurm.sh", "corpus.jsonl", "slurm.jsonl", "7", *t.rules, env=environment)
        compare(t, "Slurm, an array of 7", done, read(t.folder / "slurm.jsonl"), want, began)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in reversed(started):
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def spark(t, want):
    try:
        import pyspark
    except ImportError:
        t.absent.append("Apache Spark (pip install pyspark)")
        return
    if shutil.which("java") is None:
        t.absent.append("Apache Spark (apt-get install default-jre-headless)")
        return
    home = pathlib.Path(pyspark.__file__).parent
    environment = t.environment | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "SPARK_WORKER_DIR": str(t.folder / "workers")}
    port, started = free_port(), []

    def start(*arguments):
        process = subprocess.Popen([home / "bin/spark-class", *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        started.append(process)
        return process

    def listens():
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    try:
        start("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", str(free_port()))
        if not wait_for(listens, 60):
            t.absent.append("Apache Spark (its master does not start here)")
            return
        worker = ("org.apache.spark.deploy.worker.Worker", f"spark://127.0.0.1:{port}", "--cores", "1", "--memory", "700M", "--host", "127.0.0.1", "--webui-port", "0")
        workers = [start(*worker), start(*worker)]
        time.sleep(5)
        for kills in (False, True):
            report = t.folder / f"spark-{kills}"
            began = time.monotonic()
            command = [home / "bin/spark-submit", "--master", f"spark://127.0.0.1:{port}", "--conf", "spark.executor.memory=500m", "--conf", "spark.hadoop.mapreduce.input.fileinputformat.split.minsize=1",
                       "--conf", "spark.hadoop.mapred.max.split.size=100000", "--conf", "spark.default.parallelism=16", t.root / "docs/examples/scale/spark.py", f"spark://127.0.0.1:{port}", t.folder / "corpus.jsonl", report, *t.rules]
            process = subprocess.Popen([str(each) for each in command], env=environment, cwd=t.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if kills:
                wait_for(lambda: (report / "_temporary").exists(), 60)
                os.killpg(workers[0].pid, signal.SIGKILL)
            out, said = process.communicate(timeout=280)
            done = subprocess.CompletedProcess(command, process.returncode, out, said)
            got = b"".join(part.read_bytes() for part in sorted(report.glob("part-*")))
            got = got.replace(str(t.folder / "corpus.jsonl").encode(), b"corpus.jsonl")
            compare(t, "Spark, two workers" + (", one killed halfway" if kills else ""), done, got, want, began)
    finally:
        for process in reversed(started):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()


def main(root, program):
    with tempfile.TemporaryDirectory() as name:
        t = Tester(root, program, name)
        parts = (parallel, slurm, spark)
        tester.run_parts(t, parts, prepare(t))
        tester.finish(t, nothing_tried=len(t.absent) == len(parts))


main(*sys.argv[1:])
