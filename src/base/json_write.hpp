// Writes described structs as JSON straight into a string: no tree, so that a map of 300 × 300 cells is quick.
#pragma once

#include "base/json_traits.hpp"

#include <charconv>

namespace kunna::json {

void write_text(std::string& out, std::string_view text); // quoted and escaped
void write_real(std::string& out, double value);          // throws on NaN and infinity: JSON has neither
void write_node(std::string& out, const Node& node);

template <class T>
void write(std::string& out, const T& value);

namespace detail {

template <class T>
void write_struct(std::string& out, const T& value) {
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto d) {
        if (!first) out += ',';
        first = false;
        // Names are C++ identifiers: nothing to escape.
        constexpr std::string_view name = json_name(decltype(d)::name);
        out += '"';
        out += name;
        out += "\":";
        write(out, value.*decltype(d)::pointer);
    });
    out += '}';
}

template <class List>
void write_list(std::string& out, const List& list) {
    out += '[';
    bool first = true;
    for (const auto& item : list) {
        if (!first) out += ',';
        first = false;
        write(out, static_cast<const typename List::value_type&>(item));
    }
    out += ']';
}

template <class Map>
void write_map(std::string& out, const Map& map) {
    out += '{';
    bool first = true;
    for (const auto& [key, item] : map) {
        if (!first) out += ',';
        first = false;
        write_text(out, key);
        out += ':';
        write(out, item);
    }
    out += '}';
}

template <class T>
void write_integer(std::string& out, T value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, end.ptr);
}

} // namespace detail

template <class T>
void write(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (is_integer<T>) {
        detail::write_integer(out, value);
    } else if constexpr (std::is_floating_point_v<T>) {
        write_real(out, value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        write_text(out, value);
    } else if constexpr (IsId<T>::value) {
        detail::write_integer(out, value.value);
    } else if constexpr (std::is_same_v<T, Date>) {
        out += '"' + value.iso() + '"';
    } else if constexpr (std::is_same_v<T, Instant>) {
        out += '"' + value.rfc3339() + '"';
    } else if constexpr (std::is_same_v<T, Node>) {
        write_node(out, value);
    } else if constexpr (std::is_same_v<T, Raw>) {
        out += value.text;
    } else if constexpr (is_enum<T>) {
        out += '"';
        out += enum_name(value);
        out += '"';
    } else if constexpr (IsOptional<T>::value) {
        if (value) {
            write(out, *value);
        } else {
            out += "null";
        }
    } else if constexpr (IsVector<T>::value || IsArray<T>::value) {
        detail::write_list(out, value);
    } else if constexpr (IsMap<T>::value) {
        detail::write_map(out, value);
    } else if constexpr (is_struct<T>) {
        detail::write_struct(out, value);
    } else {
        static_assert(no_json_form<T>, "this type has no JSON form: describe it with BOOST_DESCRIBE_STRUCT");
    }
}

template <class T>
std::string to_text(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

} // namespace kunna::json
