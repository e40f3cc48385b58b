// Result<T>: a value or a refusal, and TRY, which passes a refusal on.
#pragma once

#include "base/error.hpp"

#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace kunna {

// Debian 12's tl::expected is not nodiscard, so a forgotten TRY before an access check
// would compile; hence a class of our own over it.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(tl::unexpect, std::move(error)) {}

    [[nodiscard]] bool ok() const { return held_.has_value(); }
    explicit operator bool() const { return ok(); }

    T& operator*() & { return *held_; }
    const T& operator*() const& { return *held_; }
    T&& operator*() && { return std::move(*held_); }
    T* operator->() { return &*held_; }
    const T* operator->() const { return &*held_; }

    [[nodiscard]] const Error& error() const& { return held_.error(); }
    [[nodiscard]] Error&& error() && { return std::move(held_.error()); }

    T unwrap() && { return std::move(*held_); }

private:
    tl::expected<T, Error> held_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : held_(tl::unexpect, std::move(error)) {}

    [[nodiscard]] bool ok() const { return held_.has_value(); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const Error& error() const& { return held_.error(); }
    [[nodiscard]] Error&& error() && { return std::move(held_.error()); }

    void unwrap() && {}

private:
    tl::expected<void, Error> held_;
};

template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};

// refuse(Kind::conflict, "plan.closed")
[[nodiscard]] inline Error refuse(Kind kind, std::string code) {
    return Error{kind, std::move(code)};
}

// refuse_field("/level", "level.outside_scale"): an invalid input with the one place that is wrong.
[[nodiscard]] inline Error refuse_field(std::string where, std::string code,
                                        std::vector<std::pair<std::string, std::string>> values = {}) {
    return Error{Kind::invalid, "input.invalid", {FieldError{std::move(where), std::move(code), std::move(values)}}};
}

} // namespace kunna

// auto person = TRY(find(tx, id));   — returns the refusal from the enclosing function otherwise.
// A statement of its own where the same expression makes other objects: g++ does not destroy those when it returns from
// the middle. The counter lets a TRY stand inside a lambda inside a TRY.
#define TRY(expression) TRY_AS_(expression, __COUNTER__)
#define TRY_AS_(expression, number) TRY_NAMED_(expression, number)
#define TRY_NAMED_(expression, number)                                                                                 \
    ({                                                                                                                 \
        auto tried_##number = (expression);                                                                            \
        if (!tried_##number.ok()) return std::move(tried_##number).error();                                            \
        std::move(tried_##number).unwrap();                                                                            \
    })
