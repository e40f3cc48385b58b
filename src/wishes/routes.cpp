// The HTTP face of wishes: what somebody wants, and whether managers elsewhere may find them.
#include "wishes/routes.hpp"

#include "access/visibility.hpp"
#include "http/router.hpp"
#include "wishes/consent.hpp"
#include "wishes/wishes.hpp"

namespace kunna::wishes {

namespace {

using access::Actor;
using access::Permission;

struct PersonPath {
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (person))

struct PersonAsked {
    PersonId person{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(PersonAsked, (), (person, reason))

struct SkillPath {
    PersonId person{};
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(SkillPath, (), (person, skill))

struct RolePath {
    PersonId person{};
    RoleId role{};
};
BOOST_DESCRIBE_STRUCT(RolePath, (), (person, role))

} // namespace

void declare_routes(http::Router& api) {
    api.get("/people/{person}/wishes",
            {.summary = "The skills a person wants and the roles they are curious about",
             .needs = {Permission::view_own, Permission::view_levels}},
            [](db::Db& db, const Actor& actor, const PersonAsked& asked) -> Result<Wishes> {
                const Actor asking = access::with_reason(actor, asked.reason);
                Wishes wishes = TRY(db.read([&](db::Tx& tx) { return wishes_of(tx, asking, asked.person); }));
                access::note_read(db, asking, {asked.person}, "wishes");
                return wishes;
            });
    api.put("/people/{person}/wishes/skills/{skill}",
            {.summary = "Want a skill, to a level or just so", .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const SkillPath& path, const SkillWish& wish) {
                return db.transact([&](db::Tx& tx) { return wish_skill(tx, actor, path.person, path.skill, wish); });
            });
    api.del("/people/{person}/wishes/skills/{skill}",
            {.summary = "Want a skill no longer", .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const SkillPath& path) {
                return db.transact([&](db::Tx& tx) { return take_back_skill(tx, actor, path.person, path.skill); });
            });
    api.put("/people/{person}/wishes/roles/{role}",
            {.summary = "Be curious about a role", .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const RolePath& path) {
                return db.transact([&](db::Tx& tx) { return wish_role(tx, actor, path.person, path.role); });
            });
    api.del("/people/{person}/wishes/roles/{role}",
            {.summary = "Be curious about a role no longer", .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const RolePath& path) {
                return db.transact([&](db::Tx& tx) { return take_back_role(tx, actor, path.person, path.role); });
            });
    api.get("/people/{person}/consent",
            {.summary = "Whether managers elsewhere may find oneself, what that means, and what was agreed to when",
             .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const PersonPath& path) {
                return db.read([&](db::Tx& tx) { return consent_of(tx, actor, path.person); });
            });
    api.put("/people/{person}/consent",
            {.summary = "Let managers elsewhere find oneself",
             .needs = Permission::tell_wishes,
             .description = "edition is that of the words one has read."},
            [](db::Db& db, const Actor& actor, const PersonPath& path, const NewConsent& given) {
                return db.transact([&](db::Tx& tx) { return give_consent(tx, actor, path.person, given); });
            });
    api.del("/people/{person}/consent",
            {.summary = "Withdraw it; from then on no search finds one", .needs = Permission::tell_wishes},
            [](db::Db& db, const Actor& actor, const PersonPath& path) {
                return db.transact([&](db::Tx& tx) { return withdraw_consent(tx, actor, path.person); });
            });
}

} // namespace kunna::wishes
