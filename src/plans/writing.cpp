// Writing.
#include "plans/writing.hpp"

#include "planning/margin.hpp"
#include "plans/certifying.hpp"
#include "plans/queries.hpp"

#include <cmath>

namespace kunna::plans {

namespace {

constexpr std::size_t proof_piece = 1U << 20U;

class Writer {
public:
    Writer(const Wanted& wanted, const Given& given, const Solved& solved, const std::vector<Item>& items) :
        wanted_(wanted), given_(given), solved_(solved), items_(items) {}

    void write(db::Tx& tx) {
        store::forget_solution(tx, wanted_.plan.id);
        // The items that managers spoke of are gone; what they said is not.
        tx.run(queries::clear_reviewed, {{"plan", wanted_.plan.id}});
        store::add_locks(tx, wanted_.plan.id, wanted_.said, true);
        write_items(tx);
        write_nothing(tx);
        const std::string proof =
            planning::certificate(solved_.model.problem, solved_.solution, names_of(given_, solved_.model, "sv"));
        for (std::size_t at = 0, seq = 0; at < proof.size(); at += proof_piece, ++seq) {
            const std::string_view piece = std::string_view{proof}.substr(at, proof_piece);
            tx.run(queries::insert_proof, {{"plan", wanted_.plan.id},
                                           {"seq", static_cast<std::int64_t>(seq)},
                                           {"bytes", std::as_bytes(std::span{piece.data(), piece.size()})}});
        }
    }

private:
    [[nodiscard]] PersonId id_of(engine::PersonIndex who) const {
        return PersonId{given_.workforce.snapshot().person_id(who)};
    }
    // What is chosen again stays reviewed.
    [[nodiscard]] store::Decision said_of(PersonId person, ActivityId activity) const {
        for (const store::Decision& one : wanted_.decisions) {
            if (one.person != person) continue;
            if (one.activity == activity && one.review == ItemReview::agreed) return one;
            // What a manager put in place of another is agreed to.
            if (one.review == ItemReview::swapped && one.swapped_to == activity) {
                store::Decision agreed = one;
                agreed.review = ItemReview::agreed;
                agreed.swapped_to.reset();
                return agreed;
            }
        }
        return {};
    }

    void write_items(db::Tx& tx) {
        for (const Item& item : items_) {
            const Offer& offer = given_.offers.all()[item.offer];
            const learning::Activity& activity = given_.offers.activities()[offer.activity];
            const PersonId person = id_of(item.person);
            const store::Decision said = said_of(person, activity.id);
            std::optional<ActivityId> instead;
            if (item.instead) instead = given_.offers.activities()[*item.instead].id;
            const auto id = tx.insert<PlanItemId>(queries::insert_item, {{"plan", wanted_.plan.id},
                                                                         {"person", person},
                                                                         {"activity", activity.id},
                                                                         {"session", offer.session},
                                                                         {"quarter", std::int64_t{offer.quarter}},
                                                                         {"starts", offer.from},
                                                                         {"hours", activity.hours},
                                                                         {"cost", item.cost},
                                                                         {"must", item.must},
                                                                         {"margin", item.margin},
                                                                         {"instead", instead},
                                                                         {"review", said.review},
                                                                         {"swapped_to", said.swapped_to},
                                                                         {"review_because", said.review_because},
                                                                         {"reviewer", said.reviewer},
                                                                         {"reviewed", said.reviewed}});
            for (const ItemCloses& one : item.closes) write_step(tx, id, one);
        }
    }
    void write_step(db::Tx& tx, PlanItemId item, const ItemCloses& one) {
        const AskedNeed& need = given_.needs[one.need];
        const insights::Directory& names = given_.workforce.names();
        std::optional<goals::GoalId> goal;
        std::optional<RoleId> role;
        if (need.pursued)
            goal = need.pursued->goal;
        else
            role = names.roles[*need.of.role].id;
        tx.run(queries::insert_step, {{"item", item},
                                      {"goal", goal},
                                      {"role", role},
                                      {"skill", names.skills[need.skill].id},
                                      {"from", one.from},
                                      {"to", one.to},
                                      {"steps", one.steps}});
    }

    void write_nothing(db::Tx& tx) {
        planning::Tariff tariff{solved_.model.problem};
        tariff.set(solved_.model.problem, solved_.solution.prices);
        std::set<engine::PersonIndex> told;
        for (std::size_t p = 0; p < solved_.model.people.size(); ++p) {
            if (!solved_.model.people[p].person) continue;
            told.insert(*solved_.model.people[p].person);
            if (solved_.solution.chosen[p].count == 0) write_not_chosen(tx, p, tariff);
        }
        for (const engine::PersonIndex who : given_.gaps.people)
            if (told.insert(who).second) insert(tx, who, NothingPlanned::no_activity, {}, {});
        for (const engine::PersonIndex who : given_.gaps.assess_first)
            if (told.insert(who).second) insert(tx, who, NothingPlanned::assess_first, {}, {});
    }
    void write_not_chosen(db::Tx& tx, std::size_t p, const planning::Tariff& tariff) {
        const planning::Problem& problem = solved_.model.problem;
        const engine::PersonIndex who = *solved_.model.people[p].person;
        const auto nearest = planning::nearest(problem, tariff, p);
        if (!nearest) return insert(tx, who, NothingPlanned::no_time, {}, {});
        const std::uint32_t activity = problem.options[problem.candidates(p)[nearest->place].option].activity;
        std::optional<std::int64_t> lacks;
        if (solved_.solution.prices.money > 0)
            lacks = std::llround(std::ceil(nearest->lacks / solved_.solution.prices.money / 100) * 100);
        insert(tx, who, NothingPlanned::not_chosen, given_.offers.activities()[activity].id, lacks);
    }
    void insert(db::Tx& tx, engine::PersonIndex who, NothingPlanned why, std::optional<ActivityId> activity,
                std::optional<std::int64_t> lacks) {
        tx.run(queries::insert_person, {{"plan", wanted_.plan.id},
                                        {"person", id_of(who)},
                                        {"why", why},
                                        {"activity", activity},
                                        {"lacks", lacks}});
    }

    const Wanted& wanted_;
    const Given& given_;
    const Solved& solved_;
    const std::vector<Item>& items_;
};

} // namespace

void write_solution(db::Tx& tx, const Wanted& wanted, const Given& given, const Solved& solved,
                    const std::vector<Item>& items) {
    Writer{wanted, given, solved, items}.write(tx);
}

} // namespace kunna::plans
