// Status: what an administrator looks at; numbers of things, nothing about people.
#pragma once

#include "app/api.hpp"

namespace kunna::app {

struct PictureStatus {
    Date day{};
    std::int64_t seq = 0;
    double built_ms = 0;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(PictureStatus, (), (day, seq, built_ms, bytes))

struct Status {
    std::string version{};
    Instant started{};
    std::string database{};
    std::int32_t schema = 0;
    std::int64_t people = 0;
    std::int64_t assessments = 0;
    PictureStatus snapshot{};
    std::int64_t memory_bytes = 0;
    std::int64_t disk_free_bytes = 0;
    std::int64_t jobs_waiting = 0;
};
BOOST_DESCRIBE_STRUCT(Status, (),
                      (version, started, database, schema, people, assessments, snapshot, memory_bytes, disk_free_bytes,
                       jobs_waiting))

Status status(db::Db& db, const Standing& standing);

} // namespace kunna::app
