// Writing a table, as CSV or XLSX: typed columns, one row at a time.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kunna::tabular {

// Where the bytes go; a refusal (a full disk, a client that left) ends the writing.
using Sink = std::function<Result<void>(std::string_view)>;

// Refuses table.cannot_write, or storage_full when the disk is. The file is made anew.
Result<Sink> file_sink(const std::filesystem::path& path);
// Appends to `into`, which must outlive the writer.
Sink string_sink(std::string& into);

enum class CellType : std::uint8_t { text, number, date };

struct ColumnSpec {
    std::string name;
    CellType type = CellType::text;
    std::size_t width = 0; // XLSX, in characters; 0 chooses by the heading
};

// monostate is an empty cell. Text is UTF-8. A value whose type is not its column's is written as what it is.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double, Date>;

class Writer {
public:
    virtual ~Writer() = default;
    // The cells in the order of the columns; fewer leave the rest empty, more are a bug (std::logic_error).
    virtual Result<void> row(std::span<const Cell> cells) = 0;
    // Must be called once, after the last row; without it the file is not whole.
    virtual Result<void> finish() = 0;
};

} // namespace kunna::tabular
