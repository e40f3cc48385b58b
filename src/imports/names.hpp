// Names of skills in a file that the catalogue does not know, and what they probably mean. A name that somebody accepts
// becomes an alternative name of the skill, so this file and every one after it finds it.
#pragma once

#include "imports/imports.hpp"
#include "skills/skill.hpp"
#include "taxonomies/catalogue_matcher.hpp"

namespace kunna::imports {

struct UnknownName {
    std::string written{};
    std::int64_t rows = 0;                          // among the problems kept
    std::vector<taxonomies::SkillMatch> meanings{}; // the most probable first
};
BOOST_DESCRIBE_STRUCT(UnknownName, (), (written, rows, meanings))

// Of a checked file, the most frequent first, at most 500.
Result<std::vector<UnknownName>> unknown_names(db::Tx& tx, const taxonomies::CatalogueMatcher& matcher,
                                               const access::Actor& actor, ImportId id);

struct AcceptedName {
    std::string written{};
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(AcceptedName, (), (written, skill))

// All of them or none; then the file is checked again. Refuses import.name_not_there at /accepted/N/written for what is
// no unknown name of the file, skill.not_found at /accepted/N/skill, and what edit_skill and set_mapping refuse.
Result<Import> accept_names(db::Db& db, const access::Actor& actor, ImportId id,
                            const std::vector<AcceptedName>& accepted, jobs::Runner* runner = nullptr);

} // namespace kunna::imports
