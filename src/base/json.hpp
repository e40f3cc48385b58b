// JSON as it comes in: a small tree, read strictly (UTF-8, no duplicate keys, bounded depth). What goes out is
// written straight from the structs (json_write.hpp) without a tree.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kunna::json {

struct Member;

struct Node {
    using List = std::vector<Node>;
    using Object = std::vector<Member>; // in the order written; keys are unique

    // Numbers: int64 when integral and small enough, uint64 above that, double otherwise.
    // Null to begin with; without {}, which clang 14 would want Member complete for.
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, List, Object> held;

    [[nodiscard]] bool is_null() const { return held.index() == 0; }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&held); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&held); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&held); }
    // The member of that name; null when there is none or this is no object.
    [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Node value;
};

inline constexpr std::size_t max_depth = 32;

// Refuses with json.malformed (line, column), json.too_deep, json.bad_utf8 or json.duplicate_key (its pointer).
Result<Node> parse(std::string_view text);

// Text that is JSON already, passed through as it is.
struct Raw {
    std::string text{"null"};
};

// "~" and "/" in a key, as RFC 6901 writes them.
std::string escape_pointer(std::string_view key);

} // namespace kunna::json
