// Units of an import: found by code, path or name; made when missing. Private to the folder.
#pragma once

#include "people/record.hpp"
#include "people/store.hpp"

#include <map>
#include <set>
#include <unordered_map>

namespace kunna::people {

class UnitPlan {
public:
    explicit UnitPlan(const std::vector<store::StoredUnit>& stored);

    // The unit the record names, made if need be; not given when the record names none. Problems go to the list.
    std::optional<UnitId> place(const PersonRecord& record, std::vector<RecordProblem>& problems);

    [[nodiscard]] std::string name_of(UnitId id) const;
    // New units, parents first, and renamed ones.
    [[nodiscard]] std::vector<UnitChange> changes() const;

private:
    struct Known {
        UnitId id{};
        UnitId parent{};
        std::string code;
        std::string name;
        std::string stored_name;          // empty for a new one
        std::optional<std::string> place; // its own, as stored
        std::string stated_place;         // by the file
        std::int64_t row = 0;             // that made or renamed it
        std::int64_t placed_row = 0;      // that said where it is
    };
    UnitId make(UnitId parent, std::string code, std::string_view name, std::int64_t row);
    UnitId walk(const PersonRecord& record, const std::string& code);
    std::optional<UnitId> find(const PersonRecord& record, const std::string& code, const std::string& name,
                               std::vector<RecordProblem>& problems);
    void locate(UnitId id, const PersonRecord& record, std::vector<RecordProblem>& problems);
    [[nodiscard]] std::optional<std::string> own_place(const Known& unit) const;
    [[nodiscard]] std::string located(UnitId id) const;
    [[nodiscard]] std::string free_code(std::string_view name) const;
    void index(const Known& unit);
    Known& at(UnitId id);
    [[nodiscard]] const Known& at(UnitId id) const;

    std::vector<Known> stored_;
    std::vector<Known> made_;
    std::unordered_map<UnitId, std::size_t> places_;
    std::unordered_map<std::string, UnitId> by_code_;
    std::map<std::pair<std::int64_t, std::string>, UnitId> by_parent_and_name_; // folded
    std::unordered_map<std::string, std::vector<UnitId>> by_name_;              // folded
    std::set<std::string> told_;                       // one message a problem: code of the problem and unit
    std::unordered_map<std::string, UnitId> answered_; // the same words name the same unit: asked 100,000 times
};

} // namespace kunna::people
