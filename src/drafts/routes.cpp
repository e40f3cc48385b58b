// The HTTP face of drafts: an occupation or a text as a draft of a role, and a role made of what was confirmed.
#include "drafts/routes.hpp"

#include "documents/reader.hpp"
#include "drafts/drafts.hpp"
#include "drafts/text_draft.hpp"
#include "http/router.hpp"

namespace kunna::drafts {

namespace {

using access::Actor;
using access::Permission;

struct OccupationPath {
    ConceptId concept_{};
};
BOOST_DESCRIBE_STRUCT(OccupationPath, (), (concept_))

struct DocumentText {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(DocumentText, (), (text))

} // namespace

void declare_routes(http::Router& api, taxonomies::Matchers* matchers, documents::Reader* reader) {
    api.get("/drafts/occupations/{concept}",
            {.summary = "A draft of a role profile from an occupation's essential and optional skills",
             .needs = Permission::edit_roles,
             .description = "Nothing is stored. Proposed are, for an essential skill, level 3 (does alone) and "
                            "importance 2; for an optional one level 2 (does with support) and importance 1; never "
                            "must. A level stays within the skill's own scale. A line without a skill would be taken "
                            "into the catalogue."},
            [](db::Db& db, const Actor& actor, const OccupationPath& path) {
                return db.read([&](db::Tx& tx) { return of_occupation(tx, actor, path.concept_); });
            });
    api.post(
        "/drafts/documents",
        {.summary = "The text of a document: TXT, DOCX or PDF; its bytes are the body",
         .needs = Permission::edit_roles,
         .description = "At most 5 MB and 200,000 characters. Neither the document nor its text is kept.",
         .body_limit = documents::largest_file},
        [reader](http::Upload&& file) -> Result<DocumentText> { return DocumentText{TRY(reader->read(file.path()))}; });
    api.post("/drafts/texts",
             {.summary = "The skills that a text speaks of: a job description, for a role, or one's own CV",
              .needs = {Permission::edit_roles, Permission::rate_self},
              .description = "Nothing is stored and the text is not kept. Each skill is proposed with the words it was "
                             "found in, how probable it is, and a level: by the words near it (basic 2, good 3, "
                             "advanced 4, expert 5), else by years of experience (under two 2, under five 3, else 4), "
                             "else 3; importance 2, or 1 where the text calls it welcome; never must."},
             [matchers](db::Db& db, const Actor& actor, const TextAsked& asked) {
                 return of_text(db, *matchers, actor, asked);
             });
    api.post(
        "/drafts/roles",
        {.summary = "Make a role of a confirmed draft, with the skills that are missing, all or nothing",
         .needs = Permission::edit_roles,
         .description = "Each requirement names a skill, or a concept that is taken into the catalogue (which "
                        "asks for edit_catalogue); with both, the skill is linked to the concept unless it has "
                        "links already."},
        [](db::Db& db, const Actor& actor, const ConfirmedRole& wanted) {
            return db.transact([&](db::Tx& tx) -> Result<http::Created<skills::RoleProfile>> {
                skills::RoleProfile added = TRY(add_confirmed(tx, actor, wanted));
                return http::Created<skills::RoleProfile>{"/roles/" + std::to_string(added.id.value), std::move(added)};
            });
        });
}

} // namespace kunna::drafts
