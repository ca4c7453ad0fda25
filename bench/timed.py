# SPDX-License-Identifier: Apache-2.0
"""Programs run with a limit, and what they used; the machine they ran on."""

import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASE = os.path.join(ROOT, "build", "release")
WALL_FACTOR = 15  # a run that gets less of the processor than this is ended all the same


class Ended:
    """What a run left: its output if it ended by itself, and what it used."""

    def __init__(self, output, status, usage):
        self.output = output
        self.status = status  # negative: the signal that ended it
        self.ended = status == 0
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        self.peak_bytes = usage.ru_maxrss * 1024

    def lines(self):
        """Its lines of JSON: also those before it was ended."""
        return [json.loads(line) for line in self.output.splitlines() if line.startswith("{")]


def run(command, cpu_limit, keep=None):
    """Runs the program until it has used so many seconds of the processor; of an output that may be
    longer than memory, only the lines for which `keep` is true are read in."""
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (int(cpu_limit), int(cpu_limit) + 1))

    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        # The limits are set in the child alone; nothing else of Python's runs there.
        process = subprocess.Popen(  # pylint: disable=subprocess-popen-preexec-fn
            command, stdout=output, cwd=ROOT, preexec_fn=limits)
        signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.alarm(int(cpu_limit * WALL_FACTOR))
        _, status, usage = os.wait4(process.pid, 0)
        signal.alarm(0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read() if keep is None else "".join(filter(keep, output))
        return Ended(text, process.returncode, usage)


def own_run(program, arguments, cpu_limit):
    """A program of ours from build/release: the limit ends it by a signal; that it fails is no result."""
    ended = run([os.path.join(RELEASE, program), *arguments], cpu_limit)
    if ended.status > 0:
        raise RuntimeError(f"{program} failed with status {ended.status}")
    return ended


def python_run(script, arguments, cpu_limit):
    """One of the scripts beside this, in a process of its own."""
    return run([sys.executable, "-B", os.path.join(ROOT, "bench", script), *arguments], cpu_limit)


def first_line(path, key):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith(key):
                return line.split(":", 1)[1].strip()
    return "unknown"


def machine():
    """What the numbers of this run belong to."""
    compiler = subprocess.run(["g++", "--version"], capture_output=True, text=True, check=False)
    release = platform.freedesktop_os_release()
    memory = int(first_line("/proc/meminfo", "MemTotal").split()[0]) / 2**20
    return {"processor": first_line("/proc/cpuinfo", "model name"), "cores": os.cpu_count(),
            "memory": f"{memory:.0f} GiB", "system": release.get("PRETTY_NAME", "unknown"),
            "kernel": platform.release(), "compiler": compiler.stdout.split("\n", 1)[0],
            "python": platform.python_version(),
            "load": [round(load, 1) for load in os.getloadavg()]}
