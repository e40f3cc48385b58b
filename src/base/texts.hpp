// Texts for people, Swedish and English, from texts/*.json (embedded at build by tools/embed_texts.py).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace kunna::texts {

using Values = std::span<const std::pair<std::string, std::string>>;

// The text of a code with {name} replaced by its value; a name without a value stays as it is.
// An unknown code answers with itself, so that nothing is ever blank.
std::string say(std::string_view language, std::string_view code, Values values = {});
bool known(std::string_view code);
// "sv" or "en" from an Accept-Language header (RFC 9110 weights); fallback when it names neither.
std::string_view choose(std::string_view accept_language, std::string_view fallback);

// One row of the embedded table, sorted by code.
struct Text {
    std::string_view code;
    std::string_view sv;
    std::string_view en;
};
std::span<const Text> all();

} // namespace kunna::texts
