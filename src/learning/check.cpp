// The rules of an activity.
#include "learning/check.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>

namespace kunna::learning {

namespace {

constexpr std::int64_t dearest = 10'000'000'000; // öre: a hundred million kronor
constexpr double most_hours = 4000;              // two years of full time
constexpr std::int32_t most_seats = 100'000;
constexpr std::size_t most_parts = 200; // raises, prerequisites
constexpr std::size_t most_sessions = 500;

bool is_language(const std::string& code) {
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known)
        if (code == *known) return true;
    return false;
}

bool is_currency(const std::string& code) {
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return false;
    const std::u16string wide{code.begin(), code.end()};
    UErrorCode status = U_ZERO_ERROR;
    const UDate now = ucal_getNow();
    return ucurr_isAvailable(wide.c_str(), now, now, &status) != 0 && U_SUCCESS(status) != 0;
}

bool good_key(std::string_view key) {
    return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace

Checker::Checker(db::Tx& tx, const std::vector<Activity>& stored, std::string_view language) :
    today_(tx.today()), language_(language), skills_(tx) {
    for (const Activity& one : stored) {
        std::vector<ActivityId> after;
        for (const OtherActivity& other : one.after) after.push_back(other.id);
        know(one.id, one.key, one.name, one.archived, std::move(after));
    }
}

void Checker::know(ActivityId id, const std::string& key, const Text& name, bool archived,
                   std::vector<ActivityId> after) {
    known_.insert_or_assign(id, Known{key, name, archived, std::move(after)});
}

ActivityInput Checker::complete(ActivityInput wanted, Date today) {
    wanted.name = skills::cleaned(wanted.name);
    wanted.provider = text::squeeze(wanted.provider);
    wanted.language = text::fold(wanted.language);
    wanted.place = text::squeeze(wanted.place);
    wanted.currency = std::string{text::trim(wanted.currency.value_or("SEK"))};
    if (!wanted.valid_from) wanted.valid_from = today;
    for (SessionInput& session : wanted.sessions) session.place = text::squeeze(session.place.value_or(""));
    return wanted;
}

json::Problems Checker::check(const ActivityInput& wanted, ActivityId self, const Activity* before) {
    problems_ = {};
    check_words(wanted, self);
    check_figures(wanted);
    check_raises(wanted, before);
    check_sessions(wanted, before);
    check_after(wanted, self, before);
    check_entry(wanted, before);
    return std::move(problems_);
}

std::optional<std::string> Checker::asked_for_by(ActivityId id) const {
    for (const auto& [other, known] : known_)
        if (!known.archived && std::find(known.after.begin(), known.after.end(), id) != known.after.end())
            return skills::shown(known.name, language_);
    return std::nullopt;
}

void Checker::too_long(const std::string& text, std::size_t limit, const json::Place& at) {
    if (text.size() > limit) problems_.add(at, "skill.text_too_long", {{"limit", std::to_string(limit)}});
}

void Checker::check_words(const ActivityInput& wanted, ActivityId self) {
    const json::Place top{};
    const json::Place name = top.member("name");
    const json::Place description = top.member("description");
    if (wanted.name.sv.empty() && wanted.name.en.empty()) problems_.add(name, "activity.name_missing");
    too_long(wanted.name.sv, skills::longest_name, name.member("sv"));
    too_long(wanted.name.en, skills::longest_name, name.member("en"));
    too_long(wanted.description.sv, skills::longest_text, description.member("sv"));
    too_long(wanted.description.en, skills::longest_text, description.member("en"));
    too_long(wanted.provider, skills::longest_name, top.member("provider"));
    too_long(wanted.place, skills::longest_name, top.member("place"));
    if (!is_language(wanted.language))
        problems_.add(top.member("language"), "activity.language", {{"value", wanted.language}});
    if (wanted.key && !good_key(*wanted.key)) problems_.add(top.member("key"), "skill.key_form");
    const auto own = known_.find(self);
    const bool archived = own != known_.end() && own->second.archived;
    const std::string sv = text::fold(wanted.name.sv);
    const std::string en = text::fold(wanted.name.en);
    for (const auto& [id, other] : known_) {
        if (id == self) continue;
        if (wanted.key && other.key == *wanted.key)
            problems_.add(top.member("key"), "activity.key_taken", {{"key", *wanted.key}});
        // An archived one is out of the way of a new edition, and the other way round.
        if (other.archived || archived) continue;
        if (!sv.empty() && text::fold(other.name.sv) == sv)
            problems_.add(name.member("sv"), "activity.name_taken", {{"name", wanted.name.sv}});
        if (!en.empty() && text::fold(other.name.en) == en)
            problems_.add(name.member("en"), "activity.name_taken", {{"name", wanted.name.en}});
    }
}

void Checker::check_figures(const ActivityInput& wanted) {
    const json::Place top{};
    for (const auto& [field, cost] :
         {std::pair{"seat_cost", wanted.seat_cost}, std::pair{"session_cost", wanted.session_cost}}) {
        const json::Place at = top.member(field);
        if (!cost)
            problems_.add(at, "activity.cost_missing");
        else if (*cost < 0)
            problems_.add(at, "activity.cost_negative");
        else if (*cost > dearest)
            problems_.add(at, "activity.cost_too_large");
    }
    if (!is_currency(*wanted.currency))
        problems_.add(top.member("currency"), "activity.currency", {{"value", *wanted.currency}});
    if (!(wanted.hours > 0) || wanted.hours > most_hours)
        problems_.add(top.member("hours"), "activity.hours", {{"max", std::to_string(static_cast<int>(most_hours))}});
    if (wanted.seats && (*wanted.seats < 1 || *wanted.seats > most_seats))
        problems_.add(top.member("seats"), "activity.seats", {{"max", std::to_string(most_seats)}});
    if (wanted.valid_to && *wanted.valid_to < *wanted.valid_from)
        problems_.add(top.member("valid_to"), "activity.ends_before_it_begins");
}

const skills::KnownSkill* Checker::skill_at(SkillId skill, const json::Place& at, bool known_before) {
    const skills::KnownSkill* known = skills_.by_id(skill);
    if (known == nullptr)
        problems_.add(at, "skill.not_found");
    else if (known->retired && !known_before)
        problems_.add(at, "skill.retired");
    return known;
}

void Checker::check_raises(const ActivityInput& wanted, const Activity* before) {
    const json::Place top{};
    const json::Place list = top.member("raises");
    if (wanted.raises.size() > most_parts)
        problems_.add(list, "round.too_many", {{"limit", std::to_string(most_parts)}});
    std::set<SkillId> seen;
    for (std::size_t i = 0; i < wanted.raises.size(); ++i) {
        const RaiseInput& raise = wanted.raises[i];
        const json::Place at = list.item(i);
        const bool known_before =
            before != nullptr && std::any_of(before->raises.begin(), before->raises.end(),
                                             [&](const SkillRaise& one) { return one.skill == raise.skill; });
        const skills::KnownSkill* skill = skill_at(raise.skill, at.member("skill"), known_before);
        if (!seen.insert(raise.skill).second) problems_.add(at.member("skill"), "activity.raise_twice");
        if (!(raise.probability > 0 && raise.probability <= 1))
            problems_.add(at.member("probability"), "activity.probability");
        if (skill == nullptr) continue;
        const std::vector<std::pair<std::string, std::string>> ends{{"min", std::to_string(skill->lowest)},
                                                                    {"max", std::to_string(skill->highest)}};
        const auto outside = [&](std::int32_t level) { return level < skill->lowest || level > skill->highest; };
        if (outside(raise.from)) problems_.add(at.member("from"), "level.outside_scale", ends);
        if (outside(raise.to)) problems_.add(at.member("to"), "level.outside_scale", ends);
        if (!outside(raise.from) && !outside(raise.to) && raise.to <= raise.from)
            problems_.add(at.member("to"), "activity.raise_not_upwards",
                          {{"from", std::to_string(raise.from)}, {"to", std::to_string(raise.to)}});
    }
}

void Checker::check_sessions(const ActivityInput& wanted, const Activity* before) {
    const json::Place top{};
    const json::Place list = top.member("sessions");
    if (wanted.sessions.size() > most_sessions)
        problems_.add(list, "round.too_many", {{"limit", std::to_string(most_sessions)}});
    std::set<std::tuple<Date, Date, std::string>> seen;
    for (std::size_t i = 0; i < wanted.sessions.size(); ++i) {
        const SessionInput& session = wanted.sessions[i];
        const json::Place at = list.item(i);
        const auto same = [&](const ActivitySession& one) {
            return session.id ? one.id == *session.id
                              : one.starts == session.starts && one.place == session.place.value_or("");
        };
        const ActivitySession* stored = nullptr;
        if (before != nullptr)
            for (const ActivitySession& one : before->sessions)
                if (same(one)) stored = &one;
        if (session.id && stored == nullptr) problems_.add(at.member("id"), "activity.session_not_found");
        // One that has been may stay as it was.
        const bool past = session.starts < today_;
        if (past && (stored == nullptr || stored->starts != session.starts))
            problems_.add(at.member("starts"), "activity.session_passed");
        if (!past && (session.starts < *wanted.valid_from || (wanted.valid_to && session.ends > *wanted.valid_to)))
            problems_.add(at.member("starts"), "activity.session_outside_validity");
        if (session.ends < session.starts) problems_.add(at.member("ends"), "activity.session_ends_before");
        if (session.seats && (*session.seats < 1 || *session.seats > most_seats))
            problems_.add(at.member("seats"), "activity.seats", {{"max", std::to_string(most_seats)}});
        too_long(session.place.value_or(""), skills::longest_name, at.member("place"));
        if (!seen.emplace(session.starts, session.ends, session.place.value_or("")).second)
            problems_.add(at.member("starts"), "activity.session_twice");
    }
}

std::optional<std::string> Checker::circle(ActivityId self, ActivityId from) const {
    // Depth first from what is asked for; the way back to itself is the circle.
    std::vector<ActivityId> way;
    std::set<ActivityId> seen;
    const auto walk = [&](const auto& again, ActivityId at) -> bool {
        way.push_back(at);
        if (at == self) return true;
        if (const auto known = known_.find(at); known != known_.end() && seen.insert(at).second)
            for (const ActivityId next : known->second.after)
                if (again(again, next)) return true;
        way.pop_back();
        return false;
    };
    if (!walk(walk, from)) return std::nullopt;
    const auto name = [&](ActivityId id) {
        const auto known = known_.find(id);
        return known == known_.end() ? std::string{} : skills::shown(known->second.name, language_);
    };
    std::string told = name(self);
    for (const ActivityId id : way) told += " → " + name(id);
    return told;
}

void Checker::check_after(const ActivityInput& wanted, ActivityId self, const Activity* before) {
    const json::Place top{};
    const json::Place list = top.member("after");
    if (wanted.after.size() > most_parts)
        problems_.add(list, "round.too_many", {{"limit", std::to_string(most_parts)}});
    if (const auto known = known_.find(self); known != known_.end()) known->second.name = wanted.name;
    std::set<ActivityId> seen;
    for (std::size_t i = 0; i < wanted.after.size(); ++i) {
        const json::Place at = list.item(i);
        const auto other = known_.find(wanted.after[i]);
        if (other == known_.end()) {
            problems_.add(at, "activity.not_found");
            continue;
        }
        const bool was =
            before != nullptr && std::any_of(before->after.begin(), before->after.end(),
                                             [&](const OtherActivity& one) { return one.id == wanted.after[i]; });
        if (other->second.archived && !was)
            problems_.add(at, "activity.asks_for_archived", {{"name", skills::shown(other->second.name, language_)}});
        if (!seen.insert(wanted.after[i]).second) problems_.add(at, "activity.asked_twice");
        if (!self.given()) continue;
        if (const auto way = circle(self, wanted.after[i])) problems_.add(at, "activity.circle", {{"circle", *way}});
    }
}

void Checker::check_entry(const ActivityInput& wanted, const Activity* before) {
    const json::Place top{};
    const json::Place list = top.member("entry");
    if (wanted.entry.size() > most_parts)
        problems_.add(list, "round.too_many", {{"limit", std::to_string(most_parts)}});
    std::set<SkillId> seen;
    for (std::size_t i = 0; i < wanted.entry.size(); ++i) {
        const EntryInput& entry = wanted.entry[i];
        const json::Place at = list.item(i);
        const bool was =
            before != nullptr && std::any_of(before->entry.begin(), before->entry.end(),
                                             [&](const EntryLevel& one) { return one.skill == entry.skill; });
        const skills::KnownSkill* skill = skill_at(entry.skill, at.member("skill"), was);
        if (!seen.insert(entry.skill).second) problems_.add(at.member("skill"), "activity.asked_twice");
        if (skill != nullptr && (entry.level <= skill->lowest || entry.level > skill->highest))
            problems_.add(at.member("level"), "requirement.level_outside",
                          {{"min", std::to_string(skill->lowest + 1)}, {"max", std::to_string(skill->highest)}});
    }
}

} // namespace kunna::learning
