// Guessing a mapping from headings, and judging one.
#include "imports/mapping.hpp"

#include "base/text.hpp"
#include "db/value.hpp"
#include "tabular/values.hpp"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kunna::imports {

namespace {

// Folded, everything but letters and digits one space: "Anst.nr" → "anst nr", "EMPLOYEE_ID" → "employee id".
std::string plain(std::string_view heading) {
    const std::string folded = text::fold(heading);
    std::string out;
    bool gap = false;
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(folded.size());) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(folded.data()), at, static_cast<std::int32_t>(folded.size()), c);
        if (c >= 0 && u_isalnum(c)) {
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out.append(folded, static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        } else {
            gap = true;
        }
    }
    return out;
}

bool any_of_samples(const SeenColumn& column, bool (*is)(std::string_view)) {
    return std::any_of(column.samples.begin(), column.samples.end(), [&](const std::string& s) { return is(s); });
}
bool most_samples(const SeenColumn& column, bool (*is)(std::string_view)) {
    const auto filled = std::count_if(column.samples.begin(), column.samples.end(),
                                      [](const std::string& s) { return !text::trim(s).empty(); });
    const auto fit =
        std::count_if(column.samples.begin(), column.samples.end(), [&](const std::string& s) { return is(s); });
    return filled > 0 && fit * 2 > filled;
}

bool has_digit(std::string_view sample) {
    return std::any_of(sample.begin(), sample.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_code(std::string_view sample) {
    const std::string_view inner = text::trim(sample);
    return !inner.empty() && has_digit(inner) && inner.find(' ') == std::string_view::npos;
}
bool is_email(std::string_view sample) {
    return text::looks_like_email(text::trim(sample));
}
// Five digits alone would be a day of Excel's, but are oftener an employee number.
bool is_day(std::string_view sample) {
    return sample.find_first_not_of("0123456789") != std::string_view::npos &&
           tabular::date(sample, tabular::DateOrder::day_first).ok();
}
bool is_path(std::string_view sample) {
    return sample.find('>') != std::string_view::npos || sample.find(" / ") != std::string_view::npos ||
           sample.find('\\') != std::string_view::npos;
}

// What the samples make of a field guessed from its heading: a column "Chef" may hold numbers, addresses or names.
std::string_view by_samples(ImportKind kind, std::string_view field, const SeenColumn& column) {
    if (kind == ImportKind::people) {
        if (field == "manager_name" || field == "manager" || field == "manager_email") {
            if (most_samples(column, is_email)) return "manager_email";
            if (most_samples(column, is_code)) return "manager";
            if (field == "manager" &&
                most_samples(column, [](std::string_view s) { return !text::trim(s).empty() && !has_digit(s); }))
                return "manager_name";
            return field;
        }
        if (field == "unit_name" && any_of_samples(column, is_path)) return "unit_path";
        // "Anställd" heads who is employed, by name or number, or since when.
        if (field == "name" && most_samples(column, is_day)) return "hired";
        if (field == "name" && most_samples(column, is_code)) return "number";
        return field;
    }
    if (kind == ImportKind::assessments && field == "number" && most_samples(column, is_email)) return "email";
    return field;
}

struct Guess {
    std::size_t column;
    std::string_view field;
    int score;
};

// 3: the field's own name or key; 2: a known heading; 1: a known heading within a longer one; 0: no.
int score(ImportKind kind, const Field& field, const std::string& heading) {
    if (heading == plain(field.key) || heading == plain(field_name(kind, field.key, "sv")) ||
        heading == plain(field_name(kind, field.key, "en")))
        return 3;
    int best = 0;
    for (const std::string_view known : text::split(field.headings, '\n')) {
        if (heading == known) return 2;
        // "Anställningsnummer (HR+)", but not "id" or "nr" inside anything.
        if (known.size() >= 5 && heading.size() > known.size() &&
            (heading.starts_with(std::string{known} + ' ') || heading.ends_with(' ' + std::string{known})))
            best = 1;
    }
    return best;
}

Error unmapped(std::string code, std::string_view field) {
    return refuse_field("/columns/" + std::string{field}, std::move(code));
}

} // namespace

Mapping suggest(ImportKind kind, std::span<const SeenColumn> columns) {
    std::vector<Guess> guesses;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::string heading = plain(columns[c].name);
        for (const Field& field : fields(kind))
            if (const int s = score(kind, field, heading); s > 0) guesses.push_back({c, field.key, s});
    }
    std::stable_sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.score > b.score; });
    Mapping mapping;
    std::vector<bool> used(columns.size(), false);
    for (const Guess& guess : guesses) {
        if (used[guess.column]) continue;
        const std::string field{by_samples(kind, guess.field, columns[guess.column])};
        if (mapping.columns.contains(field)) continue;
        mapping.columns.emplace(field, columns[guess.column].name);
        used[guess.column] = true;
    }
    return mapping;
}

Result<void> check_mapping(ImportKind kind, const Mapping& mapping, std::span<const SeenColumn> columns) {
    for (const auto& [field, column] : mapping.columns) {
        if (find_field(kind, field) == nullptr)
            return refuse_field("/columns/" + field, "import.unknown_field", {{"field", field}});
        if (std::none_of(columns.begin(), columns.end(),
                         [&wanted = column](const SeenColumn& c) { return c.name == wanted; }))
            return refuse_field("/columns/" + field, "import.column_gone", {{"column", column}});
    }
    const auto has = [&](const char* field) { return mapping.columns.contains(field); };
    for (const Field& field : fields(kind))
        if (field.required && !mapping.columns.contains(std::string{field.key}))
            return unmapped("import." + std::string{field.key} + "_needed", field.key);
    if (kind == ImportKind::roles && !has("role_key") && !has("role_sv") && !has("role_en"))
        return unmapped("import.role_needed", "role_sv");
    if (kind == ImportKind::activities && !has("key") && !has("name_sv") && !has("name_en"))
        return unmapped("import.activity_needed", "name_sv");
    const bool about_skills = kind == ImportKind::roles || kind == ImportKind::assessments;
    if (about_skills && !has("skill_key") && !has("skill")) return unmapped("import.skill_needed", "skill");
    if (kind == ImportKind::assessments) {
        if (!has("number") && !has("email")) return unmapped("import.person_needed", "number");
        if (!has("source") && !mapping.options.source) return unmapped("import.source_needed", "source");
        if (!has("day") && !mapping.options.day) return unmapped("import.day_needed", "day");
    }
    return {};
}

} // namespace kunna::imports
