// Career: opening, ending, resuming positions.
#include "people/career.hpp"

#include <algorithm>

namespace kunna::people {

bool Held::same_work(const Held& other) const {
    return unit == other.unit && title == other.title && manager == other.manager && fte == other.fte;
}

const Held* on(const Career& career, Date day) {
    const auto found = std::find_if(career.begin(), career.end(), [&](const Held& h) { return h.on(day); });
    return found == career.end() ? nullptr : &*found;
}

Result<Career> opened(Career career, Held next) {
    if (next.to && *next.to < next.from) return refuse_field("/to", "position.ends_before_it_begins");
    if (!career.empty() && career.back().from >= next.from)
        return Error{Kind::conflict, "position.overlaps", {}, {{"day", career.back().from.iso()}}};
    if (!career.empty() && career.back().on(next.from)) career.back().to = next.from - 1;
    career.push_back(std::move(next));
    return career;
}

Career changed_from(Career career, Date day, Held next) {
    next.from = day;
    const auto later = std::find_if(career.begin(), career.end(), [&](const Held& h) { return h.from > day; });
    next.to = later == career.end() ? std::nullopt : std::optional{later->from - 1};
    if (later != career.begin()) {
        Held& before = *std::prev(later);
        if (before.on(day)) {
            next.to = before.to;
            if (before.from == day) {
                next.id = before.id;
                before = std::move(next);
                return career;
            }
            before.to = day - 1;
        }
    }
    career.insert(later, std::move(next));
    return career;
}

Career ended(Career career, Date last_day) {
    std::erase_if(career, [&](const Held& h) { return h.from > last_day; });
    if (!career.empty() && career.back().on(last_day)) career.back().to = last_day;
    return career;
}

Career resumed(Career career, Date last_day) {
    if (!career.empty() && career.back().to == last_day) career.back().to.reset();
    return career;
}

Result<Career> hired_on(Career career, Date before, Date after) {
    if (!career.empty() && career.front().from == before && (!career.front().to || *career.front().to >= after))
        career.front().from = after;
    if (!career.empty() && career.front().from < after)
        return refuse_field("/hired", "person.hired_after_position", {{"day", career.front().from.iso()}});
    return career;
}

Steps steps(const Career& stored, const Career& wanted) {
    Steps out;
    for (const Held& h : wanted) {
        if (!h.id.given()) {
            out.open.push_back(h);
            continue;
        }
        const auto was = std::find_if(stored.begin(), stored.end(), [&](const Held& s) { return s.id == h.id; });
        if (was != stored.end() && was->from == h.from && was->same_work(h)) {
            if (was->to != h.to) out.end.push_back({h.id, h.to});
        } else {
            out.edit.push_back(h);
        }
    }
    for (const Held& s : stored)
        if (std::none_of(wanted.begin(), wanted.end(), [&](const Held& h) { return h.id == s.id; }))
            out.remove.push_back(s.id);
    return out;
}

} // namespace kunna::people
