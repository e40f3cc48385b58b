// Progress: how far a long work has come, told by whoever works and heard by whoever waits.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kunna::jobs {

// What is being done, as a key of texts with the values that fill it; read in the language of whoever looks.
struct Note {
    std::string code{};
    std::vector<std::pair<std::string, std::string>> values{};

    bool operator==(const Note&) const = default;
};

class Progress {
public:
    // Hears a fraction of the whole from 0 to 1; a refusal ends the work. It is called from the thread that works, also
    // inside a transaction, so it must not touch the database.
    using Heard = std::function<Result<void>(double fraction, const Note* note)>;

    Progress() = default; // nobody listens, nothing stops the work
    explicit Progress(Heard heard) : heard_(std::move(heard)) {}

    // fraction of this part, 0 to 1. Refuses with job.cancelled or job.stopped: pass it on with TRY, so that the
    // transaction is rolled back. Cheap, but not for every row: once in a thousand is plenty.
    Result<void> tell(double fraction) const { return hear(fraction, nullptr); }
    Result<void> tell(double fraction, std::string_view note,
                      std::vector<std::pair<std::string, std::string>> values = {}) const {
        const Note said{std::string{note}, std::move(values)};
        return hear(fraction, &said);
    }

    // The part of this work between two fractions, as a progress of its own. It borrows *this.
    [[nodiscard]] Progress part(double from, double to) const {
        return Progress{
            [this, from, to](double fraction, const Note* note) { return hear(from + (to - from) * fraction, note); }};
    }

private:
    Result<void> hear(double fraction, const Note* note) const {
        if (!heard_) return {};
        return heard_(fraction < 0 ? 0 : fraction > 1 ? 1 : fraction, note);
    }

    Heard heard_{};
};

} // namespace kunna::jobs
