// From a row of the table job to what people see.
#include "jobs/store.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/texts.hpp"

namespace kunna::jobs::store {

namespace {

struct StoredNote {
    std::string code{};
    std::vector<std::vector<std::string>> values{};
};
BOOST_DESCRIBE_STRUCT(StoredNote, (), (code, values))

std::string say_stored(std::string_view text, std::string_view language) {
    if (text.empty()) return {};
    const auto read = json::from_text<StoredNote>(text);
    if (!read.ok()) return {};
    Note note{read->code, {}};
    for (const auto& pair : read->values)
        if (pair.size() == 2) note.values.emplace_back(pair[0], pair[1]);
    return say(note, language);
}

} // namespace

std::string to_text(const Note& note) {
    if (note.code.empty()) return {};
    StoredNote stored{note.code, {}};
    for (const auto& [name, value] : note.values) stored.values.push_back({name, value});
    return json::to_text(stored);
}

std::string say(const Note& note, std::string_view language) {
    return note.code.empty() ? std::string{} : texts::say(language, note.code, note.values);
}

Job shown(const StoredJob& stored, std::string_view language) {
    Job job;
    job.id = stored.id;
    job.kind = stored.kind;
    job.kind_text = texts::say(language, "job.kind." + stored.kind);
    job.state = stored.state;
    job.progress = stored.progress;
    job.note = say_stored(stored.note, language);
    job.created = stored.created;
    job.finished = stored.finished;
    job.by = stored.by.empty() ? texts::say(language, "job.by_server") : stored.by;
    if (const auto error = error_of(stored.problem)) job.problem = jobs::shown(*error, language);
    if (!stored.result.empty()) {
        auto figures = json::from_text<std::map<std::string, std::int64_t>>(stored.result);
        if (figures.ok()) job.result = std::move(figures).unwrap();
    }
    return job;
}

} // namespace kunna::jobs::store
