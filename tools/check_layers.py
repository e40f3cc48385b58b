#!/usr/bin/env python3
"""Refuses an include that the house does not allow. Run from the root; src/CMakeLists.txt is the law.

A folder includes only itself and the folders it USES (and what those use); another folder's store.hpp or queries.hpp
never; http/ only in routes.cpp and *_routes.cpp, in http itself and in app.
"""
import pathlib
import re
import sys

src = pathlib.Path("src")
uses = {}
for found in re.finditer(r"kunna_folder\((\w+)([^)]*)\)", (src / "CMakeLists.txt").read_text(encoding="utf-8")):
    words = found[2].split()
    listed = []
    taking = False
    for word in words:
        if word in ("USES", "LINKS"):
            taking = word == "USES"
        elif taking:
            listed.append(word)
    uses[found[1]] = listed
if not uses:
    sys.exit("src/CMakeLists.txt names no folder")


def reach(folder):
    seen = {folder}
    for used in uses[folder]:
        seen |= reach(used)
    return seen


wrong = []
for folder in sorted(p.name for p in src.iterdir() if p.is_dir()):
    if folder not in uses:
        wrong.append(f"src/{folder}: not listed in src/CMakeLists.txt")
        continue
    allowed = reach(folder)
    for path in sorted((src / folder).rglob("*.?pp")):
        face = path.name == "routes.cpp" or path.name.endswith("_routes.cpp")
        may_http = folder in ("http", "app") or face or "http" in uses[folder]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(r'\s*#include "(\w+)/([\w/.]+)"', line)
            if not include or include[1] not in uses:
                continue
            other, file = include[1], include[2]
            if other != folder and file in ("store.hpp", "queries.hpp"):
                wrong.append(f"{path}:{number}: {other}'s {file} is private to it")
            elif other == "http":
                if not may_http:
                    wrong.append(f"{path}:{number}: http belongs in routes.cpp and app")
            elif other not in allowed and not face:
                wrong.append(f"{path}:{number}: {folder} does not use {other} (src/CMakeLists.txt)")
for line in wrong:
    print(line)
sys.exit(1 if wrong else 0)
