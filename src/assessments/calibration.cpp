// Calibration.
#include "assessments/calibration.hpp"

#include "access/visibility.hpp"
#include "assessments/queries.hpp"
#include "assessments/store.hpp"
#include "engine/calibration.hpp"
#include "settings/settings.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kunna::assessments {

namespace {

// Somebody rates others in one way and themself in another, so they are two raters.
struct Rater {
    PersonId person{};
    bool of_oneself = false;
};

class Ratings {
public:
    Ratings(db::Tx& tx, std::optional<PersonId> rater) : settings_{settings::for_engine(settings::current(tx))} {
        // By person, skill and day: a rater's later statement takes the place of the one before.
        const auto take = [&](const db::Row& row) {
            add(PersonId{row.integer(0)}, SkillId{row.integer(1)}, static_cast<int>(row.integer(2)),
                store::source_of(row.integer(3)), db::from_column<std::optional<PersonId>>(row, 4));
        };
        if (rater)
            tx.run(queries::ratings_near, {{"rater", *rater}, {"day", tx.today()}}, take);
        else
            tx.run(queries::ratings, {{"day", tx.today()}}, take);
    }

    [[nodiscard]] std::vector<std::pair<Rater, Calibration>> calibrated() const {
        std::vector<std::pair<Rater, Calibration>> all;
        for (const engine::Calibration& one : engine::calibrate(ratings_))
            all.push_back({raters_[one.rater], {one.cases, one.bias, one.correction, one.kappa}});
        return all;
    }

private:
    void add(PersonId person, SkillId skill, int level, Source source, std::optional<PersonId> assessor) {
        const Rater rater{source == Source::self ? person : assessor.value_or(PersonId{}), source == Source::self};
        const double weight = settings_.weight_of(source);
        if (!rater.person.given() || weight <= 0) return;
        if (ratings_.empty() || person != person_ || skill != skill_) {
            ++case_;
            first_of_case_ = ratings_.size();
            person_ = person;
            skill_ = skill;
        }
        const engine::Rating rating{number_of(rater), case_, static_cast<double>(level), weight};
        for (std::size_t i = first_of_case_; i < ratings_.size(); ++i)
            if (ratings_[i].rater == rating.rater) {
                ratings_[i] = rating;
                return;
            }
        ratings_.push_back(rating);
    }
    std::uint32_t number_of(Rater rater) {
        const auto [at, added] = numbers_.try_emplace(rater.person.value * 2 + (rater.of_oneself ? 1 : 0),
                                                      static_cast<std::uint32_t>(raters_.size()));
        if (added) raters_.push_back(rater);
        return at->second;
    }

    engine::Settings settings_;
    std::vector<engine::Rating> ratings_;
    std::vector<Rater> raters_;
    std::unordered_map<std::int64_t, std::uint32_t> numbers_;
    PersonId person_{};
    SkillId skill_{};
    std::uint32_t case_ = 0;
    std::size_t first_of_case_ = 0;
};

struct RaterName {
    PersonId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(RaterName, (), (id, name))

} // namespace

Calibrations calibrations(db::Tx& tx, const access::Actor& actor) {
    std::unordered_map<std::int64_t, std::string> names;
    tx.each<RaterName>(queries::rater_names, access::visible_people(tx, actor, access::Sight::edit),
                       {{"day", tx.today()}}, [&](const RaterName& one) { names.emplace(one.id.value, one.name); });
    Calibrations told;
    for (auto& [rater, calibration] : Ratings{tx, std::nullopt}.calibrated()) {
        const auto name = names.find(rater.person.value);
        if (rater.of_oneself || name == names.end()) continue;
        if (!calibration.correction) {
            ++told.fewer;
            continue;
        }
        told.raters.push_back({calibration, rater.person, name->second});
    }
    // Rows came in the order of raters' first cases; names decide between equals.
    std::sort(told.raters.begin(), told.raters.end(), [](const RaterCalibration& a, const RaterCalibration& b) {
        return std::tuple{-std::abs(*a.correction), a.name, a.rater.value} <
               std::tuple{-std::abs(*b.correction), b.name, b.rater.value};
    });
    return told;
}

OwnCalibration own_calibration(db::Tx& tx, const access::Actor& actor) {
    OwnCalibration own;
    if (!actor.person.given()) return own;
    for (auto& [rater, calibration] : Ratings{tx, actor.person}.calibrated())
        if (rater.person == actor.person) (rater.of_oneself ? own.of_oneself : own.of_others) = calibration;
    return own;
}

} // namespace kunna::assessments
