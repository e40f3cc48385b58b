// Workforce: one day's Snapshot with the names that go with it; immutable, shared by all who read at the same time.
#pragma once

#include "db/db.hpp"
#include "engine/heat_map.hpp"
#include "engine/suppress.hpp"
#include "insights/directory.hpp"
#include "settings/settings.hpp"

#include <memory>
#include <mutex>

namespace kunna::insights {

// How many threads work on one question: as many as there are, up to 16.
int threads();

using PersonIndices = std::unordered_map<std::int64_t, engine::PersonIndex>;

class Workforce {
public:
    Workforce(std::int64_t seq, std::int64_t data_seq, engine::Snapshot snapshot, settings::Settings settings,
              std::shared_ptr<const Directory> directory, std::shared_ptr<const PersonIndices> people,
              std::shared_ptr<const engine::Disclosed> earlier = {}) :
        seq_(seq),
        data_seq_(data_seq), snapshot_(std::move(snapshot)), settings_(std::move(settings)),
        directory_(std::move(directory)), people_(std::move(people)), swept_(std::make_shared<Swept>()),
        earlier_(std::move(earlier)) {}

    // The newest entry of the trail that this picture knows of, and the newest that changed it.
    [[nodiscard]] std::int64_t seq() const { return seq_; }
    [[nodiscard]] std::int64_t data_seq() const { return data_seq_; }
    [[nodiscard]] Date day() const { return snapshot_.day(); }
    [[nodiscard]] const engine::Snapshot& snapshot() const { return snapshot_; }
    [[nodiscard]] const settings::Settings& settings() const { return settings_; }
    [[nodiscard]] const Directory& names() const { return *directory_; }
    [[nodiscard]] std::shared_ptr<const Directory> directory() const { return directory_; }
    [[nodiscard]] std::shared_ptr<const PersonIndices> people() const { return people_; }
    // Nothing when the person is not employed on the day.
    [[nodiscard]] std::optional<engine::PersonIndex> find(PersonId person) const;

    // All cells summed; made when first asked for, then kept.
    [[nodiscard]] const engine::Sweep& sweep() const;
    // By skill, as engine::holders tells; made when first asked for.
    [[nodiscard]] const std::vector<std::uint32_t>& holders() const;
    // What of the sums may be shown to someone who may not see the people; made when first asked for.
    [[nodiscard]] const engine::Disclosure& disclosure() const;
    [[nodiscard]] engine::SuppressRule suppress_rule() const {
        return {.fewest = static_cast<std::uint32_t>(settings_.suppression)};
    }
    // People by unit with all units under it, whether or not anything is required of them.
    [[nodiscard]] const std::vector<std::int64_t>& headcounts() const;

    // What was disclosed of this picture, or else of one before it: most of it stands for the next. May be nothing.
    [[nodiscard]] std::shared_ptr<const engine::Disclosed> disclosed() const;

    // The same picture, known to be current up to a later entry of the trail.
    [[nodiscard]] std::shared_ptr<const Workforce> seen_up_to(std::int64_t seq) const;

private:
    struct Swept {
        std::once_flag once;
        std::shared_ptr<engine::Sweep> sweep;
        std::once_flag held;
        std::vector<std::uint32_t> holders;
        std::once_flag disclosing;
        std::shared_ptr<const engine::Disclosed> disclosed; // read by others too, so atomically
        std::once_flag counted;
        std::vector<std::int64_t> headcounts;
    };

    std::int64_t seq_;
    std::int64_t data_seq_;
    engine::Snapshot snapshot_;
    settings::Settings settings_;
    std::shared_ptr<const Directory> directory_;
    std::shared_ptr<const PersonIndices> people_;
    std::shared_ptr<Swept> swept_;
    std::shared_ptr<const engine::Disclosed> earlier_;
};

// Reads the whole workforce as of the day. The trail is known up to `seq` of the same transaction.
std::shared_ptr<const Workforce> load(db::Tx& tx, Date day, std::int64_t seq);

// The same picture with these people read anew, sharing all else.
std::shared_ptr<const Workforce> refresh(db::Tx& tx, const Workforce& before, const std::vector<PersonId>& people,
                                         std::int64_t seq);

} // namespace kunna::insights
