// Rows of imports.
#include "imports/store.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "imports/queries.hpp"

namespace kunna::imports::store {

namespace {

template <class T>
T own(std::string_view text) {
    auto read = json::from_text<T>(text);
    if (!read.ok()) throw std::runtime_error{"a stored import cannot be read: " + read.error().code};
    return std::move(read).unwrap();
}

using Pairs = std::vector<std::vector<std::string>>;

struct StoredProblem {
    std::int64_t file_row = 0;
    std::string file_column{};
    std::string value{};
    std::string code{};
    std::string details{};
    bool warning = false;
};
BOOST_DESCRIBE_STRUCT(StoredProblem, (), (file_row, file_column, value, code, details, warning))

} // namespace

std::vector<SeenColumn> columns_of(const StoredImport& stored) {
    return own<std::vector<SeenColumn>>(stored.file_columns);
}

Mapping mapping_of(std::string_view stored) {
    return own<Mapping>(stored);
}

std::optional<Figures> outcome_of(const StoredImport& stored) {
    if (stored.outcome.empty()) return std::nullopt;
    return own<Figures>(stored.outcome);
}

void each_chunk(db::Tx& tx, ImportId import, std::int64_t first, std::int64_t most,
                const std::function<void(const std::string&)>& take) {
    for (std::int64_t seq = first; seq < first + most; ++seq) {
        std::optional<std::string> bytes;
        tx.run(queries::chunk, {{"import", import}, {"seq", seq}}, [&](const db::Row& row) { bytes = row.bytes(0); });
        if (!bytes) return;
        take(*bytes);
    }
}

void keep_problems(db::Tx& tx, ImportId import, const Problems& problems) {
    std::int64_t seq = 0;
    const auto list = problems.list();
    tx.bulk(queries::insert_problem, [&](db::Tx::Adder& add) {
        for (const Problem& problem : list) {
            Pairs pairs;
            for (const auto& [name, value] : problem.values) pairs.push_back({name, value});
            const std::string details = json::to_text(pairs);
            add({{"import", import},
                 {"seq", seq++},
                 {"file_row", problem.row},
                 {"file_column", problem.column},
                 {"value", problem.value},
                 {"code", problem.code},
                 {"details", details},
                 {"warning", problem.warning}});
        }
    });
}

void keep_changes(db::Tx& tx, ImportId import, const std::vector<RowChange>& changes) {
    std::int64_t seq = 0;
    tx.bulk(queries::insert_change, [&](db::Tx::Adder& add) {
        for (const RowChange& change : changes) {
            const std::string fields = json::to_text(change.fields);
            add({{"import", import},
                 {"seq", ++seq},
                 {"file_row", change.row},
                 {"kind", json::enum_name(change.kind)},
                 {"key", change.key},
                 {"name", change.name},
                 {"fields", fields}});
        }
    });
}

std::vector<Problem> problems_after(db::Tx& tx, ImportId import, std::int64_t after, int limit) {
    std::vector<Problem> problems;
    for (auto& stored :
         tx.all<StoredProblem>(queries::problems_after, {{"import", import}, {"after", after}, {"limit", limit}})) {
        Problem problem{
            stored.file_row, std::move(stored.file_column), std::move(stored.value), std::move(stored.code), {},
            stored.warning};
        for (const auto& pair : own<Pairs>(stored.details))
            if (pair.size() == 2) problem.values.emplace_back(pair[0], pair[1]);
        problems.push_back(std::move(problem));
    }
    return problems;
}

void forget_findings(db::Tx& tx, ImportId import) {
    tx.run(queries::delete_problems, {{"import", import}});
    tx.run(queries::delete_changes, {{"import", import}});
}

void forget_all(db::Tx& tx, ImportId import) {
    forget_findings(tx, import);
    tx.run(queries::delete_chunks, {{"import", import}});
    tx.run(queries::delete_import, {{"import", import}});
}

} // namespace kunna::imports::store
