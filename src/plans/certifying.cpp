// Certifying.
#include "plans/certifying.hpp"

namespace kunna::plans {

namespace {

const std::string& in(std::string_view language, const Text& text) {
    return language == "sv" ? text.sv : text.en;
}

} // namespace

planning::Names names_of(const Given& given, const Model& model, std::string_view language) {
    const insights::Directory& directory = given.workforce.names();
    planning::Names names;
    for (const Planned& one : model.people)
        names.people.push_back(one.person ? std::to_string(given.workforce.snapshot().person_id(*one.person))
                               : one.comes == Comes::hired ? "+"
                                                           : ">");
    for (const Offer& offer : given.offers.all()) {
        const learning::Activity& activity = given.offers.activities()[offer.activity];
        names.options.push_back(in(language, activity.name) + " · " + offer.from.iso());
    }
    if (given.frame.hire_cost) names.options.emplace_back("+");
    names.options.resize(names.options.size() + given.movers.size(), ">");
    for (const insights::UnitName& unit : directory.units) names.units.push_back(unit.name);
    for (const AskedNeed& need : given.needs) {
        const std::string& of =
            need.pursued ? in(language, need.pursued->goal_name) : in(language, directory.roles[*need.of.role].name);
        names.needs.push_back(of + " · " + in(language, directory.skills[need.skill].name) + " " +
                              std::to_string(need.step));
    }
    return names;
}

} // namespace kunna::plans
