// What people keeps in the database: rows in, rows out; it decides nothing.
#include "people/store.hpp"

#include "base/text.hpp"
#include "people/queries.hpp"

namespace kunna::people::store {

namespace {

struct PositionRow {
    PositionId id{};
    PersonId person{};
    UnitId unit{};
    std::string unit_name{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::string manager_given{};
    std::string manager_family{};
    double fte = 1;
    Date valid_from{};
    std::optional<Date> valid_to{};

    [[nodiscard]] Held held() const {
        return {id, unit, title, manager.value_or(PersonId{}), fte, valid_from, valid_to};
    }
};
BOOST_DESCRIBE_STRUCT(PositionRow, (),
                      (id, person, unit, unit_name, title, manager, manager_given, manager_family, fte, valid_from,
                       valid_to))

struct LineRow {
    PersonId person{};
    PersonId manager{};
    Date valid_from{};
    std::optional<Date> valid_to{};
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (person, manager, valid_from, valid_to))

struct NameRow {
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (given, family))

// What is kept beside the details so that people can be found and put in order.
struct Derived {
    explicit Derived(const Details& p) :
        email(p.email ? std::optional{text::fold(*p.email)} : std::nullopt),
        search(text::fold(full_name(p.given, p.family)) + ' ' + text::fold(p.number) + ' ' + email.value_or("")) {
        const std::string ordered = full_name(p.family, p.given);
        sv = text::sort_key(ordered, "sv");
        en = text::sort_key(ordered, "en");
    }
    std::optional<std::string> email;
    std::string search;
    std::string sv;
    std::string en;
};

db::Bytes bytes(const std::string& text) {
    return std::as_bytes(std::span{text});
}

std::optional<PersonId> or_null(PersonId id) {
    return id.given() ? std::optional{id} : std::nullopt;
}

} // namespace

std::optional<StoredPerson> person(db::Tx& tx, PersonId id) {
    return tx.one<StoredPerson>(queries::person_row, {{"person", id}});
}

std::optional<StoredPerson> visible_person(db::Tx& tx, const db::Scope& scope, PersonId id) {
    return tx.one<StoredPerson>(queries::visible_person, scope, {{"person", id}});
}

std::optional<std::string> name_in_scope(db::Tx& tx, const db::Scope& scope, PersonId id) {
    const auto row = tx.one<NameRow>(queries::name_in_scope, scope, {{"person", id}});
    return row ? std::optional{full_name(row->given, row->family)} : std::nullopt;
}

Career career_of(db::Tx& tx, PersonId id) {
    Career career;
    tx.each<PositionRow>(queries::career_of, {{"person", id}},
                         [&](const PositionRow& row) { career.push_back(row.held()); });
    return career;
}

std::vector<Position> positions_of(db::Tx& tx, const db::Scope& scope, PersonId id) {
    std::vector<Position> positions;
    tx.each<PositionRow>(queries::positions_of, scope, {{"person", id}}, [&](const PositionRow& row) {
        positions.push_back({row.id, row.unit, row.unit_name, row.title, row.manager,
                             full_name(row.manager_given, row.manager_family), row.fte, row.valid_from, row.valid_to});
    });
    return positions;
}

std::vector<Line> lines_of(db::Tx& tx, PersonId id) {
    std::vector<Line> lines;
    tx.each<LineRow>(queries::lines_of, {{"person", id}}, [&](const LineRow& row) {
        lines.push_back({row.person, row.manager, row.valid_from, row.valid_to.value_or(Line::forever)});
    });
    return lines;
}

PersonId insert_person(db::Tx& tx, const Details& p) {
    const Derived derived{p};
    return tx.insert<PersonId>(queries::insert_person, {{"number", p.number},
                                                        {"given", p.given},
                                                        {"family", p.family},
                                                        {"email", p.email},
                                                        {"email_folded", derived.email},
                                                        {"hired", p.hired},
                                                        {"left", p.left},
                                                        {"birth_year", p.birth_year},
                                                        {"gender", p.gender},
                                                        {"search", derived.search},
                                                        {"sort_sv", bytes(derived.sv)},
                                                        {"sort_en", bytes(derived.en)}});
}

void insert_people(db::Tx& tx, const std::vector<const Details*>& people) {
    tx.bulk(queries::insert_people, [&](db::Tx::Adder& add) {
        for (const Details* p : people) {
            const Derived derived{*p};
            add({{"number", p->number},
                 {"given", p->given},
                 {"family", p->family},
                 {"email", p->email},
                 {"email_folded", derived.email},
                 {"hired", p->hired},
                 {"left", p->left},
                 {"birth_year", p->birth_year},
                 {"gender", p->gender},
                 {"search", derived.search},
                 {"sort_sv", bytes(derived.sv)},
                 {"sort_en", bytes(derived.en)}});
        }
    });
}

void update_person(db::Tx& tx, PersonId id, const Details& p) {
    const Derived derived{p};
    tx.run(queries::update_person, {{"person", id},
                                    {"number", p.number},
                                    {"given", p.given},
                                    {"family", p.family},
                                    {"email", p.email},
                                    {"email_folded", derived.email},
                                    {"hired", p.hired},
                                    {"left", p.left},
                                    {"birth_year", p.birth_year},
                                    {"gender", p.gender},
                                    {"search", derived.search},
                                    {"sort_sv", bytes(derived.sv)},
                                    {"sort_en", bytes(derived.en)}});
}

void write_positions(db::Tx& tx, PersonId id, const Steps& steps) {
    for (const PositionId gone : steps.remove) tx.run(queries::delete_position, {{"position", gone}});
    for (const auto& [position, to] : steps.end)
        tx.run(queries::end_position, {{"position", position}, {"to_day", to}});
    for (const Held& h : steps.edit)
        tx.run(queries::update_position, {{"position", h.id},
                                          {"unit", h.unit},
                                          {"title", h.title},
                                          {"title_folded", text::fold(h.title)},
                                          {"manager", or_null(h.manager)},
                                          {"fte", h.fte},
                                          {"from_day", h.from},
                                          {"to_day", h.to}});
    for (const Held& h : steps.open)
        tx.insert<PositionId>(queries::insert_position, {{"person", id},
                                                         {"unit", h.unit},
                                                         {"title", h.title},
                                                         {"title_folded", text::fold(h.title)},
                                                         {"manager", or_null(h.manager)},
                                                         {"fte", h.fte},
                                                         {"from_day", h.from},
                                                         {"to_day", h.to}});
}

void insert_positions(db::Tx& tx, const std::vector<OpenedPosition>& opened) {
    tx.bulk(queries::insert_positions, [&](db::Tx::Adder& add) {
        for (const auto& [person, h] : opened)
            add({{"person", person},
                 {"unit", h.unit},
                 {"title", h.title},
                 {"title_folded", text::fold(h.title)},
                 {"manager", or_null(h.manager)},
                 {"fte", h.fte},
                 {"from_day", h.from},
                 {"to_day", h.to}});
    });
}

void touch(db::Tx& tx, PersonId id) {
    tx.run(queries::touch_person, {{"person", id}});
}

bool number_taken(db::Tx& tx, std::string_view number, PersonId but) {
    return tx.one<PersonId>(queries::person_with_number, {{"number", number}, {"but", but}}).has_value();
}

bool email_taken(db::Tx& tx, std::string_view email, PersonId but) {
    return tx.one<PersonId>(queries::person_with_email, {{"email", text::fold(email)}, {"but", but}}).has_value();
}

void forget_email(db::Tx& tx, PersonId id) {
    tx.run(queries::forget_email, {{"person", id}});
}

std::vector<StoredUnit> units(db::Tx& tx) {
    return tx.all<StoredUnit>(queries::units);
}

UnitId insert_unit(db::Tx& tx, const StoredUnit& unit) {
    return tx.insert<UnitId>(queries::insert_unit, {{"parent", unit.parent},
                                                    {"code", unit.code},
                                                    {"name", unit.name},
                                                    {"place", unit.place},
                                                    {"sort_sv", bytes(text::sort_key(unit.name, "sv"))}});
}

void update_unit(db::Tx& tx, const StoredUnit& unit) {
    tx.run(queries::update_unit, {{"unit", unit.id},
                                  {"parent", unit.parent},
                                  {"code", unit.code},
                                  {"name", unit.name},
                                  {"place", unit.place},
                                  {"sort_sv", bytes(text::sort_key(unit.name, "sv"))}});
}

bool unit_code_taken(db::Tx& tx, std::string_view code, UnitId but) {
    return tx.one<UnitId>(queries::unit_with_code, {{"code", code}, {"but", but}}).has_value();
}

std::int64_t basis(db::Tx& tx) {
    return *tx.one<std::int64_t>(queries::basis);
}

std::vector<StoredPerson> everyone(db::Tx& tx) {
    return tx.all<StoredPerson>(queries::everyone);
}

std::unordered_map<PersonId, Career> everyones_careers(db::Tx& tx) {
    std::unordered_map<PersonId, Career> careers;
    tx.each<PositionRow>(queries::everyones_positions, {},
                         [&](const PositionRow& row) { careers[row.person].push_back(row.held()); });
    return careers;
}

std::vector<NumberedPerson> numbers(db::Tx& tx) {
    return tx.all<NumberedPerson>(queries::numbers);
}

} // namespace kunna::people::store
