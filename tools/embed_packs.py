#!/usr/bin/env python3
"""Puts packs/*.json into the binary, white space left out.

    embed_packs.py OUT.cpp FILE.json...
"""
import json
import pathlib
import sys


def literal(text):
    # In pieces: a string literal longer than 65,536 bytes is not portable.
    pieces = [text[i:i + 8000] for i in range(0, len(text), 8000)]
    return "\n".join(f'R"pack({piece})pack"' for piece in pieces)


def main(out, files):
    rows = []
    for file in sorted(files):
        content = json.loads(pathlib.Path(file).read_text("utf-8"))
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        rows.append(f'    {{"{pathlib.Path(file).stem}",\n{literal(text)}}},')
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(out).write_text(
        "// Made by tools/embed_packs.py from packs/*.json. Do not edit.\n"
        '#include "skills/pack_files.hpp"\n\n'
        "namespace kunna::skills {\n\nnamespace {\n\n"
        "constexpr PackFile files[] = {\n" + "\n".join(rows) + "\n};\n\n"
        "} // namespace\n\nstd::span<const PackFile> pack_files() {\n    return files;\n}\n\n} // namespace kunna::skills\n",
        "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
