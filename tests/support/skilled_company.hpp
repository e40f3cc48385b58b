// The small company with three skills, welding, lathe and lean, that the role fitter requires at 4, 3 and 3; Bo and Cia
// hold it. Nothing is assessed yet.
#pragma once

#include "assessments/assessments.hpp"
#include "insights/workforces.hpp"
#include "skills/catalogue.hpp"
#include "skills/holders.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

namespace kunna::test {

class SkilledCompany : public SmallCompany {
protected:
    insights::Workforces workforces{*db};
    access::Actor system = access::Actor::system();
    SkillId welding, lathe, lean;
    RoleId fitter;
    RoleProfileId first_profile;

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        welding = skill("welding");
        lathe = skill("lathe");
        lean = skill("lean");
        fitter = act([&](db::Tx& tx) {
                     return skills::add_role(tx, system, {"fitter", {"Montör", "Fitter"}, {"", ""}});
                 })->id;
        first_profile =
            new_profile("2020-01-01", {{welding, {}, 4, 3, false}, {lathe, {}, 3, 2, false}, {lean, {}, 3, 1, false}});
        for (const PersonId person : {bo, cia})
            (void)act([&](db::Tx& tx) {
                return skills::give_role(tx, system, person, {fitter, day("2020-01-01"), {}});
            });
    }

    SkillId skill(const char* key) {
        skills::SkillInput wanted{};
        wanted.key = key;
        wanted.name = {key, key};
        return act([&](db::Tx& tx) { return skills::add_skill(tx, system, wanted); })->id;
    }
    RoleProfileId new_profile(const char* from, std::vector<skills::Requirement> requirements) {
        return act([&](db::Tx& tx) {
                   return skills::add_profile(tx, system, fitter, {day(from), "", std::move(requirements)});
               })
            ->versions.front()
            .id;
    }
    void state(PersonId about, SkillId in, int level, const char* on, engine::Source source = engine::Source::manager) {
        const auto recorded = act([&](db::Tx& tx) {
            return assessments::record(tx, source == engine::Source::self ? employee(about) : manager(anna),
                                       {about, in, level, source, day(on), {}, {}, {}});
        });
        ASSERT_TRUE(recorded.ok()) << code(recorded);
    }
};

} // namespace kunna::test
