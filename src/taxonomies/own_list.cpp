// Own lists into a release.
#include "taxonomies/own_list.hpp"

#include "base/text.hpp"
#include "tabular/tables.hpp"
#include "taxonomies/named_table.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kunna::taxonomies {

namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_problems = 50;
constexpr std::string_view separators = ";|";

constexpr std::array<std::pair<std::string_view, ConceptType>, 15> type_words{{
    {"", ConceptType::skill},
    {"skill", ConceptType::skill},
    {"kompetens", ConceptType::skill},
    {"färdighet", ConceptType::skill},
    {"knowledge", ConceptType::knowledge},
    {"kunskap", ConceptType::knowledge},
    {"skill_group", ConceptType::skill_group},
    {"skill group", ConceptType::skill_group},
    {"kompetensgrupp", ConceptType::skill_group},
    {"occupation", ConceptType::occupation},
    {"yrke", ConceptType::occupation},
    {"occupation_group", ConceptType::occupation_group},
    {"occupation group", ConceptType::occupation_group},
    {"yrkesgrupp", ConceptType::occupation_group},
    {"yrkesområde", ConceptType::occupation_group},
}};

class ListReader {
public:
    static std::vector<WantedColumn> columns() {
        return {{{"id", "uri", "nyckel", "key"}},
                {{"namn", "namn sv", "name sv", "namn (svenska)", "name (swedish)"}},
                {{"name", "name en", "namn en", "namn (engelska)", "name (english)"}},
                {{"andra namn", "andra namn sv", "alternativ", "alternativ sv", "alternatives sv", "synonymer"}},
                {{"other names", "andra namn en", "alternatives", "alternatives en", "alternativ en", "synonyms"}},
                {{"beskrivning", "beskrivning sv", "description sv"}},
                {{"description", "description en", "beskrivning en"}},
                {{"typ", "type", "slag", "kind"}},
                {{"överordnad", "parent", "grupp", "group"}}};
    }

    ListReader(NamedTable table, const std::string& key, const std::string& release) :
        table_(std::move(table)), key_(key),
        builder_(Release{.key = key, .name = name_of(table_.file(), key), .release = release}) {}

    Result<Release> read() {
        if (!table_.has(name_sv) && !table_.has(name_en))
            return Error{
                Kind::invalid, "taxonomy.missing_columns", {}, {{"file", table_.file()}, {"columns", "namn / name"}}};
        while (TRY(table_.next())) take();
        // Parents are looked up last: they may stand below.
        for (const Wish& wish : wishes_) place(wish);
        if (!problems_.empty())
            return Error{Kind::invalid, "taxonomy.list_refused", std::move(problems_), {{"file", table_.file()}}};
        Release& release = builder_.release();
        for (const ConceptType kind :
             {ConceptType::skill, ConceptType::skill_group, ConceptType::occupation, ConceptType::occupation_group}) {
            if (table_.has(name_sv)) release.files.emplace(kind, "sv");
            if (table_.has(name_en)) release.files.emplace(kind, "en");
        }
        if (table_.has(parent))
            release.relation_files = {RelationFile::broader_skills, RelationFile::broader_occupations};
        return builder_.finish();
    }

private:
    enum Column : std::uint8_t {
        id,
        name_sv,
        name_en,
        alternatives_sv,
        alternatives_en,
        description_sv,
        description_en,
        type,
        parent
    };

    // A list is called as its file: a key is no name.
    static std::string name_of(const std::string& file, const std::string& key) {
        std::string name = clean_word(tabular::shown(std::filesystem::path{file}.stem().string()));
        return name.empty() ? key : name;
    }

    // A row that names a parent.
    struct Wish {
        std::uint32_t number = 0;
        std::int64_t row = 0;
        std::string parent{};
    };

    void problem(std::int64_t row, const std::string& column, std::string_view value, std::string code,
                 std::vector<std::pair<std::string, std::string>> values = {}) {
        if (problems_.size() == most_problems) return;
        values.emplace_back("row", std::to_string(row));
        values.emplace_back("column", column);
        values.emplace_back("value", tabular::shown(value));
        problems_.push_back(
            {tabular::place(static_cast<std::uint64_t>(row), column), std::move(code), std::move(values)});
    }
    void problem(Column column, std::string code, std::vector<std::pair<std::string, std::string>> values = {}) {
        problem(table_.row(), table_.heading(column), table_.cell(column), std::move(code), std::move(values));
    }

    void take() {
        const std::string sv = clean_word(table_.cell(name_sv));
        const std::string en = clean_word(table_.cell(name_en));
        const Column named = table_.has(name_sv) && (!sv.empty() || !table_.has(name_en)) ? name_sv : name_en;
        if (sv.empty() && en.empty()) return problem(named, "taxonomy.name_missing"); // text
        if (std::max(sv.size(), en.size()) > longest_name)
            return problem(sv.size() > longest_name ? name_sv : name_en, "taxonomy.name_too_long", // text
                           {{"limit", std::to_string(longest_name)}});
        const std::string word = text::fold(table_.cell(type));
        const auto* const found =
            std::find_if(type_words.begin(), type_words.end(), [&](const auto& known) { return known.first == word; });
        if (found == type_words.end()) return problem(type, "taxonomy.type_unknown"); // text

        const std::string given = clean_word(table_.cell(id));
        const std::string uri = given.empty() ? key_ + ":" + text::fold(sv.empty() ? en : sv) : given;
        if (const auto before = builder_.find(uri))
            return problem(given.empty() ? named : id,
                           given.empty() ? "taxonomy.name_twice" : "taxonomy.id_twice", // text
                           {{"first", std::to_string(rows_[*before])}});
        const std::uint32_t number = builder_.add(uri, found->second);
        rows_.push_back(table_.row());
        words_.emplace(text::fold(uri), number);
        const auto label = [&](const char* language, const std::string& name, Column others, Column description) {
            if (name.empty()) return;
            words_.emplace(text::fold(name), number);
            builder_.label(number, {language, name, clean_words(table_.cell(others), separators), "",
                                    std::string{table_.cell(description)}});
        };
        label("sv", sv, alternatives_sv, description_sv);
        label("en", en, alternatives_en, description_en);
        if (!table_.cell(parent).empty()) wishes_.push_back({number, table_.row(), clean_word(table_.cell(parent))});
    }

    void place(const Wish& wish) {
        const auto [first, last] = words_.equal_range(text::fold(wish.parent));
        std::set<std::uint32_t> meant;
        for (auto at = first; at != last; ++at) meant.insert(at->second);
        // An id outdoes a name that happens to look like it.
        if (const auto exact = builder_.find(wish.parent)) meant = {*exact};
        if (meant.size() == 1) return builder_.relate(wish.number, RelationKind::broader, *meant.begin());
        problem(wish.row, table_.heading(parent), wish.parent,
                meant.empty() ? "taxonomy.parent_unknown" : "taxonomy.parent_ambiguous"); // text
    }

    NamedTable table_;
    std::string key_;
    ReleaseBuilder builder_;
    std::vector<std::int64_t> rows_; // of each concept
    std::multimap<std::string, std::uint32_t> words_;
    std::vector<Wish> wishes_;
    std::vector<FieldError> problems_;
};

} // namespace

Result<Release> read_own_list(const std::filesystem::path& path, const std::string& key, const std::string& release,
                              std::string_view name) {
    if (key.empty() || key.size() > 64 || !std::all_of(key.begin(), key.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        }))
        return Error{Kind::invalid, "taxonomy.key_form", {}, {{"key", tabular::shown(key)}}};
    if (key == "esco" || key == "jobtech" || key == "onet")
        return Error{Kind::invalid, "taxonomy.key_reserved", {}, {{"key", key}}};
    const std::string file = name.empty() ? path.filename().string() : std::string{name};
    auto reader = tabular::open(path, {}, file);
    if (!reader.ok()) return in_file(std::move(reader).error(), file);
    NamedTable table = TRY(NamedTable::open(std::move(reader).unwrap(), file, ListReader::columns()));
    return ListReader{std::move(table), key, release}.read();
}

} // namespace kunna::taxonomies
