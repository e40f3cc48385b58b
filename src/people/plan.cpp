// Planning an import: what is stored, what the file says, and the difference. Everything is read once and compared in
// memory, so that 100,000 people take about a second.
#include "people/plan.hpp"

#include "base/text.hpp"
#include "db/value.hpp"
#include "people/details.hpp"
#include "people/person.hpp"
#include "people/store.hpp"
#include "people/unit_plan.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kunna::people {

namespace {

using store::StoredPerson;

class Planner {
public:
    Planner(db::Tx& tx, const PlanOptions& options) :
        options_(options), today_(tx.today()), day_(options.as_of.value_or(today_)), stored_(store::everyone(tx)),
        careers_(store::everyones_careers(tx)), units_(store::units(tx)) {
        change_.as_of = day_;
        change_.basis = store::basis(tx);
        by_number_.reserve(stored_.size());
        for (std::size_t i = 0; i < stored_.size(); ++i) {
            by_number_.emplace(stored_[i].number, stored_[i].id);
            places_.emplace(stored_[i].id, i);
        }
    }

    PeopleChange plan(std::span<const PersonRecord> records) {
        std::vector<PersonId> ids = identify(records);
        for (std::size_t i = 0; i < records.size(); ++i)
            if (ids[i].given()) compare(records[i], ids[i]);
        if (options_.absent_leave) let_the_absent_leave();
        check_emails();
        check_managers();
        change_.units = units_.changes();
        for (const PersonChange& c : change_.people) ++count_of(c.kind);
        for (const RecordProblem& p : change_.problems) change_.errors += p.severity == Severity::error ? 1 : 0;
        std::stable_sort(change_.problems.begin(), change_.problems.end(),
                         [](const RecordProblem& a, const RecordProblem& b) { return a.row < b.row; });
        return std::move(change_);
    }

private:
    // A stored person's id, a negative one for a new person, none for a row that cannot be one.
    std::vector<PersonId> identify(std::span<const PersonRecord> records) {
        std::vector<PersonId> ids(records.size());
        std::int64_t fresh = 0;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const PersonRecord& r = records[i];
            const std::string number{text::trim(r.number)};
            if (number.empty()) {
                problem(r, "number", "", "person.number_missing");
                continue;
            }
            const auto [known, is_new] = by_number_.try_emplace(number, PersonId{-fresh - 1});
            if (is_new) ++fresh;
            const auto [row, first] = rows_.try_emplace(known->second, r.row);
            if (!first) {
                problem(r, "number", number, "people.number_twice", Severity::error,
                        {{"row", std::to_string(row->second)}});
                continue;
            }
            ids[i] = known->second;
        }
        return ids;
    }

    void compare(const PersonRecord& r, PersonId id) {
        const StoredPerson* was = stored(id);
        const Details after = details_of(r, was);
        bool fine = true;
        for (FieldError& wrong : wrong_with(after, today_)) {
            problem(r, wrong.where, value_of(after, wrong.where), wrong.code, Severity::error, std::move(wrong.values));
            fine = false;
        }
        if (r.fte && !possible_fte(*r.fte)) {
            problem(r, "fte", fmt::format("{}", *r.fte), "position.fte_outside");
            fine = false;
        }
        if (r.title && r.title->size() > 200) {
            problem(r, "title", std::string{text::cut(*r.title, 200)}, "people.too_long", Severity::error,
                    {{"limit", "200"}});
            fine = false;
        }
        const std::size_t before_unit = change_.problems.size();
        const std::optional<UnitId> unit = units_.place(r, change_.problems);
        for (std::size_t i = before_unit; i < change_.problems.size(); ++i)
            fine = fine && change_.problems[i].severity != Severity::error;
        const std::optional<PersonId> manager = manager_of(r, id, fine);
        if (!fine) return;

        PersonChange c;
        c.kind = was == nullptr ? ChangeKind::added : ChangeKind::changed;
        c.row = r.row;
        c.id = id;
        c.after = after;
        const Career career = was == nullptr ? Career{} : careers_[id];
        const auto next = career_after(r, was, after, career, unit, manager, c.fields);
        if (!next) return;
        finish(std::move(c), was, career, *next);
    }

    Details details_of(const PersonRecord& r, const StoredPerson* was) const {
        Details d = was != nullptr ? was->details() : Details{};
        d.number = r.number;
        if (r.given) d.given = *r.given;
        if (r.family) d.family = *r.family;
        if (r.email) d.email = *r.email;
        if (r.hired || was == nullptr) d.hired = r.hired.value_or(day_);
        // A file of those employed says of everyone in it that they are.
        if (r.left)
            d.left = r.left;
        else if (r.left_stated || options_.absent_leave)
            d.left.reset();
        if (r.birth_year) d.birth_year = r.birth_year;
        if (r.gender) d.gender = *r.gender;
        return tidied(std::move(d));
    }

    std::optional<PersonId> manager_of(const PersonRecord& r, PersonId id, bool& fine) {
        if (!r.manager) return std::nullopt;
        const std::string number{text::trim(*r.manager)};
        if (number.empty()) return PersonId{};
        const auto found = by_number_.find(number);
        if (found == by_number_.end()) {
            problem(r, "manager", number, "people.manager_unknown", Severity::warning);
            return PersonId{};
        }
        if (found->second == id) {
            problem(r, "manager", number, "people.own_manager");
            fine = false;
            return std::nullopt;
        }
        named_managers_.push_back({&r, found->second});
        return found->second;
    }

    // Nothing when the record has an error.
    std::optional<Career> career_after(const PersonRecord& r, const StoredPerson* was, const Details& after,
                                       const Career& career, std::optional<UnitId> unit,
                                       std::optional<PersonId> manager, std::vector<FieldChange>& fields) {
        Career next = career;
        bool returned = false;
        if (was != nullptr && was->hired != after.hired) {
            auto moved = hired_on(std::move(next), was->hired, after.hired);
            if (!moved.ok()) {
                FieldError wrong = std::move(moved).error().fields.front();
                problem(r, "hired", after.hired.iso(), wrong.code, Severity::error, std::move(wrong.values));
                return std::nullopt;
            }
            next = std::move(moved).unwrap();
        }
        if (was != nullptr && was->left_on != after.left) {
            // Who left before and is back has a gap; a day of leaving yet to come was only planned.
            returned = was->left_on && *was->left_on < day_ && !after.left;
            if (was->left_on && !returned) next = resumed(std::move(next), *was->left_on);
            if (after.left) next = ended(std::move(next), *after.left);
        }
        const bool gone = after.left && *after.left < day_;
        if (was != nullptr && gone) return next;

        const Date from = was == nullptr ? after.hired : std::max(day_, after.hired);
        const Held* now = on(next, from);
        const Held* base = now != nullptr ? now : (next.empty() ? nullptr : &next.back());
        const bool stated = unit || r.title || manager || r.fte;
        if (was != nullptr && !stated && !returned) return next;
        Held wanted = base != nullptr ? *base : Held{};
        wanted.id = PositionId{};
        if (unit) wanted.unit = *unit;
        if (r.title) wanted.title = text::squeeze(*r.title);
        if (manager) wanted.manager = *manager;
        if (r.fte) wanted.fte = *r.fte;
        if (wanted.unit.value == 0) {
            if (was != nullptr && base == nullptr && !r.title && !manager && !r.fte) return next;
            problem(r, "unit_code", r.unit_code.value_or(""), "people.unit_missing");
            return std::nullopt;
        }
        if (now != nullptr && wanted.same_work(*now)) return next;
        note_position(now, wanted, fields);
        next = changed_from(std::move(next), from, std::move(wanted));
        if (after.left) next = ended(std::move(next), *after.left);
        return next;
    }

    void note_position(const Held* before, const Held& after, std::vector<FieldChange>& fields) const {
        static const Held none{{}, {}, "", {}, 0, {}, {}};
        const Held& b = before != nullptr ? *before : none;
        const auto note = [&](std::string_view field, std::string was, std::string is) {
            if (was != is) fields.push_back({std::string{field}, std::move(was), std::move(is)});
        };
        note("unit", before != nullptr ? units_.name_of(b.unit) : "", units_.name_of(after.unit));
        note("title", b.title, after.title);
        note("manager", number_of(b.manager), number_of(after.manager));
        note("fte", before != nullptr ? fmt::format("{}", b.fte) : "", fmt::format("{}", after.fte));
    }

    static void note_details(const Details& before, const Details& after, std::vector<FieldChange>& fields) {
        const auto iso = [](std::optional<Date> d) { return d ? d->iso() : std::string{}; };
        std::vector<FieldChange> own;
        const auto note = [&](std::string_view field, std::string was, std::string is) {
            if (was != is) own.push_back({std::string{field}, std::move(was), std::move(is)});
        };
        note("number", before.number, after.number);
        note("given", before.given, after.given);
        note("family", before.family, after.family);
        note("email", before.email.value_or(""), after.email.value_or(""));
        // A new person has no day of hiring before this one.
        note("hired", before.number.empty() ? "" : before.hired.iso(), after.hired.iso());
        note("left", iso(before.left), iso(after.left));
        note("birth_year", year_text(before), year_text(after));
        note("gender", gender_text(before), gender_text(after));
        fields.insert(fields.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    }

    void finish(PersonChange c, const StoredPerson* was, const Career& career, const Career& next) {
        const Details before = was != nullptr ? was->details() : Details{};
        c.details_changed = was != nullptr && !(before == c.after);
        c.email_changed = was != nullptr && before.email != c.after.email;
        c.positions = steps(career, next);
        note_details(before, c.after, c.fields);
        if (was != nullptr && !c.details_changed && c.positions.none()) {
            ++change_.unchanged;
            return;
        }
        if (!c.positions.none()) lines_changed_ = true;
        if (told_.at(static_cast<std::size_t>(c.kind))++ >= options_.listed) std::vector<FieldChange>{}.swap(c.fields);
        careers_[c.id] = next;
        changes_of_.emplace(c.id, change_.people.size());
        change_.people.push_back(std::move(c));
    }

    void let_the_absent_leave() {
        const Date last = options_.leave_day.value_or(day_ - 1);
        std::vector<const StoredPerson*> absent;
        for (const StoredPerson& p : stored_)
            if (!rows_.contains(p.id) && p.hired <= day_ && (!p.left_on || *p.left_on >= day_)) absent.push_back(&p);
        std::sort(absent.begin(), absent.end(), [](auto* a, auto* b) { return a->number < b->number; });
        for (const StoredPerson* p : absent) {
            PersonChange c;
            c.kind = ChangeKind::leaves;
            c.id = p->id;
            c.after = p->details();
            c.after.left = std::max(last, p->hired);
            const Career career = careers_[p->id];
            Career next = career;
            if (p->left_on && p->left_on != c.after.left) next = resumed(std::move(next), *p->left_on);
            const std::int64_t unchanged = change_.unchanged;
            finish(std::move(c), p, career, ended(std::move(next), std::max(last, p->hired)));
            change_.unchanged = unchanged; // those who are in the file are counted
        }
    }

    // An address belongs to one person: among all as they will be.
    void check_emails() {
        std::unordered_map<std::string, PersonId> owners;
        owners.reserve(stored_.size() + change_.people.size());
        for (const StoredPerson& p : stored_)
            if (p.email && !changes_of_.contains(p.id)) owners.emplace(text::fold(*p.email), p.id);
        for (const PersonChange& c : change_.people) {
            if (!c.after.email) continue;
            const auto [owner, first] = owners.emplace(text::fold(*c.after.email), c.id);
            if (first) continue;
            const auto row = rows_.find(owner->second);
            change_.problems.push_back(
                {c.row,
                 "email",
                 *c.after.email,
                 row != rows_.end() ? "people.email_twice" : "person.email_taken",
                 Severity::error,
                 {{"value", *c.after.email}, {"row", std::to_string(row != rows_.end() ? row->second : 0)}}});
        }
    }

    void check_managers() {
        for (const auto& [record, manager] : named_managers_) {
            const auto changed = changes_of_.find(manager);
            const StoredPerson* was = stored(manager);
            const std::optional<Date> left = changed != changes_of_.end() ? change_.people[changed->second].after.left
                                             : was != nullptr             ? was->left_on
                                                                          : std::nullopt;
            const bool report_left = record->left && *record->left < day_;
            if (left && *left < day_ && !report_left)
                problem(*record, "manager", number_of(manager), "people.manager_has_left", Severity::warning,
                        {{"day", left->iso()}});
        }
        if (!lines_changed_) return;
        std::vector<Line> lines;
        for (const auto& [person, career] : careers_)
            for (const Held& h : career)
                if (h.manager.value != 0) lines.push_back({person, h.manager, h.from, h.to.value_or(Line::forever)});
        for (const auto& cycle : cycles(lines)) tell_of(cycle);
    }

    // On the cycle's first row in the file; everyone in it by name.
    void tell_of(const std::vector<PersonId>& cycle) {
        constexpr std::size_t most_names = 10;
        RecordProblem p{0, "manager", "", "people.manager_cycle", Severity::error, {}};
        std::string names;
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            if (i < most_names) names += (i == 0 ? "" : " → ") + shown(cycle[i]);
            if (i == most_names) names += " → …";
            const auto row = rows_.find(cycle[i]);
            if (row != rows_.end() && (p.row == 0 || row->second < p.row)) {
                p.row = row->second;
                p.value = number_of(cycle[(i + 1) % cycle.size()]);
            }
        }
        p.values = {{"people", names}};
        change_.problems.push_back(std::move(p));
    }

    [[nodiscard]] std::string shown(PersonId id) const {
        const auto changed = changes_of_.find(id);
        if (changed != changes_of_.end()) {
            const Details& d = change_.people[changed->second].after;
            return fmt::format("{} ({})", full_name(d.given, d.family), d.number);
        }
        const StoredPerson* p = stored(id);
        return p != nullptr ? fmt::format("{} ({})", full_name(p->given, p->family), p->number) : "";
    }

    [[nodiscard]] const StoredPerson* stored(PersonId id) const {
        const auto found = places_.find(id);
        return found == places_.end() ? nullptr : &stored_[found->second];
    }

    [[nodiscard]] std::string number_of(PersonId id) const {
        if (id.value == 0) return {};
        if (const StoredPerson* p = stored(id)) return p->number;
        if (new_numbers_.empty())
            for (const auto& [number, of] : by_number_)
                if (of.value < 0) new_numbers_.emplace(of, number);
        return new_numbers_.at(id);
    }

    static std::string year_text(const Details& d) { return d.birth_year ? std::to_string(*d.birth_year) : ""; }
    static std::string gender_text(const Details& d) {
        return d.gender == Gender::unstated ? "" : std::string{db::enum_name(d.gender)};
    }

    static std::string value_of(const Details& d, std::string_view field) {
        if (field == "number") return d.number;
        if (field == "given") return d.given;
        if (field == "family") return d.family;
        if (field == "email") return d.email.value_or("");
        if (field == "birth_year") return year_text(d);
        return d.left ? d.left->iso() : "";
    }

    std::int64_t& count_of(ChangeKind kind) {
        return kind == ChangeKind::added     ? change_.added
               : kind == ChangeKind::changed ? change_.changed
                                             : change_.leaving;
    }

    void problem(const PersonRecord& r, std::string_view column, std::string value, std::string_view code,
                 Severity severity = Severity::error, std::vector<std::pair<std::string, std::string>> values = {}) {
        change_.problems.push_back(
            {r.row, std::string{column}, std::move(value), std::string{code}, severity, std::move(values)});
    }

    struct NamedManager {
        const PersonRecord* record;
        PersonId manager;
    };

    const PlanOptions& options_;
    Date today_;
    Date day_;
    std::vector<StoredPerson> stored_;
    std::unordered_map<PersonId, Career> careers_; // as they will be, once a person has been compared
    UnitPlan units_;
    std::unordered_map<std::string, PersonId> by_number_; // stored and new
    std::unordered_map<PersonId, std::size_t> places_;    // in stored_
    std::unordered_map<PersonId, std::int64_t> rows_;     // of those in the file
    std::unordered_map<PersonId, std::size_t> changes_of_;
    mutable std::unordered_map<PersonId, std::string> new_numbers_;
    std::vector<NamedManager> named_managers_;
    std::array<std::size_t, 3> told_{}; // by kind
    bool lines_changed_ = false;
    PeopleChange change_;
};

} // namespace

PeopleChange plan_people(db::Tx& tx, std::span<const PersonRecord> records, const PlanOptions& options) {
    return Planner{tx, options}.plan(records);
}

} // namespace kunna::people
