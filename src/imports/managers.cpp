// Managers by e-mail and by name.
#include "imports/managers.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kunna::imports {

namespace {

// The words of a name, whatever their order: which of two words is the family name is often anybody's guess.
std::string words_of(std::string_view name) {
    std::string folded = text::fold(name);
    std::replace(folded.begin(), folded.end(), ',', ' ');
    std::vector<std::string_view> words;
    for (const std::string_view word : text::split(folded, ' '))
        if (!word.empty()) words.push_back(word);
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string_view word : words) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

} // namespace

void ManagerFinder::add(std::string_view number, std::string_view given, std::string_view family,
                        std::string_view email) {
    const auto place = static_cast<std::uint32_t>(numbers_.size());
    if (!number_.emplace(std::string{number}, place).second) return;
    numbers_.emplace_back(number);
    if (!email.empty()) emails_.emplace(text::fold(email), place);
    names_[words_of(std::string{given} + ' ' + std::string{family})].push_back(place);
}

const std::string* ManagerFinder::by_email(std::string_view email) const {
    const auto found = emails_.find(text::fold(email));
    return found == emails_.end() ? nullptr : &numbers_[found->second];
}

std::vector<std::string> ManagerFinder::by_name(std::string_view written) const {
    if (knows(text::trim(written))) return {std::string{text::trim(written)}};
    if (const std::string* number = by_email(text::trim(written))) return {*number};
    // A number in parentheses at the end settles it.
    if (written.ends_with(')')) {
        const std::size_t open = written.rfind('(');
        if (open != std::string_view::npos) {
            const std::string number{text::trim(written.substr(open + 1, written.size() - open - 2))};
            if (knows(number)) return {number};
            written = text::trim(written.substr(0, open));
        }
    }
    std::vector<std::string> numbers;
    const auto found = names_.find(words_of(written));
    if (found != names_.end())
        for (const std::uint32_t place : found->second) numbers.push_back(numbers_[place]);
    return numbers;
}

bool ManagerFinder::knows(std::string_view number) const {
    return number_.contains(std::string{number});
}

} // namespace kunna::imports
