// ESCO's files into a release.
#include "taxonomies/esco.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "tabular/csv.hpp"
#include "taxonomies/named_table.hpp"
#include "taxonomies/release_folder.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kunna::taxonomies {

namespace {

constexpr std::string_view esco_notice = "This service uses the ESCO classification of the European Commission.";

// Other names of one concept stand in one cell; no real one comes near this.
constexpr std::size_t longest_cell = 256 * 1024;
enum class FileKind : std::uint8_t {
    isco_groups, // groups before what stands in them, so that lists by number begin at the top
    skill_groups,
    occupations,
    skills,
    broader_skills,
    hierarchy,
    broader_occupations,
    occupation_skills,
    skill_skills,
};

// In lower case: a zip's names are.
constexpr std::array<std::pair<std::string_view, FileKind>, 9> file_names{{
    {"iscogroups", FileKind::isco_groups},
    {"skillgroups", FileKind::skill_groups},
    {"occupations", FileKind::occupations},
    {"skills", FileKind::skills},
    {"broaderrelationsskillpillar", FileKind::broader_skills},
    {"skillshierarchy", FileKind::hierarchy},
    {"broaderrelationsoccpillar", FileKind::broader_occupations},
    {"occupationskillrelations", FileKind::occupation_skills},
    {"skillskillrelations", FileKind::skill_skills},
}};

bool of_concepts(FileKind kind) {
    return kind <= FileKind::skills;
}

struct FoundFile : FolderFile {
    FileKind kind{};
    std::string language{};
};

// "skills_sv.csv" → skills in sv; nothing for a file of another name.
std::optional<std::pair<FileKind, std::string>> kind_of(const std::string& filename) {
    const std::string name = ascii::lower(filename);
    if (!name.ends_with(".csv")) return std::nullopt;
    const std::string stem = name.substr(0, name.size() - 4);
    const std::size_t bar = stem.rfind('_');
    if (bar == std::string::npos) return std::nullopt;
    const std::string language = stem.substr(bar + 1);
    if (language.size() < 2 || language.size() > 3 ||
        !std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::nullopt;
    for (const auto& [known, kind] : file_names)
        if (stem.substr(0, bar) == known) return std::pair{kind, language};
    return std::nullopt;
}

// "ESCO dataset - v1.2.0 - classification - sv - csv" → "v1.2.0".
std::string release_in(const std::string& folder) {
    const auto digit = [&](std::size_t i) { return i < folder.size() && folder[i] >= '0' && folder[i] <= '9'; };
    for (std::size_t i = 0; i < folder.size(); ++i) {
        if ((folder[i] != 'v' && folder[i] != 'V') || !digit(i + 1)) continue;
        if (i > 0 && std::string_view{" -_("}.find(folder[i - 1]) == std::string_view::npos) continue;
        std::size_t end = i + 1;
        while (digit(end) || (end < folder.size() && folder[end] == '.' && digit(end + 1))) ++end;
        return "v" + folder.substr(i + 1, end - i - 1);
    }
    return {};
}

class EscoReader {
public:
    explicit EscoReader(ReleaseFolder folder) :
        folder_(std::move(folder)),
        builder_(
            Release{.key = "esco", .name = "ESCO", .licence = "CC BY 4.0", .attribution = std::string{esco_notice}}) {}

    Result<Release> read(const std::string& release) {
        for (const FolderFile& file : folder_.files())
            if (const auto kind = kind_of(file.name)) files_.push_back({file, kind->first, kind->second});
        std::sort(files_.begin(), files_.end(), [](const FoundFile& a, const FoundFile& b) {
            const auto rank = [](const FoundFile& f) { return std::tuple{f.kind, f.language != "en", f.language}; };
            return std::tuple{rank(a), a.folder} < std::tuple{rank(b), b.folder};
        });
        TRY(check_files());
        if (!release.empty()) builder_.release().release = release;
        std::optional<FileKind> before;
        for (const FoundFile& file : files_) {
            if (of_concepts(file.kind))
                TRY(read_concepts(file));
            else if (before != file.kind)
                TRY(read_relations(file));
            before = file.kind;
        }
        return builder_.finish();
    }

private:
    Result<void> check_files() {
        if (std::none_of(files_.begin(), files_.end(), [](const FoundFile& f) { return of_concepts(f.kind); }))
            return Error{Kind::invalid, "esco.no_files", {}, {{"path", folder_.name()}}};
        std::string& release = builder_.release().release;
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const FoundFile& file = files_[i];
            if (i > 0 && files_[i - 1].kind == file.kind && files_[i - 1].language == file.language)
                return Error{Kind::invalid,
                             "esco.file_twice",
                             {},
                             {{"file", file.name}, {"one", files_[i - 1].folder}, {"other", file.folder}}};
            const std::string said = release_in(file.folder);
            if (!said.empty() && !release.empty() && said != release)
                return Error{Kind::invalid, "esco.two_releases", {}, {{"one", release}, {"other", said}}};
            if (!said.empty()) release = said;
        }
        if (release.empty()) release = release_in(std::filesystem::path{folder_.name()}.stem().string());
        if (release.empty()) release = release_in(folder_.name());
        return {};
    }

    Result<NamedTable> open(const FoundFile& file, const std::vector<WantedColumn>& wanted) {
        tabular::Options options;
        options.limits.cell_bytes = longest_cell;
        auto reader = tabular::open_csv(TRY(folder_.bytes(file)), options);
        if (!reader.ok()) return in_file(std::move(reader).error(), file.name);
        return NamedTable::open(std::move(reader).unwrap(), file.name, wanted);
    }

    static Result<std::string> uri_of(const NamedTable& table, std::size_t column) {
        std::string uri{table.cell(column)};
        if (uri.empty() || uri.size() > 500 ||
            std::any_of(uri.begin(), uri.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
            return Error{Kind::invalid,
                         "esco.bad_uri",
                         {},
                         {{"file", table.file()},
                          {"row", std::to_string(table.row())},
                          {"column", table.heading(column)},
                          {"value", tabular::shown(uri)}}};
        return uri;
    }

    enum Column : std::uint8_t {
        uri,
        preferred,
        alternatives,
        hidden,
        status,
        description,
        definition,
        concept_type,
        skill_type,
        reuse,
        isco,
        code,
    };

    // What the row says it is; the file says it where the row does not. Skill and knowledge differ by skillType.
    static Result<std::pair<ConceptType, bool>> type_of(const NamedTable& table, FileKind kind) {
        const std::string said = text::fold(table.cell(concept_type));
        if (said.empty() ? kind == FileKind::skill_groups : said == "skillgroup")
            return std::pair{ConceptType::skill_group, true};
        if (said.empty() ? kind == FileKind::occupations : said == "occupation")
            return std::pair{ConceptType::occupation, true};
        if (said.empty() ? kind == FileKind::isco_groups : said == "iscogroup")
            return std::pair{ConceptType::occupation_group, true};
        if (!said.empty() && said != "knowledgeskillcompetence") return table.bad_value(concept_type);
        const std::string skill = text::fold(table.cell(skill_type));
        return std::pair{skill == "knowledge" ? ConceptType::knowledge : ConceptType::skill, !skill.empty()};
    }

    Result<void> read_concepts(const FoundFile& file) {
        NamedTable table = TRY(open(file, {{{"conceptUri"}, true},
                                           {{"preferredLabel"}, true},
                                           {{"altLabels"}},
                                           {{"hiddenLabels"}},
                                           {{"status"}},
                                           {{"description"}},
                                           {{"definition"}},
                                           {{"conceptType"}},
                                           {{"skillType"}},
                                           {{"reuseLevel"}},
                                           {{"iscoGroup"}},
                                           {{"code"}, file.kind == FileKind::isco_groups}}));
        std::unordered_map<std::uint32_t, std::size_t> rows; // of this file: concept → what its row held
        while (TRY(table.next())) {
            const std::string at = TRY(uri_of(table, uri));
            const auto [type, stated] = TRY(type_of(table, file.kind));
            const std::uint32_t number = builder_.add(at, type);
            const auto [row, fresh] = rows.emplace(number, table.fingerprint());
            if (!fresh && row->second != table.fingerprint())
                return Error{Kind::invalid,
                             "esco.uri_twice",
                             {},
                             {{"file", file.name}, {"row", std::to_string(table.row())}, {"uri", at}}};
            if (fresh) take(table, number, type, stated, file);
        }
        builder_.release().files.emplace(file.kind == FileKind::isco_groups    ? ConceptType::occupation_group
                                         : file.kind == FileKind::skill_groups ? ConceptType::skill_group
                                         : file.kind == FileKind::occupations  ? ConceptType::occupation
                                                                               : ConceptType::skill,
                                         file.language);
        return {};
    }

    void take(const NamedTable& table, std::uint32_t number, ConceptType type, bool stated, const FoundFile& file) {
        ReleaseConcept& known = builder_[number];
        const std::string said = text::fold(table.cell(status));
        const bool in_force = said.empty() || said == "released";
        if (number == taken_) {
            ++taken_;
            known.type_stated = stated;
            known.retired = !in_force;
        } else if (stated && !known.type_stated) {
            known.type = type;
            known.type_stated = true;
        }
        if (in_force) known.retired = false; // in any language
        if (known.code.empty()) known.code = clean_word(table.cell(code));
        if (known.isco.empty())
            known.isco = clean_word(table.cell(type == ConceptType::occupation_group ? code : isco));
        if (known.reuse.empty()) known.reuse = clean_word(table.cell(reuse));
        const std::string_view told =
            table.cell(description).empty() ? table.cell(definition) : table.cell(description);
        builder_.label(number,
                       {file.language, std::string{table.cell(preferred)}, clean_words(table.cell(alternatives)),
                        clean_words(table.cell(hidden)), std::string{told}});
    }

    Result<void> read_relations(const FoundFile& file) {
        auto& read = builder_.release().relation_files;
        switch (file.kind) {
        case FileKind::broader_skills:
            read.insert(RelationFile::broader_skills);
            return read_broader(file);
        case FileKind::broader_occupations:
            read.insert(RelationFile::broader_occupations);
            return read_broader(file);
        case FileKind::occupation_skills:
            read.insert(RelationFile::occupation_skills);
            return read_needs(file, "occupationUri", "skillUri");
        case FileKind::skill_skills:
            read.insert(RelationFile::skill_skills);
            return read_needs(file, "originalSkillUri", "relatedSkillUri");
        default:
            return read_hierarchy(file);
        }
    }

    Result<void> read_broader(const FoundFile& file) {
        NamedTable table = TRY(open(file, {{{"conceptUri"}, true}, {{"broaderUri"}, true}}));
        while (TRY(table.next())) builder_.relate(table.cell(0), RelationKind::broader, table.cell(1));
        return {};
    }

    Result<void> read_needs(const FoundFile& file, std::string_view source, std::string_view target) {
        NamedTable table = TRY(open(file, {{{source}, true}, {{target}, true}, {{"relationType"}, true}}));
        while (TRY(table.next())) {
            const std::string_view said = table.cell(2);
            if (said != "essential" && said != "optional") return table.bad_value(2);
            builder_.relate(table.cell(0), said == "essential" ? RelationKind::essential : RelationKind::optional,
                            table.cell(1));
        }
        return {};
    }

    // The groups' tree once more, a path a row. It holds no skills, so it cannot say that a relation has gone.
    Result<void> read_hierarchy(const FoundFile& file) {
        NamedTable table =
            TRY(open(file, {{{"Level 0 URI"}, true}, {{"Level 1 URI"}, true}, {{"Level 2 URI"}}, {{"Level 3 URI"}}}));
        std::set<std::pair<std::string, std::string>> unknown; // a path's upper part comes again and again
        while (TRY(table.next()))
            for (std::size_t level = 1; level < 4; ++level) {
                const std::string_view child = table.cell(level);
                const std::string_view parent = table.cell(level - 1);
                if (child.empty() || parent.empty()) continue;
                if ((builder_.find(child) && builder_.find(parent)) || unknown.emplace(child, parent).second)
                    builder_.relate(child, RelationKind::broader, parent);
            }
        return {};
    }

    ReleaseFolder folder_;
    std::vector<FoundFile> files_;
    std::uint32_t taken_ = 0; // concepts of which a row has been taken
    ReleaseBuilder builder_;
};

} // namespace

std::string_view esco_attribution() {
    return esco_notice;
}

Result<Release> read_esco(const std::filesystem::path& path, const std::string& release, std::string_view name) {
    return EscoReader{TRY(ReleaseFolder::open(path, name))}.read(release);
}

} // namespace kunna::taxonomies
