// The HTTP face of skills: catalogue, scales, roles with their profiles and holders, packs. What a new profile would
// change for whom is told by insights.
#include "skills/routes.hpp"

#include "http/router.hpp"
#include "skills/catalogue.hpp"
#include "skills/holders.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"

namespace kunna::skills {

namespace {

using access::Actor;
using access::Permission;

struct SkillPath {
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(SkillPath, (), (skill))

struct RolePath {
    RoleId role{};
};
BOOST_DESCRIBE_STRUCT(RolePath, (), (role))

struct RoleAsked {
    RoleId role{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(RoleAsked, (), (role, as_of))

struct AsOf {
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (as_of))

struct PersonPath {
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (person))

struct HolderPath {
    PersonId person{};
    RoleId role{};
    std::optional<Date> to{}; // the last day it is held; today when absent
};
BOOST_DESCRIBE_STRUCT(HolderPath, (), (person, role, to))

struct PackPath {
    std::string key{};
};
BOOST_DESCRIBE_STRUCT(PackPath, (), (key))

struct ScaleList {
    std::vector<Scale> items{};
};
BOOST_DESCRIBE_STRUCT(ScaleList, (), (items))

struct RoleList {
    std::vector<RoleRow> items{};
};
BOOST_DESCRIBE_STRUCT(RoleList, (), (items))

struct HeldRoleList {
    std::vector<HeldRole> items{};
};
BOOST_DESCRIBE_STRUCT(HeldRoleList, (), (items))

struct PackList {
    std::vector<PackRow> items{};
};
BOOST_DESCRIBE_STRUCT(PackList, (), (items))

std::string at(std::string_view place, std::int64_t id) {
    return std::string{place} + std::to_string(id);
}

void declare_catalogue(http::Router& api) {
    api.get("/skills",
            {.summary = "The catalogue: groups and skills, with how many roles require each",
             .needs = Permission::view_catalogue},
            [](db::Db& db) -> Result<Catalogue> { return db.read([](db::Tx& tx) { return catalogue(tx); }); });
    api.get("/skills/{skill}",
            {.summary = "One skill: anchors for each level, and the roles that require it",
             .needs = Permission::view_catalogue},
            [](db::Db& db, const SkillPath& path) {
                return db.read([&](db::Tx& tx) { return find_skill(tx, path.skill); });
            });
    api.post("/skills", {.summary = "Add a skill", .needs = Permission::edit_catalogue},
             [](db::Db& db, const Actor& actor, const SkillInput& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Skill>> {
                     Skill added = TRY(add_skill(tx, actor, wanted));
                     return http::Created<Skill>{at("/skills/", added.id.value), std::move(added)};
                 });
             });
    api.put("/skills/{skill}",
            {.summary = "Edit or retire a skill; key and scale stay", .needs = Permission::edit_catalogue},
            [](db::Db& db, const Actor& actor, const SkillPath& path, const SkillInput& edit, http::IfMatch match) {
                return db.transact([&](db::Tx& tx) { return edit_skill(tx, actor, path.skill, match.version, edit); });
            });
    api.post("/skills/groups", {.summary = "Add a group to the catalogue", .needs = Permission::edit_catalogue},
             [](db::Db& db, const Actor& actor, const NewGroup& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Group>> {
                     Group added = TRY(add_group(tx, actor, wanted));
                     return http::Created<Group>{"/skills", std::move(added)};
                 });
             });
    api.get(
        "/scales",
        {.summary = "Scales, with the name and the general anchor of each level", .needs = Permission::view_catalogue},
        [](db::Db& db) -> Result<ScaleList> { return ScaleList{db.read([](db::Tx& tx) { return scales(tx); })}; });
    api.get("/packs", {.summary = "Starter packs, and which are installed", .needs = Permission::view_catalogue},
            [](db::Db& db) -> Result<PackList> { return PackList{db.read([](db::Tx& tx) { return packs(tx); })}; });
    api.post("/packs/{key}",
             {.summary = "Install a starter pack; what is there already stays as it is",
              .needs = Permission::edit_catalogue},
             [](db::Db& db, const Actor& actor, const PackPath& path) {
                 return db.transact([&](db::Tx& tx) { return install_pack(tx, actor, path.key); });
             });
}

void declare_roles(http::Router& api) {
    api.get("/roles", {.summary = "Roles as of a day", .needs = Permission::view_catalogue},
            [](db::Db& db, const Actor& actor, const AsOf& asked) -> Result<RoleList> {
                return RoleList{
                    db.read([&](db::Tx& tx) { return roles(tx, actor, asked.as_of.value_or(tx.today())); })};
            });
    api.get("/roles/{role}",
            {.summary = "One role: the profile in force on a day, and all its versions",
             .needs = Permission::view_catalogue},
            [](db::Db& db, const Actor& actor, const RoleAsked& asked) {
                return db.read(
                    [&](db::Tx& tx) { return find_role(tx, actor, asked.role, asked.as_of.value_or(tx.today())); });
            });
    api.post("/roles", {.summary = "Add a role", .needs = Permission::edit_roles},
             [](db::Db& db, const Actor& actor, const NewRole& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<RoleProfile>> {
                     RoleProfile added = TRY(add_role(tx, actor, wanted));
                     return http::Created<RoleProfile>{at("/roles/", added.id.value), std::move(added)};
                 });
             });
    api.put(
        "/roles/{role}",
        {.summary = "Rename or describe a role; requirements are edited as profiles", .needs = Permission::edit_roles},
        [](db::Db& db, const Actor& actor, const RolePath& path, const RoleEdit& edit, http::IfMatch match) {
            return db.transact([&](db::Tx& tx) { return edit_role(tx, actor, path.role, match.version, edit); });
        });
    api.post("/roles/{role}/profiles",
             {.summary = "Add a version of the role's profile, valid from a day",
              .needs = Permission::edit_roles,
              .description = "A version of today or a later day is replaced by another of the same day; a day that has "
                             "passed keeps its own."},
             [](db::Db& db, const Actor& actor, const RolePath& path, const NewProfile& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<RoleProfile>> {
                     RoleProfile added = TRY(add_profile(tx, actor, path.role, wanted));
                     return http::Created<RoleProfile>{at("/roles/", path.role.value), std::move(added)};
                 });
             });
}

void declare_holders(http::Router& api) {
    api.get(
        "/people/{person}/roles",
        {.summary = "The roles a person holds and has held", .needs = {Permission::view_own, Permission::view_people}},
        [](db::Db& db, const Actor& actor, const PersonPath& path) -> Result<HeldRoleList> {
            return HeldRoleList{TRY(db.read([&](db::Tx& tx) { return roles_of(tx, actor, path.person); }))};
        });
    api.post("/people/{person}/roles", {.summary = "Give a person a role", .needs = Permission::edit_roles},
             [](db::Db& db, const Actor& actor, const PersonPath& path, const NewHolder& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<HeldRole>> {
                     HeldRole given = TRY(give_role(tx, actor, path.person, wanted));
                     return http::Created<HeldRole>{at("/people/", path.person.value) + "/roles", std::move(given)};
                 });
             });
    api.del("/people/{person}/roles/{role}", {.summary = "End a role on its last day", .needs = Permission::edit_roles},
            [](db::Db& db, const Actor& actor, const HolderPath& path) {
                return db.transact([&](db::Tx& tx) { return end_role(tx, actor, path.person, path.role, path.to); });
            });
}

} // namespace

void declare_routes(http::Router& api) {
    declare_catalogue(api);
    declare_roles(api);
    declare_holders(api);
}

} // namespace kunna::skills
