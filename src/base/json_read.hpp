// Reads JSON into described structs. Every error names its place by JSON pointer; unknown members are refused;
// a member that is neither optional nor a list must be there.
#pragma once

#include "base/json_traits.hpp"

#include <limits>

namespace kunna::json {

// Where we are in the document, without building the pointer until an error needs it.
struct Place {
    const Place* above = nullptr;
    std::string_view key{};
    std::size_t index = 0; // used when key has no data: an item of a list

    // Borrowed by what is made from it, so never from a temporary.
    [[nodiscard]] Place member(std::string_view name) const& {
        return {this, name.data() ? name : std::string_view{""}, 0};
    }
    Place member(std::string_view name) const&& = delete;
    [[nodiscard]] Place item(std::size_t i) const& { return {this, {}, i}; }
    Place item(std::size_t i) const&& = delete;
    [[nodiscard]] std::string pointer() const;
};

// At most this many problems are listed at once.
inline constexpr std::size_t max_problems = 50;

struct Problems {
    std::vector<FieldError> list{};

    void add(const Place& place, std::string_view code, std::vector<std::pair<std::string, std::string>> values = {});
    [[nodiscard]] bool none() const { return list.empty(); }
    [[nodiscard]] Error error() &&;
};

using ReadInto = void (*)(const Node&, void* into, const Place&, Problems&);

struct Field {
    std::string_view name;
    bool required;
    ReadInto read;
    void* (*address)(void* object);
};

void read_object(const Node& node, void* object, const std::vector<Field>& fields, const Place& place,
                 Problems& problems);
void read_integer(const Node& node, std::int64_t min, std::int64_t max, std::int64_t& into, const Place&, Problems&);
void read_unsigned(const Node& node, std::uint64_t max, std::uint64_t& into, const Place&, Problems&);
void read_real(const Node& node, double& into, const Place&, Problems&);
void read_bool(const Node& node, bool& into, const Place&, Problems&);
void read_text(const Node& node, std::string& into, const Place&, Problems&);
void read_id(const Node& node, std::int64_t& into, const Place&, Problems&);
void read_date(const Node& node, Date& into, const Place&, Problems&);
void read_instant(const Node& node, Instant& into, const Place&, Problems&);
const Node::List* as_list(const Node& node, const Place&, Problems&);
const Node::Object* as_object(const Node& node, const Place&, Problems&);
void not_one_of(const std::vector<std::string_view>& choices, const Place&, Problems&);

template <class T>
void read(const Node& node, T& into, const Place& place, Problems& problems);

namespace detail {

template <class T>
void read_erased(const Node& node, void* into, const Place& place, Problems& problems) {
    read(node, *static_cast<T*>(into), place, problems);
}

template <class T>
const std::vector<Field>& fields_of() {
    static const std::vector<Field> fields = [] {
        std::vector<Field> made;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto d) {
            using M = std::remove_cvref_t<decltype(std::declval<T&>().*decltype(d)::pointer)>;
            made.push_back({json_name(d.name), !IsOptional<M>::value && !IsVector<M>::value && !IsMap<M>::value,
                            &read_erased<M>,
                            [](void* object) -> void* { return &(static_cast<T*>(object)->*decltype(d)::pointer); }});
        });
        return made;
    }();
    return fields;
}

} // namespace detail

template <class T>
void read(const Node& node, T& into, const Place& place, Problems& problems) {
    if constexpr (std::is_same_v<T, bool>) {
        read_bool(node, into, place, problems);
    } else if constexpr (is_integer<T> && std::is_signed_v<T>) {
        std::int64_t value = into;
        read_integer(node, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), value, place, problems);
        into = static_cast<T>(value);
    } else if constexpr (is_integer<T>) {
        std::uint64_t value = into;
        read_unsigned(node, std::numeric_limits<T>::max(), value, place, problems);
        into = static_cast<T>(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        double value = into;
        read_real(node, value, place, problems);
        into = static_cast<T>(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        read_text(node, into, place, problems);
    } else if constexpr (IsId<T>::value) {
        read_id(node, into.value, place, problems);
    } else if constexpr (std::is_same_v<T, Date>) {
        read_date(node, into, place, problems);
    } else if constexpr (std::is_same_v<T, Instant>) {
        read_instant(node, into, place, problems);
    } else if constexpr (std::is_same_v<T, Node>) {
        into = node;
    } else if constexpr (is_enum<T>) {
        const std::string* text = node.text();
        if (text == nullptr || !enum_of(*text, into)) not_one_of(enum_names<T>(), place, problems);
    } else if constexpr (IsOptional<T>::value) {
        if (node.is_null()) {
            into.reset();
        } else {
            into.emplace();
            read(node, *into, place, problems);
        }
    } else if constexpr (IsVector<T>::value) {
        if (const Node::List* list = as_list(node, place, problems)) {
            into.clear();
            into.reserve(list->size());
            for (std::size_t i = 0; i < list->size() && problems.list.size() < max_problems; ++i) {
                typename T::value_type item{}; // not emplace_back: std::vector<bool> has no references
                read((*list)[i], item, place.item(i), problems);
                into.push_back(std::move(item));
            }
        }
    } else if constexpr (IsMap<T>::value) {
        if (const Node::Object* object = as_object(node, place, problems)) {
            into.clear();
            for (const Member& member : *object)
                read(member.value, into[member.key], place.member(member.key), problems);
        }
    } else if constexpr (is_struct<T>) {
        read_object(node, &into, detail::fields_of<T>(), place, problems);
    } else {
        static_assert(no_json_form<T>, "this type cannot be read from JSON: describe it with BOOST_DESCRIBE_STRUCT");
    }
}

template <class T>
Result<T> from_node(const Node& node) {
    T value{};
    Problems problems;
    read(node, value, Place{}, problems);
    if (!problems.none()) return std::move(problems).error();
    return value;
}

template <class T>
Result<T> from_text(std::string_view text) {
    const Node node = TRY(parse(text));
    return from_node<T>(node);
}

} // namespace kunna::json
