// The learning that serves a goal, as a file.
#include "base/texts.hpp"
#include "learning/words.hpp"
#include "priorities/files.hpp"
#include "skills/catalogue.hpp"

namespace kunna::priorities {

namespace {

using tabular::Cell;
using tabular::CellType;

const std::vector<std::pair<std::string_view, CellType>> serving_columns{
    {"skill", CellType::text},         {"level", CellType::number},
    {"headcount", CellType::number},   {"people_lacking", CellType::number},
    {"activity", CellType::text},      {"activity_kind", CellType::text},
    {"raises_from", CellType::number}, {"raises_to", CellType::number},
    {"probability", CellType::number}, {"hours", CellType::number},
    {"next_session", CellType::date},  {"sessions", CellType::number},
    {"cost", CellType::number},        {"currency", CellType::text},
    {"hidden", CellType::text}};

} // namespace

Result<void> write_learning(const GoalLearning& told, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink) {
    constexpr double hundredths = 100;
    const auto out = TRY(insights::table_writer(kind, language, serving_columns, std::move(sink)));
    const std::string few = texts::say(language, "column.hidden.yes");
    const std::string outside = texts::say(language, "column.hidden.outside");
    for (const NeedLearning& need : told.needs) {
        const std::string& skill = skills::shown(need.row.skill_name, language);
        const std::string hidden = !need.untold ? "" : *need.untold == Untold::few ? few : outside;
        const Cell lacking = need.lacking ? Cell{*need.lacking} : Cell{};
        const auto line = [&](const ServingActivity* one) {
            const std::string name = one == nullptr ? "" : skills::shown(one->name, language);
            const std::string word = one == nullptr ? "" : learning::kind_word(one->kind, language);
            std::vector<Cell> row{std::string_view{skill}, std::int64_t{need.row.need.level},
                                  std::int64_t{need.row.need.headcount}, lacking};
            row.resize(serving_columns.size());
            if (one != nullptr) {
                row[4] = std::string_view{name};
                row[5] = std::string_view{word};
                row[6] = std::int64_t{one->from};
                row[7] = std::int64_t{one->to};
                row[8] = one->probability;
                row[9] = one->hours;
                if (one->next_session) row[10] = *one->next_session;
                if (one->estimate) {
                    row[11] = one->estimate->sessions;
                    row[12] = static_cast<double>(one->estimate->amount) / hundredths;
                    row[13] = std::string_view{one->estimate->currency};
                }
            }
            row.back() = std::string_view{hidden};
            return out->row(row);
        };
        for (const ServingActivity& one : need.activities) TRY(line(&one));
        if (need.activities.empty()) TRY(line(nullptr));
    }
    return out->finish();
}

} // namespace kunna::priorities
