// Attachments.
#include "assessments/attachments.hpp"

#include "assessments/queries.hpp"
#include "assessments/rules.hpp"
#include "audit/trail.hpp"
#include "base/attachable.hpp"
#include "base/text.hpp"

namespace kunna::assessments {

namespace {

struct AttachmentFlat {
    AttachmentId id{};
    AssessmentId assessment{};
    std::string name{};
    std::optional<std::string> content_type{};
    AccountId account{};
};
BOOST_DESCRIBE_STRUCT(AttachmentFlat, (), (id, assessment, name, content_type, account))

Result<store::AssessmentFlat> to_attach_to(db::Tx& tx, const access::Actor& actor, AssessmentId assessment) {
    const auto found = TRY(visible_assessment(tx, actor, assessment));
    const bool own = actor.person.given() && actor.person == found.person;
    if (!own && found.account != actor.account) return refuse(Kind::forbidden, "attachment.not_yours");
    if (found.ended) return refuse(Kind::conflict, "assessment.ended");
    if (*tx.one<std::int64_t>(queries::count_attachments, {{"assessment", assessment}}) >= most_attachments)
        return Error{Kind::conflict, "attachment.too_many", {}, {{"limit", std::to_string(most_attachments)}}};
    return found;
}

Attachment insert(db::Tx& tx, const access::Actor& actor, const store::AssessmentFlat& statement, Attachment wanted,
                  const std::optional<std::string>& content_type) {
    wanted.by = store::account_name(tx, actor.account);
    wanted.at = tx.now();
    wanted.account = actor.account;
    wanted.id = tx.insert<AttachmentId>(queries::insert_attachment, {{"assessment", statement.id},
                                                                     {"name", wanted.name},
                                                                     {"link", wanted.link},
                                                                     {"content_type", content_type},
                                                                     {"size", wanted.size},
                                                                     {"account", actor.account},
                                                                     {"at", wanted.at}});
    audit::append(tx, actor.account, "assessment.attached", statement.person.value, wanted.link ? "link" : "file");
    return wanted;
}

} // namespace

Result<Attachment> attach_link(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& link,
                               const std::string& name) {
    const auto statement = TRY(to_attach_to(tx, actor, assessment));
    const std::string address{text::trim(link)};
    if (!attachable::is_web_address(address)) return refuse_field("/link", "attachment.link_wrong");
    const std::string_view called = text::trim(name);
    return insert(tx, actor, statement,
                  {.name = std::string{text::cut(called.empty() ? address : called, longest_name)}, .link = address},
                  std::nullopt);
}

Result<Attachment> attach_file(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, std::string_view name,
                               std::string_view bytes) {
    const auto statement = TRY(to_attach_to(tx, actor, assessment));
    const std::string_view called = text::cut(text::trim(name), longest_name);
    if (called.empty()) return refuse(Kind::invalid, "attachment.file_unnamed");
    if (bytes.empty()) return refuse(Kind::invalid, "attachment.file_empty");
    Attachment made =
        insert(tx, actor, statement, {.name = std::string{called}, .size = static_cast<std::int64_t>(bytes.size())},
               attachable::content_type_of(called));
    tx.run(queries::insert_file,
           {{"attachment", made.id}, {"bytes", std::as_bytes(std::span{bytes.data(), bytes.size()})}});
    return made;
}

Result<void> detach(db::Tx& tx, const access::Actor& actor, AttachmentId attachment) {
    const auto found = tx.one<AttachmentFlat>(queries::attachment_by_id, {{"attachment", attachment}});
    if (!found || found->account != actor.account) return refuse(Kind::not_found, "attachment.not_found");
    const auto statement = *store::find(tx, found->assessment);
    tx.run(queries::delete_file, {{"attachment", attachment}});
    tx.run(queries::delete_attachment, {{"attachment", attachment}});
    audit::append(tx, actor.account, "assessment.detached", statement.person.value,
                  found->content_type ? "file" : "link");
    return {};
}

Result<AttachedFile> attached_file(db::Tx& tx, const access::Actor& actor, AttachmentId attachment) {
    const auto found = tx.one<AttachmentFlat>(queries::attachment_by_id, {{"attachment", attachment}});
    if (!found) return refuse(Kind::not_found, "attachment.not_found");
    const auto statement = visible_assessment(tx, actor, found->assessment);
    if (!statement.ok() && statement.error().kind == Kind::forbidden) return statement.error();
    if (!statement.ok() || !found->content_type) return refuse(Kind::not_found, "attachment.not_found");
    AttachedFile file{found->name, *found->content_type, {}, statement->person};
    tx.run(queries::file, {{"attachment", attachment}}, [&](const db::Row& row) { file.bytes = row.bytes(0); });
    return file;
}

} // namespace kunna::assessments
