// Anchoring: the decision, consultations, negotiations.
#include "strategy/anchoring.hpp"

#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>

namespace kunna::strategy {

namespace {

Result<void> not_ahead(db::Tx& tx, const char* where, Date day) {
    if (day > tx.today()) return refuse_field(where, "strategy.day_ahead");
    return {};
}

Result<std::string> short_name(const char* where, std::string_view name, const char* missing) {
    const std::string said = TRY(store::words(where, name, 0));
    if (said.empty()) return refuse_field(where, missing);
    if (said.size() > longest_name)
        return refuse_field(where, "people.too_long", {{"limit", std::to_string(longest_name)}});
    return said;
}

Result<NegotiationInput> checked(db::Tx& tx, NegotiationInput wanted) {
    wanted.union_name = TRY(short_name("/union_name", wanted.union_name, "strategy.union_missing"));
    wanted.note = TRY(store::words("/note", wanted.note, 0));
    if (wanted.outcome != Outcome::pending) TRY(not_ahead(tx, "/day", wanted.day));
    return wanted;
}

std::string outcome_and_note(const NegotiationInput& wanted) {
    std::string said{db::enum_name(wanted.outcome)};
    if (!wanted.note.empty()) said += ": " + wanted.note;
    return said;
}

} // namespace

Anchoring anchoring(db::Tx& tx, StrategyId strategy) {
    Anchoring all;
    all.consultations = tx.all<Consultation>(queries::consultations, {{"strategy", strategy}});
    tx.run(queries::negotiations, {{"strategy", strategy}}, [&](const db::Row& row) {
        Negotiation one;
        one.id = NegotiationId{row.integer(0)};
        one.union_name = row.text(1);
        one.day = db::from_column<Date>(row, 2);
        one.outcome = db::from_column<Outcome>(row, 3);
        one.note = row.text(4);
        all.negotiations.push_back(std::move(one));
    });
    all.documents = tx.all<Document>(queries::documents, {{"strategy", strategy}});
    return all;
}

Result<void> decide(db::Tx& tx, const access::Actor& actor, StrategyId id, std::optional<std::int64_t> version,
                    const DecisionInput& wanted) {
    TRY(store::to_change(tx, actor, id, version));
    const std::string by = TRY(short_name("/decided_by", wanted.decided_by, "strategy.decided_by_missing"));
    TRY(not_ahead(tx, "/decided", wanted.decided));
    tx.run(queries::set_decision, {{"strategy", id}, {"decided", wanted.decided}, {"decided_by", by}});
    write_down(tx, actor, id, EntryKind::decided, by, wanted.decided.iso());
    return {};
}

Result<void> consult(db::Tx& tx, const access::Actor& actor, StrategyId id, UnitId unit,
                     std::optional<std::int64_t> version, const ConsultationInput& wanted) {
    TRY(store::to_change(tx, actor, id, version));
    const auto name = tx.one<std::string>(queries::unit_name, {{"unit", unit}});
    if (!name) return refuse_field("/unit", "unit.not_found");
    TRY(not_ahead(tx, "/asked", wanted.asked));
    const std::string answer = TRY(store::words("/answer", wanted.answer, 0));
    if (wanted.answered.has_value() != wanted.stance.has_value())
        return refuse_field(wanted.stance ? "/answered" : "/stance", "strategy.stance_missing");
    if (wanted.answered) {
        TRY(not_ahead(tx, "/answered", *wanted.answered));
        if (*wanted.answered < wanted.asked) return refuse_field("/answered", "strategy.answer_before_asking");
        // Whoever is not simply for it says why; that is what the others have to know.
        if (*wanted.stance != Stance::support && answer.empty())
            return refuse_field("/answer", "strategy.answer_missing");
    }
    tx.run(queries::put_consultation, {{"strategy", id},
                                       {"unit", unit},
                                       {"asked", wanted.asked},
                                       {"answered", wanted.answered},
                                       {"stance", wanted.stance},
                                       {"answer", answer}});
    store::touch(tx, id);
    if (wanted.stance) {
        std::string said{db::enum_name(*wanted.stance)};
        if (!answer.empty()) said += ": " + answer;
        write_down(tx, actor, id, EntryKind::answered, *name, said);
    } else {
        write_down(tx, actor, id, EntryKind::consulted, *name);
    }
    return {};
}

Result<void> remove_consultation(db::Tx& tx, const access::Actor& actor, StrategyId id, UnitId unit) {
    TRY(store::to_change(tx, actor, id));
    if (tx.run(queries::delete_consultation, {{"strategy", id}, {"unit", unit}}) == 0)
        return refuse(Kind::not_found, "unit.not_found");
    store::touch(tx, id);
    write_down(tx, actor, id, EntryKind::consultation_removed,
               tx.one<std::string>(queries::unit_name, {{"unit", unit}}).value_or(""));
    return {};
}

Result<NegotiationId> add_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId id,
                                      std::optional<std::int64_t> version, const NegotiationInput& given) {
    TRY(store::to_change(tx, actor, id, version));
    const NegotiationInput wanted = TRY(checked(tx, given));
    const auto made = tx.insert<NegotiationId>(queries::insert_negotiation, {{"strategy", id},
                                                                             {"union_name", wanted.union_name},
                                                                             {"day", wanted.day},
                                                                             {"outcome", wanted.outcome},
                                                                             {"note", wanted.note}});
    store::touch(tx, id);
    write_down(tx, actor, id, EntryKind::negotiated, wanted.union_name, outcome_and_note(wanted));
    return made;
}

Result<void> edit_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId id, NegotiationId negotiation,
                              std::optional<std::int64_t> version, const NegotiationInput& given) {
    TRY(store::to_change(tx, actor, id, version));
    const NegotiationInput wanted = TRY(checked(tx, given));
    const auto changed = tx.run(queries::update_negotiation, {{"strategy", id},
                                                              {"negotiation", negotiation},
                                                              {"union_name", wanted.union_name},
                                                              {"day", wanted.day},
                                                              {"outcome", wanted.outcome},
                                                              {"note", wanted.note}});
    if (changed == 0) return refuse(Kind::not_found, "strategy.negotiation_not_found");
    store::touch(tx, id);
    write_down(tx, actor, id, EntryKind::negotiated, wanted.union_name, outcome_and_note(wanted));
    return {};
}

Result<void> remove_negotiation(db::Tx& tx, const access::Actor& actor, StrategyId id, NegotiationId negotiation) {
    TRY(store::to_change(tx, actor, id));
    const Anchoring all = anchoring(tx, id);
    const auto found = std::find_if(all.negotiations.begin(), all.negotiations.end(),
                                    [&](const Negotiation& one) { return one.id == negotiation; });
    if (found == all.negotiations.end()) return refuse(Kind::not_found, "strategy.negotiation_not_found");
    if (std::any_of(all.documents.begin(), all.documents.end(),
                    [&](const Document& one) { return one.negotiation == negotiation; }))
        return refuse(Kind::conflict, "strategy.negotiation_has_minutes");
    tx.run(queries::delete_negotiation, {{"negotiation", negotiation}});
    store::touch(tx, id);
    write_down(tx, actor, id, EntryKind::negotiation_removed, found->union_name);
    return {};
}

} // namespace kunna::strategy
