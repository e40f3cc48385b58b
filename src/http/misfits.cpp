// Whether JSON fits the shape it was promised in.
#include "http/shape.hpp"

namespace kunna::http {

namespace {

using json::Node;

struct Checker {
    std::vector<std::string> wrong{};

    void say(const std::string& where, std::string_view what) {
        if (wrong.size() < 20) wrong.push_back((where.empty() ? "the whole" : where) + ": " + std::string{what});
    }

    void check(const Shape& shape, const Node& node, const std::string& where) {
        using K = Shape::Kind;
        if (shape.nullable) {
            if (!node.is_null()) check(shape.item(), node, where);
            return;
        }
        switch (shape.kind) {
        case K::nothing:
            say(where, "nothing was promised");
            return;
        case K::any:
            return;
        case K::boolean:
            if (!std::holds_alternative<bool>(node.held)) say(where, "is no boolean");
            return;
        case K::integer:
            if (!std::holds_alternative<std::int64_t>(node.held) && !std::holds_alternative<std::uint64_t>(node.held)) {
                say(where, "is no whole number");
            }
            return;
        case K::number:
            if (!std::holds_alternative<std::int64_t>(node.held) && !std::holds_alternative<std::uint64_t>(node.held) &&
                !std::holds_alternative<double>(node.held)) {
                say(where, "is no number");
            }
            return;
        case K::text:
            if (node.text() == nullptr) say(where, "is no text");
            return;
        case K::date:
            if (node.text() == nullptr || !Date::parse(*node.text())) say(where, "is no day");
            return;
        case K::instant:
            if (node.text() == nullptr || !Instant::parse(*node.text())) say(where, "is no moment");
            return;
        case K::choice:
            return check_choice(shape, node, where);
        case K::list:
            return check_list(shape, node, where);
        case K::map:
            return check_map(shape, node, where);
        case K::object:
            return check_object(shape, node, where);
        }
    }

    void check_choice(const Shape& shape, const Node& node, const std::string& where) {
        const auto choices = shape.choices();
        if (node.text() == nullptr || std::find(choices.begin(), choices.end(), *node.text()) == choices.end()) {
            say(where, "is none of the choices");
        }
    }

    void check_list(const Shape& shape, const Node& node, const std::string& where) {
        const Node::List* list = node.list();
        if (list == nullptr) return say(where, "is no list");
        for (std::size_t i = 0; i < list->size(); ++i) check(shape.item(), (*list)[i], where + '/' + std::to_string(i));
    }

    void check_map(const Shape& shape, const Node& node, const std::string& where) {
        const Node::Object* object = node.object();
        if (object == nullptr) return say(where, "is no object");
        for (const json::Member& member : *object) check(shape.item(), member.value, where + '/' + member.key);
    }

    void check_object(const Shape& shape, const Node& node, const std::string& where) {
        const Node::Object* object = node.object();
        if (object == nullptr) return say(where, "is no object");
        const auto members = shape.members();
        for (const ShapeMember& promised : members) {
            const Node* value = node.find(promised.name);
            const std::string here = where + '/' + std::string{promised.name};
            if (value != nullptr) {
                check(promised.shape(), *value, here);
            } else if (promised.required) {
                say(here, "is missing");
            }
        }
        for (const json::Member& member : *object) {
            const bool known =
                std::any_of(members.begin(), members.end(), [&](const ShapeMember& m) { return m.name == member.key; });
            if (!known) say(where + '/' + member.key, "was not promised");
        }
    }
};

} // namespace

std::vector<std::string> misfits(const Shape& shape, const Node& node) {
    Checker checker;
    checker.check(shape, node, "");
    return std::move(checker.wrong);
}

} // namespace kunna::http
