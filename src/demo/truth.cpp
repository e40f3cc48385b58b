// Writes the truth.
#include "demo/truth.hpp"

#include "db/value.hpp"
#include "demo/levels.hpp"
#include "demo/staffing.hpp"

#include <fmt/format.h>
#include <ostream>

namespace kunna::demo {

namespace {

std::string thousandths(int value) {
    return fmt::format("{}{}.{:03}", value < 0 ? "-" : "", std::abs(value) / 1'000, std::abs(value) % 1'000);
}

} // namespace

void write_truth(const Company& company, std::ostream& out) {
    const auto row = [&](std::string_view fact, std::string_view person, std::string_view object,
                         std::string_view value) { out << fmt::format("{},{},{},{}\n", fact, person, object, value); };
    const auto effect = [&](std::string_view name, std::int64_t in_thousandths) {
        row("effect", "", name, thousandths(static_cast<int>(in_thousandths)));
    };
    row("fact", "person", "object", "value");
    row("seed", "", "", std::to_string(company.seed));
    row("today", "", "", company.today().iso());
    effect("leave.per_cent_a_month", Hazards::leave);
    effect("leave.times_first_year", Hazards::first_year);
    effect("leave.times_after_training", Hazards::after_training);
    effect("leave.times_good_manager", Hazards::good_manager);
    effect("leave.times_after_lecture", 1'000);
    effect("training.per_cent_a_month_good_manager", Hazards::trained_by_good);
    effect("training.per_cent_a_month_other_manager", Hazards::trained_by_other);
    effect("level.after_training", Growth::after_training);
    effect("level.micro_learning", Growth::micro_learning);
    effect("rating.bias_sd", Judgement::bias_sd);
    effect("rating.self_excess", Judgement::self_excess);
    effect("rating.noise_sd", Judgement::noise_sd);
    effect("rating.missing_per_cent", Judgement::missing);
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Person& who = company.people[p];
        const std::string number = company.number_text(p);
        row("bias", number, "", thousandths(rater_bias(company, p)));
        if (who.good_manager) row("leads_well", number, "", "1");
        if (who.trained_month != 0) row("trained", number, "", std::to_string(who.trained_month));
        if (who.lecture_month != 0) row("lectured", number, "", std::to_string(who.lecture_month));
        if (who.last_day < Stay::open) row("left", number, "", who.last_day.iso());
    }
    for (const PlantedPerson& each : company.planted)
        row("planted", company.number_text(each.person), db::enum_name(each.what), "1");
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Stay* const stay = company.stay_on(p, company.today());
        if (stay == nullptr) continue;
        const std::string number = company.number_text(p);
        for (const SkillNumber skill : asked_skills(company, p, stay->role))
            row("level", number, catalogue().skills[skill].key,
                thousandths(true_level(company, p, skill, company.today())));
    }
}

} // namespace kunna::demo
