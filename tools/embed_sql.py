#!/usr/bin/env python3
"""Turns named SQL into C++ constants, so that a misspelt query does not compile.

    embed_sql.py FOLDER queries.sql OUT.hpp       -> namespace kunna::FOLDER::queries
    embed_sql.py --migrations DIR OUT.hpp         -> kunna::db::migrations, numbered

A query:
    -- name: history — what the name alone does not say
    -- only: postgres            (optional; a second text of the same name for the other engine)
    -- scope: why no rows of people leave unguarded   (needed where a table about people is read without {visible})
    SELECT ... WHERE {visible: p.id} AND p.id = :person

{visible: expression} becomes the condition of access/visibility; such a query is a ScopedQuery and takes a Scope.
What several queries of a file share stands once, before them, and is {label} in each:
    -- part: label
    LEFT JOIN ...
{id} in a migration is the engine's own way to number rows, {blob} its type for bytes.
"""
import hashlib
import pathlib
import re
import sys

# Tables whose rows are about people. A query that reads one is scoped, or says why not.
PERSONAL = {"person", "position", "reporting_line", "role_holder", "assessment", "assessment_comment", "contest", "read_log",
            "round_member", "round_case", "round_answer", "round_case_skill", "round_peer", "wished_skill", "wished_role",
            "consent", "plan_lock", "plan_item", "plan_item_step", "plan_person", "programme_interest",
            "programme_interest_role", "programme_member", "programme_step"}

VISIBLE = """((:scope_interested = 0 OR EXISTS (
    SELECT 1 FROM programme_interest stands
     WHERE stands.person = {0} AND stands.ended IS NULL AND (stands.until IS NULL OR stands.until >= :scope_day)))
  AND (:scope_all = 1 OR {0} = :scope_self
  OR (:scope_manager <> 0 AND {0} IN (
    WITH RECURSIVE chain(person, distance) AS (
      SELECT l.person, 1 FROM reporting_line l
       WHERE l.manager = :scope_manager AND l.valid_from <= :scope_day AND (l.valid_to IS NULL OR l.valid_to >= :scope_day)
      UNION
      SELECT l.person, c.distance + 1 FROM chain c JOIN reporting_line l ON l.manager = c.person
       WHERE c.distance < :scope_distance AND l.valid_from <= :scope_day AND (l.valid_to IS NULL OR l.valid_to >= :scope_day))
    SELECT person FROM chain))
  OR (:scope_account <> 0 AND {0} IN (
    WITH RECURSIVE under(unit) AS (
      SELECT g.unit FROM account_role g
       WHERE g.account = :scope_account AND g.unit IS NOT NULL AND (g.role = :scope_role OR g.role = :scope_other_role)
      UNION
      SELECT u.id FROM unit u JOIN under ON u.parent = under.unit)
    SELECT po.person FROM position po JOIN under ON po.unit = under.unit
     WHERE po.valid_from <= :scope_day AND (po.valid_to IS NULL OR po.valid_to >= :scope_day)))
  OR (:scope_consented = 1 AND EXISTS (
    SELECT 1 FROM consent ok WHERE ok.person = {0} AND ok.withdrawn IS NULL))))"""


def fail(path, line, message):
    sys.exit(f"{path}:{line}: {message}")


def parse(path):
    """The queries as (line, name, doc, only, scope, text) in the order of the file, and its parts by name."""
    queries, parts, current = [], {}, None
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        part = re.match(r"--\s*part:\s*([a-z][a-z0-9_]*)\s*$", line)
        if part:
            current = parts[part[1]] = {"line": number, "text": []}
            continue
        head = re.match(r"--\s*name:\s*([a-z][a-z0-9_]*)\s*(?:—\s*(.*))?$", line)
        if head:
            current = {"line": number, "name": head[1], "doc": head[2] or "", "only": None, "scope": None, "text": []}
            queries.append(current)
            continue
        if current is None:
            if line.strip() and not line.startswith("--"):
                fail(path, number, "SQL before the first '-- name:'")
            continue
        note = re.match(r"--\s*(only|scope):\s*(.+)$", line)
        if note:
            current[note[1]] = note[2].strip()
        elif not line.lstrip().startswith("--"):
            current["text"].append(line)
    return queries, parts


def parameters(text):
    """The names of :parameters in order of first use; casts (::) and quoted text are left alone."""
    seen = []
    for found in re.finditer(r"'(?:[^']|'')*'|::|:([a-z_][a-z0-9_]*)", text):
        if found[1] and found[1] not in seen:
            seen.append(found[1])
    return seen


def for_postgres(text, names):
    return re.sub(r"'(?:[^']|'')*'|::|:([a-z_][a-z0-9_]*)",
                  lambda m: f"${names.index(m[1]) + 1}" if m[1] else m[0], text)


def literal(text):
    return 'R"sql(' + text + ')sql"'


def copy_target(text):
    """INSERT INTO t (a, b) VALUES (:a, :b) can be sent in bulk as COPY t (a, b), however its lines are broken."""
    plain = re.fullmatch(r"INSERT INTO (\w+) \(([\w, ]+)\) VALUES \(([:\w, ]+)\)", " ".join(text.split()))
    return f"COPY {plain[1]} ({plain[2]}) FROM STDIN" if plain else ""


def embed(folder, path, out):
    by_name = {}
    queries, parts = parse(path)
    for q in queries:
        text = re.sub(r"\n\s*\n", "\n", "\n".join(q["text"])).strip().rstrip(";")
        # Before anything is asked of the text: a part reads tables too.
        for used in re.findall(r"\{([a-z][a-z0-9_]*)\}", text):
            if used not in parts:
                fail(path, q["line"], f"{q['name']} uses {{{used}}}, which is no part of this file")
            text = text.replace(f"{{{used}}}", "\n".join(parts[used]["text"]).strip())
        if not text:
            fail(path, q["line"], f"{q['name']} has no SQL")
        scoped = "{visible:" in text
        tables = set(re.findall(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+([a-z_]+)", text))
        if tables & PERSONAL and not scoped and not q["scope"] and not text.startswith("INSERT"):
            fail(path, q["line"], f"{q['name']} reads {', '.join(sorted(tables & PERSONAL))} without {{visible: …}} "
                                  "and without a '-- scope:' line that says why")
        text = re.sub(r"\{visible:\s*([\w.]+)\s*\}", lambda m: VISIBLE.replace("{0}", m[1]), text)
        entry = by_name.setdefault(q["name"], {"doc": q["doc"], "scoped": scoped, "line": q["line"], "texts": {}})
        if q["only"] not in (None, "sqlite", "postgres"):
            fail(path, q["line"], f"only: {q['only']} is no engine")
        for engine in [q["only"]] if q["only"] else ["sqlite", "postgres"]:
            if engine in entry["texts"]:
                fail(path, q["line"], f"{q['name']} is there twice for {engine}")
            entry["texts"][engine] = text
    lines = [f"// Queries of {folder}, made from {folder}/queries.sql. Do not edit.", "#pragma once", "",
             '#include "db/query.hpp"', "", f"namespace kunna::{folder}::queries {{", ""]
    for name, entry in by_name.items():
        if len(entry["texts"]) != 2:
            fail(path, entry["line"], f"{name} is missing its text for the other engine")
        names = parameters(entry["texts"]["sqlite"])
        if set(names) != set(parameters(entry["texts"]["postgres"])):
            fail(path, entry["line"], f"{name}: the two engines' texts take different parameters")
        kind = "ScopedQuery" if entry["scoped"] else "Query"
        listed = ", ".join(f'"{n}"' for n in names)
        if entry["doc"]:
            lines.append(f"// {entry['doc']}")
        lines.append(f"inline constexpr std::array<std::string_view, {len(names)}> {name}_parameters{{{listed}}};")
        lines.append(f"inline constexpr db::{kind} {name}{{\"{folder}.{name}\",\n"
                     f"{literal(entry['texts']['sqlite'])},\n"
                     f"{literal(for_postgres(entry['texts']['postgres'], names))},\n"
                     f"{name}_parameters, \"{copy_target(entry['texts']['postgres'])}\"}};\n")
    lines.append("inline constexpr std::array all{")
    for name, entry in by_name.items():
        lines.append(f"    {name}{'.unscoped_for_tests()' if entry['scoped'] else ''},")
    lines += ["};", "", f"}} // namespace kunna::{folder}::queries", ""]
    write(out, "\n".join(lines))


def embed_migrations(folder, out):
    lines = ["// The migrations, made from migrations/. Do not edit.", "#pragma once", "",
             "#include <array>", "#include <string_view>", "", "namespace kunna::db {", "",
             "struct Migration {", "    int number;", "    std::string_view name;", "    std::string_view hash;",
             "    std::string_view sqlite;", "    std::string_view postgres;", "};", ""]
    files = sorted(pathlib.Path(folder).glob("[0-9][0-9][0-9][0-9]_*.sql"))
    lines.append(f"inline constexpr std::array<Migration, {len(files)}> migrations{{{{")
    for expected, path in enumerate(files, 1):
        number = int(path.name[:4])
        if number != expected:
            fail(path, 1, f"migrations are numbered without holes: expected {expected:04}")
        texts = {"sqlite": [], "postgres": []}
        engine = None
        for line in path.read_text(encoding="utf-8").splitlines():
            only = re.match(r"--\s*only:\s*(sqlite|postgres|both)\s*$", line)
            if only:
                engine = None if only[1] == "both" else only[1]
            elif not line.lstrip().startswith("--"):
                for name in [engine] if engine else texts:
                    texts[name].append(line)
        sqlite = "\n".join(texts["sqlite"]).replace("{id}", "INTEGER PRIMARY KEY").replace("{blob}", "BLOB")
        postgres = ("\n".join(texts["postgres"]).replace("{id}", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")
                    .replace("{blob}", "BYTEA"))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"    {{{number}, \"{path.stem[5:]}\", \"{digest}\",\n{literal(sqlite)},\n{literal(postgres)}}},")
    lines += ["}};", "", "} // namespace kunna::db", ""]
    write(out, "\n".join(lines))


def write(out, text):
    target = pathlib.Path(out)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--migrations":
        embed_migrations(sys.argv[2], sys.argv[3])
    else:
        embed(sys.argv[1], sys.argv[2], sys.argv[3])
