// The trail: every change writes an entry in its own transaction, and each entry carries the hash of the one before.
// Entries hold ids and names of fields, never content, so that erasing a person leaves the chain whole.
#pragma once

#include "db/db.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::audit {

struct Entry {
    std::int64_t seq = 0;
    Instant at{};
    AccountId account{};  // 0: the command line or the server itself
    std::string action{}; // "assessment.recorded"
    std::int64_t object = 0;
    std::string fields{}; // "level,note"
    std::string previous{};
    std::string hash{};
};
BOOST_DESCRIBE_STRUCT(Entry, (), (seq, at, account, action, object, fields, previous, hash))

// Also tells the transaction that readers of the trail have something new.
void append(db::Tx& tx, AccountId by, std::string_view action, std::int64_t object, std::string_view fields = "");

struct Filter {
    std::string action{};
    std::optional<AccountId> account{};
    Instant from{0};
    Instant to{std::int64_t{1} << 60};
};
std::vector<Entry> newest(db::Tx& tx, const Filter& filter, std::int64_t before, int limit);
std::vector<Entry> after(db::Tx& tx, std::int64_t seq, int limit);

struct Verification {
    bool ok = true;
    std::int64_t entries = 0;
    std::optional<std::int64_t> first_broken{};
    std::string head{}; // hash of the newest entry; compare it with one written down earlier to notice a cut tail
};
BOOST_DESCRIBE_STRUCT(Verification, (), (ok, entries, first_broken, head))

Verification verify(db::Tx& tx);

} // namespace kunna::audit
