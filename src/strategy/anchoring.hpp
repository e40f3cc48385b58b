// Anchoring: who decided, which departments were asked and what they answered, what was negotiated with whom (MBL §
// 11), and the documents of it. Changed until the strategy is closed; each act stands in the log.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "strategy/strategy.hpp"

namespace kunna::strategy {

using NegotiationId = Id<struct StrategyNegotiationTag>;
using DocumentId = Id<struct StrategyDocumentTag>;

// support: as it stands; reservations: with changes; against.
BOOST_DEFINE_ENUM_CLASS(Stance, support, reservations, against)
// agreed and disagreed end a negotiation: after a disagreement the employer decides. central: the union has asked for a
// central one, which is to be held first.
BOOST_DEFINE_ENUM_CLASS(Outcome, pending, agreed, disagreed, central)

struct Consultation {
    UnitId unit{};
    std::string unit_name{};
    Date asked{};
    std::optional<Date> answered{};
    std::optional<Stance> stance{};
    std::string answer{};
};
BOOST_DESCRIBE_STRUCT(Consultation, (), (unit, unit_name, asked, answered, stance, answer))

struct ConsultationInput {
    Date asked{};
    std::optional<Date> answered{}; // with a stance, or neither
    std::optional<Stance> stance{};
    std::string answer{};
};
BOOST_DESCRIBE_STRUCT(ConsultationInput, (), (asked, answered, stance, answer))

struct NegotiationInput {
    std::string union_name{};
    Date day{};
    Outcome outcome = Outcome::pending;
    std::string note{};
};
BOOST_DESCRIBE_STRUCT(NegotiationInput, (), (union_name, day, outcome, note))

struct Negotiation : NegotiationInput {
    NegotiationId id{};

    [[nodiscard]] bool over() const { return outcome == Outcome::agreed || outcome == Outcome::disagreed; }
};
BOOST_DESCRIBE_STRUCT(Negotiation, (NegotiationInput), (id))

// A link or a file: the decision, or with a negotiation its minutes.
struct Document {
    DocumentId id{};
    std::optional<NegotiationId> negotiation{};
    std::string name{};
    std::optional<std::string> link{};
    std::optional<std::int64_t> size{};
    std::string by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, negotiation, name, link, size, by, at))

struct Anchoring {
    std::vector<Consultation> consultations{};
    std::vector<Negotiation> negotiations{};
    std::vector<Document> documents{};
};
BOOST_DESCRIBE_STRUCT(Anchoring, (), (consultations, negotiations, documents))

Anchoring anchoring(db::Tx& tx, StrategyId strategy);

struct DecisionInput {
    Date decided{};
    std::string decided_by{};
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (decided, decided_by))

// Each with the version of the strategy the editor saw (stale), and each makes a newer one. Days that have not come
// are refused: strategy.day_ahead. Also strategy.decided_by_missing.
Result<void> decide(db::Tx& tx, const access::Actor& actor, StrategyId strategy, std::optional<std::int64_t> version,
                    const DecisionInput& wanted);
// Asks a department, and records what it answered. /unit unit.not_found, /answered strategy.answer_before_asking,
// /stance strategy.stance_missing.
Result<void> consult(db::Tx& tx, const access::Actor& actor, StrategyId strategy, UnitId unit,
                     std::optional<std::int64_t> version, const ConsultationInput& wanted);
Result<void> remove_consultation(db::Tx& tx, const access::Actor& actor, StrategyId strategy, UnitId unit);
// /union_name strategy.union_missing. Only one that is to come may lie ahead.
Result<NegotiationId> add_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                                      std::optional<std::int64_t> version, const NegotiationInput& wanted);
Result<void> edit_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId strategy, NegotiationId negotiation,
                              std::optional<std::int64_t> version, const NegotiationInput& wanted);
// One without minutes: strategy.negotiation_has_minutes.
Result<void> remove_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId strategy, NegotiationId negotiation);

inline constexpr std::size_t most_documents = 50; // of one strategy

struct NewDocument {
    std::string link{};
    std::string name{}; // the address when empty
    std::optional<NegotiationId> negotiation{};
};
BOOST_DESCRIBE_STRUCT(NewDocument, (), (link, name, negotiation))
// Refuses attachment.link_wrong at /link, strategy.negotiation_not_found, strategy.too_many_documents.
Result<Document> add_link(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const NewDocument& wanted);
// As attachments of assessments: attachment.file_empty, attachment.file_unnamed.
Result<Document> add_file(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                          std::optional<NegotiationId> negotiation, std::string_view name, std::string_view bytes);
Result<void> remove_document(db::Tx& tx, const access::Actor& actor, DocumentId document);

struct StoredFile {
    std::string name{};
    std::string content_type{};
    std::string bytes{};
};
// not_found, strategy.document_not_found, also for a link.
Result<StoredFile> stored_file(db::Tx& tx, DocumentId document);

} // namespace kunna::strategy
