// Job: a piece of background work, as people see it.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kunna::jobs {

BOOST_DEFINE_ENUM_CLASS(JobState, waiting, running, done, failed, cancelled)

[[nodiscard]] constexpr bool is_over(JobState state) {
    return state == JobState::done || state == JobState::failed || state == JobState::cancelled;
}

// Why a job failed, in the language of whoever asks. `type` and `code` are stable.
struct Failure {
    std::string type{};
    std::string title{};
    std::string detail{};
    std::string code{};
};
BOOST_DESCRIBE_STRUCT(Failure, (), (type, title, detail, code))

struct Job {
    JobId id{};
    std::string kind{};
    std::string kind_text{};
    JobState state = JobState::waiting;
    double progress = 0; // 0 to 1
    std::string note{};  // what it is doing
    Instant created{};
    std::optional<Instant> finished{};
    std::string by{};
    std::optional<Failure> problem{};
    std::optional<std::map<std::string, std::int64_t>> result{};
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, kind, kind_text, state, progress, note, created, finished, by, problem, result))

// A refusal as text for the database, and back. The texts are made when somebody reads it.
std::string to_stored(const Error& error);
std::optional<Error> error_of(std::string_view stored);
Failure shown(const Error& error, std::string_view language);

} // namespace kunna::jobs
