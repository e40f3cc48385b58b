// The HTTP face of strategies: drafting, anchoring, activating, following and reviewing them.
#include "strategy/routes.hpp"

#include "base/attachable.hpp"
#include "http/router.hpp"
#include "strategy/standing.hpp"
#include "strategy/strategies.hpp"

#include <fstream>
#include <iterator>

namespace kunna::strategy {

namespace {

using access::Actor;
using access::Permission;
using insights::Workforces;

struct StrategyPath {
    StrategyId strategy{};
};
BOOST_DESCRIBE_STRUCT(StrategyPath, (), (strategy))

struct UnitPath : StrategyPath {
    UnitId unit{};
};
BOOST_DESCRIBE_STRUCT(UnitPath, (StrategyPath), (unit))

struct NegotiationPath : StrategyPath {
    NegotiationId negotiation{};
};
BOOST_DESCRIBE_STRUCT(NegotiationPath, (StrategyPath), (negotiation))

struct StepPath : StrategyPath {
    Step step = Step::anchor;
};
BOOST_DESCRIBE_STRUCT(StepPath, (StrategyPath), (step))

struct CriterionPath : StrategyPath {
    Criterion criterion = Criterion::adjacency;
};
BOOST_DESCRIBE_STRUCT(CriterionPath, (StrategyPath), (criterion))

struct DocumentPath {
    DocumentId document{};
};
BOOST_DESCRIBE_STRUCT(DocumentPath, (), (document))

struct FileAsked : StrategyPath {
    std::optional<std::string> filename{};
    std::optional<NegotiationId> negotiation{};
};
BOOST_DESCRIBE_STRUCT(FileAsked, (StrategyPath), (filename, negotiation))

template <class T>
struct List {
    std::vector<T> items{};
    BOOST_DESCRIBE_CLASS(List, (), (items), (), ())
};

std::string location(StrategyId strategy) {
    return "/strategies/" + std::to_string(strategy.value);
}

void declare_strategies(http::Router& api, Workforces* workforces) {
    api.get("/strategies", {.summary = "Strategies, the active one first", .needs = Permission::view_strategy},
            [](db::Db& db, const Actor&) -> Result<List<StrategyRow>> {
                return List<StrategyRow>{db.read([](db::Tx& tx) { return strategies(tx); })};
            });
    api.post("/strategies", {.summary = "Draft a strategy", .needs = Permission::run_strategy},
             [](db::Db& db, const Actor& actor, const StrategyInput& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Strategy>> {
                     Strategy made = TRY(add_strategy(tx, actor, wanted));
                     return http::Created<Strategy>{location(made.id), std::move(made)};
                 });
             });
    api.get("/strategies/{strategy}", {.summary = "One strategy", .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StrategyPath& path) {
                return db.read([&](db::Tx& tx) { return find_strategy(tx, actor, path.strategy); });
            });
    api.put(
        "/strategies/{strategy}", {.summary = "Change a strategy", .needs = Permission::run_strategy},
        [](db::Db& db, const Actor& actor, const StrategyPath& path, const StrategyInput& wanted, http::IfMatch match) {
            return db.transact(
                [&](db::Tx& tx) { return edit_strategy(tx, actor, path.strategy, match.version, wanted); });
        });
    api.put("/strategies/{strategy}/override",
            {.summary = "As its sponsor, say in writing why it may be activated although something is lacking",
             .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StrategyPath& path, const Reason& wanted, http::IfMatch match) {
                return db.transact(
                    [&](db::Tx& tx) { return override_lacks(tx, actor, path.strategy, match.version, wanted); });
            });
    api.post("/strategies/{strategy}/activation",
             {.summary = "Activate a draft that is anchored and ready, or overridden by its sponsor",
              .needs = Permission::run_strategy},
             [workforces](db::Db& db, const Actor& actor, const StrategyPath& path) {
                 const auto workforce = workforces->current();
                 return db.transact([&](db::Tx& tx) { return activate(tx, *workforce, actor, path.strategy); });
             });
    api.post("/strategies/{strategy}/closing",
             {.summary = "Close a strategy, or give a draft up, and say why", .needs = Permission::run_strategy},
             [](db::Db& db, const Actor& actor, const StrategyPath& path, const Reason& wanted) {
                 return db.transact([&](db::Tx& tx) { return close_strategy(tx, actor, path.strategy, wanted); });
             });
}

void declare_anchoring(http::Router& api) {
    api.get("/strategies/{strategy}/anchoring",
            {.summary = "Who was asked and what they answered, what was negotiated, and the documents",
             .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StrategyPath& path) {
                return db.read([&](db::Tx& tx) -> Result<Anchoring> {
                    TRY(find_strategy(tx, actor, path.strategy));
                    return anchoring(tx, path.strategy);
                });
            });
    api.put(
        "/strategies/{strategy}/decision",
        {.summary = "Record who decided, and when", .needs = Permission::run_strategy},
        [](db::Db& db, const Actor& actor, const StrategyPath& path, const DecisionInput& wanted, http::IfMatch match) {
            return db.transact([&](db::Tx& tx) { return decide(tx, actor, path.strategy, match.version, wanted); });
        });
    api.put(
        "/strategies/{strategy}/consultations/{unit}",
        {.summary = "Record that a department was asked, and what it answered", .needs = Permission::run_strategy},
        [](db::Db& db, const Actor& actor, const UnitPath& path, const ConsultationInput& wanted, http::IfMatch match) {
            return db.transact(
                [&](db::Tx& tx) { return consult(tx, actor, path.strategy, path.unit, match.version, wanted); });
        });
    api.del("/strategies/{strategy}/consultations/{unit}",
            {.summary = "Remove a consultation", .needs = Permission::run_strategy},
            [](db::Db& db, const Actor& actor, const UnitPath& path) {
                return db.transact(
                    [&](db::Tx& tx) { return remove_consultation(tx, actor, path.strategy, path.unit); });
            });
    api.post("/strategies/{strategy}/negotiations",
             {.summary = "Record a negotiation with a union (MBL § 11)", .needs = Permission::run_strategy},
             [](db::Db& db, const Actor& actor, const StrategyPath& path, const NegotiationInput& wanted,
                http::IfMatch match) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Negotiation>> {
                     Negotiation made;
                     made.id = TRY(add_negotiation(tx, actor, path.strategy, match.version, wanted));
                     static_cast<NegotiationInput&>(made) = wanted;
                     return http::Created<Negotiation>{location(path.strategy) + "/anchoring", std::move(made)};
                 });
             });
    api.put("/strategies/{strategy}/negotiations/{negotiation}",
            {.summary = "Change a negotiation: its outcome", .needs = Permission::run_strategy},
            [](db::Db& db, const Actor& actor, const NegotiationPath& path, const NegotiationInput& wanted,
               http::IfMatch match) {
                return db.transact([&](db::Tx& tx) {
                    return edit_negotiation(tx, actor, path.strategy, path.negotiation, match.version, wanted);
                });
            });
    api.del("/strategies/{strategy}/negotiations/{negotiation}",
            {.summary = "Remove a negotiation without minutes", .needs = Permission::run_strategy},
            [](db::Db& db, const Actor& actor, const NegotiationPath& path) {
                return db.transact(
                    [&](db::Tx& tx) { return remove_negotiation(tx, actor, path.strategy, path.negotiation); });
            });
}

Result<http::Created<Document>> take_file(db::Db& db, const Actor& actor, const FileAsked& asked,
                                          http::Upload&& upload) {
    std::ifstream in{upload.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const std::string name = asked.filename.value_or(upload.filename());
    return db.transact([&](db::Tx& tx) -> Result<http::Created<Document>> {
        Document made = TRY(add_file(tx, actor, asked.strategy, asked.negotiation, name, bytes));
        return http::Created<Document>{"/strategies/documents/" + std::to_string(made.id.value), std::move(made)};
    });
}

void declare_documents(http::Router& api) {
    api.post(
        "/strategies/{strategy}/links",
        {.summary = "Attach a link: the decision, or the minutes of a negotiation", .needs = Permission::run_strategy},
        [](db::Db& db, const Actor& actor, const StrategyPath& path, const NewDocument& wanted) {
            return db.transact([&](db::Tx& tx) -> Result<http::Created<Document>> {
                Document made = TRY(add_link(tx, actor, path.strategy, wanted));
                return http::Created<Document>{location(path.strategy) + "/anchoring", std::move(made)};
            });
        });
    api.post("/strategies/{strategy}/files",
             {.summary = "Attach a file, the decision or the minutes of a negotiation: its bytes are the body",
              .needs = Permission::run_strategy,
              .description = "At most 10 MB.",
              .body_limit = attachable::largest_file},
             take_file);
    api.get("/strategies/documents/{document}",
            {.summary = "An attached file", .needs = Permission::view_strategy, .produces = "application/octet-stream"},
            [](db::Db& db, const Actor&, const DocumentPath& path) -> Result<http::File> {
                StoredFile file = TRY(db.read([&](db::Tx& tx) { return stored_file(tx, path.document); }));
                return http::File{
                    .content_type = file.content_type, .filename = file.name, .bytes = std::move(file.bytes)};
            });
    api.del("/strategies/documents/{document}",
            {.summary = "Remove a document from a draft", .needs = Permission::run_strategy},
            [](db::Db& db, const Actor& actor, const DocumentPath& path) {
                return db.transact([&](db::Tx& tx) { return remove_document(tx, actor, path.document); });
            });
}

void declare_following(http::Router& api, Workforces* workforces) {
    api.get("/strategies/{strategy}/standing",
            {.summary = "Where a strategy stands: the eleven steps, readiness, what is stuck",
             .needs = Permission::view_strategy},
            [workforces](db::Db& db, const Actor& actor, const StrategyPath& path) {
                const auto workforce = workforces->current();
                return db.read([&](db::Tx& tx) { return standing(tx, *workforce, actor, path.strategy); });
            });
    api.put("/strategies/{strategy}/steps/{step}",
            {.summary = "Say who answers for a step, by when, and how it goes where Kunna cannot see it",
             .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StepPath& path, const StepInput& wanted) {
                return db.transact([&](db::Tx& tx) { return mark_step(tx, actor, path.strategy, path.step, wanted); });
            });
    api.put(
        "/strategies/{strategy}/readiness/{criterion}",
        {.summary = "Answer a criterion that Kunna cannot compute, with evidence", .needs = Permission::run_strategy},
        [](db::Db& db, const Actor& actor, const CriterionPath& path, const EvidenceInput& wanted) {
            return db.transact(
                [&](db::Tx& tx) { return give_evidence(tx, actor, path.strategy, path.criterion, wanted); });
        });
    api.get("/strategies/{strategy}/log",
            {.summary = "The decision log, newest first", .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StrategyPath& path) {
                return db.read([&](db::Tx& tx) -> Result<List<LogEntry>> {
                    TRY(find_strategy(tx, actor, path.strategy));
                    return List<LogEntry>{log_of(tx, path.strategy)};
                });
            });
    api.post("/strategies/{strategy}/log", {.summary = "Write down a decision", .needs = Permission::run_strategy},
             [](db::Db& db, const Actor& actor, const StrategyPath& path, const NewEntry& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<LogEntry>> {
                     LogEntry made = TRY(note(tx, actor, path.strategy, wanted));
                     return http::Created<LogEntry>{location(path.strategy) + "/log", std::move(made)};
                 });
             });
    api.get("/strategies/{strategy}/reviews",
            {.summary = "Reviews, newest first, with the figures of their day", .needs = Permission::view_strategy},
            [](db::Db& db, const Actor& actor, const StrategyPath& path) {
                return db.read([&](db::Tx& tx) -> Result<List<Review>> {
                    TRY(find_strategy(tx, actor, path.strategy));
                    return List<Review>{reviews(tx, path.strategy)};
                });
            });
    api.post("/strategies/{strategy}/reviews",
             {.summary = "Hold a review: freezes today's figures beside what was decided",
              .needs = Permission::run_strategy},
             [workforces](db::Db& db, const Actor& actor, const StrategyPath& path, const ReviewInput& wanted) {
                 const auto workforce = workforces->current();
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Review>> {
                     Review made = TRY(hold_review(tx, *workforce, actor, path.strategy, wanted));
                     return http::Created<Review>{location(path.strategy) + "/reviews", std::move(made)};
                 });
             });
    api.get("/strategies/{strategy}/document",
            {.summary = "The whole strategy as a document to print and sign", .needs = Permission::view_strategy},
            [workforces](db::Db& db, const Actor& actor, const StrategyPath& path) {
                const auto workforce = workforces->current();
                return db.read([&](db::Tx& tx) { return written(tx, *workforce, actor, path.strategy); });
            });
    api.get(
        "/strategy",
        {.summary = "The active strategy, for everybody who works here", .needs = Permission::read_strategy},
        [](db::Db& db, const Actor& actor) { return db.read([&](db::Tx& tx) { return written_for_all(tx, actor); }); });
}

} // namespace

void declare_routes(http::Router& api, Workforces* workforces) {
    declare_strategies(api, workforces);
    declare_anchoring(api);
    declare_documents(api);
    declare_following(api, workforces);
}

} // namespace kunna::strategy
