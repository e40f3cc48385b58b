// History.
#include "analytics/history.hpp"

#include "analytics/queries.hpp"
#include "assessments/assessments.hpp"

#include <algorithm>
#include <unordered_map>

namespace kunna::analytics {

namespace {

using engine::UnitIndex;

struct Placed {
    PersonId id{};
    std::optional<UnitId> unit{};
};
BOOST_DESCRIBE_STRUCT(Placed, (), (id, unit))

// What is known of one person in one skill on one day.
struct Known {
    engine::State state = engine::State::unknown;
    engine::Level level{};

    [[nodiscard]] bool known() const { return state != engine::State::unknown; }
    [[nodiscard]] bool able() const { return state == engine::State::met; }
};

class Recorder {
public:
    Recorder(db::Tx& tx, std::shared_ptr<const insights::Workforce> workforce, int months) : tx_(tx) {
        history_.workforce = std::move(workforce);
        const Date today = history_.workforce->day();
        for (int back = months; back >= 0; back -= months_apart) history_.days.push_back(add_months(today, -back));
        const engine::Units& units = history_.workforce->snapshot().units();
        history_.counts.assign(history_.days.size(), Counts{units, Places{history_.workforce->names()}});
        history_.people.assign(history_.days.size(), std::vector<std::int64_t>(units.size(), 0));
        for (const insights::SkillName& skill : history_.workforce->names().skills) able_.push_back(able_level(skill));
        for (std::size_t day = 0; day < history_.days.size(); ++day) place(day);
        for (const auto& [person, units_by_day] : placed_) ++way(units_by_day.front(), units_by_day.back()).people;
    }

    History run() {
        std::vector<assessments::EvidenceRow> rows; // of one person and skill
        assessments::each_evidence(tx_, [&](const assessments::EvidenceRow& row) {
            if (!rows.empty() && (rows.front().person != row.person || rows.front().skill != row.skill)) {
                judge(rows);
                rows.clear();
            }
            rows.push_back(row);
        });
        if (!rows.empty()) judge(rows);
        for (auto& [ends, one] : ways_) history_.ways.push_back(std::move(one));
        return std::move(history_);
    }

private:
    void place(std::size_t day) {
        const insights::Directory& names = history_.workforce->names();
        const engine::Units& units = history_.workforce->snapshot().units();
        std::vector<std::int64_t>& people = history_.people[day];
        tx_.each<Placed>(queries::placed_on, {{"day", history_.days[day]}}, [&](const Placed& placed) {
            const auto unit = names.find(placed.unit.value_or(UnitId{}));
            if (!unit) return; // a unit that is no more, or of a time when somebody had none
            auto& days = placed_[placed.id.value];
            days.resize(history_.days.size(), engine::no_index);
            days[day] = *unit;
            ++people[*unit];
            history_.counts[day].add_person(*unit);
        });
        for (UnitIndex u = units.size(); u-- > 0;)
            if (units.parent(u) != engine::no_index) people[units.parent(u)] += people[u];
    }

    Way& way(UnitIndex from, UnitIndex to) {
        Way& found = ways_[{from, to}];
        found.from = from;
        found.to = to;
        return found;
    }

    // Statements that counted on the day, in canonical order, fused.
    Known known_on(const std::vector<assessments::EvidenceRow>& rows, engine::SkillIndex skill, Date day) {
        const engine::Snapshot& snapshot = history_.workforce->snapshot();
        statements_.clear();
        for (const assessments::EvidenceRow& row : rows)
            if (row.day <= day && (!row.ended || day < *row.ended))
                statements_.push_back(engine::Evidence::of(skill, row.source, row.level, row.day, row.expires));
        std::sort(statements_.begin(), statements_.end());
        const engine::Fused fused =
            engine::fuse(statements_, snapshot.skills()[skill].kind, snapshot.settings(), snapshot.recency(), day);
        if (!fused.known) return {};
        return {engine::state_of(engine::held::word(fused.level, fused.sure(snapshot.settings())), able_[skill]),
                fused.level};
    }

    void judge(const std::vector<assessments::EvidenceRow>& rows) {
        const auto at = placed_.find(rows.front().person.value);
        const auto skill = history_.workforce->names().find(rows.front().skill);
        if (at == placed_.end() || !skill) return;
        const std::vector<UnitIndex>& units = at->second;
        Known before;
        Known after;
        for (std::size_t day = 0; day < units.size(); ++day) {
            if (units[day] == engine::no_index) continue;
            const Known known = known_on(rows, *skill, history_.days[day]);
            if (known.known()) history_.counts[day].add_level(units[day], *skill, known.state, known.level);
            if (day == 0) before = known;
            if (day + 1 == units.size()) after = known;
        }
        if (!before.known() && !after.known()) return;
        const bool anew = std::any_of(rows.begin(), rows.end(), [&](const assessments::EvidenceRow& row) {
            return history_.days.front() < row.day && row.day <= history_.days.back() && !row.ended;
        });
        Flow& flow = way(units.front(), units.back()).skills[*skill];
        Flow::Part& part = !before.known() ? flow.first : anew ? flow.restated : flow.other;
        part += {1, before.able() ? 1 : 0, after.able() ? 1 : 0};
        flow.known_before += before.known() ? 1 : 0;
        flow.known_after += after.known() ? 1 : 0;
        if (!before.known() || !after.known()) return;
        ++flow.same_people;
        flow.same_before += before.level.units;
        flow.same_after += after.level.units;
    }

    db::Tx& tx_;
    History history_{};
    std::vector<engine::Level> able_;                                 // by skill
    std::unordered_map<std::int64_t, std::vector<UnitIndex>> placed_; // by person: the unit on each day
    std::map<std::pair<UnitIndex, UnitIndex>, Way> ways_;
    std::vector<engine::Evidence> statements_;
};

} // namespace

Flow::Part& Flow::Part::operator+=(const Part& more) {
    people += more.people;
    able_before += more.able_before;
    able_after += more.able_after;
    return *this;
}

std::shared_ptr<const History> history(db::Db& db, const std::shared_ptr<const insights::Workforce>& workforce,
                                       int months) {
    return std::make_shared<const History>(db.read([&](db::Tx& tx) { return Recorder{tx, workforce, months}.run(); }));
}

std::shared_ptr<const History> Histories::current(int months) {
    const auto workforce = workforces_.current();
    const std::scoped_lock lock{mutex_};
    // What is of another time goes, with the picture it holds.
    std::erase_if(held_, [&](const auto& held) {
        const insights::Workforce& of = *held.second->workforce;
        return of.data_seq() < workforce->data_seq() || of.day() != workforce->day();
    });
    auto& held = held_[months];
    if (!held) held = history(db_, workforce, months);
    return held;
}

} // namespace kunna::analytics
