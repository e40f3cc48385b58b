// Which C++ types have a JSON form: shared by reading, writing and the schema.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/json.hpp"

#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace kunna::json {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
struct IsArray : std::false_type {};
template <class T, std::size_t N>
struct IsArray<std::array<T, N>> : std::true_type {};

template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};

template <class T>
inline constexpr bool is_struct = boost::describe::has_describe_members<T>::value;
template <class T>
inline constexpr bool is_enum = boost::describe::has_describe_enumerators<T>::value;
template <class T>
inline constexpr bool is_integer = std::is_integral_v<T> && !std::is_same_v<T, bool>;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

// A member that would be a C++ keyword carries a trailing underscore: default_ is "default" in JSON.
constexpr std::string_view json_name(std::string_view name) {
    return name.size() > 1 && name.back() == '_' ? name.substr(0, name.size() - 1) : name;
}

template <class E>
std::string_view enum_name(E value) {
    return json_name(boost::describe::enum_to_string(value, ""));
}

template <class E>
bool enum_of(std::string_view name, E& into) {
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (!found && json_name(d.name) == name) {
            into = d.value;
            found = true;
        }
    });
    return found;
}

template <class E>
std::vector<std::string_view> enum_names() {
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { names.push_back(json_name(d.name)); });
    return names;
}

template <class>
inline constexpr bool no_json_form = false;

} // namespace kunna::json
