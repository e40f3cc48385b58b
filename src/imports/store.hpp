// Rows of imports, their bytes, problems and changes; private to src/imports.
#pragma once

#include "imports/import.hpp"

#include <functional>

namespace kunna::imports::store {

struct StoredImport {
    ImportId id{};
    ImportKind kind = ImportKind::people;
    std::string filename{};
    std::int64_t size = 0;
    ImportState state = ImportState::uploading;
    Instant created{};
    AccountId account{};
    std::string by{};
    std::string description{};
    std::optional<std::int64_t> row_count{};
    std::string file_columns{};
    std::string mapping{};
    std::string outcome{};
    std::optional<JobId> job{};
};
BOOST_DESCRIBE_STRUCT(StoredImport, (),
                      (id, kind, filename, size, state, created, account, by, description, row_count, file_columns,
                       mapping, outcome, job))

inline constexpr std::size_t chunk_size = std::size_t{1} << 20U;

// Reads what Kunna itself wrote; anything else is a breakdown.
std::vector<SeenColumn> columns_of(const StoredImport& stored);
Mapping mapping_of(std::string_view stored);
std::optional<Figures> outcome_of(const StoredImport& stored);

// Each piece of the file in order, from `first`, at most `most` of them.
void each_chunk(db::Tx& tx, ImportId import, std::int64_t first, std::int64_t most,
                const std::function<void(const std::string&)>& take);

void keep_problems(db::Tx& tx, ImportId import, const Problems& problems);
void keep_changes(db::Tx& tx, ImportId import, const std::vector<RowChange>& changes);
std::vector<Problem> problems_after(db::Tx& tx, ImportId import, std::int64_t after, int limit);

// All of it, or all but the row of the import itself.
void forget_findings(db::Tx& tx, ImportId import);
void forget_all(db::Tx& tx, ImportId import);

} // namespace kunna::imports::store
