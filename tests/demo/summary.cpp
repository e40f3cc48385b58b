#include "summary.hpp"

#include "db/value.hpp"
#include "demo/crews.hpp"
#include "demo/evidence.hpp"
#include "engine/fuse.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace kunna::demo::test {

namespace {

void add_states(const Company& company, const Stay& stay, const std::vector<Statement>& said, Summary& out) {
    static const engine::Settings settings;
    static const engine::Recency recency{settings};
    States& of_role = out.states_by_role[catalogue().roles[stay.role].key];
    for (const RequiredSkill& required : catalogue().roles[stay.role].requirements) {
        std::vector<engine::Evidence> evidence;
        for (const Statement& each : said)
            if (each.skill == required.skill)
                evidence.push_back(engine::Evidence::of(each.skill, each.source, each.level, each.day, each.expires));
        std::sort(evidence.begin(), evidence.end());
        const auto fused =
            engine::fuse(evidence, catalogue().skills[required.skill].kind, settings, recency, company.today());
        if (fused.conflict) ++out.conflicts;
        for (States* states : {&out.states, &of_role}) {
            if (!fused.known)
                ++states->unknown;
            else if (fused.level < engine::Level::of_step(required.level))
                ++states->below;
            else if (fused.sure(settings))
                ++states->met;
            else
                ++states->uncertain;
        }
    }
}

} // namespace

std::uint64_t fingerprint(const Company& company) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto text = [&](std::string_view bytes) {
        for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        hash = (hash ^ 0xFFU) * 0x100000001B3U;
    };
    const auto number = [&](std::int64_t value) { text(std::to_string(value)); };
    for (const Unit& unit : company.units) {
        number(unit.parent);
        text(unit.code);
        text(unit.name);
    }
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Person& who = company.people[p];
        text(company.number_text(p));
        text(who.name.given_text());
        text(who.name.family_text());
        text(who.name.email());
        number(who.hired.days());
        number(who.last_day.days());
        for (const Position& each : company.positions(p)) {
            number(each.unit);
            text(each.title);
            number(each.manager);
            number(each.fte);
            number(each.from.days());
            number(each.to.days());
        }
        for (const Stay& stay : company.stays_of(p)) number(stay.role);
        for (const Statement& each : statements_of(company, p)) {
            number(each.skill);
            number(each.level);
            number(static_cast<int>(each.source));
            number(each.assessor);
            text(each.assessor_name);
            number(each.day.days());
            number(each.expires ? each.expires->days() : 0);
            text(each.note);
        }
    }
    return hash;
}

std::string_view department_name(const Company& company, Department department) {
    for (const Unit& unit : company.units)
        if (unit.department == department && unit.parent == 0) return unit.name;
    return "";
}

std::map<std::string, int> headcount(const Company& company, Date day) {
    std::map<std::string, int> counts;
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        if (const Stay* stay = company.stay_on(p, day))
            ++counts[std::string{department_name(company, company.posts[stay->post].department)}];
    return counts;
}

std::map<PersonNumber, int> spans(const Company& company, Date day) {
    std::map<PersonNumber, int> found;
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        if (const Stay* stay = company.stay_on(p, day))
            if (const PersonNumber manager = company.manager_of(*stay, day); manager != nobody) ++found[manager];
    return found;
}

Summary summarise(const Company& company) {
    Summary out;
    out.people_ever = static_cast<int>(company.people.size());
    const Date today = company.today();
    out.by_department = headcount(company, today);
    for (const auto& [manager, n] : spans(company, today)) ++out.spans[n];
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const auto said = statements_of(company, p);
        out.evidence += static_cast<long>(said.size());
        for (const Statement& each : said) {
            ++out.evidence_age[(today - each.day) / 183];
            ++out.by_source[std::string{db::enum_name(each.source)}];
        }
        const Stay* stay = company.stay_on(p, today);
        if (stay == nullptr) continue;
        ++out.by_site[static_cast<std::size_t>(shape_of(company.posts[stay->post].department).site)];
        ++out.by_role[catalogue().roles[stay->role].key];
        add_states(company, *stay, said, out);
    }
    return out;
}

std::string table(const Summary& summary) {
    std::string out;
    const auto line = [&](std::string_view name, auto value) { out += fmt::format("  {:32} {:>8}\n", name, value); };
    out += "departments\n";
    int people = 0;
    for (const auto& [name, n] : summary.by_department) {
        line(name, n);
        people += n;
    }
    line("people today", people);
    line("people ever", summary.people_ever);
    out += fmt::format("sites {} {} {}\n", summary.by_site[0], summary.by_site[1], summary.by_site[2]);
    out += "spans (reports: managers)\n";
    for (const auto& [n, managers] : summary.spans) out += fmt::format("  {}: {}\n", n, managers);
    out += "states by role (people; met, uncertain, gap, unknown %)\n";
    for (const auto& [role, s] : summary.states_by_role)
        out += fmt::format("  {:32} {:5}  {:5.1f} {:5.1f} {:5.1f} {:5.1f}\n", role, summary.by_role.at(role),
                           s.share(s.met), s.share(s.uncertain), s.share(s.below), s.share(s.unknown));
    const States& all = summary.states;
    out += fmt::format("all: met {:.1f} uncertain {:.1f} gap {:.1f} unknown {:.1f} of {} rows; conflicts {}\n",
                       all.share(all.met), all.share(all.uncertain), all.share(all.below), all.share(all.unknown),
                       all.rows(), summary.conflicts);
    out += fmt::format("evidence {} rows, {:.1f} a person\n", summary.evidence,
                       static_cast<double>(summary.evidence) / people);
    for (const auto& [half_years, n] : summary.evidence_age) line(fmt::format("{} half years old", half_years), n);
    for (const auto& [source, n] : summary.by_source) line(source, n);
    return out;
}

} // namespace kunna::demo::test
