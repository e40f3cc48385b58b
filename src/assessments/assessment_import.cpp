// Assessments from files. Whether a statement is stored already is told by a 64-bit hash of what makes it the same,
// held in memory for the people concerned: no lookup in the database for each of millions of rows. Two different
// statements share a hash once in four million files of four and a half million rows.
#include "assessments/assessment_import.hpp"

#include "access/visibility.hpp"
#include "assessments/hash_set.hpp"
#include "assessments/queries.hpp"
#include "assessments/store.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace kunna::assessments {

namespace {

constexpr std::size_t most_text = 32U << 20U; // bytes of notes kept before they are written
constexpr std::size_t one_by_one = 2'000;     // people compared with a query each; more, and all is read at once
constexpr std::size_t longest_note = 4'000;

std::uint64_t mixed(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

std::uint64_t hash_of(PersonId person, SkillId skill, std::int64_t level, std::int64_t source, std::int64_t day,
                      std::optional<PersonId> assessor, std::string_view assessor_name) {
    std::uint64_t hash = mixed(static_cast<std::uint64_t>(person.value) + 0x9E3779B97F4A7C15ULL);
    for (const std::int64_t part : {skill.value, level * 16 + source, day})
        hash = mixed(hash ^ (static_cast<std::uint64_t>(part) + 0x9E3779B97F4A7C15ULL));
    const std::uint64_t by = assessor ? static_cast<std::uint64_t>(assessor->value)
                                      : std::hash<std::string_view>{}(assessor_name) | 0x8000'0000'0000'0000ULL;
    return mixed(hash ^ by);
}

// People by number or e-mail, as far as the actor may record about them.
class People {
public:
    People(db::Tx& tx, const access::Actor& actor) {
        tx.run(queries::people_known, {}, [&](const db::Row& row) {
            const PersonId id{row.integer(0)};
            by_word_.emplace(row.text(1), id);
            if (!row.null(2)) by_word_.emplace(row.text(2), id);
        });
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
        everyone_ = scope.everyone();
        if (!everyone_)
            tx.run(queries::people_editable, scope, {},
                   [&](const db::Row& row) { editable_.insert(PersonId{row.integer(0)}); });
    }

    std::optional<PersonId> find(std::string_view written) {
        const std::string_view word = text::trim(written);
        if (const auto at = by_word_.find(word); at != by_word_.end()) return at->second;
        if (word.find('@') == std::string_view::npos) return std::nullopt;
        const auto at = by_word_.find(text::fold(word));
        if (at == by_word_.end()) return std::nullopt;
        return at->second;
    }
    std::optional<PersonId> editable(std::string_view written) {
        const auto found = find(written);
        if (found && !everyone_ && !editable_.contains(*found)) return std::nullopt;
        return found;
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, PersonId, Hash, std::equal_to<>> by_word_;
    std::unordered_set<PersonId> editable_;
    bool everyone_ = false;
};

// What is stored already, and what the file has said so far.
class Known {
public:
    explicit Known(db::Tx& tx) : tx_(tx), all_(!tx.one<std::int64_t>(queries::any_assessment)) {}

    bool is_new(PersonId person, std::uint64_t hash) {
        if (!all_ && people_.insert(person).second) {
            if (people_.size() > one_by_one) {
                tx_.run(queries::every_statement, {}, [&](const db::Row& row) { take(row); });
                all_ = true;
            } else {
                tx_.run(queries::statements_of_person, {{"person", person}}, [&](const db::Row& row) { take(row); });
            }
        }
        return hashes_.insert(hash);
    }

private:
    void take(const db::Row& row) {
        hashes_.insert(hash_of(PersonId{row.integer(0)}, SkillId{row.integer(1)}, row.integer(2), row.integer(3),
                               row.integer(4), db::from_column<std::optional<PersonId>>(row, 5),
                               row.null(6) ? std::string_view{} : row.text(6)));
    }

    db::Tx& tx_;
    bool all_;
    std::unordered_set<PersonId> people_; // compared one by one so far
    HashSet hashes_;
};

class Intake {
public:
    // batch: rows kept and written at a time; 0 keeps none.
    Intake(db::Tx& tx, const access::Actor& actor, const TellProblem& tell, std::size_t batch) :
        tx_(tx), actor_(actor), tell_(tell), batch_(batch), today_(tx.today()), now_(tx.now()), people_(tx, actor),
        skills_(tx), known_(tx) {}

    AssessmentOutcome run(const NextRecord& next) {
        AssessmentRecord record;
        while (next(record)) {
            take(record);
            if (pending_.size() >= batch_ || text_bytes_ > most_text) flush();
            record = {};
        }
        flush();
        outcome_.people = static_cast<std::int64_t>(with_news_.size());
        return outcome_;
    }

private:
    void problem(const AssessmentRecord& r, std::string column, std::string_view value, std::string code,
                 std::vector<std::pair<std::string, std::string>> values = {}) {
        values.emplace_back("value", std::string{value});
        tell_({r.row, std::move(column), std::string{value}, std::move(code), std::move(values), false});
        ++outcome_.errors;
    }

    void take(const AssessmentRecord& r) {
        const auto person = people_.editable(r.person);
        if (!person) return problem(r, "person", r.person, "row.person_unknown");
        const skills::KnownSkill* skill = skills_.find(r.skill);
        if (skill == nullptr) {
            const std::string several = skills_.candidates(r.skill);
            if (several.empty()) return problem(r, "skill", r.skill, "row.skill_unknown");
            return problem(r, "skill", r.skill, "row.skill_ambiguous", {{"candidates", several}});
        }
        if (r.level < skill->lowest || r.level > skill->highest)
            return problem(r, "level", std::to_string(r.level), "level.outside_scale",
                           {{"min", std::to_string(skill->lowest)}, {"max", std::to_string(skill->highest)}});
        if (r.day > today_) return problem(r, "day", r.day.iso(), "assessment.day_in_future");
        if (r.expires && *r.expires < r.day)
            return problem(r, "expires", r.expires->iso(), "assessment.expires_before_day");
        if (r.note.size() > longest_note)
            return problem(r, "note", text::cut(r.note, 40), "assessment.text_too_long",
                           {{"limit", std::to_string(longest_note)}});

        std::optional<PersonId> assessor;
        std::string assessor_name;
        if (r.source == Source::self)
            assessor = *person;
        else if (const std::string_view by = text::trim(r.assessor); !by.empty()) {
            assessor = people_.find(by);
            if (!assessor) assessor_name = text::squeeze(text::cut(by, 200));
        }
        const std::uint64_t hash =
            hash_of(*person, skill->id, r.level, store::number_of(r.source), r.day.days(), assessor, assessor_name);
        if (!known_.is_new(*person, hash)) {
            ++outcome_.unchanged;
            return;
        }
        ++outcome_.added;
        with_news_.insert(*person);
        if (batch_ == 0 || outcome_.errors > 0) return;
        pending_.push_back({person->value, assessor ? assessor->value : 0, static_cast<std::int32_t>(skill->id.value),
                            r.day.days(), r.expires ? r.expires->days() : never,
                            kept({std::move(assessor_name), std::string{text::trim(r.note)}}),
                            static_cast<std::int16_t>(r.level), r.source});
    }

    void flush() {
        if (pending_.empty()) return;
        // In the order of the index: a file sorted by day would otherwise touch another page with every row.
        std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
            return std::pair{a.person, a.skill} < std::pair{b.person, b.skill};
        });
        tx_.bulk(queries::append_assessment, [&](db::Tx::Adder& add) {
            for (const Pending& row : pending_) {
                const Texts& texts = texts_[row.texts];
                add({{"person", row.person},
                     {"skill", row.skill},
                     {"level", row.level},
                     {"source", store::number_of(row.source)},
                     {"assessor", row.assessor == 0 ? std::nullopt : std::optional{row.assessor}},
                     {"assessor_name", text_or_none(texts.assessor_name)},
                     {"day", row.day},
                     {"expires", row.expires == never ? std::nullopt : std::optional{row.expires}},
                     {"note", text_or_none(texts.note)},
                     {"account", actor_.account},
                     {"recorded", now_}});
            }
        });
        pending_.clear();
        texts_.resize(1);
        text_bytes_ = 0;
    }
    static std::optional<std::string_view> text_or_none(const std::string& text) {
        if (text.empty()) return std::nullopt;
        return text;
    }

    // A row in 40 bytes; the few with texts have them aside.
    static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
    struct Pending {
        std::int64_t person = 0;
        std::int64_t assessor = 0; // 0: none
        std::int32_t skill = 0;
        std::int32_t day = 0;
        std::int32_t expires = never;
        std::uint32_t texts = 0;
        std::int16_t level = 0;
        Source source = Source::manager;
    };
    struct Texts {
        std::string assessor_name{};
        std::string note{};
    };
    std::uint32_t kept(Texts texts) {
        if (texts.assessor_name.empty() && texts.note.empty()) return 0;
        text_bytes_ += sizeof(Texts) + texts.assessor_name.size() + texts.note.size();
        texts_.push_back(std::move(texts));
        return static_cast<std::uint32_t>(texts_.size() - 1);
    }

    db::Tx& tx_;
    const access::Actor& actor_;
    const TellProblem& tell_;
    std::size_t batch_;
    Date today_;
    Instant now_;
    People people_;
    skills::SkillFinder skills_;
    Known known_;
    std::unordered_set<PersonId> with_news_;
    std::vector<Pending> pending_;
    std::vector<Texts> texts_{1}; // the first is empty
    std::size_t text_bytes_ = 0;
    AssessmentOutcome outcome_;
};

} // namespace

AssessmentOutcome plan_assessments(db::Tx& tx, const access::Actor& actor, const NextRecord& next,
                                   const TellProblem& tell) {
    return Intake{tx, actor, tell, 0}.run(next);
}

Result<AssessmentOutcome> apply_assessments(db::Tx& tx, const access::Actor& actor, const NextRecord& next,
                                            const TellProblem& tell, std::size_t batch) {
    const AssessmentOutcome outcome = Intake{tx, actor, tell, std::max<std::size_t>(batch, 1)}.run(next);
    if (outcome.errors > 0) return refuse(Kind::conflict, "row.has_errors");
    if (outcome.added > 0)
        audit::append(tx, actor.account, "assessments.imported", 0,
                      "rows=" + std::to_string(outcome.added) + ",people=" + std::to_string(outcome.people));
    return outcome;
}

} // namespace kunna::assessments
