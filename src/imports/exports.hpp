// Files out: templates to fill in, and what is stored in the same layout, so that importing it again changes nothing.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "imports/field.hpp"
#include "people/people.hpp"
#include "tabular/writer.hpp"

namespace kunna::imports {

BOOST_DEFINE_ENUM_CLASS(FileFormat, csv, xlsx)

// Headings in the language and two rows of examples.
Result<void> write_template(ImportKind kind, FileFormat format, std::string_view language, tabular::Sink sink);

// People: those the actor may edit. Role profiles: all versions. Activities: all, the
// archived ones too, their costs for those who may see them. Assessments: of those whose levels the actor may see,
// which takes a stated reason of HR (forbidden, access.reason_needed). Reading about others is noted for each of them.
Result<void> export_file(db::Db& db, const access::Actor& actor, ImportKind kind, FileFormat format,
                         tabular::Sink sink);
// Of the people, those that people::list() finds by query, unit, manager and status.
Result<void> export_found(db::Db& db, const access::Actor& actor, people::Asked asked, FileFormat format,
                          tabular::Sink sink);

// "kunna-people.csv"
std::string file_name(std::string_view what, ImportKind kind, FileFormat format);
std::string_view content_type(FileFormat format);

} // namespace kunna::imports
