// Rows of a file as activities.
#include "learning/gather.hpp"

#include "base/text.hpp"
#include "learning/differences.hpp"

#include <algorithm>
#include <charconv>

namespace kunna::learning {

namespace {

class Gatherer {
public:
    Gatherer(const ActivityFile& file, const std::vector<Activity>& stored, skills::SkillFinder& skills,
             std::vector<RowProblem>& problems) :
        file_(file),
        stored_(stored), skills_(skills), problems_(problems) {
        for (const Activity& one : stored_) name(one.id, one.key, one.name, one.archived);
    }

    std::vector<FileActivity> run() {
        for (const ActivityRecord& record : file_.rows) place(record);
        for (FileActivity& one : activities_) {
            write_own(one);
            write_raises(one);
            write_sessions(one);
        }
        // Prerequisites name each other across the file: all must be known first.
        for (FileActivity& one : activities_) write_prerequisites(one);
        return std::move(activities_);
    }

private:
    void problem(const ActivityRecord& record, std::string column, std::string value, std::string code,
                 std::vector<std::pair<std::string, std::string>> values = {}) {
        values.emplace_back("value", value);
        problems_.push_back(
            {record.row, std::move(column), std::move(value), std::move(code), std::move(values), false});
    }
    [[nodiscard]] bool has(std::string_view column) const { return file_.columns.contains(column); }

    void name(ActivityId id, const std::string& key, const Text& text, bool archived) {
        keys_.try_emplace(text::fold(key), id);
        // One that is offered is meant before one that is archived.
        for (const std::string* word : {&text.sv, &text.en}) {
            if (word->empty()) continue;
            if (archived)
                names_.try_emplace(text::fold(*word), id);
            else
                names_.insert_or_assign(text::fold(*word), id);
        }
    }
    [[nodiscard]] std::optional<ActivityId> find(std::string_view written) const {
        const std::string folded = text::fold(written);
        if (const auto key = keys_.find(folded); key != keys_.end()) return key->second;
        if (const auto word = names_.find(folded); word != names_.end()) return word->second;
        return std::nullopt;
    }

    void place(const ActivityRecord& record) {
        std::optional<ActivityId> id;
        for (const std::string* word : {&record.key, &record.name.sv, &record.name.en})
            if (!id && !word->empty()) id = find(*word);
        if (!id && record.key.empty() && record.name.sv.empty() && record.name.en.empty())
            return problem(record, "name_sv", "", "activity.row_without_name");
        if (!id) {
            id = ActivityId{-static_cast<std::int64_t>(activities_.size()) - 1};
            name(*id, record.key.empty() ? "#" + std::to_string(record.row) : record.key, record.name, false);
        }
        const auto [at, fresh] = places_.try_emplace(*id, activities_.size());
        if (fresh) {
            FileActivity one;
            one.id = *id;
            for (const Activity& stored : stored_)
                if (stored.id == *id) one.before = &stored;
            activities_.push_back(std::move(one));
        }
        activities_[at->second].rows.push_back(&record);
    }

    // The first row that says it; another row may say the same or nothing.
    template <class Value, class Empty, class Word>
    void take(FileActivity& one, const char* column, std::string_view pointer, Value&& value, Empty&& empty,
              Word&& word, const std::function<void(const ActivityRecord&)>& set) {
        const ActivityRecord* first = nullptr;
        for (const ActivityRecord* record : one.rows) {
            if (empty(value(*record))) continue;
            if (first == nullptr) {
                first = record;
            } else if (!(value(*first) == value(*record))) {
                problem(*record, column, word(value(*record)), "activity.rows_differ",
                        {{"first", word(value(*first))}, {"first_row", std::to_string(first->row)}});
            }
        }
        one.places.emplace(std::string{pointer}, std::pair{first != nullptr ? first : one.rows.front(), column});
        if (has(column) || first != nullptr) set(first != nullptr ? *first : *one.rows.front());
    }
    void take_text(FileActivity& one, const char* column, std::string_view pointer,
                   const std::function<const std::string&(const ActivityRecord&)>& of, std::string& into) {
        take(
            one, column, pointer, of, [](const std::string& text) { return text.empty(); },
            [](const std::string& text) { return text; }, [&](const ActivityRecord& r) { into = of(r); });
    }
    template <class T, class U>
    void take_value(FileActivity& one, const char* column, std::string_view pointer,
                    std::optional<T> ActivityRecord::*of, U&& set) {
        take(
            one, column, pointer, [of](const ActivityRecord& r) { return r.*of; },
            [](const std::optional<T>& value) { return !value.has_value(); },
            [](const std::optional<T>& value) { return written(*value); },
            [&](const ActivityRecord& r) { set(r.*of); });
    }

    void write_own(FileActivity& one) {
        ActivityInput& into = one.input;
        if (one.before != nullptr) {
            into = input_of(*one.before);
            one.archived = one.before->archived;
        } else {
            into.language = "sv";
            into.raises.clear();
        }
        take_text(
            one, "key", "/key", [](const ActivityRecord& r) -> const std::string& { return r.key; }, key_);
        // A name is kept where the file leaves it out: an activity is never made nameless.
        const Text before = into.name;
        take_text(
            one, "name_sv", "/name/sv", [](const ActivityRecord& r) -> const std::string& { return r.name.sv; },
            into.name.sv);
        take_text(
            one, "name_en", "/name/en", [](const ActivityRecord& r) -> const std::string& { return r.name.en; },
            into.name.en);
        if (into.name.sv.empty() && into.name.en.empty()) into.name = before;
        take_text(
            one, "description_sv", "/description/sv",
            [](const ActivityRecord& r) -> const std::string& { return r.description.sv; }, into.description.sv);
        take_text(
            one, "description_en", "/description/en",
            [](const ActivityRecord& r) -> const std::string& { return r.description.en; }, into.description.en);
        take_value(one, "kind", "/kind", &ActivityRecord::kind,
                   [&](auto value) { into.kind = value.value_or(ActivityKind::course); });
        take_text(
            one, "provider", "/provider", [](const ActivityRecord& r) -> const std::string& { return r.provider; },
            into.provider);
        take_text(
            one, "language", "/language", [](const ActivityRecord& r) -> const std::string& { return r.language; },
            into.language);
        if (into.language.empty()) into.language = "sv";
        take_value(one, "online", "/online", &ActivityRecord::online,
                   [&](auto value) { into.online = value.value_or(false); });
        take_text(
            one, "place", "/place", [](const ActivityRecord& r) -> const std::string& { return r.place; }, into.place);
        take_value(one, "seat_cost", "/seat_cost", &ActivityRecord::seat_cost,
                   [&](auto value) { into.seat_cost = value; });
        take_value(one, "session_cost", "/session_cost", &ActivityRecord::session_cost,
                   [&](auto value) { into.session_cost = value; });
        std::string currency = into.currency.value_or("");
        take_text(
            one, "currency", "/currency", [](const ActivityRecord& r) -> const std::string& { return r.currency; },
            currency);
        into.currency = currency.empty() ? std::nullopt : std::optional{currency};
        take_value(one, "hours", "/hours", &ActivityRecord::hours, [&](auto value) { into.hours = value.value_or(0); });
        take_value(one, "seats", "/seats", &ActivityRecord::seats, [&](auto value) { into.seats = small(value); });
        take_value(one, "valid_from", "/valid_from", &ActivityRecord::valid_from, [&](auto value) {
            if (value || one.before == nullptr) into.valid_from = value;
        });
        take_value(one, "valid_to", "/valid_to", &ActivityRecord::valid_to, [&](auto value) { into.valid_to = value; });
        take_value(one, "archived", "/archived", &ActivityRecord::archived,
                   [&](auto value) { one.archived = value.value_or(false); });
    }

    // Far outside what fits stays outside what is allowed.
    static std::optional<std::int32_t> small(const std::optional<std::int64_t>& value) {
        if (!value) return std::nullopt;
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(*value, -1, 1'000'000'000));
    }

    std::optional<SkillId> skill_of(const ActivityRecord& record, const char* column, const std::string& word) {
        if (const skills::KnownSkill* known = skills_.find(word)) return known->id;
        if (const std::string several = skills_.candidates(word); !several.empty())
            problem(record, column, word, "row.skill_ambiguous", {{"candidates", several}});
        else
            problem(record, column, word, "row.skill_unknown");
        return std::nullopt;
    }

    void write_raises(FileActivity& one) {
        if (!has("skill")) return;
        one.input.raises.clear();
        for (const ActivityRecord* record : one.rows) {
            if (record->skill.empty()) continue;
            const auto skill = skill_of(*record, "skill", record->skill);
            if (!skill) continue;
            if (!record->from || !record->to) {
                problem(*record, record->from ? "to" : "from", "", "activity.level_missing");
                continue;
            }
            const std::string at = "/raises/" + std::to_string(one.input.raises.size());
            for (const char* member : {"skill", "from", "to", "probability"})
                one.places.emplace(at + '/' + member, std::pair{record, member});
            one.input.raises.push_back(
                {*skill, *small(record->from), *small(record->to), record->probability.value_or(1)});
        }
    }

    void write_sessions(FileActivity& one) {
        if (!has("session_starts")) return;
        one.input.sessions.clear();
        for (const ActivityRecord* record : one.rows) {
            if (!record->session_starts) {
                if (record->session_ends || !record->session_place.empty() || record->session_seats)
                    problem(*record, "session_starts", "", "activity.session_start_missing");
                continue;
            }
            const std::string at = "/sessions/" + std::to_string(one.input.sessions.size());
            for (const char* member : {"starts", "ends", "place", "seats"})
                one.places.emplace(at + '/' + member, std::pair{record, std::string{"session_"} + member});
            one.input.sessions.push_back({{},
                                          *record->session_starts,
                                          record->session_ends.value_or(*record->session_starts),
                                          record->session_place,
                                          small(record->session_seats)});
        }
    }

    void write_prerequisites(FileActivity& one) {
        std::string after;
        std::string entry;
        take_text(
            one, "after", "/after", [](const ActivityRecord& r) -> const std::string& { return r.after; }, after);
        take_text(
            one, "entry", "/entry", [](const ActivityRecord& r) -> const std::string& { return r.entry; }, entry);
        const ActivityRecord& after_row = *one.places.at("/after").first;
        const ActivityRecord& entry_row = *one.places.at("/entry").first;
        if (has("after")) {
            one.input.after.clear();
            for (const std::string& word : parts(after)) {
                if (const auto other = find(word))
                    one.input.after.push_back(*other);
                else
                    problem(after_row, "after", word, "activity.unknown_prerequisite");
            }
        }
        if (!has("entry")) return;
        one.input.entry.clear();
        for (const std::string& word : parts(entry)) {
            const auto space = word.find_last_of(' ');
            std::int32_t level = 0;
            if (space != std::string::npos)
                (void)std::from_chars(word.data() + space + 1, word.data() + word.size(), level);
            if (space == std::string::npos || level == 0) {
                problem(entry_row, "entry", word, "activity.entry_form");
                continue;
            }
            if (const auto skill = skill_of(entry_row, "entry", std::string{text::trim(word.substr(0, space))}))
                one.input.entry.push_back({*skill, level});
        }
    }
    static std::vector<std::string> parts(const std::string& list) {
        std::vector<std::string> words;
        for (const std::string_view part : text::split(list, ';'))
            if (const std::string word = text::squeeze(part); !word.empty()) words.push_back(word);
        return words;
    }

    const ActivityFile& file_;
    const std::vector<Activity>& stored_;
    skills::SkillFinder& skills_;
    std::vector<RowProblem>& problems_;
    std::map<std::string, ActivityId> keys_;  // folded
    std::map<std::string, ActivityId> names_; // folded
    std::map<ActivityId, std::size_t> places_;
    std::vector<FileActivity> activities_;
    std::string key_;
};

} // namespace

std::vector<FileActivity> gather(const ActivityFile& file, const std::vector<Activity>& stored,
                                 skills::SkillFinder& skills, std::vector<RowProblem>& problems) {
    return Gatherer{file, stored, skills, problems}.run();
}

} // namespace kunna::learning
