// Reading a people file: names split or joined, managers by number, e-mail or name.
#include "imports/people_file.hpp"

#include "base/text.hpp"
#include "imports/managers.hpp"

#include <array>

namespace kunna::imports {

namespace {

constexpr std::size_t most_candidates = 8; // named in one message

bool is_particle(std::string_view word) {
    constexpr std::array particles{"von", "van", "af", "av",  "de", "der", "den", "la",
                                   "le",  "di",  "da", "dos", "zu", "el",  "al",  "ben"};
    const std::string folded = text::fold(word);
    return std::find(particles.begin(), particles.end(), folded) != particles.end();
}

// "Svensson Anna Maria", said to be family name first: the particles and one word.
tabular::PersonName family_first(std::string_view cell) {
    const std::string name = text::squeeze(cell);
    std::size_t cut = 0;
    while (cut < name.size()) {
        const std::size_t end = std::min(name.find(' ', cut), name.size());
        const bool particle = is_particle(std::string_view{name}.substr(cut, end - cut));
        cut = end == name.size() ? end : end + 1;
        if (!particle) break;
    }
    return {std::string{text::trim(name.substr(cut))}, std::string{text::trim(name.substr(0, cut))}};
}

std::vector<std::string> several(std::string_view cell, std::string_view separators) {
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(separators), cell.size());
        std::string part = text::squeeze(cell.substr(0, end));
        if (!part.empty()) parts.push_back(std::move(part));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return parts;
}

// "Bolaget > Produktion > Linje 2", or with / or \ between.
std::vector<std::string> path(std::string_view cell) {
    for (const std::string_view separator : {">", "\\", "/"})
        if (cell.find(separator) != std::string_view::npos) return several(cell, separator);
    return several(cell, ">");
}

// A manager named otherwise than by number, to be found once all rows are read.
struct Named {
    std::size_t record;
    std::int64_t row;
    bool email;
    std::string written;
};

using people::Gender;
// As systems write it, folded.
std::optional<Gender> gender_of(std::string_view word) {
    constexpr auto among = [](std::string_view one, auto... words) { return ((one == words) || ...); };
    if (among(word, "", "-", "okänt", "ej angivet", "unknown", "not stated", "unstated")) return Gender::unstated;
    if (among(word, "kvinna", "k", "woman", "female", "f", "w")) return Gender::woman;
    if (among(word, "man", "m", "male")) return Gender::man;
    if (among(word, "annat", "other", "x", "ickebinär", "icke-binär", "non-binary")) return Gender::other;
    return std::nullopt;
}

class Reading {
public:
    Reading(Lines& lines, Problems& problems) :
        lines_(lines), problems_(problems), number_(lines.field("number")), given_(lines.field("given")),
        family_(lines.field("family")), name_(lines.field("name")), email_(lines.field("email")),
        unit_code_(lines.field("unit_code")), unit_name_(lines.field("unit_name")),
        unit_path_(lines.field("unit_path")), unit_place_(lines.field("unit_place")), title_(lines.field("title")),
        roles_(lines.field("roles")), manager_(lines.field("manager")), manager_email_(lines.field("manager_email")),
        manager_name_(lines.field("manager_name")), fte_(lines.field("fte")), hired_(lines.field("hired")),
        left_(lines.field("left")), birth_year_(lines.field("birth_year")), gender_(lines.field("gender")) {}

    void row(PeopleFile& file) {
        people::PersonRecord record;
        record.row = lines_.row();
        if (lines_.cell(number_).empty()) {
            lines_.wrong(number_, "import.number_missing");
            return;
        }
        auto number = lines_.employee_number(number_);
        if (!number) return;
        record.number = std::move(*number);
        names(record);
        if (lines_.has(email_)) {
            const std::string_view email = lines_.cell(email_);
            if (!email.empty() && !text::looks_like_email(email))
                lines_.wrong(email_, "import.email_form");
            else
                record.email = std::string{email};
        }
        if (lines_.has(unit_code_)) record.unit_code = stated(unit_code_);
        if (lines_.has(unit_name_)) record.unit_name = stated(unit_name_);
        record.unit_path = path(lines_.cell(unit_path_));
        if (lines_.has(unit_place_)) record.unit_place = stated(unit_place_);
        if (lines_.has(title_)) record.title = text::squeeze(lines_.cell(title_));
        record.fte = lines_.fte(fte_);
        record.hired = lines_.day(hired_);
        record.left = lines_.day(left_);
        record.left_stated = lines_.has(left_);
        birth_year(record);
        gender(record);
        if (lines_.has(roles_)) {
            file.roles.push_back({record.row, record.number, several(lines_.cell(roles_), ";|\n"), {}});
        }
        manager(record, file.records.size());
        file.records.push_back(std::move(record));
    }

    void find_managers(PeopleFile& file, const KnownPeople& known) {
        if (named_.empty()) return;
        ManagerFinder finder;
        for (const auto& record : file.records)
            finder.add(record.number, record.given.value_or(""), record.family.value_or(""), record.email.value_or(""));
        for (const KnownPerson& person : known()) finder.add(person.number, person.given, person.family, person.email);
        for (const Named& named : named_) {
            auto& record = file.records[named.record];
            const auto note = [&](std::string code, std::vector<std::pair<std::string, std::string>> values = {}) {
                problems_.add({named.row, lines_.column(named.email ? manager_email_ : manager_name_), named.written,
                               std::move(code), std::move(values), false});
            };
            if (named.email) {
                if (const std::string* number = finder.by_email(named.written))
                    record.manager = *number;
                else
                    note("import.manager_email_unknown");
                continue;
            }
            const auto found = finder.by_name(named.written);
            if (found.empty())
                note("import.manager_name_unknown");
            else if (found.size() > 1)
                note("import.manager_name_ambiguous", {{"candidates", listed(found)}});
            else
                record.manager = found.front();
        }
    }

private:
    std::optional<std::string> stated(int field) const {
        const std::string_view cell = lines_.cell(field);
        if (cell.empty()) return std::nullopt;
        return text::squeeze(cell);
    }

    void names(people::PersonRecord& record) {
        if (lines_.has(given_)) record.given = text::squeeze(lines_.cell(given_));
        if (lines_.has(family_)) record.family = text::squeeze(lines_.cell(family_));
        const bool given_or_family = !record.given.value_or("").empty() || !record.family.value_or("").empty();
        if (!lines_.has(name_) || given_or_family) return;
        const std::string_view whole = lines_.cell(name_);
        if (whole.empty()) return;
        if (lines_.mapping().options.name_order == NameOrder::family_given &&
            whole.find(',') == std::string_view::npos) {
            auto name = family_first(whole);
            record.given = std::move(name.given);
            record.family = std::move(name.family);
            return;
        }
        auto name = tabular::person_name(whole);
        if (!name.ok()) {
            lines_.wrong(name_, name.error());
            return;
        }
        record.given = std::move(name->given);
        record.family = std::move(name->family);
    }

    void birth_year(people::PersonRecord& record) {
        if (!lines_.has(birth_year_)) return;
        if (lines_.cell(birth_year_).empty()) record.birth_year = 0;
        // Out of any year's range is refused with the others, as people does.
        if (const auto year = lines_.whole(birth_year_))
            record.birth_year = static_cast<std::int32_t>(std::clamp<std::int64_t>(*year, -1, 9999));
    }

    void gender(people::PersonRecord& record) {
        if (!lines_.has(gender_)) return;
        record.gender = gender_of(text::fold(lines_.cell(gender_)));
        if (!record.gender) lines_.wrong(gender_, "import.gender_form");
    }

    // The number outdoes the address, the address the name. An empty cell in every column there is: nobody.
    void manager(people::PersonRecord& record, std::size_t place) {
        if (!lines_.has(manager_) && !lines_.has(manager_email_) && !lines_.has(manager_name_)) return;
        record.manager = "";
        if (!lines_.cell(manager_).empty()) {
            if (auto number = lines_.employee_number(manager_)) record.manager = std::move(*number);
            return;
        }
        for (const int field : {manager_email_, manager_name_}) {
            const std::string_view written = lines_.cell(field);
            if (written.empty()) continue;
            named_.push_back({place, record.row, field == manager_email_, std::string{written}});
            return;
        }
    }

    static std::string listed(const std::vector<std::string>& numbers) {
        std::string text;
        for (std::size_t i = 0; i < numbers.size() && i < most_candidates; ++i)
            text += (i > 0 ? ", " : "") + numbers[i];
        return numbers.size() > most_candidates ? text + " …" : text;
    }

    Lines& lines_;
    Problems& problems_;
    std::vector<Named> named_{};
    int number_, given_, family_, name_, email_, unit_code_, unit_name_, unit_path_, unit_place_, title_, roles_,
        manager_, manager_email_, manager_name_, fte_, hired_, left_, birth_year_, gender_;
};

} // namespace

Result<PeopleFile> read_people(Lines& lines, Problems& problems, const KnownPeople& known,
                               const jobs::Progress& progress) {
    PeopleFile file;
    file.states_roles = lines.has(lines.field("roles"));
    file.records.reserve(static_cast<std::size_t>(lines.rows()));
    Reading reading{lines, problems};
    std::size_t rows = 0;
    while (lines.next()) {
        reading.row(file);
        if (++rows % rows_between_tellings == 0) TRY(progress.tell(lines.fraction()));
    }
    reading.find_managers(file, known);
    return file;
}

} // namespace kunna::imports
