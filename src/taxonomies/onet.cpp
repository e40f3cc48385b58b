// O*NET's files into a release.
#include "taxonomies/onet.hpp"

#include "tabular/csv.hpp"
#include "taxonomies/named_table.hpp"
#include "taxonomies/release_folder.hpp"

#include <charconv>

namespace kunna::taxonomies {

namespace {

constexpr std::string_view notice =
    "This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Kunna "
    "has modified the information: importance is told as essential or optional.";
constexpr const char* occupations_file = "Occupation Data.txt";
constexpr const char* titles_file = "Alternate Titles.txt";
constexpr const char* skill_ratings = "Skills.txt";
constexpr const char* knowledge_ratings = "Knowledge.txt";
constexpr const char* tree_file = "Content Model Reference.txt";
constexpr const char* tools_file = "Technology Skills.txt";
constexpr double essential_from = 3.5;
constexpr double optional_from = 2.5;

class OnetReader {
public:
    OnetReader(ReleaseFolder folder, const std::string& release) :
        folder_(std::move(folder)), builder_(Release{.key = "onet",
                                                     .name = "O*NET",
                                                     .release = release,
                                                     .licence = "CC BY 4.0",
                                                     .attribution = std::string{notice}}) {}

    Result<Release> read() {
        if (!is_there(occupations_file) && !is_there(skill_ratings))
            return Error{Kind::invalid,
                         "onet.no_files",
                         {},
                         {{"occupations", occupations_file}, {"skills", skill_ratings}, {"path", folder_.name()}}};
        if (is_there(occupations_file)) {
            TRY(read_occupations());
            brings(ConceptType::occupation);
        }
        if (is_there(skill_ratings)) TRY(read_elements(skill_ratings, ConceptType::skill));
        if (is_there(knowledge_ratings)) TRY(read_elements(knowledge_ratings, ConceptType::knowledge));
        if (is_there(tree_file)) TRY(read_tree());
        if (is_there(tools_file)) TRY(read_tools());
        return builder_.finish();
    }

private:
    [[nodiscard]] bool is_there(const char* file) const { return folder_.find(file) != nullptr; }
    void brings(ConceptType type) { builder_.release().files.emplace(file_of(type), "en"); }
    static std::string occupation(std::string_view code) { return "onet:occupation/" + clean_word(code); }
    static std::string element(std::string_view code) { return "onet:element/" + clean_word(code); }

    Result<NamedTable> open(const char* file, const std::vector<WantedColumn>& wanted) {
        tabular::Options options;
        options.delimiter = '\t';
        auto reader = tabular::open_csv(TRY(folder_.bytes(*folder_.find(file))), options);
        if (!reader.ok()) return in_file(std::move(reader).error(), file);
        return NamedTable::open(std::move(reader).unwrap(), file, wanted);
    }

    Result<void> read_occupations() {
        std::unordered_map<std::string, std::string> titles = TRY(read_titles());
        NamedTable table =
            TRY(open(occupations_file, {{{"O*NET-SOC Code"}, true}, {{"Title"}, true}, {{"Description"}}}));
        while (TRY(table.next())) {
            const std::string code = clean_word(table.cell(0));
            if (code.empty() || code.size() > 20) return table.bad_value(0);
            if (table.cell(1).empty()) return table.bad_value(1);
            const std::uint32_t number = builder_.add(occupation(code), ConceptType::occupation);
            builder_[number].code = code;
            builder_.label(number,
                           {"en", clean_word(table.cell(1)), clean_words(titles[code]), "", clean_text(table.cell(2))});
        }
        return {};
    }

    // By occupation, one a line.
    Result<std::unordered_map<std::string, std::string>> read_titles() {
        std::unordered_map<std::string, std::string> titles;
        if (!is_there(titles_file)) return titles;
        NamedTable table =
            TRY(open(titles_file, {{{"O*NET-SOC Code"}, true}, {{"Alternate Title"}, true}, {{"Short Title"}}}));
        while (TRY(table.next())) {
            std::string& lines = titles[clean_word(table.cell(0))];
            for (const std::size_t column : {1U, 2U})
                if (!table.cell(column).empty()) lines += clean_word(table.cell(column)) + '\n';
        }
        return titles;
    }

    // Which elements there are, and which occupations need them.
    Result<void> read_elements(const char* file, ConceptType type) {
        NamedTable table = TRY(open(file, {{{"O*NET-SOC Code"}, true},
                                           {{"Element ID"}, true},
                                           {{"Element Name"}, true},
                                           {{"Scale ID"}, true},
                                           {{"Data Value"}, true},
                                           {{"Recommend Suppress"}},
                                           {{"Not Relevant"}}}));
        while (TRY(table.next())) {
            if (table.cell(1).empty()) return table.bad_value(1);
            if (table.cell(2).empty()) return table.bad_value(2);
            const std::uint32_t number = builder_.add(element(table.cell(1)), type);
            if (builder_[number].labels.empty()) {
                builder_[number].code = clean_word(table.cell(1));
                builder_.label(number, {"en", clean_word(table.cell(2)), "", "", ""});
            }
            if (table.cell(3) != "IM") continue;
            const double importance = TRY(number_of(table, 4));
            if (importance < optional_from || table.cell(5) == "Y" || table.cell(6) == "Y") continue;
            builder_.relate(occupation(table.cell(0)),
                            importance >= essential_from ? RelationKind::essential : RelationKind::optional,
                            element(table.cell(1)));
        }
        brings(type);
        builder_.release().relation_files.insert(RelationFile::occupation_skills);
        return {};
    }

    static Result<double> number_of(const NamedTable& table, std::size_t column) {
        const std::string_view text = table.cell(column);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value <= 100))
            return table.bad_value(column);
        return value;
    }

    // The groups above the elements that are there: 2.A.1.a stands under 2.A.1, that under 2.A, that under 2.
    Result<void> read_tree() {
        struct Group {
            std::string name;
            std::string description;
        };
        std::unordered_map<std::string, Group> groups;
        NamedTable table = TRY(open(tree_file, {{{"Element ID"}, true}, {{"Element Name"}, true}, {{"Description"}}}));
        while (TRY(table.next()))
            groups[clean_word(table.cell(0))] = {clean_word(table.cell(1)), clean_text(table.cell(2))};
        const std::size_t elements = builder_.release().concepts.size();
        for (std::uint32_t number = 0; number < elements; ++number) {
            const ReleaseConcept& one = builder_[number];
            if (one.type != ConceptType::skill && one.type != ConceptType::knowledge) continue;
            if (const auto at = groups.find(one.code); at != groups.end() && !one.labels.empty())
                builder_[number].labels[0].description = at->second.description;
            std::uint32_t below = number;
            for (std::string code = one.code; code.find('.') != std::string::npos;) {
                code.resize(code.rfind('.'));
                const auto at = groups.find(code);
                if (at == groups.end()) break;
                const std::uint32_t group = builder_.add(element(code), ConceptType::skill_group);
                if (builder_[group].labels.empty()) {
                    builder_[group].code = code;
                    builder_.label(group, {"en", at->second.name, "", "", at->second.description});
                }
                builder_.relate(below, RelationKind::broader, group);
                below = group;
            }
        }
        brings(ConceptType::skill_group);
        builder_.release().relation_files.insert(RelationFile::broader_skills);
        return {};
    }

    Result<void> read_tools() {
        NamedTable table = TRY(open(tools_file, {{{"O*NET-SOC Code"}, true},
                                                 {{"Example"}, true},
                                                 {{"Commodity Code"}, true},
                                                 {{"Commodity Title"}, true},
                                                 {{"In Demand"}}}));
        while (TRY(table.next())) {
            for (const std::size_t column : {1U, 2U, 3U})
                if (table.cell(column).empty()) return table.bad_value(column);
            const std::string name = clean_word(table.cell(1));
            const std::uint32_t tool = builder_.add("onet:technology/" + name, ConceptType::skill);
            builder_.label(tool, {"en", name, "", "", ""});
            const std::uint32_t commodity =
                builder_.add("onet:commodity/" + clean_word(table.cell(2)), ConceptType::skill_group);
            builder_.label(commodity, {"en", clean_word(table.cell(3)), "", "", ""});
            builder_.relate(tool, RelationKind::broader, commodity);
            builder_.relate(occupation(table.cell(0)),
                            table.cell(4) == "Y" ? RelationKind::essential : RelationKind::optional,
                            "onet:technology/" + name);
        }
        brings(ConceptType::skill);
        brings(ConceptType::skill_group);
        builder_.release().relation_files.insert(RelationFile::broader_skills);
        builder_.release().relation_files.insert(RelationFile::occupation_skills);
        return {};
    }

    ReleaseFolder folder_;
    ReleaseBuilder builder_;
};

} // namespace

std::string_view onet_attribution() {
    return notice;
}

Result<Release> read_onet(const std::filesystem::path& path, const std::string& release, std::string_view name) {
    return OnetReader{TRY(ReleaseFolder::open(path, name)), release}.read();
}

} // namespace kunna::taxonomies
