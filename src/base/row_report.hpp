// What an import says about a file: problems by row, and what would change.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kunna {

// One thing wrong in one row. column is the record's member ("level"); whoever read the file knows what it is called
// there.
struct RowProblem {
    std::int64_t row = 0;
    std::string column{};
    std::string value{};                                       // as written
    std::string code{};                                        // also the key of its text, which names the remedy
    std::vector<std::pair<std::string, std::string>> values{}; // fills the text; {value} is among them
    bool warning = false;                                      // the row is taken all the same
};

// of: which part of the thing, when it has several ("Programming"); empty otherwise.
struct FieldChange {
    std::string of{};
    std::string field{};
    std::string before{}; // empty: there was none
    std::string after{};
    bool operator==(const FieldChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (of, field, before, after))

enum class RowChangeKind : std::uint8_t { new_, changed, would_leave };
BOOST_DESCRIBE_ENUM(RowChangeKind, new_, changed, would_leave)

struct RowChange {
    std::int64_t row = 0;
    RowChangeKind kind = RowChangeKind::new_;
    std::string key{};
    std::string name{};
    std::vector<FieldChange> fields{};
};
BOOST_DESCRIBE_STRUCT(RowChange, (), (row, kind, key, name, fields))

} // namespace kunna
