// O*NET's files into role profiles.
#include "skills/onet.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>

namespace kunna::skills {

namespace {

constexpr std::string_view attribution =
    "This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Kunna "
    "has modified the information: levels and importance are rescaled.";

constexpr std::string_view note =
    "O*NET: nivå = LV · 5/7 avrundat (halva uppåt), vikt 1–3 ur IM (från 2,5; 3,5; 4,25). / "
    "O*NET: level = LV · 5/7 rounded (halves up), importance 1–3 from IM (from 2.5; 3.5; 4.25).";

// A file with a header, row by row; columns by name.
class TabFile {
public:
    static Result<TabFile> open(const std::filesystem::path& path, const std::vector<std::string>& wanted) {
        TabFile file;
        file.name_ = path.filename().string();
        file.stream_.open(path, std::ios::binary);
        if (!file.stream_) return Error{Kind::invalid, "onet.file_missing", {}, {{"file", file.name_}}};
        if (!file.next_line()) file.line_.clear();
        if (file.line_.starts_with("\xEF\xBB\xBF")) file.line_.erase(0, 3);
        std::vector<std::string> header;
        for (const std::string_view column : text::split(file.line_, '\t')) header.emplace_back(text::trim(column));
        std::string missing;
        for (const std::string& column : wanted) {
            const auto at = std::find(header.begin(), header.end(), column);
            if (at == header.end()) missing.append(missing.empty() ? "" : ", ").append(column);
            file.places_.push_back(static_cast<std::size_t>(at - header.begin()));
        }
        if (!missing.empty())
            return Error{Kind::invalid, "onet.missing_columns", {}, {{"file", file.name_}, {"columns", missing}}};
        return file;
    }

    bool next() {
        while (next_line())
            if (!text::trim(line_).empty()) {
                cells_ = text::split(line_, '\t');
                return true;
            }
        return false;
    }
    // The n-th wanted column of the row; empty when the row is short.
    [[nodiscard]] std::string_view cell(std::size_t wanted) const {
        const std::size_t at = places_[wanted];
        return at < cells_.size() ? text::trim(cells_[at]) : std::string_view{};
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::int64_t row() const { return row_; }

private:
    TabFile() = default;

    bool next_line() {
        if (!std::getline(stream_, line_)) return false;
        ++row_;
        if (!line_.empty() && line_.back() == '\r') line_.pop_back();
        return true;
    }

    std::string name_;
    std::ifstream stream_;
    std::string line_;
    std::vector<std::size_t> places_;
    std::vector<std::string_view> cells_;
    std::int64_t row_ = 0;
};

Error bad_value(const TabFile& file, std::string_view value) {
    return Error{Kind::invalid,
                 "onet.bad_value",
                 {},
                 {{"file", file.name()}, {"row", std::to_string(file.row())}, {"value", std::string{value}}}};
}

// "4.62" → 462; exact, so that halves are halves.
std::optional<int> hundredths(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string part{point == std::string_view::npos ? std::string_view{} : text.substr(point + 1)};
    if (part.size() > 2) part.resize(2);
    part.resize(2, '0');
    int units = 0;
    int rest = 0;
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), units);
    const auto [part_end, part_error] = std::from_chars(part.data(), part.data() + part.size(), rest);
    if (error != std::errc{} || end != whole.data() + whole.size() || part_error != std::errc{} ||
        part_end != part.data() + part.size() || units < 0 || units > 100)
        return std::nullopt;
    return units * 100 + rest;
}

std::string key_of(std::string_view code) {
    std::string key{"onet_"};
    for (const char c : code)
        key += (c == '-' || c == '.') ? '_' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
}

// General (2.A) and social (2.B.1) abilities last; the rest is knowledge and technique.
SkillKind kind_of(std::string_view element) {
    return element.starts_with("2.A.") || element.starts_with("2.B.1.") ? SkillKind::soft : SkillKind::technical;
}

struct Element {
    std::string name{};
    std::optional<int> level{};
    std::optional<int> importance{};
    bool left_out = false;
};
// occupation → element id → its values
using Elements = std::map<std::string, std::map<std::string, Element>>;

Result<void> read_elements(const std::filesystem::path& path, const std::set<std::string>& wanted, Elements& into) {
    TabFile file = TRY(TabFile::open(path, {"O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value",
                                            "Recommend Suppress", "Not Relevant"}));
    while (file.next()) {
        const std::string code{file.cell(0)};
        if (!wanted.contains(code)) continue;
        Element& element = into[code][std::string{file.cell(1)}];
        element.name = file.cell(2);
        const auto value = hundredths(file.cell(4));
        if (!value) return bad_value(file, file.cell(4));
        if (file.cell(5) == "Y" || file.cell(6) == "Y") element.left_out = true;
        if (file.cell(3) == "LV") {
            if (*value > 700) return bad_value(file, file.cell(4));
            element.level = value;
        } else if (file.cell(3) == "IM") {
            if (*value < 100 || *value > 500) return bad_value(file, file.cell(4));
            element.importance = value;
        }
    }
    return {};
}

} // namespace

std::string_view onet_attribution() {
    return attribution;
}

int onet_level(int hundredths) {
    return (hundredths * 5 * 2 + 700) / 1400;
}

int onet_importance(int hundredths) {
    if (hundredths < 250) return 0;
    if (hundredths < 350) return 1;
    return hundredths < 425 ? 2 : 3;
}

Result<std::vector<OnetOccupation>> onet_occupations(const std::filesystem::path& folder) {
    TabFile file = TRY(TabFile::open(folder / "Occupation Data.txt", {"O*NET-SOC Code", "Title", "Description"}));
    std::vector<OnetOccupation> all;
    while (file.next())
        all.push_back({std::string{file.cell(0)}, std::string{file.cell(1)}, std::string{file.cell(2)}});
    return all;
}

Result<RoleFile> read_onet(const std::filesystem::path& folder, std::span<const std::string> codes) {
    const auto occupations = TRY(onet_occupations(folder));
    std::map<std::string, const OnetOccupation*> by_code;
    for (const OnetOccupation& o : occupations) by_code[o.code] = &o;
    std::set<std::string> wanted{codes.begin(), codes.end()};
    for (const std::string& code : wanted)
        if (!by_code.contains(code)) return Error{Kind::invalid, "onet.unknown_occupation", {}, {{"occupation", code}}};
    if (wanted.empty())
        for (const auto& [code, occupation] : by_code) wanted.insert(code);
    Elements elements;
    TRY(read_elements(folder / "Skills.txt", wanted, elements));
    TRY(read_elements(folder / "Knowledge.txt", wanted, elements));

    RoleFile file;
    std::set<std::string> seen;
    for (const auto& [code, of_occupation] : elements) {
        const OnetOccupation& occupation = *by_code.at(code);
        const std::string role = key_of(code);
        file.roles.push_back({role, {"", occupation.description}, std::string{attribution}});
        for (const auto& [id, element] : of_occupation) {
            if (element.left_out || !element.level || !element.importance) continue;
            const int level = onet_level(*element.level);
            const int importance = onet_importance(*element.importance);
            if (level == 0 || importance == 0) continue;
            const std::string skill = key_of(id);
            if (seen.insert(skill).second)
                file.skills.push_back(
                    {skill, {"", element.name}, {}, kind_of(id), "onet", {"O*NET", "O*NET"}, std::string{attribution}});
            file.requirements.push_back({static_cast<std::int64_t>(file.requirements.size()) + 1,
                                         role,
                                         {"", occupation.title},
                                         skill,
                                         level,
                                         importance,
                                         false,
                                         {},
                                         std::string{note}});
        }
    }
    return file;
}

} // namespace kunna::skills
