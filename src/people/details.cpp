// Details: the rules for a person's own row.
#include "people/details.hpp"

#include "base/text.hpp"
#include "people/person.hpp"

#include <algorithm>

namespace kunna::people {

namespace {

constexpr int earliest_birth = 1900;
constexpr int youngest = 13; // years: nobody younger may be given work

// A line break in a name would break lists and files; other writing of any kind is welcome.
bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

} // namespace

std::string full_name(std::string_view given, std::string_view family) {
    std::string name{given};
    if (!given.empty() && !family.empty()) name += ' ';
    name += family;
    return name;
}

Details tidied(Details d) {
    d.number = text::trim(d.number);
    d.given = text::squeeze(d.given);
    d.family = text::squeeze(d.family);
    if (d.email) d.email = std::string{text::trim(*d.email)};
    if (d.email && d.email->empty()) d.email.reset();
    if (d.birth_year == 0) d.birth_year.reset();
    return d;
}

std::vector<FieldError> wrong_with(const Details& d, Date today) {
    std::vector<FieldError> wrong;
    const auto check_text = [&](std::string_view field, std::string_view text, std::size_t limit) {
        if (text.size() > limit)
            wrong.push_back({std::string{field}, "people.too_long", {{"limit", std::to_string(limit)}}});
        else if (!text::valid_utf8(text) || has_control(text))
            wrong.push_back({std::string{field}, "people.control_character"});
    };
    if (d.number.empty()) wrong.push_back({"number", "person.number_missing"});
    check_text("number", d.number, 64);
    if (d.given.empty() && d.family.empty()) wrong.push_back({"given", "person.name_missing"});
    check_text("given", d.given, 200);
    check_text("family", d.family, 200);
    if (d.email && !text::looks_like_email(*d.email))
        wrong.push_back({"email", "person.email_invalid", {{"value", *d.email}}});
    if (d.left && *d.left < d.hired) wrong.push_back({"left", "person.left_before_hired", {{"day", d.hired.iso()}}});
    const int latest = static_cast<int>(today.civil().year()) - youngest;
    if (d.birth_year && (*d.birth_year < earliest_birth || *d.birth_year > latest))
        wrong.push_back({"birth_year",
                         "person.birth_year_outside",
                         {{"earliest", std::to_string(earliest_birth)}, {"latest", std::to_string(latest)}}});
    return wrong;
}

bool possible_fte(double fte) {
    return fte >= 0 && fte <= 2;
}

} // namespace kunna::people
