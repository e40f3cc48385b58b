// Problems of a file, by row: each named once, and one that many rows share named for the first of them and counted.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kunna::imports {

struct Problem {
    std::int64_t row = 0; // as the file numbers it; 0: the file as a whole
    std::string column{}; // as the file names it; empty: the row as a whole
    std::string value{};  // as written
    std::string code{};   // its text names the remedy
    std::vector<std::pair<std::string, std::string>> values{};
    bool warning = false; // the row is imported all the same
};

// In the language asked, with {row}, {column} and {value} filled in beside the problem's own values.
std::string say(const Problem& problem, std::string_view language);

class Problems {
public:
    // Of one sort (code and column) that many are listed.
    explicit Problems(std::size_t listed = 100) : listed_(listed) {}

    void add(Problem problem);
    [[nodiscard]] std::int64_t errors() const { return errors_; } // rows are counted, also the unlisted ones
    [[nodiscard]] std::int64_t warnings() const { return warnings_; }
    [[nodiscard]] bool none() const { return errors_ == 0 && warnings_ == 0; }
    // In the order of rows; a sort that goes on is followed by import.more_rows with {count}.
    [[nodiscard]] std::vector<Problem> list() const;

private:
    struct Sort {
        std::int64_t seen = 0;
        bool warning = false;
        std::vector<Problem> first{};
    };
    std::size_t listed_;
    std::int64_t errors_ = 0;
    std::int64_t warnings_ = 0;
    std::map<std::pair<std::string, std::string>, Sort> sorts_{};
};

} // namespace kunna::imports
