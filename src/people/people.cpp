// People: finding and showing persons.
#include "people/people.hpp"

#include "access/visibility.hpp"
#include "base/text.hpp"
#include "db/like.hpp"
#include "people/profile.hpp"
#include "people/queries.hpp"
#include "people/store.hpp"
#include "people/units.hpp"

#include <array>

namespace kunna::people {

namespace {

using access::Permission;
using access::Sight;

struct ListRow {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left_on{};
    std::optional<UnitId> unit{};
    std::string unit_name{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::string manager_given{};
    std::string manager_family{};
    std::optional<Date> manager_left{};
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (id, number, given, family, email, hired, left_on, unit, unit_name, title, manager, manager_given,
                       manager_family, manager_left))

struct ExportedRow {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::string email{};
    Date hired{};
    std::optional<Date> left_on{};
    std::optional<UnitId> unit{};
    std::string title{};
    std::string manager{};
    std::optional<double> fte{};
    std::optional<std::int32_t> birth_year{};
    Gender gender = Gender::unstated;
};
BOOST_DESCRIBE_STRUCT(ExportedRow, (),
                      (id, number, given, family, email, hired, left_on, unit, title, manager, fte, birth_year, gender))

constexpr std::size_t most_words = 3;

// LIKE patterns; what is not asked for matches everything. A fourth word joins the third.
std::array<std::string, most_words> patterns(std::string_view query) {
    std::array<std::string, most_words> words;
    const std::string folded = text::fold(text::cut(query, 200));
    std::size_t n = 0;
    for (const std::string_view word : text::split(folded, ' ')) {
        if (word.empty()) continue;
        std::string& joined = words[std::min(n++, most_words - 1)];
        joined += (joined.empty() ? "" : " ") + std::string{word};
    }
    for (std::string& word : words) word = word.empty() ? "%" : db::like_pattern(word);
    return words;
}

std::vector<Colleague> reports_of(db::Tx& tx, const db::Scope& scope, PersonId person, Date day) {
    std::vector<Colleague> reports;
    tx.each<ListRow>(queries::reports_of, scope, {{"person", person}, {"day", day}}, [&](const ListRow& row) {
        reports.push_back({row.id, full_name(row.given, row.family), row.title});
    });
    return reports;
}

May may_do(db::Tx& tx, const access::Actor& actor, PersonId person) {
    May may;
    may.edit = actor.may(Permission::edit_people) && access::may_see(tx, actor, Sight::edit, person).ok();
    may.levels = access::may_see(tx, actor, Sight::levels, person).ok();
    may.reason_needed = !may.levels && access::reason_needed(tx, actor, person);
    return may;
}

// A year of birth and a gender are for the person and for HR; nobody else reads them, as a manager does not need them.
bool may_read_private(db::Tx& tx, const access::Actor& actor, PersonId person) {
    return (actor.person.given() && actor.person == person) ||
           (actor.may(Permission::edit_people) && access::may_see(tx, actor, Sight::edit, person).ok());
}

} // namespace

PeoplePage list(db::Tx& tx, const access::Actor& actor, const Asked& asked) {
    const auto words = patterns(asked.query);
    const Date day = asked.as_of.value_or(tx.today());
    const int limit = asked.limit + 1;
    const db::Scope scope = access::visible_people(tx, actor, Sight::profile);
    PeoplePage page;
    const auto take = [&](const ListRow& r) {
        page.items.push_back({r.id, r.number, full_name(r.given, r.family), r.email, r.unit, r.unit_name, r.title,
                              r.manager, full_name(r.manager_given, r.manager_family), r.hired, r.left_on});
    };
    const bool anybody = words[0] == "%" && !asked.unit.given() && asked.place.empty() && !asked.manager.given() &&
                         asked.status != Status::left;
    if (asked.order == Order::name && anybody) {
        const auto& query = actor.language == "en" ? queries::people_by_english_name : queries::people_by_swedish_name;
        tx.each<ListRow>(query, scope,
                         {{"day", day}, {"status", asked.status}, {"after", asked.after}, {"limit", limit}}, take);
    } else if (asked.order == Order::name) {
        tx.each<ListRow>(queries::people_found_by_name, scope,
                         {{"day", day},
                          {"unit", asked.unit},
                          {"place", asked.place},
                          {"manager", asked.manager},
                          {"status", asked.status},
                          {"word1", words[0]},
                          {"word2", words[1]},
                          {"word3", words[2]},
                          {"language", actor.language},
                          {"after", asked.after},
                          {"limit", limit}},
                         take);
    } else {
        tx.each<ListRow>(asked.order == Order::unit ? queries::people_by_unit : queries::people_by_hired, scope,
                         {{"day", day},
                          {"unit", asked.unit},
                          {"place", asked.place},
                          {"manager", asked.manager},
                          {"status", asked.status},
                          {"word1", words[0]},
                          {"word2", words[1]},
                          {"word3", words[2]},
                          {"after", asked.after},
                          {"limit", limit}},
                         take);
    }
    if (page.items.size() > static_cast<std::size_t>(asked.limit)) {
        page.items.pop_back();
        page.next = page.items.back().id;
    }
    return page;
}

Result<Profile> profile(db::Tx& tx, const access::Actor& actor, PersonId id, std::optional<Date> as_of) {
    return profile_within(tx, actor, access::visible_people(tx, actor, Sight::profile), id, as_of);
}

Result<Profile> profile_within(db::Tx& tx, const access::Actor& actor, const db::Scope& scope, PersonId id,
                               std::optional<Date> as_of) {
    const auto stored = store::visible_person(tx, scope, id);
    if (!stored) return refuse(Kind::not_found, "person.not_found");
    const Date day = as_of.value_or(tx.today());
    Profile p{stored->id,
              stored->number,
              stored->given,
              stored->family,
              full_name(stored->given, stored->family),
              stored->email,
              stored->hired,
              stored->left_on,
              {},
              {},
              stored->version,
              may_do(tx, actor, id),
              store::positions_of(tx, scope, id),
              {},
              reports_of(tx, scope, id, day)};
    if (may_read_private(tx, actor, id)) {
        p.birth_year = stored->birth_year;
        p.gender = stored->gender;
    }
    for (const Position& position : p.positions)
        if (position.manager && position.from <= day && (!position.to || *position.to >= day))
            p.manager = Colleague{*position.manager, position.manager_name, ""};
    return p;
}

std::vector<Unmanaged> unmanaged(db::Tx& tx, const access::Actor& actor, std::optional<Date> as_of) {
    std::vector<Unmanaged> found;
    tx.each<ListRow>(queries::unmanaged, access::visible_people(tx, actor, Sight::profile),
                     {{"day", as_of.value_or(tx.today())}}, [&](const ListRow& r) {
                         found.push_back({r.id, full_name(r.given, r.family), r.title, r.manager.value_or(PersonId{}),
                                          full_name(r.manager_given, r.manager_family), r.manager_left});
                     });
    return found;
}

Result<Everything> everything(db::Tx& tx, const access::Actor& actor, PersonId id) {
    const db::Scope scope = access::visible_people(tx, actor, Sight::profile);
    const auto stored = store::visible_person(tx, scope, id);
    if (!stored) return refuse(Kind::not_found, "person.not_found");
    Everything all{stored->id,
                   stored->number,
                   stored->given,
                   stored->family,
                   stored->email,
                   stored->hired,
                   stored->left_on,
                   {},
                   {},
                   store::positions_of(tx, scope, id)};
    if (may_read_private(tx, actor, id)) {
        all.birth_year = stored->birth_year;
        all.gender = stored->gender;
    }
    return all;
}

std::vector<ExportRow> all_for_export(db::Tx& tx, const db::Scope& scope, std::optional<Date> as_of) {
    const auto units = whereabouts(tx);
    std::vector<ExportRow> rows;
    tx.each<ExportedRow>(queries::export_rows, scope, {{"day", as_of.value_or(tx.today())}}, [&](ExportedRow r) {
        ExportRow row;
        row.id = r.id;
        row.number = std::move(r.number);
        row.given = std::move(r.given);
        row.family = std::move(r.family);
        row.email = std::move(r.email);
        if (r.unit) {
            const Whereabouts& unit = units.at(*r.unit);
            row.unit_code = unit.code;
            row.unit_path = unit.path;
            row.unit_name = unit.path.back();
            row.unit_place = unit.located;
        }
        row.title = std::move(r.title);
        row.manager = std::move(r.manager);
        row.fte = r.fte.value_or(1);
        row.hired = r.hired;
        row.left = r.left_on;
        row.birth_year = r.birth_year;
        row.gender = r.gender;
        rows.push_back(std::move(row));
    });
    return rows;
}

} // namespace kunna::people
