// Career: the positions of one person through time, and what may be done to them. Pure: no database, no clock.
// Positions never overlap; gaps are allowed. Days are inclusive at both ends.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kunna::people {

struct Held {
    PositionId id{}; // 0: not stored yet
    UnitId unit{};
    std::string title{};
    PersonId manager{}; // 0: nobody
    double fte = 1;
    Date from{};
    std::optional<Date> to{}; // the last day; open when not given

    [[nodiscard]] bool on(Date day) const { return from <= day && (!to || *to >= day); }
    // Everything but the id and the days.
    [[nodiscard]] bool same_work(const Held& other) const;
    bool operator==(const Held&) const = default;
};

using Career = std::vector<Held>; // ordered by from

// The position on the day; null in a gap.
[[nodiscard]] const Held* on(const Career& career, Date day);

// Begins `next` on next.from: the one before ends the day before. Refuses (conflict, position.overlaps) when one begins
// on that day or later.
[[nodiscard]] Result<Career> opened(Career career, Held next);

// What the person does from the day on, as a file says it: changes the one that begins that day, else begins a new one,
// which lasts until a planned later one begins, or as long as the one it replaces.
[[nodiscard]] Career changed_from(Career career, Date day, Held next);

// The last day of employment: what holds then ends with it, what was planned after it never comes.
[[nodiscard]] Career ended(Career career, Date last_day);

// Leaving is taken back: the position that ended on that day goes on.
[[nodiscard]] Career resumed(Career career, Date last_day);

// The hiring day was another: the position that began with the employment follows it.
// Refuses (/hired, person.hired_after_position) when a position would begin before the hiring day.
[[nodiscard]] Result<Career> hired_on(Career career, Date before, Date after);

struct Steps {
    struct End {
        PositionId id{};
        std::optional<Date> to{};
    };
    Career open{};
    Career edit{};
    std::vector<End> end{}; // only the last day changes: by far the most frequent
    std::vector<PositionId> remove{};
    [[nodiscard]] bool none() const { return open.empty() && edit.empty() && end.empty() && remove.empty(); }
};
// What makes the stored career the wanted one.
[[nodiscard]] Steps steps(const Career& stored, const Career& wanted);

} // namespace kunna::people
