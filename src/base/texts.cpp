// Finding a text and filling in its values.
#include "base/texts.hpp"

#include <algorithm>
#include <charconv>

namespace kunna::texts {

namespace {

const Text* find(std::string_view code) {
    const auto table = all();
    const auto found = std::lower_bound(table.begin(), table.end(), code,
                                        [](const Text& text, std::string_view wanted) { return text.code < wanted; });
    return found == table.end() || found->code != code ? nullptr : &*found;
}

} // namespace

bool known(std::string_view code) {
    return find(code) != nullptr;
}

std::string say(std::string_view language, std::string_view code, Values values) {
    const Text* text = find(code);
    if (text == nullptr) return std::string{code};
    std::string_view rest = language == "en" ? text->en : text->sv;
    std::string said;
    while (!rest.empty()) {
        const std::size_t open = std::min(rest.find('{'), rest.size());
        said += rest.substr(0, open);
        rest.remove_prefix(open);
        if (rest.empty()) break;
        const std::size_t close = rest.find('}');
        const std::string_view name = close == std::string_view::npos ? std::string_view{} : rest.substr(1, close - 1);
        const auto value =
            std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == name; });
        if (value == values.end()) {
            said += '{';
            rest.remove_prefix(1);
        } else {
            said += value->second;
            rest.remove_prefix(close + 1);
        }
    }
    return said;
}

std::string_view choose(std::string_view accept_language, std::string_view fallback) {
    std::string_view best = fallback;
    double weight = 0;
    while (!accept_language.empty()) {
        const std::size_t end = std::min(accept_language.find(','), accept_language.size());
        std::string_view entry = accept_language.substr(0, end);
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        while (!entry.empty() && entry.front() == ' ') entry.remove_prefix(1);
        double q = 1;
        if (const std::size_t at = entry.find("q="); at != std::string_view::npos) {
            if (std::from_chars(entry.data() + at + 2, entry.data() + entry.size(), q).ec != std::errc{}) q = 0;
        }
        const std::string_view tag = entry.substr(0, 2);
        if (q <= weight) continue;
        if (tag == "sv" || tag == "en") {
            best = tag == "sv" ? "sv" : "en";
            weight = q;
        }
    }
    return best;
}

} // namespace kunna::texts
