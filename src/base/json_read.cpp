// Reading JSON's own kinds of value, and the errors that name the place.
#include "base/json_read.hpp"

#include <cmath>

namespace kunna::json {

std::string Place::pointer() const {
    if (above == nullptr) return "";
    std::string text = above->pointer();
    text += '/';
    text += key.data() == nullptr ? std::to_string(index) : escape_pointer(key);
    return text;
}

void Problems::add(const Place& place, std::string_view code, std::vector<std::pair<std::string, std::string>> values) {
    if (list.size() < max_problems) list.push_back({place.pointer(), std::string{code}, std::move(values)});
}

Error Problems::error() && {
    return Error{Kind::invalid, "input.invalid", std::move(list), {}};
}

void read_object(const Node& node, void* object, const std::vector<Field>& fields, const Place& place,
                 Problems& problems) {
    const Node::Object* members = as_object(node, place, problems);
    if (members == nullptr) return;
    std::vector<bool> seen(fields.size());
    for (std::size_t i = 0; i < members->size(); ++i) {
        const Member& member = (*members)[i];
        // Clients mostly send members in the order of the struct: look there first.
        std::size_t at = i < fields.size() && fields[i].name == member.key ? i : 0;
        while (at < fields.size() && fields[at].name != member.key) ++at;
        const Place here = place.member(member.key);
        if (at == fields.size()) {
            problems.add(here, "input.unknown_member");
            continue;
        }
        seen[at] = true;
        fields[at].read(member.value, fields[at].address(object), here, problems);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!seen[i] && fields[i].required) problems.add(place.member(fields[i].name), "input.missing");
    }
}

void read_integer(const Node& node, std::int64_t min, std::int64_t max, std::int64_t& into, const Place& place,
                  Problems& problems) {
    std::int64_t value = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&node.held)) {
        value = *integer;
    } else if (const auto* real = std::get_if<double>(&node.held);
               real != nullptr && std::trunc(*real) == *real && std::abs(*real) <= 9007199254740992.0) {
        value = static_cast<std::int64_t>(*real); // 3.0 is an integer to JSON Schema
    } else if (std::holds_alternative<std::uint64_t>(node.held) || std::holds_alternative<double>(node.held)) {
        problems.add(place, "input.not_a_whole_number", {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
        return;
    } else {
        problems.add(place, "input.not_a_number");
        return;
    }
    if (value < min || value > max) {
        problems.add(place, "input.out_of_range", {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
        return;
    }
    into = value;
}

void read_unsigned(const Node& node, std::uint64_t max, std::uint64_t& into, const Place& place, Problems& problems) {
    if (const auto* big = std::get_if<std::uint64_t>(&node.held); big != nullptr && *big <= max) {
        into = *big;
        return;
    }
    constexpr auto top = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::int64_t value = 0;
    const std::size_t before = problems.list.size();
    read_integer(node, 0, static_cast<std::int64_t>(std::min(max, top)), value, place, problems);
    if (problems.list.size() == before) into = static_cast<std::uint64_t>(value);
}

void read_real(const Node& node, double& into, const Place& place, Problems& problems) {
    if (const auto* real = std::get_if<double>(&node.held)) {
        if (!std::isfinite(*real)) return problems.add(place, "input.not_a_number");
        into = *real;
    } else if (const auto* integer = std::get_if<std::int64_t>(&node.held)) {
        into = static_cast<double>(*integer);
    } else if (const auto* natural = std::get_if<std::uint64_t>(&node.held)) {
        into = static_cast<double>(*natural);
    } else {
        problems.add(place, "input.not_a_number");
    }
}

void read_bool(const Node& node, bool& into, const Place& place, Problems& problems) {
    if (const auto* value = std::get_if<bool>(&node.held)) {
        into = *value;
    } else {
        problems.add(place, "input.not_true_or_false");
    }
}

void read_text(const Node& node, std::string& into, const Place& place, Problems& problems) {
    const std::string* text = node.text();
    if (text == nullptr) return problems.add(place, "input.not_a_text");
    // PostgreSQL cannot store it, and no person's text holds it.
    if (text->find('\0') != std::string::npos) return problems.add(place, "input.nul_character");
    into = *text;
}

void read_id(const Node& node, std::int64_t& into, const Place& place, Problems& problems) {
    const auto* value = std::get_if<std::int64_t>(&node.held);
    if (value == nullptr || *value <= 0) return problems.add(place, "input.not_an_id");
    into = *value;
}

void read_date(const Node& node, Date& into, const Place& place, Problems& problems) {
    const std::string* text = node.text();
    const auto date = text == nullptr ? std::nullopt : Date::parse(*text);
    if (!date) return problems.add(place, "input.not_a_date");
    into = *date;
}

void read_instant(const Node& node, Instant& into, const Place& place, Problems& problems) {
    const std::string* text = node.text();
    const auto instant = text == nullptr ? std::nullopt : Instant::parse(*text);
    if (!instant) return problems.add(place, "input.not_a_time");
    into = *instant;
}

const Node::List* as_list(const Node& node, const Place& place, Problems& problems) {
    const Node::List* list = node.list();
    if (list == nullptr) problems.add(place, "input.not_a_list");
    return list;
}

const Node::Object* as_object(const Node& node, const Place& place, Problems& problems) {
    const Node::Object* object = node.object();
    if (object == nullptr) problems.add(place, "input.not_an_object");
    return object;
}

void not_one_of(const std::vector<std::string_view>& choices, const Place& place, Problems& problems) {
    std::string list;
    for (const std::string_view choice : choices) {
        if (!list.empty()) list += ", ";
        list += choice;
    }
    problems.add(place, "input.not_one_of", {{"choices", std::move(list)}});
}

} // namespace kunna::json
