// The trail as a screen shows it: entries with the names of who acted.
#pragma once

#include "access/actor.hpp"
#include "audit/trail.hpp"

namespace kunna::access {

struct TrailEntry {
    std::int64_t seq = 0;
    Instant at{};
    std::string actor{};
    std::string action{};
    std::string action_text{};
    std::string object_kind{};
    std::int64_t object = 0;
    std::string object_text{}; // "person 12"; empty when an entry is about nothing single
    std::vector<std::string> fields{};
    std::vector<std::string> field_texts{};
    std::string hash{};
};
BOOST_DESCRIBE_STRUCT(TrailEntry, (),
                      (seq, at, actor, action, action_text, object_kind, object, object_text, fields, field_texts,
                       hash))

// Newest first, below `before`.
std::vector<TrailEntry> trail_page(db::Tx& tx, const audit::Filter& filter, std::int64_t before, int limit,
                                   std::string_view language);

// Who has opened what about a person, newest first: the person's own to read.
struct ReadEntry {
    std::int64_t id = 0;
    Instant at{};
    std::string who{};
    std::string what{};
    std::string reason{};
};
BOOST_DESCRIBE_STRUCT(ReadEntry, (), (id, at, who, what, reason))
std::vector<ReadEntry> reads_about(db::Tx& tx, PersonId person, std::int64_t before, int limit);

} // namespace kunna::access
