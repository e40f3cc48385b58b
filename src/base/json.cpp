// JSON as it comes in, by Boost.JSON's incremental parser.
#include "base/json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>

namespace kunna::json {

const Node* Node::find(std::string_view key) const {
    const Object* members = object();
    if (members == nullptr) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(), [&](const Member& m) { return m.key == key; });
    return found == members->end() ? nullptr : &found->value;
}

std::string escape_pointer(std::string_view key) {
    std::string out;
    out.reserve(key.size());
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

namespace {

using boost::json::error_code;
using boost::json::string_view;

// Receives the parser's events and builds the tree.
struct Builder {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    struct Open {
        Node node;
        std::string key; // of the member being read
    };

    std::vector<Open> open;
    std::string piece; // of a string or key that came in parts
    Node root;
    std::string duplicate; // pointer of a key that came twice

    void put(Node node) {
        if (open.empty()) {
            root = std::move(node);
            return;
        }
        Open& top = open.back();
        if (auto* list = std::get_if<Node::List>(&top.node.held)) {
            list->push_back(std::move(node));
        } else {
            std::get<Node::Object>(top.node.held).push_back({std::move(top.key), std::move(node)});
            top.key.clear();
        }
    }

    [[nodiscard]] std::string pointer_to(std::string_view key) const {
        std::string pointer;
        for (std::size_t i = 0; i + 1 < open.size(); ++i) {
            if (const auto* list = open[i].node.list()) {
                pointer += '/' + std::to_string(list->size());
            } else {
                pointer += '/' + escape_pointer(open[i].key);
            }
        }
        return pointer + '/' + escape_pointer(key);
    }

    [[nodiscard]] std::string_view repeated_key() const {
        const auto& members = *open.back().node.object();
        std::vector<std::string_view> keys;
        keys.reserve(members.size());
        for (const Member& member : members) keys.push_back(member.key);
        std::sort(keys.begin(), keys.end());
        const auto twin = std::adjacent_find(keys.begin(), keys.end());
        return twin == keys.end() ? std::string_view{} : *twin;
    }

    [[nodiscard]] bool has_repeated_key() const {
        const auto& members = *open.back().node.object();
        if (members.size() < 2) return false;
        if (members.size() > 12) return repeated_key().data() != nullptr;
        for (std::size_t i = 1; i < members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (members[i].key == members[j].key) return true;
            }
        }
        return false;
    }

    bool close() {
        Node done = std::move(open.back().node);
        open.pop_back();
        put(std::move(done));
        return true;
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_array_begin(error_code&) {
        open.push_back({Node{Node::List{}}, {}});
        return true;
    }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_object_begin(error_code&) {
        open.push_back({Node{Node::Object{}}, {}});
        return true;
    }
    bool on_object_end(std::size_t, error_code& ec) {
        if (has_repeated_key()) {
            duplicate = pointer_to(repeated_key());
            ec = boost::json::error::syntax;
            return false;
        }
        return close();
    }
    bool on_string_part(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_string(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        put(Node{std::move(piece)});
        piece.clear();
        return true;
    }
    bool on_key_part(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_key(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        open.back().key = std::move(piece);
        piece.clear();
        return true;
    }
    bool on_number_part(string_view part, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t value, string_view, error_code&) {
        piece.clear();
        put(Node{value});
        return true;
    }
    bool on_uint64(std::uint64_t value, string_view, error_code&) {
        piece.clear();
        put(Node{value});
        return true;
    }
    bool on_double(double value, string_view part, error_code&) {
        // Boost's own value may be off in the last bit; the same text shall always be the same number.
        piece.append(part.data(), part.size());
        double exact = 0;
        if (std::from_chars(piece.data(), piece.data() + piece.size(), exact).ec == std::errc{}) value = exact;
        piece.clear();
        put(Node{value});
        return true;
    }
    bool on_bool(bool value, error_code&) {
        put(Node{value});
        return true;
    }
    bool on_null(error_code&) {
        put(Node{});
        return true;
    }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

Error malformed(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    const std::string_view before = text.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? at + 1 : at - start;
    Error error = refuse(Kind::invalid, "json.malformed");
    error.values = {{"line", std::to_string(line)}, {"column", std::to_string(column)}};
    return error;
}

} // namespace

Result<Node> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = max_depth;
    boost::json::basic_parser<Builder> parser{options};
    error_code ec;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
    Builder& built = parser.handler();
    if (!built.duplicate.empty()) {
        Error error = refuse(Kind::invalid, "json.duplicate_key");
        error.fields.push_back({built.duplicate, "json.duplicate_key", {}});
        return error;
    }
    if (ec == boost::json::error::too_deep) {
        Error error = refuse(Kind::invalid, "json.too_deep");
        error.values = {{"depth", std::to_string(max_depth)}};
        return error;
    }
    if (!ec && used < text.size()) ec = boost::json::error::extra_data;
    if (ec) return malformed(text, used);
    return std::move(built.root);
}

} // namespace kunna::json
