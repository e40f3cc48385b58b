// Matcher: free words → concepts of a taxonomy, with a score and a reason.
//
// What is asked is compared with every label of every concept, in both languages, by spelling (letters.hpp), by its
// parts (words.hpp, parts.hpp) and by what they are called in the other language (align.hpp). Concepts near it, the
// groups they belong to, the fields of known titles it resembles, and what is needed by occupations it resembles
// (needs.hpp), and what names that are mapped stand for (mapped.hpp) are candidates; a candidate's score is its
// share of
//   exp(Σ weight · feature)
// over all candidates: the probability that it is the answer if one of them is. The weights are learned (weights.hpp);
// each feature is a number that can be shown and told in words.
#pragma once

#include "matching/words.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::matching {

struct Label {
    std::string text{};
    Language language = Language::sv;
    bool preferred = false;
};

struct Concept {
    std::vector<Label> labels{};
    std::string field{}; // whose code concepts of one field share: the ISCO-08 unit group; may be empty
    bool group = false;  // it is such a group itself, `field` being its own code
    bool knowledge = false;
    Label description{}; // one is enough; may be empty
};

// A title known from elsewhere, with the fields it belongs to: an occupation of the JobTech taxonomy with the ISCO-08
// groups of its SSYK group.
struct Title {
    std::string text{};
    std::vector<std::string> fields{};
};

// An occupation and the skills it needs: concepts, in the order they are given in.
struct Occupation {
    std::vector<Label> labels{};
    std::string field{}; // its ISCO-08 code; may be empty
    std::vector<std::uint32_t> essential{};
    std::vector<std::uint32_t> optional{};
};

// A name that another taxonomy has, and what a crosswalk says of it: concepts, in the order they are given in.
struct MappedName {
    std::string text{};
    std::vector<std::uint32_t> stands_for{};   // exactly or closely
    std::vector<std::uint32_t> broader_than{}; // it means more than the concept
};

// What is known beside the concepts themselves.
struct Context {
    // They lead to concepts of their fields; where occupations are given, to what those of their fields need.
    std::span<const Title> titles{};
    std::span<const Occupation> occupations{};
    // What another taxonomy calls such concepts in Swedish: a concept that one of these names fits better is less
    // probably what is asked for.
    std::span<const std::string> rivals{};
    std::span<const MappedName> mapped{};
};

enum class Feature : std::uint8_t {
    letters,           // overlap with the concept's nearest label
    covered,           // how much of the question's parts the label has; parts weigh by rarity
    covering,          // how much of the label's parts the question has
    preferred,         // that label is the preferred one
    labels,            // ln of the concept's number of labels: whoever has many is near by chance
    own_language,      // that label is in the language asked
    neighbours,        // the concept's field's share of the thirty nearest labels
    field,             // cosine with all labels of the field together
    group,             // it is a group
    group_letters,     // letters, of a group: its label lists what is in it
    group_members,     // ln of 1 + its concepts
    near_titles,       // the field's share of the known titles that are spelled alike
    same_title,        // the field's share of the known title asked for
    group_near_titles, // the two, of a group
    group_same_title,
    needed,       // by occupations that are spelled alike
    titled,       // by occupations of the fields of known titles that are alike
    both,         // known · covering
    translated,   // how much of the concept's name in the other language the question's parts are translations of
    known,        // how much of the question's parts anything known of the concept has: its names, its description
    paired,       // how many of the question's parts stand for parts of the concept's name: learned pairs
    length,       // |ln| of the concept's name to the question, in characters
    doing,        // the question names a doing, and the concept is knowledge
    rank,         // ln of 1 + the rivals that fit the concept better, at most 32
    mapped,       // by names spelled alike that stand for it
    mapped_broad, // by names spelled alike that are broader
    same_mapped,  // its share of what the name asked for stands for
    niche,        // how many names are known that are broader than it, at most two
};
inline constexpr std::size_t feature_count = 28;
using Features = std::array<float, feature_count>;
using Weights = std::array<double, feature_count>;
// Stems, one in questions that stands for the other in names of concepts: "sömnad" for "sy".
struct LearnedPair {
    std::string_view asked{};
    std::string_view named{};
    float likeness = 0; // 0–1
};
// What was learned from questions whose answers are known; weights by the language asked in.
struct Learned {
    Weights sv{};
    Weights en{};
    std::span<const LearnedPair> pairs{};
    [[nodiscard]] const Weights& of(Language language) const { return language == Language::sv ? sv : en; }
};

// Why a concept is proposed: what weighs most.
enum class Reason : std::uint8_t {
    same,    // the label is what was asked
    words,   // most of the words are the label's
    meaning, // words of the same meaning are the label's, or the other language's
    letters,
    title,  // a known title that belongs to the field
    field,  // concepts of the field are spelled alike
    needed, // an occupation that needs it is spelled alike
    mapped  // a name that a crosswalk leads from to it
};

struct Candidate {
    std::uint32_t concept_ = 0; // in the order they were given in
    std::uint32_t label = 0;    // in Concept::labels: the nearest
    Features features{};
};

struct Match {
    std::uint32_t concept_ = 0;
    std::uint32_t label = 0;
    double score = 0; // 0–1
    Reason reason = Reason::letters;
    std::string known{}; // which title, occupation or mapped name, when that is the reason
    double alike = 0;    // 0–1: how much of the spelling is shared, whatever the others are like
};

struct MatchIndex;

class Matcher {
public:
    // Keeps what it needs of what is given, nothing else.
    Matcher(std::span<const Concept> concepts, const Context& context, const Learned& learned);
    ~Matcher();
    Matcher(Matcher&&) noexcept;
    Matcher& operator=(Matcher&&) noexcept;

    // The n most probable, that first. Empty for a text without letters and digits.
    [[nodiscard]] std::vector<Match> match(std::string_view text, Language language, std::size_t n) const;
    // All that are weighed, in no order; what weights are learned from.
    [[nodiscard]] std::vector<Candidate> candidates(std::string_view text, Language language) const;
    // The stems of a text's parts; what pairs are learned from.
    [[nodiscard]] std::vector<std::string> parts(std::string_view text, Language language) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::unique_ptr<const MatchIndex> index_;
    Learned learned_;
};

} // namespace kunna::matching
