// Calibration: how each rater's levels lie against what others say of the same people and skills (domain.md §3). Told
// to HR and to the rater, to nobody else, and never applied to a level.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::assessments {

// Steps; above 0 rates higher than the others. correction and kappa from five cases on.
struct Calibration {
    std::int64_t cases = 0; // a person's skill, rated by somebody else too
    double bias = 0;
    std::optional<double> correction{};
    std::optional<double> kappa{};
};
BOOST_DESCRIBE_STRUCT(Calibration, (), (cases, bias, correction, kappa))

struct RaterCalibration : Calibration {
    PersonId rater{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(RaterCalibration, (Calibration), (rater, name))

struct Calibrations {
    std::vector<RaterCalibration> raters{}; // with five cases or more, the largest correction first
    std::int64_t fewer = 0;                 // raters with fewer
};

// Those who rate others and work here today, of the people HR may edit. Each rater's newest statement on a case counts,
// of those that are neither ended nor lapsed today; the others' weigh as their source does.
Calibrations calibrations(db::Tx& tx, const access::Actor& actor);

// One's own, apart: as a rater of others, and of oneself. Nothing without a case that somebody else rated too.
struct OwnCalibration {
    std::optional<Calibration> of_others{};
    std::optional<Calibration> of_oneself{};
};
BOOST_DESCRIBE_STRUCT(OwnCalibration, (), (of_others, of_oneself))

OwnCalibration own_calibration(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::assessments
