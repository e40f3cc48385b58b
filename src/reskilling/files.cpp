// Files.
#include "reskilling/files.hpp"

#include "base/texts.hpp"
#include "db/value.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>
#include <array>

namespace kunna::reskilling {

namespace {

using tabular::Cell;
using tabular::CellType;

constexpr double ore = 100;

template <class T>
Cell cell_of(const std::optional<T>& value) {
    return value ? Cell{*value} : Cell{};
}

Cell kronor(const std::optional<std::int64_t>& amount) {
    return amount ? Cell{static_cast<double>(*amount) / ore} : Cell{};
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

std::string missing(const RoleFit& fit, std::string_view language) {
    std::vector<std::string> words;
    for (const FitSkill& skill : fit.skills)
        if (skill.level && *skill.level < skill.required)
            words.push_back(
                fmt::format("{} {:.1f} → {}", skills::shown(skill.name, language), *skill.level, skill.required));
    return joined(words);
}

std::string unknown(const RoleFit& fit, std::string_view language) {
    std::vector<std::string> words;
    for (const FitSkill& skill : fit.skills)
        if (!skill.level) words.push_back(skills::shown(skill.name, language));
    return joined(words);
}

std::string activities(const RoleFit& fit, std::string_view language) {
    std::vector<std::string> words;
    for (const FitStep& step : fit.path.steps) words.push_back(skills::shown(step.name, language));
    return joined(words);
}

std::string stage_word(const std::optional<Stage>& stage, std::string_view language) {
    return texts::say(language,
                      "programme.stage." + (stage ? std::string{db::enum_name(*stage)} : std::string{"applied"}));
}

} // namespace

Result<void> write_candidates(const CandidateBoard& board, insights::FileKind kind, std::string_view language,
                              tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"number", CellType::text},
                                                 {"person", CellType::text},
                                                 {"unit", CellType::text},
                                                 {"stage", CellType::text},
                                                 {"role", CellType::text},
                                                 {"transferability", CellType::number},
                                                 {"musts_lacking", CellType::number},
                                                 {"lacking", CellType::text},
                                                 {"to_assess", CellType::text},
                                                 {"activities", CellType::text},
                                                 {"hours", CellType::number},
                                                 {"practice", CellType::number},
                                                 {"cost", CellType::number},
                                                 {"weeks", CellType::number},
                                                 {"chance", CellType::number}},
                                                std::move(sink)));
    for (const Candidate& one : board.items)
        for (const RoleFit& fit : one.fits) {
            const bool other = one.selected_for && *one.selected_for != fit.role;
            const std::string stage = other ? "" : stage_word(one.stage, language);
            const std::string role = skills::shown(fit.name, language);
            const std::string lacks = missing(fit, language);
            const std::string assess = unknown(fit, language);
            const std::string courses = activities(fit, language);
            const std::array<Cell, 15> row{std::string_view{one.number},
                                           std::string_view{one.name},
                                           std::string_view{one.unit_name},
                                           std::string_view{stage},
                                           std::string_view{role},
                                           fit.transferability,
                                           fit.musts,
                                           std::string_view{lacks},
                                           std::string_view{assess},
                                           std::string_view{courses},
                                           fit.path.hours,
                                           fit.path.practice,
                                           kronor(fit.path.cost),
                                           fit.path.weeks,
                                           fit.path.chance};
            TRY(out->row(row));
        }
    return out->finish();
}

Result<void> write_cohorts(const CohortBoard& board, insights::FileKind kind, std::string_view language,
                           tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"cohort", CellType::text},
                                                 {"starts", CellType::date},
                                                 {"place", CellType::text},
                                                 {"mentor", CellType::text},
                                                 {"person", CellType::text},
                                                 {"role", CellType::text},
                                                 {"stage", CellType::text},
                                                 {"selected", CellType::date},
                                                 {"placed", CellType::date},
                                                 {"step", CellType::text},
                                                 {"level", CellType::number},
                                                 {"hours", CellType::number},
                                                 {"done", CellType::date}},
                                                std::move(sink)));
    for (const CohortMember& member : board.members) {
        const auto in = std::find_if(board.cohorts.begin(), board.cohorts.end(),
                                     [&](const Cohort& cohort) { return cohort.id == member.cohort; });
        const bool none = in == board.cohorts.end();
        const std::string role = skills::shown(member.role_name, language);
        const std::string stage = stage_word(member.stage, language);
        const std::vector<MemberStep> nothing(1);
        for (const MemberStep& step : member.steps.empty() ? nothing : member.steps) {
            const std::string name = skills::shown(step.name, language);
            const std::array<Cell, 13> row{none ? Cell{} : Cell{std::string_view{in->name}},
                                           none ? Cell{} : Cell{in->starts},
                                           none ? Cell{} : Cell{std::string_view{in->place}},
                                           none || !in->mentor ? Cell{} : Cell{std::string_view{in->mentor->name}},
                                           std::string_view{member.name},
                                           std::string_view{role},
                                           std::string_view{stage},
                                           member.selected,
                                           cell_of(member.placed),
                                           std::string_view{name},
                                           cell_of(step.level),
                                           step.hours,
                                           cell_of(step.done)};
            TRY(out->row(row));
        }
    }
    return out->finish();
}

} // namespace kunna::reskilling
