// JobTech's files into a release.
#include "taxonomies/jobtech.hpp"

#include "base/json.hpp"
#include "tabular/table.hpp"
#include "taxonomies/named_table.hpp"
#include "taxonomies/release_folder.hpp"

namespace kunna::taxonomies {

namespace {

constexpr std::string_view jobtech_notice = "Arbetsförmedlingen, JobTech Taxonomy";
constexpr std::string_view uri_base = "http://data.jobtechdev.se/taxonomy/concept/";
constexpr const char* skills_file = "skills.json";
constexpr const char* hierarchy_file = "the-ssyk-hierarchy-with-occupations.json";
constexpr const char* groups_file = "ssyk-level-4-groups.json";
constexpr const char* bridge_file = "ssyk-level-4-with-related-isco-level-4-groups.json";
constexpr std::uint64_t largest_json = 64 << 20; // the real ones have at most one MB

std::string_view text_of(const json::Node& node, std::string_view key) {
    const json::Node* found = node.find(key);
    const std::string* text = found == nullptr ? nullptr : found->text();
    return text == nullptr ? std::string_view{} : std::string_view{*text};
}

const json::Node::List& list_of(const json::Node& node, std::string_view key) {
    static const json::Node::List none;
    const json::Node* found = node.find(key);
    const json::Node::List* list = found == nullptr ? nullptr : found->list();
    return list == nullptr ? none : *list;
}

class JobtechReader {
public:
    JobtechReader(ReleaseFolder folder, const std::string& release) :
        folder_(std::move(folder)), builder_(Release{.key = "jobtech",
                                                     .name = "JobTech Taxonomy",
                                                     .release = release,
                                                     .licence = "CC0 1.0",
                                                     .attribution = std::string{jobtech_notice}}) {}

    Result<Release> read() {
        const bool hierarchy = is_there(hierarchy_file);
        const bool skills = is_there(skills_file);
        if (!hierarchy && !skills)
            return Error{Kind::invalid,
                         "jobtech.no_files",
                         {},
                         {{"skills", skills_file}, {"hierarchy", hierarchy_file}, {"path", folder_.name()}}};
        // The files that say most about a concept come first: the first label of a language counts.
        if (is_there(groups_file)) TRY(each_in(groups_file, [&](const json::Node& n) { return take_group(n); }));
        if (is_there(bridge_file)) TRY(each_in(bridge_file, [&](const json::Node& n) { return take_group(n); }));
        if (hierarchy) {
            TRY(each_in(hierarchy_file, [&](const json::Node& n) { return take_tree(n, std::nullopt); }));
            brings(ConceptType::occupation_group);
            brings(ConceptType::occupation);
            builder_.release().relation_files.insert(RelationFile::broader_occupations);
        }
        if (skills) {
            TRY(each_in(skills_file, [&](const json::Node& n) -> Result<void> {
                if (text_of(n, "type") == "skill" || text_of(n, "type").empty()) TRY(take(n, ConceptType::skill));
                return {};
            }));
            brings(ConceptType::skill);
        }
        return builder_.finish();
    }

private:
    [[nodiscard]] bool is_there(const char* file) const { return folder_.find(file) != nullptr; }
    void brings(ConceptType type) { builder_.release().files.emplace(type, "sv"); }

    // take(node) for every concept at the top of the file.
    template <class F>
    Result<void> each_in(const char* file, F&& take) {
        file_ = file;
        const auto bytes = TRY(folder_.bytes(*folder_.find(file)));
        if (bytes->total() > largest_json)
            return in_file(Error{Kind::too_large,
                                 "table.file_too_large",
                                 {},
                                 {{"limit", std::to_string(largest_json)}, {"bytes", std::to_string(bytes->total())}}},
                           file);
        std::string text(bytes->total() + 1, '\0');
        std::size_t size = 0;
        while (const std::size_t got = bytes->read(text.data() + size, text.size() - size)) {
            size += got;
            if (size == text.size()) break; // it grew while being read: broken JSON, which the parser says
        }
        text.resize(size);
        auto parsed = json::parse(text);
        if (!parsed.ok()) return in_file(std::move(parsed).error(), file);
        const json::Node* data = parsed->find("data");
        const json::Node* concepts = (data == nullptr ? &*parsed : data)->find("concepts");
        if (concepts == nullptr || concepts->list() == nullptr)
            return Error{Kind::invalid, "jobtech.layout", {}, {{"file", file}}};
        for (const json::Node& node : *concepts->list()) TRY(take(node));
        return {};
    }

    Result<std::uint32_t> take(const json::Node& node, ConceptType type) {
        const std::string id = clean_word(text_of(node, "id"));
        const std::string label = clean_word(text_of(node, "preferred_label"));
        if (id.empty() || id.size() > 100 || label.empty())
            return Error{Kind::invalid,
                         "jobtech.bad_concept",
                         {},
                         {{"file", file_}, {"id", tabular::shown(id)}, {"label", tabular::shown(label)}}};
        const std::uint32_t number = builder_.add(std::string{uri_base} + id, type);
        ReleaseConcept& known = builder_[number];
        if (known.code.empty()) known.code = clean_word(text_of(node, "ssyk_code_2012"));
        if (const json::Node* gone = node.find("deprecated"))
            if (const bool* said = std::get_if<bool>(&gone->held)) known.retired = *said;
        for (const json::Node& other : list_of(node, "replaced_by"))
            if (known.replaced_by.empty() && !text_of(other, "id").empty())
                known.replaced_by = std::string{uri_base} + clean_word(text_of(other, "id"));
        // A definition that only repeats the label says nothing.
        std::string definition = clean_text(text_of(node, "definition"));
        if (definition == label) definition.clear();
        builder_.label(number, {"sv", label, names_of(node, "alternative_labels"), names_of(node, "hidden_labels"),
                                std::move(definition)});
        return number;
    }

    static std::string names_of(const json::Node& node, std::string_view key) {
        std::string lines;
        for (const json::Node& name : list_of(node, key))
            if (const std::string* text = name.text()) lines += clean_word(*text) + '\n';
        return clean_words(lines);
    }

    Result<void> take_group(const json::Node& node) {
        const std::uint32_t number = TRY(take(node, ConceptType::occupation_group));
        std::set<std::string> codes;
        for (const json::Node& other : list_of(node, "related"))
            if (const std::string code = clean_word(text_of(other, "isco_code_08")); !code.empty()) codes.insert(code);
        std::string& isco = builder_[number].isco;
        if (!isco.empty()) return {};
        for (const std::string& code : codes) isco += (isco.empty() ? "" : " ") + code;
        return {};
    }

    Result<void> take_tree(const json::Node& node, std::optional<std::uint32_t> above) {
        const std::string_view type = text_of(node, "type");
        const bool group = type.starts_with("ssyk-level");
        if (!group && type != "occupation-name") return {};
        const std::uint32_t number = TRY(take(node, group ? ConceptType::occupation_group : ConceptType::occupation));
        if (above) builder_.relate(number, RelationKind::broader, *above);
        for (const json::Node& below : list_of(node, "narrower")) TRY(take_tree(below, number));
        return {};
    }

    ReleaseFolder folder_;
    std::string file_; // being read
    ReleaseBuilder builder_;
};

} // namespace

std::string_view jobtech_attribution() {
    return jobtech_notice;
}

Result<Release> read_jobtech(const std::filesystem::path& path, const std::string& release, std::string_view name) {
    return JobtechReader{TRY(ReleaseFolder::open(path, name)), release}.read();
}

} // namespace kunna::taxonomies
