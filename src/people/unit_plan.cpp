// Units of an import.
#include "people/unit_plan.hpp"

#include "base/text.hpp"

namespace kunna::people {

UnitPlan::UnitPlan(const std::vector<store::StoredUnit>& stored) {
    for (const store::StoredUnit& u : stored) {
        places_.emplace(u.id, stored_.size());
        stored_.push_back({u.id, u.parent.value_or(UnitId{}), u.code, u.name, u.name, u.place, {}, 0, 0});
        index(stored_.back());
    }
}

void UnitPlan::index(const Known& unit) {
    const std::string folded = text::fold(unit.name);
    by_code_.emplace(unit.code, unit.id);
    by_parent_and_name_.emplace(std::pair{unit.parent.value, folded}, unit.id);
    by_name_[folded].push_back(unit.id);
}

UnitPlan::Known& UnitPlan::at(UnitId id) {
    return id.value < 0 ? made_[static_cast<std::size_t>(-id.value - 1)] : stored_[places_.at(id)];
}

const UnitPlan::Known& UnitPlan::at(UnitId id) const {
    return id.value < 0 ? made_[static_cast<std::size_t>(-id.value - 1)] : stored_[places_.at(id)];
}

std::string UnitPlan::name_of(UnitId id) const {
    return at(id).name;
}

UnitId UnitPlan::make(UnitId parent, std::string code, std::string_view name, std::int64_t row) {
    if (code.empty()) code = free_code(name);
    made_.push_back({UnitId{-static_cast<std::int64_t>(made_.size()) - 1},
                     parent,
                     std::move(code),
                     std::string{name},
                     {},
                     {},
                     {},
                     row,
                     0});
    index(made_.back());
    return made_.back().id;
}

// A unit that came with a name only gets that name as its code, numbered when another has it.
std::string UnitPlan::free_code(std::string_view name) const {
    const std::string base{text::cut(name, 60)};
    std::string code = base;
    for (int n = 2; by_code_.contains(code); ++n) code = base + '-' + std::to_string(n);
    return code;
}

UnitId UnitPlan::walk(const PersonRecord& record, const std::string& code) {
    UnitId parent{};
    for (std::size_t i = 0; i < record.unit_path.size(); ++i) {
        const std::string& name = record.unit_path[i];
        const bool last = i + 1 == record.unit_path.size();
        const auto found = by_parent_and_name_.find({parent.value, text::fold(name)});
        // A code of its own makes it another unit than its namesake beside it.
        if (found != by_parent_and_name_.end() && (!last || code.empty()))
            parent = found->second;
        else
            parent = make(parent, last ? code : std::string{}, name, record.row);
    }
    return parent;
}

std::optional<UnitId> UnitPlan::find(const PersonRecord& record, const std::string& code, const std::string& name,
                                     std::vector<RecordProblem>& problems) {
    if (!code.empty()) {
        const auto found = by_code_.find(code);
        if (found == by_code_.end())
            return !record.unit_path.empty() ? walk(record, code)
                                             : make(UnitId{}, code, name.empty() ? code : name, record.row);
        Known& unit = at(found->second);
        // The file's own name wins over the stored one; two names in one file cannot both be right.
        if (!name.empty() && name != unit.name) {
            if (unit.row == 0) {
                unit.name = name;
                unit.row = record.row;
            } else if (told_.insert("two " + code).second) {
                problems.push_back({record.row,
                                    "unit_name",
                                    name,
                                    "people.unit_two_names",
                                    Severity::warning,
                                    {{"unit", code}, {"name", unit.name}, {"row", std::to_string(unit.row)}}});
            }
        } else if (!name.empty() && unit.row == 0) {
            unit.row = record.row;
        }
        if (record.unit_path.size() > 1) {
            const std::string above = text::fold(record.unit_path[record.unit_path.size() - 2]);
            const bool same = unit.parent.value != 0 && text::fold(at(unit.parent).name) == above;
            if (!same && told_.insert("elsewhere " + code).second)
                problems.push_back({record.row,
                                    "unit_path",
                                    record.unit_path[record.unit_path.size() - 2],
                                    "people.unit_elsewhere",
                                    Severity::warning,
                                    {{"unit", unit.name}}});
        }
        return unit.id;
    }
    if (!record.unit_path.empty()) return walk(record, {});
    if (name.empty()) return std::nullopt;
    const auto named = by_name_.find(text::fold(name));
    if (named == by_name_.end()) return make(UnitId{}, {}, name, record.row);
    if (named->second.size() > 1) {
        std::string codes;
        for (const UnitId id : named->second) codes += (codes.empty() ? "" : ", ") + at(id).code;
        problems.push_back(
            {record.row, "unit_name", name, "people.unit_ambiguous", Severity::error, {{"codes", codes}}});
        return std::nullopt;
    }
    return named->second.front();
}

// Where it will be: what the file states of a unit holds for those under it too.
std::string UnitPlan::located(UnitId id) const {
    for (; id.given(); id = at(id).parent) {
        const Known& unit = at(id);
        if (!unit.stated_place.empty()) return unit.stated_place;
        if (unit.place) return *unit.place;
    }
    return {};
}

// A unit that is where the one above it is gets no place of its own.
std::optional<std::string> UnitPlan::own_place(const Known& unit) const {
    if (unit.stated_place.empty()) return unit.place;
    const bool as_stored = unit.place && text::fold(*unit.place) == text::fold(unit.stated_place);
    if (as_stored || (!unit.place && text::fold(located(unit.parent)) == text::fold(unit.stated_place)))
        return unit.place;
    return unit.stated_place;
}

void UnitPlan::locate(UnitId id, const PersonRecord& record, std::vector<RecordProblem>& problems) {
    const std::string place = text::squeeze(record.unit_place.value_or(""));
    Known& unit = at(id);
    if (place.empty() || text::fold(place) == text::fold(unit.stated_place)) return;
    if (unit.stated_place.empty()) {
        unit.stated_place = place;
        unit.placed_row = record.row;
    } else if (told_.insert("two places " + unit.code).second) {
        problems.push_back(
            {record.row,
             "unit_place",
             place,
             "people.unit_two_places",
             Severity::warning,
             {{"unit", unit.name}, {"place", unit.stated_place}, {"row", std::to_string(unit.placed_row)}}});
    }
}

std::optional<UnitId> UnitPlan::place(const PersonRecord& record, std::vector<RecordProblem>& problems) {
    if (!record.unit_code && !record.unit_name && record.unit_path.empty()) return std::nullopt;
    std::string words = record.unit_code.value_or("");
    words += '\x1F' + record.unit_name.value_or("");
    for (const std::string& part : record.unit_path) words += '\x1F' + part;
    words += '\x1E' + record.unit_place.value_or("");
    if (const auto known = answered_.find(words); known != answered_.end()) return known->second;

    PersonRecord tidy;
    tidy.row = record.row;
    for (const std::string& part : record.unit_path)
        if (std::string name = text::squeeze(part); !name.empty()) tidy.unit_path.push_back(std::move(name));
    const std::string code{text::trim(record.unit_code.value_or(""))};
    std::string name = text::squeeze(record.unit_name.value_or(""));
    if (name.empty() && !tidy.unit_path.empty()) name = tidy.unit_path.back();
    const auto short_enough = [&](std::string_view column, std::string_view value, std::size_t limit) {
        if (value.size() <= limit) return true;
        problems.push_back({record.row,
                            std::string{column},
                            std::string{text::cut(value, limit)},
                            "people.too_long",
                            Severity::error,
                            {{"limit", std::to_string(limit)}}});
        return false;
    };
    if (!short_enough("unit_code", code, 64) || !short_enough("unit_name", name, 200) ||
        !short_enough("unit_place", record.unit_place.value_or(""), 200))
        return std::nullopt;
    for (const std::string& part : tidy.unit_path)
        if (!short_enough("unit_path", part, 200)) return std::nullopt;
    const auto found = find(tidy, code, name, problems);
    if (found) {
        locate(*found, record, problems);
        answered_.emplace(std::move(words), *found);
    }
    return found;
}

std::vector<UnitChange> UnitPlan::changes() const {
    std::vector<UnitChange> out;
    for (const Known& u : made_) out.push_back({u.row, u.id, u.parent, u.code, u.name, {}, own_place(u)});
    for (const Known& u : stored_)
        if (const auto place = own_place(u); u.name != u.stored_name || place != u.place)
            out.push_back({u.row, u.id, u.parent, u.code, u.name, u.stored_name, place});
    return out;
}

} // namespace kunna::people
