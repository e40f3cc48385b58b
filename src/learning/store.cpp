// Rows of activities.
#include "learning/store.hpp"

#include "learning/queries.hpp"

#include <algorithm>
#include <unordered_map>

namespace kunna::learning::store {

namespace {

struct ActivityFlat {
    ActivityId id{};
    std::string key{};
    std::string name_sv{};
    std::string name_en{};
    std::string description_sv{};
    std::string description_en{};
    ActivityKind kind = ActivityKind::course;
    std::string provider{};
    std::string language{};
    bool online = false;
    std::string place{};
    std::int64_t seat_cost = 0;
    std::int64_t session_cost = 0;
    std::string currency{};
    double hours = 0;
    std::optional<std::int32_t> seats{};
    Date valid_from{};
    std::optional<Date> valid_to{};
    std::optional<Instant> archived{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityFlat, (),
                      (id, key, name_sv, name_en, description_sv, description_en, kind, provider, language, online,
                       place, seat_cost, session_cost, currency, hours, seats, valid_from, valid_to, archived, version))

struct SessionFlat {
    ActivityId activity{};
    ActivitySessionId id{};
    Date starts{};
    Date ends{};
    std::string place{};
    std::optional<std::int32_t> seats{};
};
BOOST_DESCRIBE_STRUCT(SessionFlat, (), (activity, id, starts, ends, place, seats))

Activity of(ActivityFlat&& flat) {
    Activity one;
    one.id = flat.id;
    one.key = std::move(flat.key);
    one.name = {std::move(flat.name_sv), std::move(flat.name_en)};
    one.description = {std::move(flat.description_sv), std::move(flat.description_en)};
    one.kind = flat.kind;
    one.provider = std::move(flat.provider);
    one.language = std::move(flat.language);
    one.online = flat.online;
    one.place = std::move(flat.place);
    one.cost = ActivityCost{flat.seat_cost, flat.session_cost, std::move(flat.currency)};
    one.hours = flat.hours;
    one.seats = flat.seats;
    one.valid_from = flat.valid_from;
    one.valid_to = flat.valid_to;
    one.archived = flat.archived.has_value();
    one.version = flat.version;
    return one;
}

std::int32_t small(const db::Row& row, int column) {
    return static_cast<std::int32_t>(row.integer(column));
}
Text text_at(const db::Row& row, int column) {
    return {std::string{row.text(column)}, std::string{row.text(column + 1)}};
}

// The session that stays: by its id, else the one of the same first day and place.
ActivitySessionId kept(const SessionInput& wanted, const std::vector<ActivitySession>& before,
                       const std::vector<ActivitySessionId>& taken) {
    const auto free = [&](ActivitySessionId id) { return std::find(taken.begin(), taken.end(), id) == taken.end(); };
    for (const ActivitySession& one : before)
        if (wanted.id == one.id && free(one.id)) return one.id;
    for (const ActivitySession& one : before)
        if (!wanted.id && one.starts == wanted.starts && one.place == wanted.place.value_or("") && free(one.id))
            return one.id;
    return {};
}

} // namespace

std::vector<Activity> all(db::Tx& tx) {
    std::vector<Activity> activities;
    std::unordered_map<std::int64_t, std::size_t> places;
    for (ActivityFlat& flat : tx.all<ActivityFlat>(queries::activities)) {
        places.emplace(flat.id.value, activities.size());
        activities.push_back(of(std::move(flat)));
    }
    const auto at = [&](std::int64_t id) -> Activity& { return activities[places.at(id)]; };
    tx.run(queries::raises, {}, [&](const db::Row& row) {
        at(row.integer(0))
            .raises.push_back({SkillId{row.integer(1)}, text_at(row, 2), row.integer(4) != 0, small(row, 5),
                               small(row, 6), row.real(7)});
    });
    for (SessionFlat& one : tx.all<SessionFlat>(queries::sessions))
        at(one.activity.value).sessions.push_back({one.id, one.starts, one.ends, std::move(one.place), one.seats});
    tx.run(queries::after, {}, [&](const db::Row& row) {
        Activity& one = at(row.integer(0));
        Activity& required = at(row.integer(1));
        one.after.push_back({required.id, required.name, required.archived});
        required.before.push_back({one.id, one.name, one.archived});
    });
    tx.run(queries::entry, {}, [&](const db::Row& row) {
        at(row.integer(0)).entry.push_back({SkillId{row.integer(1)}, text_at(row, 2), small(row, 4)});
    });
    return activities;
}

ActivityId insert(db::Tx& tx, const std::string& key, const ActivityInput& wanted, AccountId by) {
    return tx.insert<ActivityId>(queries::insert_activity, {{"key", key},
                                                            {"name_sv", wanted.name.sv},
                                                            {"name_en", wanted.name.en},
                                                            {"description_sv", wanted.description.sv},
                                                            {"description_en", wanted.description.en},
                                                            {"kind", wanted.kind},
                                                            {"provider", wanted.provider},
                                                            {"language", wanted.language},
                                                            {"online", wanted.online},
                                                            {"place", wanted.place},
                                                            {"seat_cost", *wanted.seat_cost},
                                                            {"session_cost", *wanted.session_cost},
                                                            {"currency", *wanted.currency},
                                                            {"hours", wanted.hours},
                                                            {"seats", wanted.seats},
                                                            {"valid_from", *wanted.valid_from},
                                                            {"valid_to", wanted.valid_to},
                                                            {"account", by},
                                                            {"at", tx.now()}});
}

void update(db::Tx& tx, ActivityId activity, const ActivityInput& wanted) {
    tx.run(queries::update_activity, {{"activity", activity},
                                      {"name_sv", wanted.name.sv},
                                      {"name_en", wanted.name.en},
                                      {"description_sv", wanted.description.sv},
                                      {"description_en", wanted.description.en},
                                      {"kind", wanted.kind},
                                      {"provider", wanted.provider},
                                      {"language", wanted.language},
                                      {"online", wanted.online},
                                      {"place", wanted.place},
                                      {"seat_cost", *wanted.seat_cost},
                                      {"session_cost", *wanted.session_cost},
                                      {"currency", *wanted.currency},
                                      {"hours", wanted.hours},
                                      {"seats", wanted.seats},
                                      {"valid_from", *wanted.valid_from},
                                      {"valid_to", wanted.valid_to}});
}

void write_parts(db::Tx& tx, ActivityId activity, const ActivityInput& wanted,
                 const std::vector<ActivitySession>& sessions_before) {
    tx.run(queries::clear_raises, {{"activity", activity}});
    for (const RaiseInput& raise : wanted.raises)
        tx.run(queries::insert_raise, {{"activity", activity},
                                       {"skill", raise.skill},
                                       {"from", raise.from},
                                       {"to", raise.to},
                                       {"probability", raise.probability}});
    std::vector<ActivitySessionId> taken;
    for (const SessionInput& session : wanted.sessions) {
        const ActivitySessionId id = kept(session, sessions_before, taken);
        const std::string place = session.place.value_or("");
        if (!id.given()) {
            tx.run(queries::insert_session, {{"activity", activity},
                                             {"starts", session.starts},
                                             {"ends", session.ends},
                                             {"place", place},
                                             {"seats", session.seats}});
            continue;
        }
        taken.push_back(id);
        tx.run(queries::update_session, {{"session", id},
                                         {"activity", activity},
                                         {"starts", session.starts},
                                         {"ends", session.ends},
                                         {"place", place},
                                         {"seats", session.seats}});
    }
    for (const ActivitySession& before : sessions_before)
        if (std::find(taken.begin(), taken.end(), before.id) == taken.end())
            tx.run(queries::delete_session, {{"session", before.id}, {"activity", activity}});
    tx.run(queries::clear_after, {{"activity", activity}});
    for (const ActivityId required : wanted.after)
        tx.run(queries::insert_after, {{"activity", activity}, {"required", required}});
    tx.run(queries::clear_entry, {{"activity", activity}});
    for (const EntryInput& entry : wanted.entry)
        tx.run(queries::insert_entry, {{"activity", activity}, {"skill", entry.skill}, {"level", entry.level}});
}

} // namespace kunna::learning::store
