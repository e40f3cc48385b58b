// Opens a table in a file, whatever its kind: the way in for importers.
//
//     auto reader = TRY(tabular::open(path));
//     tabular::Row row;
//     while (TRY(reader->next(row))) take(row.number, row.trimmed(0));
#pragma once

#include "tabular/sniff.hpp"
#include "tabular/table.hpp"

#include <filesystem>
#include <memory>

namespace kunna::tabular {

// `name` is what the user calls the file, when it lies here under another (an upload). Refuses what sniff, open_csv
// and open_xlsx refuse.
Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path, const Options& options = {},
                                     std::string_view name = {});
// The same of bytes in memory, which must outlive the reader.
Result<std::unique_ptr<Reader>> open_bytes(std::string_view bytes, std::string_view name, const Options& options = {});

} // namespace kunna::tabular
