// Query: one named SQL text in both dialects. Made by tools/embed_sql.py from queries.sql, never by hand.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kunna::db {

struct Query {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
    std::span<const std::string_view> parameters; // in the order of PostgreSQL's $1, $2 …
    std::string_view copy;                        // PostgreSQL's bulk form of a plain INSERT, or empty
};

// Prepared statements are kept by the text itself. Its address would not do: a text that is made while running (as
// backup's are) may lie where another one lay before.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Prepared>
using ByText = std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>>;

// A query about people: it runs only with a Scope, which only access/visibility makes.
class ScopedQuery {
public:
    constexpr ScopedQuery(std::string_view name, std::string_view sqlite, std::string_view postgres,
                          std::span<const std::string_view> parameters, std::string_view copy) :
        query_{name, sqlite, postgres, parameters, copy} {}

    // For the test that prepares every query; rows never leave through it.
    [[nodiscard]] constexpr const Query& unscoped_for_tests() const { return query_; }

private:
    friend class Tx;
    Query query_;
};

} // namespace kunna::db
