// Roles near me.
#include "reskilling/near.hpp"

#include "insights/sums.hpp"
#include "reskilling/fits.hpp"
#include "reskilling/interest.hpp"
#include "wishes/wishes.hpp"

#include <algorithm>
#include <map>

namespace kunna::reskilling {

namespace {

constexpr std::size_t most_near = 12;
constexpr double least_a_week = 1;
constexpr double most_a_week = 40;

} // namespace

Result<NearRoles> near_roles(db::Db& db, insights::Workforces& workforces, const access::Actor& actor,
                             double hours_a_week) {
    const auto workforce = workforces.current();
    const auto person = workforce->find(actor.person);
    if (!actor.person.given() || !person) return refuse(Kind::forbidden, "interest.only_people");
    return db.read([&](db::Tx& tx) -> Result<NearRoles> {
        const Fits fits{tx, workforce};
        std::map<std::int64_t, std::vector<ProgrammeId>> leading; // by role
        for (const OpenProgramme& open : open_programmes(tx, actor).items)
            for (const ProgrammeRole& role : open.roles)
                if (open.state == ProgrammeState::open) leading[role.role.value].push_back(open.id);
        const auto wished = TRY(wishes::wishes_of(tx, actor, actor.person)).roles;
        NearRoles near{.day = workforce->day(),
                       .known = static_cast<std::int64_t>(workforce->snapshot().held(*person).size()),
                       .hours_a_week = std::clamp(hours_a_week, least_a_week, most_a_week)};
        std::size_t shown = 0;
        for (const Fits::Near& one : fits.near(*person)) {
            const RoleId role = workforce->names().roles[one.role].id;
            const bool led_to = leading.contains(role.value);
            const bool listed = one.transferability >= engine::worth_reskilling || shown < most_near;
            if (!led_to && !listed) continue;
            ++shown;
            NearRole item;
            static_cast<RoleFit&>(item) =
                fits.fit(*person, one.role, near.hours_a_week, actor.may(access::Permission::view_learning_costs));
            item.similarity = insights::rounded(one.similarity);
            item.wished = std::any_of(wished.begin(), wished.end(),
                                      [&](const wishes::WishedRole& wish) { return wish.role == role; });
            if (led_to) item.programmes = leading[role.value];
            near.items.push_back(std::move(item));
        }
        return near;
    });
}

} // namespace kunna::reskilling
