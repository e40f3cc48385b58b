// Lexicon: words folded once, spellings remembered.
#include "skills/lexicon.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kunna::skills {

namespace {
constexpr std::size_t most_spellings = 100'000; // a file of nothing but different words must not fill the memory
const Lexicon::Found nothing{};
} // namespace

void Lexicon::add(std::string_view word, Rank rank, std::uint32_t thing) {
    std::string folded = text::fold(word);
    if (folded.empty()) return;
    seen_.clear();
    const auto [at, fresh] = words_.try_emplace(std::move(folded));
    Entry& entry = at->second;
    if (!fresh && entry.rank < rank) return;
    if (entry.rank > rank) entry = Entry{rank, {}};
    entry.rank = rank;
    auto& things = entry.found.things;
    if (std::find(things.begin(), things.end(), thing) == things.end()) things.push_back(thing);
}

const Lexicon::Found& Lexicon::find(std::string_view written) {
    if (const auto at = seen_.find(written); at != seen_.end()) return *at->second;
    const auto at = words_.find(text::fold(written));
    const Found& found = at == words_.end() ? nothing : at->second.found;
    if (seen_.size() < most_spellings) seen_.emplace(written, &found);
    return found;
}

} // namespace kunna::skills
