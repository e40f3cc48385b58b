// Shape: a C++ type as JSON Schema sees it. OpenAPI is written from shapes, and test servers check answers against
// them.
#pragma once

#include "base/json_traits.hpp"

#include <algorithm>
#include <limits>

namespace kunna::http {

struct Shape;

struct ShapeMember {
    std::string_view name;
    const Shape& (*shape)();
    bool required;
};

struct Shape {
    enum class Kind : std::uint8_t {
        nothing,
        boolean,
        integer,
        number,
        text,
        date,
        instant,
        choice,
        list,
        map,
        object,
        any
    };

    Kind kind = Kind::nothing;
    std::string_view type{}; // kunna::people::Person; for choices and objects
    bool nullable = false;
    double min = 0; // of an integer
    double max = 0;
    const Shape& (*item)() = nullptr; // of a list or map; the inner one when nullable
    std::vector<ShapeMember> (*members)() = nullptr;
    std::vector<std::string_view> (*choices)() = nullptr;
};

// Page<T> of answers.hpp, known here so that its schema has a name of its own.
template <class T>
struct Page;
template <class T>
struct IsPage : std::false_type {};
template <class T>
struct IsPage<Page<T>> : std::true_type {};

namespace detail {

template <class T>
constexpr std::string_view type_name() {
    constexpr std::string_view whole = __PRETTY_FUNCTION__;
    constexpr std::size_t start = whole.find("T = ") + 4;
    constexpr std::size_t semicolon = whole.find(';', start); // g++ goes on with "; std::string_view = …"
    return whole.substr(start, (semicolon == std::string_view::npos ? whole.size() - 1 : semicolon) - start);
}

template <class T>
const Shape& shape_of_type();

template <class T>
std::vector<ShapeMember> members_of() {
    std::vector<ShapeMember> made;
    boost::mp11::mp_for_each<json::MembersOf<T>>([&](auto d) {
        using M = std::remove_cvref_t<decltype(std::declval<T&>().*decltype(d)::pointer)>;
        made.push_back({json::json_name(d.name), &shape_of_type<M>,
                        !json::IsOptional<M>::value && !json::IsVector<M>::value && !json::IsMap<M>::value});
    });
    return made;
}

template <class T>
constexpr Shape make_shape() {
    using K = Shape::Kind;
    Shape shape;
    if constexpr (std::is_void_v<T>) {
        shape.kind = K::nothing;
    } else if constexpr (std::is_same_v<T, bool>) {
        shape.kind = K::boolean;
    } else if constexpr (json::is_integer<T>) {
        shape.kind = K::integer;
        // JSON numbers are doubles to JavaScript: nothing beyond 2^53 is promised.
        shape.min =
            std::is_signed_v<T> ? std::max(-9007199254740991.0, static_cast<double>(std::numeric_limits<T>::min())) : 0;
        shape.max = std::min(9007199254740991.0, static_cast<double>(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_floating_point_v<T>) {
        shape.kind = K::number;
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        shape.kind = K::text;
    } else if constexpr (IsId<T>::value) {
        shape.kind = K::integer;
        shape.min = 0;
        shape.max = 9007199254740991.0;
    } else if constexpr (std::is_same_v<T, Date>) {
        shape.kind = K::date;
    } else if constexpr (std::is_same_v<T, Instant>) {
        shape.kind = K::instant;
    } else if constexpr (std::is_same_v<T, json::Node> || std::is_same_v<T, json::Raw>) {
        shape.kind = K::any;
    } else if constexpr (json::is_enum<T>) {
        shape.kind = K::choice;
        shape.type = type_name<T>();
        shape.choices = &json::enum_names<T>;
    } else if constexpr (json::IsOptional<T>::value) {
        shape = make_shape<typename T::value_type>();
        shape.nullable = true;
        shape.item = &shape_of_type<typename T::value_type>;
    } else if constexpr (json::IsVector<T>::value || json::IsArray<T>::value) {
        shape.kind = K::list;
        shape.item = &shape_of_type<typename T::value_type>;
    } else if constexpr (json::IsMap<T>::value) {
        shape.kind = K::map;
        shape.item = &shape_of_type<typename T::mapped_type>;
    } else if constexpr (IsPage<T>::value || json::is_struct<T>) {
        shape.kind = K::object;
        shape.type = type_name<T>();
        shape.members = &members_of<T>;
    } else {
        static_assert(json::no_json_form<T>, "this type has no schema: describe it with BOOST_DESCRIBE_STRUCT");
    }
    return shape;
}

template <class T>
const Shape& shape_of_type() {
    static const Shape shape = make_shape<T>();
    return shape;
}

} // namespace detail

template <class T>
const Shape& shape_of() {
    return detail::shape_of_type<T>();
}

// What of a JSON text does not fit the shape; empty when it fits. For test servers.
std::vector<std::string> misfits(const Shape& shape, const json::Node& node);

} // namespace kunna::http
