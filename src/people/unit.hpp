// Unit: a part of the organisation. Units form a tree; several may stand at the top.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>

namespace kunna::people {

struct Unit {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string code{};
    std::string name{};
    std::int32_t depth = 0;  // 0 at the top
    std::int64_t people = 0; // employed on the day, here and in every unit below; shown however few they are
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, parent, code, name, depth, people, version))

struct NewUnit {
    std::string code{};
    std::string name{};
    std::optional<UnitId> parent{};
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (code, name, parent))

// What is given is changed; `top` makes it a unit without a parent.
struct UnitEdit {
    std::optional<std::string> code{};
    std::optional<std::string> name{};
    std::optional<UnitId> parent{};
    std::optional<bool> top{};
};
BOOST_DESCRIBE_STRUCT(UnitEdit, (), (code, name, parent, top))

} // namespace kunna::people
