// Rows of the table job; private to src/jobs.
#pragma once

#include "db/db.hpp"
#include "jobs/job.hpp"
#include "jobs/progress.hpp"

namespace kunna::jobs::store {

struct StoredJob {
    JobId id{};
    std::string kind{};
    JobState state = JobState::waiting;
    double progress = 0;
    std::string note{};
    std::string result{};
    std::string problem{};
    Instant created{};
    std::optional<Instant> finished{};
    std::string by{};
};
BOOST_DESCRIBE_STRUCT(StoredJob, (), (id, kind, state, progress, note, result, problem, created, finished, by))

struct Waiting {
    JobId id{};
    std::string kind{};
    AccountId account{};
    std::string input{};
    std::int64_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, kind, account, input, attempts))

struct Deserted {
    JobId id{};
    std::int64_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Deserted, (), (id, attempts))

Job shown(const StoredJob& stored, std::string_view language);

std::string to_text(const Note& note);
std::string say(const Note& note, std::string_view language);

} // namespace kunna::jobs::store
