// Managers as files name them: by e-mail address, or by name in any order, found among the file's own people and those
// already known.
#pragma once

#include "imports/people_file.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kunna::imports {

class ManagerFinder {
public:
    // The first one told of a number is the one that counts: tell the file's people before those already known.
    void add(std::string_view number, std::string_view given, std::string_view family, std::string_view email);

    // The number, or none.
    [[nodiscard]] const std::string* by_email(std::string_view email) const;
    // The numbers of all who bear the name: none, one, or several to choose from. "Svensson, Anna", "Anna Svensson" and
    // "Svensson Anna" are the same; "Anna Svensson (1001)" is number 1001 if there is one. A column may hold numbers
    // and addresses among its names.
    [[nodiscard]] std::vector<std::string> by_name(std::string_view written) const;
    [[nodiscard]] bool knows(std::string_view number) const;

private:
    std::vector<std::string> numbers_{};
    std::unordered_map<std::string, std::uint32_t> number_{};
    std::unordered_map<std::string, std::uint32_t> emails_{};             // folded
    std::unordered_map<std::string, std::vector<std::uint32_t>> names_{}; // folded words in order of the alphabet
};

} // namespace kunna::imports
