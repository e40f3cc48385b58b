// The HTTP face of taxonomies: which there are and what their releases changed, levels of their trees, one concept, the
// concepts that words mean, and which skills of the catalogue stand for which concepts.
#include "taxonomies/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "skills/catalogue.hpp"
#include "taxonomies/crosswalk.hpp"
#include "taxonomies/links.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_files.hpp"
#include "taxonomies/taxonomies.hpp"

namespace kunna::taxonomies {

namespace {

using access::Actor;
using access::Permission;

struct TaxonomyList {
    std::vector<Taxonomy> items{};
};
BOOST_DESCRIBE_STRUCT(TaxonomyList, (), (items))

struct ConceptAsked {
    ConceptId concept_{};
    std::optional<std::string> language{}; // the reader's own when absent
};
BOOST_DESCRIBE_STRUCT(ConceptAsked, (), (concept_, language))

// A page of a list; labels in a language, the reader's own when absent.
struct ListAsked : http::PageAsked {
    std::optional<std::string> language{};
};
BOOST_DESCRIBE_STRUCT(ListAsked, (http::PageAsked), (language))

struct LevelAsked : ListAsked {
    std::optional<TaxonomyId> taxonomy{}; // whose roots
    std::optional<ConceptId> parent{};    // or what is below
    std::optional<ConceptType> type{};
};
BOOST_DESCRIBE_STRUCT(LevelAsked, (ListAsked), (taxonomy, parent, type))

struct NeededByAsked : ListAsked {
    ConceptId concept_{};
};
BOOST_DESCRIBE_STRUCT(NeededByAsked, (ListAsked), (concept_))

struct ChangesAsked : ListAsked {
    TaxonomyReleaseId release{};
    std::optional<Change> change{};
};
BOOST_DESCRIBE_STRUCT(ChangesAsked, (ListAsked), (release, change))

struct TaxonomyPath {
    TaxonomyId taxonomy{};
};
BOOST_DESCRIBE_STRUCT(TaxonomyPath, (), (taxonomy))

// kind: esco, onet and jobtech are zips of the official files; skills is an organisation's own list, CSV or XLSX.
struct UploadAsked {
    ReleaseKind kind = ReleaseKind::esco;
    std::optional<std::string> filename{};
    std::optional<std::string> release{};
    std::optional<std::string> taxonomy{}; // the key of an own list; own when absent
    std::optional<bool> dry_run{};
};
BOOST_DESCRIBE_STRUCT(UploadAsked, (), (kind, filename, release, taxonomy, dry_run))

struct CrosswalkAsked {
    std::optional<std::string> filename{};
    std::optional<bool> dry_run{};
};
BOOST_DESCRIBE_STRUCT(CrosswalkAsked, (), (filename, dry_run))

struct CrosswalkList {
    std::vector<Crosswalk> items{};
};
BOOST_DESCRIBE_STRUCT(CrosswalkList, (), (items))

struct ReleaseList {
    std::vector<ReleaseRow> items{};
};
BOOST_DESCRIBE_STRUCT(ReleaseList, (), (items))

struct MatchAsked {
    std::string text{};
    MatchKind kind = MatchKind::skill;
    std::optional<matching::Language> language{}; // of the text; the reader's own when absent
    std::optional<std::string> taxonomy{};        // its key
    std::optional<std::int32_t> limit{};
};
BOOST_DESCRIBE_STRUCT(MatchAsked, (), (text, kind, language, taxonomy, limit))

struct MatchList {
    std::vector<ConceptMatch> items{};
};
BOOST_DESCRIBE_STRUCT(MatchList, (), (items))

struct SkillPath {
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(SkillPath, (), (skill))

struct LinkPath {
    SkillId skill{};
    ConceptId concept_{};
};
BOOST_DESCRIBE_STRUCT(LinkPath, (), (skill, concept_))

struct ConceptPath {
    ConceptId concept_{};
};
BOOST_DESCRIBE_STRUCT(ConceptPath, (), (concept_))

struct WantedLink {
    ConceptId concept_{};
};
BOOST_DESCRIBE_STRUCT(WantedLink, (), (concept_))

struct LinkList {
    std::vector<SkillLink> items{};
};
BOOST_DESCRIBE_STRUCT(LinkList, (), (items))

struct StandInList {
    std::vector<StandIn> items{};
};
BOOST_DESCRIBE_STRUCT(StandInList, (), (items))

struct ProposalsAsked {
    SkillId skill{};
    std::optional<std::string> taxonomy{}; // its key
};
BOOST_DESCRIBE_STRUCT(ProposalsAsked, (), (skill, taxonomy))

constexpr std::int32_t most_matches = 50;
constexpr std::size_t proposals_shown = 8;

Result<std::size_t> matches_asked(std::optional<std::int32_t> limit) {
    const std::int32_t most = limit.value_or(10);
    if (most < 1 || most > most_matches)
        return refuse_field("query/limit", "match.limit", {{"limit", std::to_string(most_matches)}});
    return static_cast<std::size_t>(most);
}

Result<MatchList> show_matches(Matchers& matchers, const Actor& actor, const MatchAsked& asked) {
    const auto limit = TRY(matches_asked(asked.limit));
    const auto own = db::enum_of<matching::Language>(actor.language).value_or(matching::Language::sv);
    const auto matcher = TRY(matchers.of(asked.kind, asked.taxonomy));
    return MatchList{matcher->match(asked.text, asked.language.value_or(own), limit)};
}

struct SkillMatchAsked {
    std::string text{};
    std::optional<std::int32_t> limit{};
};
BOOST_DESCRIBE_STRUCT(SkillMatchAsked, (), (text, limit))

struct SkillMatchList {
    std::vector<SkillMatch> items{};
};
BOOST_DESCRIBE_STRUCT(SkillMatchList, (), (items))

Result<SkillMatchList> show_skills(Matchers& matchers, const Actor& actor, const SkillMatchAsked& asked) {
    const auto limit = TRY(matches_asked(asked.limit));
    return SkillMatchList{matchers.catalogue().kept()->find(asked.text, actor.language, limit)};
}

// The part of the list that the page shows, and one more, which tells whether it goes on.
Result<Asked> part_of(const std::string& list, const Actor& actor, const ListAsked& asked) {
    return Asked{{},
                 ConceptId{TRY(http::page_start(list, asked.cursor, 0))},
                 asked.limit_or(100) + 1,
                 asked.language.value_or(actor.language)};
}

Result<http::Page<ConceptRow>> show_level(db::Db& db, const Actor& actor, const LevelAsked& asked) {
    if (!asked.parent && !asked.taxonomy) return refuse_field("query/taxonomy", "concepts.of_what");
    const std::string list = asked.parent ? "concepts below " + std::to_string(asked.parent->value)
                                          : "roots of " + std::to_string(asked.taxonomy->value);
    Asked part = TRY(part_of(list, actor, asked));
    part.type = asked.type;
    http::Page<ConceptRow> page;
    page.items = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<ConceptRow>> {
        if (asked.parent) {
            TRY(check(tx, *asked.parent));
            return children(tx, *asked.parent, part);
        }
        TRY(check(tx, *asked.taxonomy));
        return roots(tx, *asked.taxonomy, part);
    }));
    http::cut_page(page, list, part.limit - 1, [](const ConceptRow& row) { return row.id.value; });
    return page;
}

Result<http::Page<NeededBy>> show_needed_by(db::Db& db, const Actor& actor, const NeededByAsked& asked) {
    const std::string list = "who needs " + std::to_string(asked.concept_.value);
    const Asked part = TRY(part_of(list, actor, asked));
    http::Page<NeededBy> page;
    page.items = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<NeededBy>> {
        TRY(check(tx, asked.concept_));
        return needed_by(tx, asked.concept_, part);
    }));
    http::cut_page(page, list, part.limit - 1, [](const NeededBy& one) { return one.row.id.value; });
    return page;
}

// A page is of whole concepts: one that was renamed in two languages stands on it twice.
Result<http::Page<ChangeRow>> show_changes(db::Db& db, const Actor& actor, const ChangesAsked& asked) {
    std::string list = "changes of " + std::to_string(asked.release.value);
    if (asked.change) list += db::enum_name(*asked.change);
    const Asked part = TRY(part_of(list, actor, asked));
    http::Page<ChangeRow> page;
    page.items = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<ChangeRow>> {
        TRY(check(tx, asked.release));
        return changes(tx, asked.release, asked.change, part);
    }));
    std::size_t concepts = 0;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        if (i > 0 && page.items[i].id == page.items[i - 1].id) continue;
        if (++concepts < part.limit) continue;
        page.items.resize(i);
        page.next = http::seal_cursor(list, {std::to_string(page.items.back().id.value)});
    }
    return page;
}

Result<MatchList> show_proposals(Matchers& matchers, db::Db& db, const Actor& actor, const ProposalsAsked& asked) {
    const skills::Skill skill = TRY(db.read([&](db::Tx& tx) { return skills::find_skill(tx, asked.skill); }));
    const auto matcher = TRY(matchers.of(MatchKind::skill, asked.taxonomy));
    const std::string& name = skills::shown(skill.name, actor.language);
    const bool english = name == skill.name.en && (actor.language == "en" || skill.name.sv.empty());
    return MatchList{matcher->match(name, english ? matching::Language::en : matching::Language::sv, proposals_shown)};
}

void declare_links(http::Router& api, Matchers* matchers) {
    api.get("/skills/{skill}/concepts",
            {.summary = "The concepts that a skill stands for, one a taxonomy",
             .needs = Permission::view_catalogue,
             .description = "When a release has replaced the concept that was linked, the one in its place is told, "
                            "and beside it the one that was linked."},
            [](db::Db& db, const Actor& actor, const SkillPath& path) -> Result<LinkList> {
                return LinkList{TRY(db.read([&](db::Tx& tx) { return links_of(tx, path.skill, actor.language); }))};
            });
    api.get("/skills/{skill}/concepts/proposals",
            {.summary = "Concepts that a skill may stand for, by its name, with a score and a reason",
             .needs = Permission::edit_catalogue},
            [matchers](db::Db& db, const Actor& actor, const ProposalsAsked& asked) {
                return show_proposals(*matchers, db, actor, asked);
            });
    api.put("/skills/{skill}/concepts",
            {.summary = "Link a skill to a concept, in the place of its link to the same taxonomy",
             .needs = Permission::edit_catalogue},
            [](db::Db& db, const Actor& actor, const SkillPath& path, const WantedLink& wanted) {
                return db.transact([&](db::Tx& tx) -> Result<LinkList> {
                    TRY(link(tx, actor, path.skill, wanted.concept_));
                    return LinkList{TRY(links_of(tx, path.skill, actor.language))};
                });
            });
    api.del("/skills/{skill}/concepts/{concept}",
            {.summary = "Take a skill's link to a concept away", .needs = Permission::edit_catalogue},
            [](db::Db& db, const Actor& actor, const LinkPath& path) {
                return db.transact([&](db::Tx& tx) { return unlink(tx, actor, path.skill, path.concept_); });
            });
    api.get("/concepts/{concept}/skills",
            {.summary = "The skills of the catalogue that stand for a concept", .needs = Permission::view_catalogue},
            [](db::Db& db, const ConceptPath& path) -> Result<StandInList> {
                return StandInList{TRY(db.read([&](db::Tx& tx) { return stand_ins(tx, path.concept_); }))};
            });
    api.post("/concepts/{concept}/skills",
             {.summary = "Take a concept into the catalogue",
              .needs = Permission::edit_catalogue,
              .description = "Answers with the skill that stands for it from now on: one that does already, else one "
                             "of the same name, else a new one with the concept's names and description."},
             [](db::Db& db, const Actor& actor, const ConceptPath& path) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<skills::Skill>> {
                     const SkillId skill = TRY(take_in(tx, actor, path.concept_));
                     return http::Created<skills::Skill>{"/skills/" + std::to_string(skill.value),
                                                         TRY(skills::find_skill(tx, skill))};
                 });
             });
}

constexpr std::uint64_t largest_release = std::uint64_t{512} << 20U; // bytes, packed

Result<ReleaseReport> upload(db::Db& db, const Actor& actor, const UploadAsked& asked, http::Upload&& file) {
    return hand_in(db, actor,
                   {asked.kind, file.path(), asked.filename.value_or(file.filename()), asked.release.value_or(""),
                    asked.taxonomy.value_or("")},
                   asked.dry_run.value_or(false));
}

void declare_crosswalks(http::Router& api, Matchers* matchers) {
    api.get("/taxonomies/crosswalks",
            {.summary = "Crosswalks: which taxonomies correspond, with how many pairs of each sort",
             .needs = Permission::view_catalogue,
             .description = "broad: the concept of the other taxonomy is the broader of the two."},
            [](db::Db& db) -> Result<CrosswalkList> {
                return CrosswalkList{db.read([](db::Tx& tx) { return crosswalks(tx); })};
            });
    api.post(
        "/taxonomies/crosswalks",
        {.summary = "Hand in a crosswalk between two taxonomies: its bytes are the body",
         .needs = Permission::edit_catalogue,
         .description =
             "CSV or XLSX as countries hand it to EURES: Classification 1 URI, Mapping relation, Classification 2 "
             "URI; Arbetsförmedlingen's columns (escoUri, mappingRelation, jobtechUri) do as well. Both taxonomies "
             "have to be imported. With dry_run only what it would change is told. All of it is imported, or "
             "nothing.",
         .body_limit = largest_release},
        [matchers](db::Db& db, const Actor& actor, const CrosswalkAsked& asked, http::Upload&& file) {
            auto report = hand_in(db, actor, CrosswalkFile{file.path(), asked.filename.value_or(file.filename())},
                                  asked.dry_run.value_or(false));
            if (report.ok() && report->applied) matchers->imported();
            return report;
        });
}

} // namespace

void declare_routes(http::Router& api, Matchers* matchers) {
    api.get("/taxonomies",
            {.summary = "Taxonomies, with their sizes and the attribution to show beside their concepts",
             .needs = Permission::view_catalogue},
            [](db::Db& db) -> Result<TaxonomyList> {
                return TaxonomyList{db.read([](db::Tx& tx) { return taxonomies(tx); })};
            });
    api.post("/taxonomies/releases",
             {.summary = "Hand in a release of a taxonomy: its bytes are the body",
              .needs = Permission::edit_catalogue,
              .description =
                  "The official files of ESCO, O*NET or JobTech as a zip, or an own list as CSV or XLSX. With "
                  "dry_run only what it would change is told. All of it is imported, or nothing.",
              .body_limit = largest_release},
             [matchers](db::Db& db, const Actor& actor, const UploadAsked& asked, http::Upload&& file) {
                 auto report = upload(db, actor, asked, std::move(file));
                 if (report.ok() && report->applied) matchers->imported();
                 return report;
             });
    api.get("/taxonomies/{taxonomy}/releases",
            {.summary = "What each imported release of a taxonomy changed, newest first",
             .needs = Permission::view_catalogue},
            [](db::Db& db, const TaxonomyPath& path) -> Result<ReleaseList> {
                return db.read([&](db::Tx& tx) -> Result<ReleaseList> {
                    TRY(check(tx, path.taxonomy));
                    return ReleaseList{releases(tx, path.taxonomy)};
                });
            });
    api.get("/taxonomies/releases/{release}/changes",
            {.summary = "The concepts that a release added, renamed, retired, replaced or brought back",
             .needs = Permission::view_catalogue},
            show_changes);
    api.get("/concepts",
            {.summary = "A level of a taxonomy's tree: its roots, or what is below a concept",
             .needs = Permission::view_catalogue,
             .description = "Give parent or taxonomy. Labels fall back to English, then to any language; each says "
                            "which it is in."},
            show_level);
    api.get("/concepts/matches",
            {.summary = "The concepts that free words most probably mean, with a score and a reason",
             .needs = Permission::view_catalogue,
             .description = "A job title or a skill, Swedish or English. The score is the probability that the concept "
                            "is the one, if any of the taxonomy's is."},
            [matchers](const Actor& actor, const MatchAsked& asked) { return show_matches(*matchers, actor, asked); });
    api.get("/concepts/{concept}",
            {.summary = "One concept: labels, what is above it, what it needs", .needs = Permission::view_catalogue},
            [](db::Db& db, const Actor& actor, const ConceptAsked& asked) {
                return db.read([&](db::Tx& tx) {
                    return find_concept(tx, asked.concept_, asked.language.value_or(actor.language));
                });
            });
    api.get("/concepts/{concept}/needed-by",
            {.summary = "The occupations and skills that need a skill", .needs = Permission::view_catalogue},
            show_needed_by);
    api.get(
        "/skills/matches",
        {.summary = "The skills of the catalogue that free words mean: by name, other names, or spelled alike",
         .needs = Permission::view_catalogue,
         .description = "Those with the words in their names come first; each says why it is there."},
        [matchers](const Actor& actor, const SkillMatchAsked& asked) { return show_skills(*matchers, actor, asked); });
    declare_links(api, matchers);
    declare_crosswalks(api, matchers);
}

} // namespace kunna::taxonomies
