// Values that go into a query by name, and come out of a row by column name.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace kunna::db {

using Bytes = std::span<const std::byte>;
// Text and bytes are borrowed: they must live until the call returns.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Bytes>;

template <class E>
std::string_view enum_name(E value) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (d.value == value) name = d.name;
    });
    return name;
}

template <class E>
std::optional<E> enum_of(std::string_view name) {
    std::optional<E> value;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (name == d.name) value = d.value;
    });
    return value;
}

template <class T>
Value to_value(const T& from) {
    if constexpr (IsId<T>::value)
        return from.value;
    else if constexpr (std::is_same_v<T, Date>)
        return std::int64_t{from.days()};
    else if constexpr (std::is_same_v<T, Instant>)
        return from.ms;
    else if constexpr (std::is_enum_v<T>)
        return enum_name(from);
    else if constexpr (std::is_integral_v<T>)
        return static_cast<std::int64_t>(from);
    else if constexpr (std::is_floating_point_v<T>)
        return static_cast<double>(from);
    else if constexpr (std::is_same_v<T, std::nullopt_t>)
        return std::monostate{};
    else if constexpr (std::is_convertible_v<const T&, std::string_view>)
        return std::string_view{from};
    else
        return Bytes{from};
}
template <class T>
Value to_value(const std::optional<T>& from) {
    return from ? to_value(*from) : Value{};
}

// {"person", id}
struct Param {
    std::string_view name;
    Value value;

    template <class T>
    Param(std::string_view n, const T& v) : name(n), value(to_value(v)) {}
};

// One row while the cursor stands on it. Columns are numbered from 0.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual std::string_view column_name(int column) const = 0;
    [[nodiscard]] virtual bool null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    // Valid until the next row.
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string bytes(int column) const = 0;
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
T from_column(const Row& row, int column) {
    if constexpr (IsOptional<T>::value) {
        if (row.null(column)) return std::nullopt;
        return from_column<typename T::value_type>(row, column);
    } else if constexpr (IsId<T>::value) {
        return T{row.integer(column)};
    } else if constexpr (std::is_same_v<T, Date>) {
        return Date::from_days(static_cast<std::int32_t>(row.integer(column)));
    } else if constexpr (std::is_same_v<T, Instant>) {
        return Instant{row.integer(column)};
    } else if constexpr (std::is_same_v<T, bool>) {
        return row.integer(column) != 0;
    } else if constexpr (std::is_enum_v<T>) {
        const auto value = enum_of<T>(row.text(column));
        if (!value) throw std::runtime_error{"a stored word is none of its enum: " + std::string{row.text(column)}};
        return *value;
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<T>(row.integer(column));
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(row.real(column));
    } else {
        static_assert(std::is_same_v<T, std::string>);
        return std::string{row.text(column)};
    }
}

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

// Reads a described struct (each member from the column of its name) or a single value (the first column).
// Members without a column keep their default.
template <class T>
class RowReader {
public:
    T operator()(const Row& row) {
        if constexpr (Described<T>) {
            using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
            if (columns_.empty()) find_columns<Members>(row);
            T out{};
            std::size_t i = 0;
            boost::mp11::mp_for_each<Members>([&](auto d) {
                using Member = std::remove_cvref_t<decltype(out.*d.pointer)>;
                const int column = columns_[i++];
                if constexpr (readable<Member>()) {
                    if (column >= 0) out.*d.pointer = from_column<Member>(row, column);
                }
            });
            return out;
        } else {
            return from_column<T>(row, 0);
        }
    }

private:
    template <class Member>
    static constexpr bool readable() {
        if constexpr (IsOptional<Member>::value)
            return readable<typename Member::value_type>();
        else
            return IsId<Member>::value || std::is_same_v<Member, Date> || std::is_same_v<Member, Instant> ||
                   std::is_enum_v<Member> || std::is_arithmetic_v<Member> || std::is_same_v<Member, std::string>;
    }

    template <class Members>
    void find_columns(const Row& row) {
        boost::mp11::mp_for_each<Members>([&](auto d) {
            int found = -1;
            for (int c = 0; c < row.columns(); ++c)
                if (row.column_name(c) == d.name) found = c;
            columns_.push_back(found);
        });
    }

    std::vector<int> columns_;
};

} // namespace kunna::db
