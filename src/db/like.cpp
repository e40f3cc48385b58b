// LIKE patterns.
#include "db/like.hpp"

#include "base/text.hpp"

namespace kunna::db {

std::string like_pattern(std::string_view query) {
    const std::string folded = text::fold(query);
    if (folded.empty()) return "";
    std::string pattern = "%";
    for (const char c : folded) {
        if (c == '%' || c == '_' || c == '!') pattern.push_back('!');
        pattern.push_back(c);
    }
    return pattern + "%";
}

} // namespace kunna::db
