// Releases in memory: cleaning what files hold, and refusing what goes round in a circle.
#include "taxonomies/release.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <unordered_set>

namespace kunna::taxonomies {

namespace {

bool control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

// Each name once, whatever its case, and none that is the preferred label itself.
std::string without_repeats(const std::string& lines, std::string_view preferred) {
    if (lines.empty()) return {};
    std::unordered_set<std::string> seen{text::fold(preferred)};
    std::string kept;
    for (const std::string_view line : text::split(lines, '\n')) {
        if (!seen.insert(text::fold(line)).second) continue;
        if (!kept.empty()) kept += '\n';
        kept += line;
    }
    return kept;
}

void add_word(std::string& lines, std::string_view word) {
    const std::string clean = clean_word(word);
    if (clean.empty()) return;
    if (!lines.empty()) lines += '\n';
    lines += clean;
}

} // namespace

RelationFile file_of(RelationKind kind, ConceptType source) {
    const bool of_occupations = source == ConceptType::occupation || source == ConceptType::occupation_group;
    if (kind == RelationKind::broader)
        return of_occupations ? RelationFile::broader_occupations : RelationFile::broader_skills;
    return of_occupations ? RelationFile::occupation_skills : RelationFile::skill_skills;
}

ConceptType file_of(ConceptType type) {
    return type == ConceptType::knowledge ? ConceptType::skill : type;
}

std::string clean_word(std::string_view text) {
    std::string word = text::squeeze(text);
    if (std::any_of(word.begin(), word.end(), control)) {
        std::erase_if(word, control);
        word = text::squeeze(word);
    }
    return word;
}

std::string clean_text(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return clean_word(text);
    std::string whole;
    for (const std::string_view line : text::split(text::trim(text), '\n')) whole += clean_word(line) + '\n';
    return std::string{text::trim(whole)};
}

std::string clean_words(std::string_view cell, std::string_view also) {
    std::string lines;
    std::size_t from = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool bar = cell.substr(i).starts_with(" | ");
        if (!bar && cell[i] != '\n' && also.find(cell[i]) == std::string_view::npos) continue;
        add_word(lines, cell.substr(from, i - from));
        if (bar) i += 2;
        from = i + 1;
    }
    if (from < cell.size()) add_word(lines, cell.substr(from));
    return lines;
}

std::uint32_t ReleaseBuilder::add(std::string_view uri, ConceptType type) {
    if (const auto known = numbers_.find(uri); known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(release_.concepts.size());
    numbers_.emplace(uri, number);
    release_.concepts.push_back({});
    release_.concepts.back().uri = uri;
    release_.concepts.back().type = type;
    return number;
}

std::optional<std::uint32_t> ReleaseBuilder::find(std::string_view uri) const {
    const auto known = numbers_.find(uri);
    return known == numbers_.end() ? std::nullopt : std::optional{known->second};
}

void ReleaseBuilder::label(std::uint32_t number, Label label) {
    label.preferred = clean_word(label.preferred);
    if (label.preferred.empty()) return;
    auto& labels = release_.concepts[number].labels;
    if (std::any_of(labels.begin(), labels.end(), [&](const Label& l) { return l.language == label.language; })) return;
    label.alternatives = without_repeats(label.alternatives, label.preferred);
    label.hidden = without_repeats(label.hidden, label.preferred);
    label.description = clean_text(label.description);
    labels.push_back(std::move(label));
}

void ReleaseBuilder::relate(std::uint32_t source, RelationKind kind, std::uint32_t target) {
    release_.relations.push_back({source, kind, target});
}

void ReleaseBuilder::relate(std::string_view source, RelationKind kind, std::string_view target) {
    const auto from = find(source);
    const auto to = find(target);
    if (from && to)
        relate(*from, kind, *to);
    else
        ++release_.unknown_ends;
}

Result<Release> ReleaseBuilder::finish() {
    auto& relations = release_.relations;
    std::sort(relations.begin(), relations.end());
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> broader;
    for (const ReleaseRelation& r : relations)
        if (r.kind == RelationKind::broader) broader.emplace_back(r.source, r.target);
    if (const auto round = on_a_cycle(release_.concepts.size(), broader)) {
        const ReleaseConcept& one = release_.concepts[*round];
        return refuse_cycle(one.labels.empty() ? "" : one.labels.front().preferred, one.uri);
    }
    return std::move(release_);
}

std::optional<std::uint32_t> on_a_cycle(std::size_t nodes,
                                        const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
    // Whoever has nothing above it is taken away, and again; what is left leads into a circle.
    std::vector<std::uint32_t> above(nodes);
    std::vector<std::vector<std::uint32_t>> below(nodes);
    for (const auto& [from, to] : edges) {
        ++above[from];
        below[to].push_back(from);
    }
    std::vector<std::uint32_t> free;
    for (std::uint32_t node = 0; node < nodes; ++node)
        if (above[node] == 0) free.push_back(node);
    std::size_t taken = 0;
    for (; taken < free.size(); ++taken)
        for (const std::uint32_t child : below[free[taken]])
            if (--above[child] == 0) free.push_back(child);
    if (taken == nodes) return std::nullopt;
    // Up from any that is left, staying among those left; after as many steps as there are nodes one is on the circle.
    std::vector<std::uint32_t> up(nodes);
    std::uint32_t at = 0;
    for (const auto& [from, to] : edges)
        if (above[from] > 0 && above[to] > 0) {
            up[from] = to;
            at = from;
        }
    for (std::size_t step = 0; step < nodes; ++step) at = up[at];
    return at;
}

Error refuse_cycle(std::string_view label, std::string_view uri) {
    return Error{Kind::invalid, "taxonomy.cycle", {}, {{"label", std::string{label}}, {"uri", std::string{uri}}}};
}

} // namespace kunna::taxonomies
