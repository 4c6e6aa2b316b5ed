"""Scores the program on annotated articles and questions and holds each score against a floor. A floor only rises.

  gold.py gold   the material of ../shared with its own yardstick: blind copies go in; the unseen part is scored, never shown
  gold.py own    the articles of test/corpus/articles with `npm run eval`
"""
import os, re, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SCORE = GOLD / "score.py"

# what is measured -> (pattern of the yardstick's line, floor)
EXTRACT = {
    "seeds": {"core strict": 0.99, "core exact": 0.99},
    "seen": {"core strict": 0.98},
    "unseen": {"core value": 0.94, "core strict": 0.86, "core exact": 0.81},
}
ASK = {"seeds": {"answerable": 1.0, "unanswerable": 1.0}, "dev": {"answerable": 0.93, "unanswerable": 1.0}}
OWN = {
    "a": {"core strict": 0.92},
    "c": {"core strict": 0.91, "core value": 0.95},
    "b": {"core strict": 0.87, "answerable": 0.72, "unanswerable": 0.90},
}
low = []


def run(args, stdin="", env=None):
    done = subprocess.run(args, input=stdin, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **(env or {})})
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, args))}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def npm(*args, **kw):
    return run(["npm", "run", "--silent", *args], **kw)


def score(*args, stdin=""):
    return run([sys.executable, SCORE, *args], stdin=stdin)


def f1(report, name):
    label, level = name.split()
    return float(re.search(rf"^{label}\s+{level}\s+precision \S+ recall \S+ F1 (\S+)", report, re.M)[1])


def right(report, name):
    return float(re.search(rf"^{name} right \S+ = (\S+)", report, re.M)[1])


def hold(what, got, floor):
    print(f"{what}: {got:.3f} (floor {floor:.3f})")
    if got < floor:
        low.append(what)


def own():
    for part, floors in OWN.items():
        report = npm("eval", "--", f"test/corpus/articles/{part}")
        print(f"--- own articles {part}\n{report}")
        for name, floor in floors.items():
            hold(f"own {part} {name}", f1(report, name) if " " in name else right(report, name), floor)


def gold():
    if not SCORE.exists():
        sys.exit("../shared/gold is missing: the gold part counts as failed (GOLD=skip leaves it out)")
    with tempfile.TemporaryDirectory() as tmp:
        for kind, parts in (("seeds", [None]), ("dev", ["seen", "unseen"])):
            blind = f"{tmp}/{kind}"
            score("strip", GOLD / kind, blind)
            lines = npm("extract", "--", blind)
            for part in parts:
                report = score("extract", GOLD / kind, *(["--part", part] if part else []), stdin=lines)
                print(f"--- {kind} {part or ''}\n{report}")
                for name, floor in EXTRACT[part or kind].items():
                    hold(f"{part or kind} {name} F1", f1(report, name), floor)
            if kind not in ASK:
                continue
            env = {"DATA_DIR": f"{tmp}/store-{kind}", "LOAD_DATA": "false", "DATABASE_URL": "", "LOG_LEVEL": "error"}
            npm("ingest", "--", blind, env=env)
            questions = GOLD / f"questions-{kind}.json"
            answers = npm("ask", "--", "--json", "-", stdin=score("lines", questions), env=env)
            report = score("ask", questions, stdin=answers)
            print(f"--- questions {kind}\n{report}")
            for name, floor in ASK[kind].items():
                hold(f"questions {kind} {name}", right(report, name), floor)


{"gold": gold, "own": own}[sys.argv[1] if len(sys.argv) > 1 else "gold"]()
if low:
    sys.exit(f"under their floors: {', '.join(low)}")
