#!/usr/bin/env python3
"""The program as its users get it: package_test.py ROOT PROGRAM BUILD

Installed by CMake and as a Debian package that is unpacked: it finds its packs by name, and its completions and manual page lie where shells look.
With FACTCHECK_TEST_ALL in the environment also: the Debian package in a clean debootstrap, the Python wheel in a clean virtual environment, and
the pre-commit hook by the real pre-commit program in a repository of its own."""

import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tester
from tester import WRONG

INSTALLED = ("bin/factcheck", "share/factcheck/rules/calendar/pack.yaml", "share/bash-completion/completions/factcheck", "share/zsh/site-functions/_factcheck",
             "share/fish/vendor_completions.d/factcheck.fish", "share/man/man1/factcheck.1")


class Tester(tester.Tester):
    def __init__(self, root, program, folder, build):
        super().__init__(root, program, folder)
        self.build = pathlib.Path(build).resolve()

    def run(self, *command, **options):
        return subprocess.run([str(each) for each in command], capture_output=True, timeout=3000, check=False, **({"cwd": self.folder} | options))

    def works(self, what, program, *before):
        """Without --rules: the packs that came with it."""
        (self.folder / "wrong.md").write_text(WRONG, encoding="utf-8")
        done = self.run(*before, program, "--isolated", "wrong.md")
        self.expect(done.returncode == 1 and b"4 August 2025 is a Monday" in done.stdout, f"{what}: {done}")
        done = self.run(*before, program, "--isolated", "--rules", "calendar,consistency", "-q", "wrong.md")
        self.expect(done.returncode == 1, f"{what}, packs by name: {done}")


def installed(t):
    prefix = t.folder / "prefix"
    done = t.run("cmake", "--install", t.build, "--prefix", prefix, "--component", "program")
    t.expect(done.returncode == 0, f"cmake --install: {done.stderr}")
    for name in INSTALLED:
        t.expect((prefix / name).is_file() and (prefix / name).stat().st_size > 100, f"not installed: {name}")
    t.expect(not (prefix / "include").exists(), "headers are installed with the program")
    t.works("installed", prefix / "bin/factcheck")


def debian(t):
    if shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None:
        t.absent.append("dpkg-dev")
        return
    done = t.run("cpack", "--config", t.build / "CPackConfig.cmake", "-B", t.folder / "deb", env=os.environ | {"CCACHE_DISABLE": "1"})
    packages = list((t.folder / "deb").glob("*.deb"))
    t.expect(done.returncode == 0 and len(packages) == 1, f"cpack: {done.stdout[-500:]} {done.stderr[-500:]}")
    if not packages:
        return
    unpacked = t.folder / "unpacked"
    t.run("dpkg-deb", "-x", packages[0], unpacked)
    for name in INSTALLED:
        t.expect((unpacked / "usr" / name).is_file(), f"not in the package: {name}")
    depends = t.run("dpkg-deb", "-f", packages[0], "Depends").stdout.decode()
    t.expect("libyaml-cpp" in depends and "libc6" in depends, f"the package depends on {depends}")
    t.works("unpacked", unpacked / "usr/bin/factcheck")
    if os.environ.get("FACTCHECK_TEST_ALL"):
        in_a_clean_system(t, packages[0])


def in_a_clean_system(t, package):
    if shutil.which("debootstrap") is None or os.geteuid() != 0:
        t.absent.append("debootstrap, as root")
        return
    system = t.folder / "system"
    done = t.run("debootstrap", "--variant=minbase", "bookworm", system)
    if done.returncode != 0:
        t.absent.append(f"debootstrap cannot make a system here: {done.stderr[-300:]}")
        return
    shutil.copy(package, system / "factcheck.deb")
    done = t.run("chroot", system, "apt-get", "install", "-y", "-q", "--no-install-recommends", "/factcheck.deb")
    t.expect(done.returncode == 0, f"the package does not install in a clean system: {done.stderr[-500:]}")
    shutil.copy(t.folder / "wrong.md", system / "wrong.md")
    t.works("in a clean system", "factcheck", "chroot", system)


def wheel(t):
    if not os.environ.get("FACTCHECK_TEST_ALL"):
        return
    built = t.run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", t.folder / "wheels", t.root)
    wheels = list((t.folder / "wheels").glob("*.whl"))
    if not wheels:
        t.absent.append(f"a wheel (scikit-build-core cannot be had: {built.stderr[-300:]})")
        return
    environment = t.folder / "venv"
    t.run(sys.executable, "-m", "venv", environment)
    done = t.run(environment / "bin/pip", "install", "--quiet", "--no-index", wheels[0])
    t.expect(done.returncode == 0, f"the wheel does not install: {done.stderr}")
    t.works("the wheel", environment / "bin/factcheck")
    linked = t.run("ldd", environment / "bin/factcheck").stdout.decode()
    t.expect(str(environment) in linked, f"the wheel does not carry its libraries:\n{linked}")
    hook(t)


def hook(t):
    """The program pre-commit, with hooks from a copy of this tree as a repository."""
    if shutil.which("pre-commit") is None or shutil.which("git") is None:
        t.absent.append("pre-commit")
        return
    git = ("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "protocol.file.allow=always")
    hooks, texts = t.folder / "hooks", t.folder / "texts"
    files = t.run("git", "-C", t.root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.decode().split("\0")
    for name in filter(None, files):
        (hooks / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(t.root / name, hooks / name)
    for repository in (hooks, texts):
        repository.mkdir(exist_ok=True)
        t.run("git", "init", "-q", cwd=repository)
    t.run(*git, "add", ".", cwd=hooks)
    t.run(*git, "commit", "-q", "-m", "hooks", cwd=hooks)
    commit = t.run("git", "rev-parse", "HEAD", cwd=hooks).stdout.decode().strip()
    (texts / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: file://{hooks}\n    rev: {commit}\n    hooks: [{{id: factcheck}}]\n", encoding="utf-8")
    (texts / ".factcheckignore").write_text("drafts/\n", encoding="utf-8")
    (texts / "drafts").mkdir()
    (texts / "drafts/wrong.md").write_text(WRONG, encoding="utf-8")
    environment = os.environ | {"PRE_COMMIT_HOME": str(t.folder / "pre-commit")}
    for text, code in ((WRONG.replace("Tuesday", "Monday"), 0), (WRONG, 1)):
        (texts / "a.md").write_text(text, encoding="utf-8")
        t.run(*git, "add", ".", cwd=texts)
        done = t.run("pre-commit", "run", "--verbose", cwd=texts, env=environment)
        t.expect(done.returncode == code and (b"is a Monday" in done.stdout) == (code == 1), f"pre-commit: {done}")
        t.expect(b"drafts/" not in done.stdout, f"the hook checks what is ignored: {done}")


tester.run_test(Tester, (installed, debian, wheel), *sys.argv[1:])
