#!/usr/bin/env python3
"""Figures from a server of PostgreSQL and from SQLite make the same store and the same reports: postgres_test.py ROOT PROGRAM

Starts a server of its own in a folder of its own, without a port; skipped where there is none to start."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve())
faults = []


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def expect(truth, sentence):
    if not truth:
        faults.append(sentence)


class Server:
    """Runs as postgres where the tests run as root, which the server refuses to."""

    def __init__(self):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not found:
            skip("PostgreSQL is not installed (package postgresql)")
        if not (pathlib.Path(PROGRAM).parent / "libfactcheck-postgres.so").exists():
            skip("the module for PostgreSQL is not built (package libpqxx-dev)")
        self.bin = found[-1].parent
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
        self.prefix = []
        if os.geteuid() == 0:
            if subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode != 0:
                skip("there is no user postgres to run the server as")
            shutil.chown(self.folder, "postgres")
            self.prefix = ["runuser", "-u", "postgres", "--"]
        self.data = self.folder / "data"
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", "factcheck", "--no-sync")
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", f"-k {self.folder} -c listen_addresses= -c fsync=off", "start")

    def run(self, program, *arguments, text=None):
        done = subprocess.run([*self.prefix, str(self.bin / program), *map(str, arguments)], input=text, capture_output=True, text=True, timeout=60, check=False, cwd=self.folder)
        if done.returncode != 0:
            skip(f"{program} does not run here: {done.stderr[:300]}")
        return done.stdout

    def sql(self, text):
        return self.run("psql", "-h", self.folder, "-U", "factcheck", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-At", text=text)

    @property
    def url(self):
        return f"postgresql://factcheck:secret@/postgres?host={self.folder}"

    def stop(self):
        subprocess.run([*self.prefix, str(self.bin / "pg_ctl"), "-D", str(self.data), "-m", "immediate", "stop"], capture_output=True, check=False, cwd=self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)


def figures():
    import csv
    with (ROOT / "rules/pakistan-trade/data/exports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def main():
    server = Server()
    here = pathlib.Path(tempfile.mkdtemp(prefix="factcheck-pg-test-"))

    def run(*arguments, code=0):
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=here, capture_output=True, text=True, timeout=120, check=False)
        expect(done.returncode == code, f"{' '.join(map(str, arguments))[:120]}: exit code {done.returncode}: {done.stderr[:300]}")
        return done

    try:
        header, rows = figures()
        columns = ", ".join(f"{name} {'numeric' if name == 'obs_value' else 'text'}" for name in header)
        values = ",\n".join("(" + ", ".join(cell if name == "obs_value" else quoted(cell) for name, cell in zip(header, row)) + ")" for row in rows)
        server.sql(f"create table figures({columns}); insert into figures values {values};")
        connection = sqlite3.connect(here / "figures.db")
        connection.execute(f"create table figures({', '.join(name + ' text' for name in header)})")
        connection.executemany(f"insert into figures values ({', '.join('?' * len(header))})", rows)
        connection.commit()
        connection.close()

        query = "SELECT * FROM figures"
        told = run("data", "import", server.url, "--query", query, "--into", "pg.sqlite").stdout
        expect(f"{len(rows):,} figures (tidy in postgres)" in told, f"import tells {told}")
        run("data", "import", "figures.db", "--query", query, "--into", "lite.sqlite")
        expect((here / "pg.sqlite").read_bytes() == (here / "lite.sqlite").read_bytes(), "PostgreSQL and SQLite make different stores")

        reports = []
        for name in ("pg", "lite"):
            rules = here / name
            shutil.copytree(ROOT / "rules", rules)
            shutil.copy(here / f"{name}.sqlite", rules / "pakistan-trade/data.sqlite")
            named = rules / "pakistan-trade/pack.yaml"
            text = named.read_text(encoding="utf-8")
            named.write_text("\n".join("data: data.sqlite" if line.startswith("data:") else line for line in text.splitlines()) + "\n", encoding="utf-8")
            (here / "a.md").write_text("---\ndate: 2025-08-04\n---\nThe United States is Pakistan's largest export market, and exports to the country came to $5.54 billion in fiscal year 2023-24.\n", encoding="utf-8")
            reports.append(run("--rules", rules, "--all", "-f", "json", "a.md", code=1).stdout)
        expect(reports[0] == reports[1] and "contradicted" in reports[0], "the reports of the two differ")

        refused = run("data", "import", server.url, "--query", "DELETE FROM figures RETURNING *", "--into", "no.sqlite", code=2).stderr
        expect("secret" not in refused and "refused the query" in refused, f"a query that writes: {refused}")
        run("data", "import", server.url, "--query", "SELECT 1; DROP TABLE figures", "--into", "no.sqlite", code=2)
        run("data", "import", server.url, "--query", "SELECT * FROM absent", "--into", "no.sqlite", code=2)
        run("data", "import", server.url, "--into", "no.sqlite", code=2)
        expect(server.sql("select count(*) from figures").strip() == str(len(rows)), "a query changed the table")
        absent = run("data", "import", "postgresql://factcheck:secret@/postgres?host=/nowhere", "--query", query, "--into", "no.sqlite", code=2).stderr
        expect("cannot be reached" in absent and "secret" not in absent, f"a server that is not there: {absent}")
    finally:
        server.stop()
        shutil.rmtree(here, ignore_errors=True)
    print("\n".join(faults))
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
