// Texts, reals and trees as JSON.
#include "base/json_write.hpp"

#include <cmath>
#include <stdexcept>

namespace kunna::json {

namespace {

constexpr std::array<bool, 256> escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    table['"'] = true;
    table['\\'] = true;
    return table;
}();

void write_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += digits[static_cast<unsigned char>(c) >> 4U];
        out += digits[static_cast<unsigned char>(c) & 15U];
    }
}

} // namespace

void write_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!escaped[static_cast<unsigned char>(text[at])]) continue;
        out.append(text, from, at - from);
        write_escaped(out, text[at]);
        from = at + 1;
    }
    out.append(text, from);
    out += '"';
}

void write_real(std::string& out, double value) {
    if (!std::isfinite(value)) throw std::domain_error{"a number that JSON cannot hold"};
    char digits[40];
    if (value == 0) value = 0; // minus zero is nothing a person has meant
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, end.ptr);
}

void write_node(std::string& out, const Node& node) {
    struct Visit {
        std::string& out;
        void operator()(std::monostate) const { out += "null"; }
        void operator()(bool value) const { write(out, value); }
        void operator()(std::int64_t value) const { write(out, value); }
        void operator()(std::uint64_t value) const { write(out, value); }
        void operator()(double value) const { write_real(out, value); }
        void operator()(const std::string& value) const { write_text(out, value); }
        void operator()(const Node::List& list) const { detail::write_list(out, list); }
        void operator()(const Node::Object& object) const {
            out += '{';
            for (std::size_t i = 0; i < object.size(); ++i) {
                if (i > 0) out += ',';
                write_text(out, object[i].key);
                out += ':';
                write_node(out, object[i].value);
            }
            out += '}';
        }
    };
    std::visit(Visit{out}, node.held);
}

} // namespace kunna::json
