// Catalogue matcher: free words to the skills in use, by their names in both languages, their other names, and the
// labels of the concepts they stand for; by spelling and by parts of words.
#pragma once

#include "db/db.hpp"
#include "matching/matcher.hpp"
#include "skills/catalogue.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <mutex>

namespace kunna::taxonomies {

struct SkillMatch {
    SkillId skill{};
    skills::Text name{};
    double score = 0;     // 0–1: how probable it is that this one is meant, if any of the catalogue's is
    std::string reason{}; // in words, in the language asked
    bool sure = false;    // probable, and alike by itself: the likeliest of a catalogue may be unlike all the same
};
BOOST_DESCRIBE_STRUCT(SkillMatch, (), (skill, name, score, reason, sure))

// The skill by its names.
matching::Concept concept_of(const skills::KnownSkill& skill);

class CatalogueMatcher {
public:
    explicit CatalogueMatcher(db::Tx& tx);

    // The n most probable, that first. Safe from any number of threads, as find() is.
    [[nodiscard]] std::vector<SkillMatch> match(std::string_view text, const std::string& language,
                                                std::size_t n) const;
    // For a search field: the skills in whose names the text stands, then those that are alike enough to be meant.
    [[nodiscard]] std::vector<SkillMatch> find(std::string_view text, const std::string& language, std::size_t n) const;

private:
    struct Known {
        SkillId id{};
        skills::Text name{};
        std::string folded_sv{};
        std::string folded_en{};
        std::vector<std::string> labels{}; // as the matcher counts them
    };
    [[nodiscard]] SkillMatch told_of(const matching::Match& match, const std::string& language) const;

    std::vector<Known> known_;
    std::unique_ptr<const matching::Matcher> matcher_;
};

// The matcher of the catalogue as it is, kept warm. One for a server.
class CatalogueIndex {
public:
    explicit CatalogueIndex(db::Db& db) : db_(db) {}

    // At once, also while the catalogue changes: then that of a moment ago, and a new one is made meanwhile.
    std::shared_ptr<const CatalogueMatcher> kept();
    // Of all that is committed; waits until it is made.
    std::shared_ptr<const CatalogueMatcher> current();

private:
    db::Db& db_;
    std::mutex mutex_; // one builds
    std::shared_ptr<const CatalogueMatcher> held_;
    std::int64_t basis_ = -1;               // of what is held
    std::atomic<std::int64_t> checked_{-1}; // up to which entry of the trail
    std::atomic<bool> making_{false};
    std::mutex starting_;    // made_ is replaced by one at a time
    std::future<void> made_; // the last to go: it uses all the others
};

} // namespace kunna::taxonomies
