// Lexicon: finds things by the words people use for them, whatever the case and spacing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kunna::skills {

class Lexicon {
public:
    // A key outdoes a name, a name outdoes an alternative name, and what is retired comes last.
    enum class Rank : std::uint8_t { key, name, alternative, retired };

    struct Found {
        std::vector<std::uint32_t> things{}; // none, one, or several that share the word
        [[nodiscard]] bool one() const { return things.size() == 1; }
    };

    void add(std::string_view word, Rank rank, std::uint32_t thing);
    // The answer lives until the next add.
    const Found& find(std::string_view written);

private:
    struct Entry {
        Rank rank = Rank::retired;
        Found found{};
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> words_;
    // As written → what was found, so that a file of millions of rows folds each spelling once.
    std::unordered_map<std::string, const Found*, Hash, std::equal_to<>> seen_;
};

} // namespace kunna::skills
