// Attachments: links and files that a statement rests on. Seen by whoever sees the statement.
#pragma once

#include "access/actor.hpp"
#include "assessments/assessment.hpp"
#include "db/db.hpp"

namespace kunna::assessments {

inline constexpr std::int64_t most_attachments = 20; // of one statement

// By the person it is about and by whoever recorded it. Refuses assessment.ended, attachment.not_yours,
// attachment.too_many; a link that is not http or https, or longer than 2,000 characters (attachment.link_wrong).
Result<Attachment> attach_link(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& link,
                               const std::string& name);
// Likewise. Refuses an empty file and one without a name (attachment.file_empty, attachment.file_unnamed).
Result<Attachment> attach_file(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, std::string_view name,
                               std::string_view bytes);
// By whoever attached it; not_found otherwise, attachment.not_found.
Result<void> detach(db::Tx& tx, const access::Actor& actor, AttachmentId attachment);

struct AttachedFile {
    std::string name{};
    std::string content_type{}; // by the name's ending, of those a browser may be trusted with; else plain bytes
    std::string bytes{};
    PersonId person{}; // whom the statement is about
};
// not_found, attachment.not_found: also for a link, and for one who may not see the statement. HR is asked for a
// reason.
Result<AttachedFile> attached_file(db::Tx& tx, const access::Actor& actor, AttachmentId attachment);

} // namespace kunna::assessments
