// Names of invented people: generic given names and family names as they are met in Sweden. From which list
// the given name comes is decided by the shares of women and men in the company.
#pragma once

#include "demo/random.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace kunna::demo {

// Positions in the lists; 0 is nobody. Small, so that a million people fit in memory.
struct Name {
    std::uint16_t given = 0;
    std::uint16_t second_given = 0; // 0: none; joined with a hyphen: Anna-Karin
    std::uint16_t family = 0;
    std::uint16_t second_family = 0; // 0: none; joined with a space: Lind Berg
    std::uint16_t email_number = 0;  // 0 or 1: none; 2 for the second of that name, and so on

    [[nodiscard]] bool of_a_woman() const;
    [[nodiscard]] std::string given_text() const;
    [[nodiscard]] std::string family_text() const;
    // given.family[number]@lindvaken.example, ASCII
    [[nodiscard]] std::string email() const;
};

// How many of 100,000 given names come from the list of women's names.
Name draw_name(Random& random, std::uint32_t women);

// The name of a persona; both parts must be in the lists.
Name fixed_name(std::string_view given, std::string_view family);

// Numbers the e-mail addresses so that no two are equal.
class Emails {
public:
    void number(Name& name);

private:
    std::unordered_map<std::string, std::uint16_t> taken_;
};

// "Åsa Öberg" as "asa.oberg", "von Almkvist" as "von-almkvist".
std::string fold_ascii(std::string_view text);

} // namespace kunna::demo
