// A release of a taxonomy as its files hold it: concepts, labels and relations in memory, without a database. Readers
// (esco.hpp, jobtech.hpp, own_list.hpp) make one, release_import.hpp compares it with what is stored.
#pragma once

#include "base/result.hpp"
#include "taxonomies/taxonomy.hpp"

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kunna::taxonomies {

struct Label {
    std::string language{};
    std::string preferred{};
    std::string alternatives{}; // one a line
    std::string hidden{};       // likewise
    std::string description{};
    bool operator==(const Label&) const = default;
};
BOOST_DESCRIBE_STRUCT(Label, (), (language, preferred, alternatives, hidden, description))

struct ReleaseConcept {
    std::string uri{};
    ConceptType type = ConceptType::skill;
    bool type_stated = true; // false: the file leaves open whether it is a skill or knowledge
    std::string code{};      // empty here and in the next two: the files do not say, what is stored stays
    std::string isco{};      // ISCO-08 codes, one space between
    std::string reuse{};
    bool retired = false;      // the files name it as no longer in force
    std::string replaced_by{}; // the URI that they name in its place
    std::vector<Label> labels{};
};

struct ReleaseRelation {
    std::uint32_t source = 0; // numbers of concepts
    RelationKind kind = RelationKind::broader;
    std::uint32_t target = 0;
    auto operator<=>(const ReleaseRelation&) const = default;
};

// Relations come in files of their own; which are there says which stored relations the release can drop.
enum class RelationFile : std::uint8_t { broader_skills, broader_occupations, occupation_skills, skill_skills };
// The file in which a relation of this kind, from a concept of this type, would stand.
RelationFile file_of(RelationKind kind, ConceptType source);
// Skills and knowledge stand in one file: knowledge becomes skill, the rest stays as it is.
ConceptType file_of(ConceptType type);

struct Release {
    std::string key{};
    std::string name{};
    std::string release{}; // "v1.2.0"; empty when nobody said
    std::string licence{};
    std::string attribution{};
    std::vector<ReleaseConcept> concepts{};
    std::vector<ReleaseRelation> relations{};              // sorted, each once
    std::set<std::pair<ConceptType, std::string>> files{}; // which files of concepts were there, in which language
    std::set<RelationFile> relation_files{};
    std::int64_t unknown_ends = 0; // relations left out because one of their concepts is in none of the files
};

// What readers fill. A URI is one concept, however many files name it.
class ReleaseBuilder {
public:
    explicit ReleaseBuilder(Release head) : release_(std::move(head)) {}

    // The concept of the URI, made when it is new.
    std::uint32_t add(std::string_view uri, ConceptType type);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view uri) const;
    ReleaseConcept& operator[](std::uint32_t number) { return release_.concepts[number]; }
    // Cleans it; without a preferred label it is none. The first of a language counts.
    void label(std::uint32_t number, Label label);
    void relate(std::uint32_t source, RelationKind kind, std::uint32_t target);
    // Between concepts that have been added; otherwise it is counted among the unknown.
    void relate(std::string_view source, RelationKind kind, std::string_view target);
    Release& release() { return release_; }

    // Refuses taxonomy.cycle, with a concept on it.
    Result<Release> finish();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    Release release_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

// Squeezed, without control characters.
std::string clean_word(std::string_view text);
// The same line by line, so that paragraphs stay.
std::string clean_text(std::string_view text);
// A cell of several names, one a line: split at line breaks and at " | ", and where `also` has them at these
// characters.
std::string clean_words(std::string_view cell, std::string_view also = "");

// A node on a cycle of the edges (from, to), if there is one.
std::optional<std::uint32_t> on_a_cycle(std::size_t nodes,
                                        const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);
Error refuse_cycle(std::string_view label, std::string_view uri);

} // namespace kunna::taxonomies
