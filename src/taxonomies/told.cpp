// Told.
#include "taxonomies/told.hpp"

#include "base/texts.hpp"

namespace kunna::taxonomies {

namespace {

std::string_view code_of(matching::Reason reason) {
    switch (reason) {
    case matching::Reason::same:
        return "match.same";
    case matching::Reason::words:
        return "match.words";
    case matching::Reason::meaning:
        return "match.meaning";
    case matching::Reason::letters:
        return "match.letters";
    case matching::Reason::title:
        return "match.title";
    case matching::Reason::field:
        return "match.field";
    case matching::Reason::needed:
        return "match.needed";
    case matching::Reason::mapped:
        return "match.mapped";
    }
    return "match.letters";
}

} // namespace

std::string told(const matching::Match& match, std::string_view language, std::string_view other_name) {
    using Values = std::vector<std::pair<std::string, std::string>>;
    const bool by_name = match.reason == matching::Reason::same || match.reason == matching::Reason::words;
    if (by_name && !other_name.empty())
        return texts::say(language, "match.other_name", Values{{"name", std::string{other_name}}});
    return texts::say(language, code_of(match.reason),
                      Values{{"title", match.known}, {"occupation", match.known}, {"name", match.known}});
}

} // namespace kunna::taxonomies
