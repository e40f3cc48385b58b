// Files.
#include "plans/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"

#include <fmt/format.h>

namespace kunna::plans {

namespace {

using tabular::Cell;
using tabular::CellType;

constexpr double hundredths = 100;

using Columns = std::vector<std::pair<std::string_view, CellType>>;
const Columns activity_columns{{"activity", CellType::text}, {"session_starts", CellType::date},
                               {"seats", CellType::number},  {"people", CellType::number},
                               {"hours", CellType::number},  {"planned_cost", CellType::number},
                               {"currency", CellType::text}};
const Columns item_columns{
    {"person", CellType::text},  {"activity", CellType::text},       {"session_starts", CellType::date},
    {"hours", CellType::number}, {"planned_cost", CellType::number}, {"currency", CellType::text},
    {"must", CellType::text},    {"towards", CellType::text},        {"review", CellType::text},
    {"because", CellType::text}, {"answer", CellType::text},         {"answer_because", CellType::text}};

double money(std::int64_t amount) {
    return static_cast<double>(amount) / hundredths;
}

// "Mer automation: PLC-programmering 2 → 3; …"
std::string towards(const PlanItem& item, std::string_view language) {
    std::string all;
    for (const ItemStep& step : item.steps)
        all += fmt::format("{}{}: {} {} → {}", all.empty() ? "" : "; ", skills::shown(step.towards, language),
                           skills::shown(step.skill_name, language), step.from, step.to);
    return all;
}

// RFC 5545, 3.3.11 and 3.1: what means something is escaped, and lines are folded at 75 octets, never within a letter.
void line(std::string& out, std::string_view name, std::string_view value) {
    constexpr std::size_t longest = 74;
    std::string text{name};
    text += ':';
    for (const char c : value) {
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + longest);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        if (at > 0) out += ' ';
        out += std::string_view{text}.substr(at, end - at);
        out += "\r\n";
        at = end;
    }
}

std::string basic(Date day) {
    const auto civil = day.civil();
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
                       static_cast<unsigned>(civil.day()));
}

} // namespace

Result<void> write_activities(const PlanTold& told, std::string_view currency, insights::FileKind kind,
                              std::string_view language, tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language, activity_columns, std::move(sink)));
    for (const ActivityPlanned& activity : told.activities) {
        const std::string name{skills::shown(activity.name, language)};
        std::int64_t taken = 0;
        for (const SessionPlanned& session : activity.sessions) taken += session.taken;
        for (const SessionPlanned& session : activity.sessions) {
            const double part = static_cast<double>(session.taken) / static_cast<double>(taken);
            TRY(out->row(std::vector<Cell>{std::string_view{name}, session.from,
                                           session.seats ? Cell{std::int64_t{*session.seats}} : Cell{}, session.taken,
                                           activity.hours * part, money(activity.cost) * part, currency}));
        }
    }
    return out->finish();
}

Result<void> write_items(const std::vector<PlanItem>& items, insights::FileKind kind, std::string_view language,
                         tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language, item_columns, std::move(sink)));
    const std::string yes = texts::say(language, "column.yes");
    for (const PlanItem& item : items) {
        const std::string activity{skills::shown(item.activity_name, language)};
        const std::string why = towards(item, language);
        const std::string review = texts::say(language, "plan.review." + std::string{db::enum_name(item.review)});
        const std::string answer = texts::say(language, "plan.answer." + std::string{db::enum_name(item.answer)});
        TRY(out->row(std::vector<Cell>{std::string_view{item.person_name}, std::string_view{activity}, item.starts,
                                       item.hours, money(item.cost), std::string_view{item.currency},
                                       item.must ? std::string_view{yes} : std::string_view{}, std::string_view{why},
                                       std::string_view{review}, std::string_view{item.review_because},
                                       std::string_view{answer}, std::string_view{item.answer_because}}));
    }
    return out->finish();
}

std::string calendar_of(const std::vector<PlanItem>& items, std::string_view language, Instant now) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kunna//Plan//SV\r\n";
    std::string stamp = now.rfc3339().substr(0, 19);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    for (const PlanItem& item : items) {
        if (item.answer == ItemAnswer::declined) continue;
        out += "BEGIN:VEVENT\r\n";
        line(out, "UID", fmt::format("plan-item-{}@kunna", item.id.value));
        line(out, "DTSTAMP", stamp + "Z");
        line(out, "DTSTART;VALUE=DATE", basic(item.starts));
        line(out, "SUMMARY", skills::shown(item.activity_name, language));
        line(out, "DESCRIPTION", towards(item, language));
        out += "END:VEVENT\r\n";
    }
    return out + "END:VCALENDAR\r\n";
}

} // namespace kunna::plans
