// Schemas: the named types of all routes as JSON Schema components. Private to OpenAPI and the API page.
#pragma once

#include "http/router.hpp"

#include <set>

namespace kunna::http {

class Schemas {
public:
    explicit Schemas(const Router& router);

    // A schema, or a reference to a component.
    [[nodiscard]] json::Node of(const Shape& shape) const;
    // All components, by name.
    [[nodiscard]] json::Node components() const;

private:
    void collect(const Shape& shape);
    void note_asked(const Shape& shape);
    [[nodiscard]] json::Node definition(const Shape& shape) const;

    std::map<std::string_view, const Shape*> by_type_;
    std::map<std::string_view, std::string> name_of_type_;
    std::map<std::string, const Shape*> by_name_;
    std::set<std::string_view> asked_; // types that a body is made of: what has a default may be left out
};

} // namespace kunna::http
