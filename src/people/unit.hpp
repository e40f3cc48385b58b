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
    std::optional<std::string> place{}; // its own, when another than that of the unit above
    std::string located{};              // its own place, or that of the nearest unit above that has one
    std::int32_t depth = 0;             // 0 at the top
    std::int64_t people = 0;            // employed on the day, here and in every unit below; shown however few they are
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, parent, code, name, place, located, depth, people, version))

struct NewUnit {
    std::string code{};
    std::string name{};
    std::optional<UnitId> parent{};
    std::optional<std::string> place{};
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (code, name, parent, place))

// What is given is changed; `top` makes it a unit without a parent, an empty place one that is where the unit above is.
struct UnitEdit {
    std::optional<std::string> code{};
    std::optional<std::string> name{};
    std::optional<UnitId> parent{};
    std::optional<bool> top{};
    std::optional<std::string> place{};
};
BOOST_DESCRIBE_STRUCT(UnitEdit, (), (code, name, parent, top, place))

} // namespace kunna::people
