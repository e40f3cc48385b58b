// Matchers: free words, and texts, to the concepts of a taxonomy. Keeps the index of each kind in memory, and makes it
// anew when a release has come. One for a server.
#pragma once

#include "db/db.hpp"
#include "matching/matcher.hpp"
#include "taxonomies/catalogue_matcher.hpp"
#include "taxonomies/concept_spans.hpp"
#include "taxonomies/taxonomy.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace kunna::taxonomies {

enum class MatchKind : std::uint8_t { skill, occupation };
BOOST_DESCRIBE_ENUM(MatchKind, skill, occupation)

struct ConceptMatch {
    ConceptId id{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    Wording label{};        // the preferred one, in the language asked, else in the other
    std::string found_by{}; // the label that was found, which may be another
    double score = 0;       // 0–1: how probable it is that this is the one, if any of the taxonomy's is
    std::string reason{};   // in words, in the language asked
};
BOOST_DESCRIBE_STRUCT(ConceptMatch, (), (id, uri, type, code, label, found_by, score, reason))

// All concepts of one kind of one taxonomy. Occupations are found by the titles of other taxonomies too, whose groups
// are bridged to ISCO-08; skills by the occupations that need them, under their own names or such a title, and weighed
// against what other taxonomies call skills. Names that crosswalks lead here from are known too.
class ConceptMatcher {
public:
    ConceptMatcher(db::Tx& tx, TaxonomyId taxonomy, MatchKind kind);

    // The n most probable, that first. Safe from any number of threads.
    [[nodiscard]] std::vector<ConceptMatch> match(std::string_view text, matching::Language language,
                                                  std::size_t n) const;
    [[nodiscard]] std::size_t concepts() const { return known_.size(); }

private:
    struct Known {
        ConceptId id{};
        std::string uri{};
        ConceptType type = ConceptType::skill;
        std::string code{};
        std::vector<std::string> labels{}; // as the matcher counts them
        Wording sv{};                      // preferred; empty when there is none
        Wording en{};
    };

    std::vector<Known> known_;
    std::unique_ptr<const matching::Matcher> matcher_;
};

class Matchers {
public:
    explicit Matchers(db::Db& db) : db_(db), catalogue_(db) {}

    // key: of a taxonomy; ESCO when absent, or the first there is. Refuses taxonomy.not_found.
    Result<std::shared_ptr<const ConceptMatcher>> of(MatchKind kind, const std::optional<std::string>& key);
    // The same taxonomy's skills, to be found in texts.
    Result<std::shared_ptr<const ConceptSpans>> spans(const std::optional<std::string>& key);
    // The organisation's own skills.
    CatalogueIndex& catalogue() { return catalogue_; }

    // From here on the usual indexes are made in the background, at once and after each import that is told: that of a
    // whole ESCO takes seconds, and whoever searches first need not wait for it. broken: called when one failed.
    void keep_ready(std::function<void(const std::exception&)> broken);
    void imported();

private:
    Result<TaxonomyId> chosen(db::Tx& tx, const std::optional<std::string>& key);
    void make_usual();

    db::Db& db_;
    std::mutex mutex_; // one builds, the others wait for it
    std::int64_t revision_ = -1;
    std::map<std::pair<TaxonomyId, MatchKind>, std::shared_ptr<const ConceptMatcher>> made_;
    std::map<TaxonomyId, std::shared_ptr<const ConceptSpans>> spans_;
    CatalogueIndex catalogue_;
    std::mutex wanted_mutex_;
    std::condition_variable_any wake_;
    bool wanted_ = true;
    std::jthread indexing_; // the last member: it ends before what it uses
};

} // namespace kunna::taxonomies
