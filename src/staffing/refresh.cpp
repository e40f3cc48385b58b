// Refresh.
#include "staffing/refresh.hpp"

#include "base/fork_join.hpp"
#include "base/texts.hpp"
#include "engine/refresh.hpp"
#include "insights/sums.hpp"
#include "insights/visible_names.hpp"
#include "skills/catalogue.hpp"

namespace kunna::staffing {

namespace {

using engine::Evidence;
using engine::PersonIndex;

constexpr std::int32_t most_days = 1'000;

struct Due {
    PersonIndex person = 0;
    engine::SkillIndex skill = 0;
    RefreshCause cause = RefreshCause::age;
    Date day{};
    bool stays_sure = false;
    bool required = false;
    bool must = false;
};

// The last day of the certificate that reaches farthest; nothing when there is none, or one that does not lapse.
std::optional<Date> certificate_until(std::span<const Evidence> statements) {
    std::optional<Date> last;
    for (const Evidence& e : statements) {
        if (e.source != engine::Source::certificate) continue;
        if (!e.expires()) return std::nullopt;
        last = std::max(last.value_or(*e.expires()), *e.expires());
    }
    return last;
}

struct Window {
    Date first{};
    Date last{};

    [[nodiscard]] bool holds(Date day) const { return first <= day && day <= last; }
};

// What is due of one person, skill by skill.
class Dues {
public:
    Dues(const engine::Snapshot& snapshot, Window window, std::vector<Due>& into) :
        snapshot_(snapshot), window_(window), into_(into) {}

    void of(PersonIndex person) {
        rows_.clear();
        engine::append_rows(snapshot_, person, rows_);
        std::sort(rows_.begin(), rows_.end(), by_skill);
        const auto all = snapshot_.evidence_of(person);
        for (std::size_t at = 0; at < all.size();) {
            const engine::SkillIndex skill = all[at].skill;
            std::size_t end = at;
            while (end < all.size() && all[end].skill == skill) ++end;
            of(person, skill, all.subspan(at, end - at));
            at = end;
        }
    }

private:
    static bool by_skill(const engine::GapRow& a, const engine::GapRow& b) { return a.skill < b.skill; }

    void of(PersonIndex person, engine::SkillIndex skill, std::span<const Evidence> statements) {
        Due due{.person = person, .skill = skill};
        const auto [need, end] = std::equal_range(rows_.begin(), rows_.end(), engine::GapRow{.skill = skill}, by_skill);
        due.required = need != end;
        due.must = std::any_of(need, end, [](const engine::GapRow& row) { return row.must; });
        const auto lapses = certificate_until(statements);
        const bool lapsing = lapses && window_.holds(*lapses);
        // What is sure today has not become unsure before, and the other way round.
        const auto held = snapshot_.held(person, skill);
        const bool ages = due.required && (held && held->sure) == (window_.last >= snapshot_.day());
        if (!lapsing && !ages) return;
        const auto sure = engine::sure_until(statements, snapshot_.skills()[skill].kind, snapshot_.settings(),
                                             snapshot_.recency(), snapshot_.day(), window_.last + 1);
        if (lapsing) {
            due.cause = RefreshCause::certificate;
            due.day = *lapses;
            due.stays_sure = sure && *sure > *lapses;
            into_.push_back(due);
        }
        if (!ages || !sure || !window_.holds(*sure) || (lapses && *lapses == *sure)) return;
        due.cause = RefreshCause::age;
        due.day = *sure;
        due.stays_sure = false;
        into_.push_back(due);
    }

    const engine::Snapshot& snapshot_;
    Window window_;
    std::vector<Due>& into_;
    std::vector<engine::GapRow> rows_{};
};

Result<std::vector<Due>> all_dues(const insights::Workforce& workforce, const insights::Seen& seen,
                                  const RefreshAsked& asked) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    engine::UnitIndex first = 0;
    engine::UnitIndex end = snapshot.units().size();
    if (asked.unit) {
        const auto unit = workforce.names().find(*asked.unit);
        if (!unit) return refuse(Kind::not_found, "unit.not_found");
        first = *unit;
        end = snapshot.units().end_of(*unit);
    }
    if (asked.days < 1 || asked.days > most_days)
        return refuse_field("/query/days", "staffing.days", {{"most", std::to_string(most_days)}});
    const Date today = workforce.day();
    const Window window =
        asked.overdue ? Window{Date::from_days(Evidence::first_day), today - 1} : Window{today, today + asked.days};
    const auto range = snapshot.block_range(first, end);
    std::vector<std::vector<Due>> by_block(range.end - range.begin);
    fork_join(by_block.size(), 8, insights::threads(), [&](std::size_t from, std::size_t to, int) {
        for (std::size_t b = from; b < to; ++b) {
            Dues dues{snapshot, window, by_block[b]};
            for (const PersonIndex person : snapshot.block(range.begin + b).person)
                if (seen.person(person)) dues.of(person);
        }
    });
    std::vector<Due> found;
    for (const auto& some : by_block) found.insert(found.end(), some.begin(), some.end());
    // They came by unit and person, which decides between equals.
    std::stable_sort(found.begin(), found.end(),
                     [&](const Due& a, const Due& b) { return asked.overdue ? a.day > b.day : a.day < b.day; });
    return found;
}

// What is read is noted as `what`.
Result<RefreshList> listed(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                           const RefreshAsked& asked, std::size_t from, std::size_t limit, std::string_view what) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const insights::Directory& names = workforce.names();
    std::vector<Due> found;
    std::vector<PersonId> people;
    const auto who = TRY(db.read([&](db::Tx& tx) -> Result<insights::VisibleNames> {
        found = TRY(all_dues(workforce, insights::Seen::by(tx, workforce, actor), asked));
        for (std::size_t i = from; i < found.size() && i - from < limit; ++i)
            people.emplace_back(snapshot.person_id(found[i].person));
        std::sort(people.begin(), people.end());
        people.erase(std::unique(people.begin(), people.end()), people.end());
        return insights::visible_names(tx, actor, access::Sight::levels, people);
    }));
    RefreshList page{.total = found.size()};
    for (std::size_t i = from; i < found.size() && i - from < limit; ++i) {
        const Due& due = found[i];
        const PersonId id{snapshot.person_id(due.person)};
        const insights::UnitName& unit = names.units[snapshot.unit_of(due.person)];
        const insights::NamedPerson& named = who.at(id.value);
        RefreshDue told{.person = id,
                        .number = named.number,
                        .name = named.name,
                        .unit = unit.id,
                        .unit_name = unit.name,
                        .skill = names.skills[due.skill].id,
                        .skill_name = names.skills[due.skill].name,
                        .cause = due.cause,
                        .day = due.day,
                        .stays_sure = due.stays_sure,
                        .required = due.required,
                        .must = due.must};
        if (const auto held = snapshot.held(due.person, due.skill)) {
            told.level = insights::rounded(held->level.number());
            told.confidence = insights::rounded(held->confidence.number());
        }
        page.items.push_back(std::move(told));
    }
    access::note_read(db, actor, people, what);
    return page;
}

} // namespace

Result<RefreshList> refresh_list(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 const RefreshAsked& asked, std::size_t from, std::size_t limit) {
    return listed(db, workforce, actor, asked, from, limit, "levels");
}

Result<void> write_refresh(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                           const RefreshAsked& asked, insights::FileKind kind, tabular::Sink sink) {
    using tabular::CellType;
    const auto all = TRY(listed(db, workforce, actor, asked, 0, std::numeric_limits<std::size_t>::max(), "export"));
    const auto file = TRY(insights::table_writer(kind, actor.language,
                                                 {{"day", CellType::date},
                                                  {"number", CellType::text},
                                                  {"name", CellType::text},
                                                  {"unit", CellType::text},
                                                  {"skill", CellType::text},
                                                  {"cause", CellType::text},
                                                  {"must", CellType::text},
                                                  {"level", CellType::number},
                                                  {"confidence", CellType::number}},
                                                 std::move(sink)));
    const auto cell = [](const std::optional<double>& value) {
        return value ? tabular::Cell{*value} : tabular::Cell{};
    };
    for (const RefreshDue& due : all.items) {
        const std::string cause = texts::say(actor.language, "column.cause." + std::string{db::enum_name(due.cause)});
        const std::string must = texts::say(actor.language, due.must ? "column.yes" : "column.no");
        const std::array<tabular::Cell, 9> row{due.day,
                                               std::string_view{due.number},
                                               std::string_view{due.name},
                                               std::string_view{due.unit_name},
                                               std::string_view{skills::shown(due.skill_name, actor.language)},
                                               std::string_view{cause},
                                               std::string_view{must},
                                               cell(due.level),
                                               cell(due.confidence)};
        TRY(file->row(row));
    }
    return file->finish();
}

} // namespace kunna::staffing
