// Job: refusals kept in the database as codes and values.
#include "jobs/job.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/texts.hpp"

namespace kunna::jobs {

namespace {

struct StoredError {
    std::int64_t kind = 0;
    std::string code{};
    std::vector<std::vector<std::string>> values{};
};
BOOST_DESCRIBE_STRUCT(StoredError, (), (kind, code, values))

} // namespace

std::string to_stored(const Error& error) {
    StoredError stored{static_cast<std::int64_t>(error.kind), error.code, {}};
    // The first field tells more than "some of the input needs correcting".
    if (!error.fields.empty()) stored.code = error.fields.front().code;
    for (const auto& [name, value] : error.fields.empty() ? error.values : error.fields.front().values)
        stored.values.push_back({name, value});
    return json::to_text(stored);
}

std::optional<Error> error_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    auto read = json::from_text<StoredError>(text);
    if (!read.ok()) return Error{Kind::unavailable, "job.broken"};
    Error error{static_cast<Kind>(read->kind), read->code};
    for (const auto& pair : read->values)
        if (pair.size() == 2) error.values.emplace_back(pair[0], pair[1]);
    return error;
}

Failure shown(const Error& error, std::string_view language) {
    return {"urn:kunna:problem:" + error.code, texts::say(language, "job.failed"),
            texts::say(language, error.code, error.values), error.code};
}

} // namespace kunna::jobs
