// Differences in words.
#include "learning/differences.hpp"

#include "db/value.hpp"
#include "learning/words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kunna::learning {

namespace {

std::string money(const std::optional<std::int64_t>& hundredths) {
    return hundredths ? written(static_cast<double>(*hundredths) / 100) : "";
}
template <class T>
std::string or_none(const std::optional<T>& value) {
    return value ? written(*value) : "";
}
std::string or_none(const std::optional<std::int32_t>& value) {
    return value ? std::to_string(*value) : "";
}

class Comparison {
public:
    Comparison(const DifferenceWords& words, const std::function<std::string(ActivityId)>& called) :
        words_(words), called_(called) {}

    std::vector<FieldChange> of(const ActivityInput* before, const ActivityInput& after) {
        static const ActivityInput nothing;
        const bool fresh = before == nullptr;
        const ActivityInput a = in_order(fresh ? nothing : *before);
        const ActivityInput b = in_order(after);
        field("name_sv", fresh ? "" : a.name.sv, b.name.sv);
        field("name_en", fresh ? "" : a.name.en, b.name.en);
        field("description_sv", a.description.sv, b.description.sv);
        field("description_en", a.description.en, b.description.en);
        field("kind", fresh ? "" : kind_word(a.kind, words_.language()), kind_word(b.kind, words_.language()));
        field("provider", a.provider, b.provider);
        field("language", a.language, b.language);
        field("online", fresh ? words_.yes_no(false) : words_.yes_no(a.online), words_.yes_no(b.online));
        field("place", a.place, b.place);
        field("seat_cost", money(a.seat_cost), money(b.seat_cost));
        field("session_cost", money(a.session_cost), money(b.session_cost));
        field("currency", a.currency.value_or(""), b.currency.value_or(""));
        field("hours", fresh ? "" : written(a.hours), written(b.hours));
        field("seats", or_none(a.seats), or_none(b.seats));
        field("valid_from", or_none(a.valid_from), or_none(b.valid_from));
        field("valid_to", or_none(a.valid_to), or_none(b.valid_to));
        raises(a, b);
        sessions(a, b);
        list("after", a.after, b.after, [&](ActivityId id) { return called_(id); });
        list("entry", a.entry, b.entry,
             [&](const EntryInput& one) { return words_.skill(one.skill) + ' ' + std::to_string(one.level); });
        return std::move(changes_);
    }

private:
    void field(const char* name, std::string before, std::string after, std::string of = "") {
        if (before != after) changes_.push_back({std::move(of), name, std::move(before), std::move(after)});
    }
    static std::string word(const RaiseInput& raise) {
        return fmt::format("{} → {} ({} %)", raise.from, raise.to, written(raise.probability * 100));
    }
    void raises(const ActivityInput& before, const ActivityInput& after) {
        const auto of = [](const ActivityInput& input, SkillId skill) {
            for (const RaiseInput& one : input.raises)
                if (one.skill == skill) return word(one);
            return std::string{};
        };
        for (const RaiseInput& one : before.raises)
            field("skill", word(one), of(after, one.skill), words_.skill(one.skill));
        for (const RaiseInput& one : after.raises)
            if (of(before, one.skill).empty()) field("skill", "", word(one), words_.skill(one.skill));
    }
    static std::string word(const SessionInput& session) {
        std::string told = session.starts.iso();
        if (session.ends != session.starts) told += " – " + session.ends.iso();
        if (!session.place->empty()) told += ", " + *session.place;
        if (session.seats) told += ", " + std::to_string(*session.seats);
        return told;
    }
    void sessions(const ActivityInput& before, const ActivityInput& after) {
        std::vector<std::string> a;
        std::vector<std::string> b;
        for (const SessionInput& one : before.sessions) a.push_back(word(one));
        for (const SessionInput& one : after.sessions) b.push_back(word(one));
        for (const std::string& one : a)
            if (std::find(b.begin(), b.end(), one) == b.end()) field("session_starts", one, "");
        for (const std::string& one : b)
            if (std::find(a.begin(), a.end(), one) == a.end()) field("session_starts", "", one);
    }
    template <class T, class Word>
    void list(const char* name, const std::vector<T>& before, const std::vector<T>& after, Word&& word) {
        const auto joined = [&](const std::vector<T>& things) {
            std::string all;
            for (const T& one : things) all += (all.empty() ? "" : "; ") + word(one);
            return all;
        };
        field(name, joined(before), joined(after));
    }

    const DifferenceWords& words_;
    const std::function<std::string(ActivityId)>& called_;
    std::vector<FieldChange> changes_;
};

} // namespace

std::string DifferenceWords::skill(SkillId id) const {
    const skills::KnownSkill* known = skills_->by_id(id);
    return known == nullptr ? "" : skills::shown(known->name, language_);
}

std::string DifferenceWords::yes_no(bool yes) const {
    return language_ == "sv" ? (yes ? "Ja" : "Nej") : (yes ? "Yes" : "No");
}

std::string written(double number) {
    // No more digits than the number has: 12500, 1250.5
    std::string text = fmt::format("{:.4f}", number);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}
std::string written(std::int64_t number) {
    return std::to_string(number);
}
std::string written(bool yes) {
    return yes ? "1" : "0";
}
std::string written(Date day) {
    return day.iso();
}
std::string written(ActivityKind kind) {
    return std::string{db::enum_name(kind)};
}

std::vector<FieldChange> differences(const ActivityInput* before, const ActivityInput& after,
                                     const DifferenceWords& words,
                                     const std::function<std::string(ActivityId)>& called) {
    return Comparison{words, called}.of(before, after);
}

std::string cell(const ActivityRecord& record, std::string_view member) {
    const std::pair<std::string_view, std::string> cells[] = {
        {"key", record.key},
        {"name_sv", record.name.sv},
        {"name_en", record.name.en},
        {"provider", record.provider},
        {"language", record.language},
        {"place", record.place},
        {"currency", record.currency},
        {"seat_cost", money(record.seat_cost)},
        {"session_cost", money(record.session_cost)},
        {"hours", or_none(record.hours)},
        {"seats", or_none(record.seats)},
        {"valid_from", or_none(record.valid_from)},
        {"valid_to", or_none(record.valid_to)},
        {"after", record.after},
        {"entry", record.entry},
        {"skill", record.skill},
        {"from", or_none(record.from)},
        {"to", or_none(record.to)},
        {"probability", or_none(record.probability)},
        {"session_starts", or_none(record.session_starts)},
        {"session_ends", or_none(record.session_ends)},
        {"session_place", record.session_place},
        {"session_seats", or_none(record.session_seats)},
    };
    for (const auto& [name, value] : cells)
        if (name == member) return value;
    return "";
}

} // namespace kunna::learning
