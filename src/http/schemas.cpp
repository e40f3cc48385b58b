// Shapes as JSON Schema (2020-12, as OpenAPI 3.1 uses it).
#include "http/schemas.hpp"

namespace kunna::http {

namespace {

using json::Node;
using Object = Node::Object;

Node text(std::string_view value) {
    return Node{std::string{value}};
}

// kunna::people::Person → Person; kunna::http::Page<kunna::people::Person> → PageOfPerson
std::string short_name(std::string_view type) {
    const std::size_t open = type.find('<');
    const std::string_view outer = type.substr(0, open);
    const std::size_t colons = outer.rfind("::");
    std::string name{colons == std::string_view::npos ? outer : outer.substr(colons + 2)};
    if (open != std::string_view::npos) {
        name += "Of" + short_name(type.substr(open + 1, type.rfind('>') - open - 1));
    }
    std::erase_if(name, [](char c) { return c == '<' || c == '>' || c == ',' || c == ' ' || c == ':'; });
    return name;
}

// kunna::people::Person → PeoplePerson, when two folders each have a Person.
std::string long_name(std::string_view type) {
    std::string_view inner = type;
    if (const std::size_t open = type.find('<'); open != std::string_view::npos) inner = type.substr(open + 1);
    std::string_view folder = inner;
    if (folder.substr(0, 7) == "kunna::") folder.remove_prefix(7);
    folder = folder.substr(0, folder.find("::"));
    std::string name{folder};
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
    return name + short_name(type);
}

std::string_view json_type(Shape::Kind kind) {
    switch (kind) {
    case Shape::Kind::boolean:
        return "boolean";
    case Shape::Kind::integer:
        return "integer";
    case Shape::Kind::number:
        return "number";
    case Shape::Kind::text:
    case Shape::Kind::date:
    case Shape::Kind::instant:
    case Shape::Kind::choice:
        return "string";
    case Shape::Kind::list:
        return "array";
    case Shape::Kind::map:
    case Shape::Kind::object:
        return "object";
    case Shape::Kind::nothing:
    case Shape::Kind::any:
        break;
    }
    return "";
}

Node or_null(Node schema) {
    auto& members = std::get<Object>(schema.held);
    for (json::Member& member : members) {
        if (member.key != "type") continue;
        member.value = Node{Node::List{member.value, text("null")}};
        return schema;
    }
    if (members.empty()) return schema; // anything includes null
    return Node{Object{{"anyOf", Node{Node::List{std::move(schema), Node{Object{{"type", text("null")}}}}}}}};
}

} // namespace

Schemas::Schemas(const Router& router) {
    for (const Route& route : router.routes()) {
        // Parameters are written out one by one, so only what they refer to is a component.
        if (route.parameters != nullptr) {
            for (const ShapeMember& member : route.parameters->members()) collect(member.shape());
        }
        if (route.body != nullptr) {
            collect(*route.body);
            note_asked(*route.body);
        }
        if (route.answer != nullptr) collect(*route.answer);
    }
    std::map<std::string, int> used;
    for (const auto& [type, shape] : by_type_) ++used[short_name(type)];
    for (const auto& [type, shape] : by_type_) {
        std::string name = short_name(type);
        if (used[name] > 1 || name == "Problem") name = long_name(type);
        if (!by_name_.emplace(name, shape).second) throw std::logic_error{"two types would be the schema " + name};
        name_of_type_.emplace(type, std::move(name));
    }
}

void Schemas::collect(const Shape& shape) {
    if (shape.nullable) return collect(shape.item());
    if (!shape.type.empty() && !by_type_.emplace(shape.type, &shape).second) return;
    if (shape.item != nullptr) collect(shape.item());
    if (shape.members != nullptr) {
        for (const ShapeMember& member : shape.members()) collect(member.shape());
    }
}

void Schemas::note_asked(const Shape& shape) {
    if (shape.nullable) return note_asked(shape.item());
    if (!shape.type.empty() && !asked_.insert(shape.type).second) return;
    if (shape.item != nullptr) note_asked(shape.item());
    if (shape.members != nullptr) {
        for (const ShapeMember& member : shape.members()) note_asked(member.shape());
    }
}

Node Schemas::of(const Shape& shape) const {
    if (shape.nullable) return or_null(of(shape.item()));
    if (!shape.type.empty())
        return Node{Object{{"$ref", text("#/components/schemas/" + name_of_type_.at(shape.type))}}};
    return definition(shape);
}

Node Schemas::definition(const Shape& shape) const {
    Object made;
    if (const std::string_view type = json_type(shape.kind); !type.empty()) made.push_back({"type", text(type)});
    switch (shape.kind) {
    case Shape::Kind::integer:
        made.push_back({"minimum", Node{static_cast<std::int64_t>(shape.min)}});
        made.push_back({"maximum", Node{static_cast<std::int64_t>(shape.max)}});
        break;
    case Shape::Kind::date:
        made.push_back({"format", text("date")});
        break;
    case Shape::Kind::instant:
        made.push_back({"format", text("date-time")});
        break;
    case Shape::Kind::choice: {
        Node::List names;
        for (const std::string_view name : shape.choices()) names.push_back(text(name));
        made.push_back({"enum", Node{std::move(names)}});
        break;
    }
    case Shape::Kind::list:
        made.push_back({"items", of(shape.item())});
        break;
    case Shape::Kind::map:
        made.push_back({"additionalProperties", of(shape.item())});
        break;
    case Shape::Kind::object: {
        Object properties;
        Node::List required;
        // An answer always says its lists and maps, empty ones too; a body may leave them out.
        const bool only_answered = !asked_.contains(shape.type);
        for (const ShapeMember& member : shape.members()) {
            properties.push_back({std::string{member.name}, of(member.shape())});
            if (member.required || (only_answered && !member.shape().nullable)) required.push_back(text(member.name));
        }
        made.push_back({"properties", Node{std::move(properties)}});
        if (!required.empty()) made.push_back({"required", Node{std::move(required)}});
        made.push_back({"additionalProperties", Node{false}});
        break;
    }
    default:
        break;
    }
    return Node{std::move(made)};
}

Node Schemas::components() const {
    Object made;
    for (const auto& [name, shape] : by_name_) made.push_back({name, definition(*shape)});
    return Node{std::move(made)};
}

} // namespace kunna::http
