// Query: one named SQL text in both dialects. Made by tools/embed_sql.py from queries.sql, never by hand.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace kunna::db {

struct Query {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
    std::span<const std::string_view> parameters; // in the order of PostgreSQL's $1, $2 …
    std::string_view copy;                        // PostgreSQL's bulk form of a plain INSERT, or empty
};

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
