// The documents of an anchoring.
#include "base/attachable.hpp"
#include "base/text.hpp"
#include "strategy/anchoring.hpp"
#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>

namespace kunna::strategy {

namespace {

struct DocumentFlat {
    DocumentId id{};
    StrategyId strategy{};
    std::optional<NegotiationId> negotiation{};
    std::string name{};
    std::optional<std::string> content_type{};
};
BOOST_DESCRIBE_STRUCT(DocumentFlat, (), (id, strategy, negotiation, name, content_type))

Result<DocumentFlat> find(db::Tx& tx, DocumentId document) {
    auto found = tx.one<DocumentFlat>(queries::document_by_id, {{"document", document}});
    if (!found) return refuse(Kind::not_found, "strategy.document_not_found");
    return std::move(*found);
}

Result<void> has_room(db::Tx& tx, StrategyId strategy, std::optional<NegotiationId> negotiation) {
    const Anchoring all = anchoring(tx, strategy);
    if (all.documents.size() >= most_documents)
        return Error{Kind::conflict, "strategy.too_many_documents", {}, {{"limit", std::to_string(most_documents)}}};
    if (negotiation && std::none_of(all.negotiations.begin(), all.negotiations.end(),
                                    [&](const Negotiation& one) { return one.id == *negotiation; }))
        return refuse(Kind::not_found, "strategy.negotiation_not_found");
    return {};
}

Document insert(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const Document& wanted,
                const std::optional<std::string>& content_type) {
    const auto id = tx.insert<DocumentId>(queries::insert_document, {{"strategy", strategy},
                                                                     {"negotiation", wanted.negotiation},
                                                                     {"name", wanted.name},
                                                                     {"link", wanted.link},
                                                                     {"content_type", content_type},
                                                                     {"size", wanted.size},
                                                                     {"account", actor.account},
                                                                     {"at", tx.now()}});
    store::touch(tx, strategy);
    write_down(tx, actor, strategy, EntryKind::document_added, wanted.name, wanted.link.value_or(""));
    for (Document& one : anchoring(tx, strategy).documents)
        if (one.id == id) return std::move(one);
    throw std::logic_error{"a document that was stored is not there"};
}

} // namespace

Result<Document> add_link(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const NewDocument& wanted) {
    TRY(store::to_change(tx, actor, strategy));
    TRY(has_room(tx, strategy, wanted.negotiation));
    const std::string address{text::trim(wanted.link)};
    if (!attachable::is_web_address(address)) return refuse_field("/link", "attachment.link_wrong");
    const std::string_view called = text::trim(wanted.name);
    Document made;
    made.negotiation = wanted.negotiation;
    made.name = text::cut(called.empty() ? std::string_view{address} : called, longest_name);
    made.link = address;
    return insert(tx, actor, strategy, made, std::nullopt);
}

Result<Document> add_file(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                          std::optional<NegotiationId> negotiation, std::string_view name, std::string_view bytes) {
    TRY(store::to_change(tx, actor, strategy));
    TRY(has_room(tx, strategy, negotiation));
    Document made;
    made.negotiation = negotiation;
    made.name = text::cut(text::trim(name), longest_name);
    made.size = static_cast<std::int64_t>(bytes.size());
    if (made.name.empty()) return refuse(Kind::invalid, "attachment.file_unnamed");
    if (bytes.empty()) return refuse(Kind::invalid, "attachment.file_empty");
    Document stored = insert(tx, actor, strategy, made, attachable::content_type_of(made.name));
    tx.run(queries::insert_file,
           {{"document", stored.id}, {"bytes", std::as_bytes(std::span{bytes.data(), bytes.size()})}});
    return stored;
}

Result<void> remove_document(db::Tx& tx, const access::Actor& actor, DocumentId document) {
    const DocumentFlat found = TRY(find(tx, document));
    const auto strategy = TRY(store::to_change(tx, actor, found.strategy));
    // What a strategy was activated on stays with it.
    if (strategy.state != StrategyState::draft) return refuse(Kind::conflict, "strategy.not_draft");
    tx.run(queries::delete_file, {{"document", document}});
    tx.run(queries::delete_document, {{"document", document}});
    store::touch(tx, found.strategy);
    write_down(tx, actor, found.strategy, EntryKind::document_removed, found.name);
    return {};
}

Result<StoredFile> stored_file(db::Tx& tx, DocumentId document) {
    const DocumentFlat found = TRY(find(tx, document));
    if (!found.content_type) return refuse(Kind::not_found, "strategy.document_not_found");
    StoredFile file{found.name, *found.content_type, {}};
    tx.run(queries::file, {{"document", document}}, [&](const db::Row& row) { file.bytes = row.bytes(0); });
    return file;
}

} // namespace kunna::strategy
