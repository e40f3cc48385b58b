// Snapshot: an immutable columnar picture of the workforce on one day. Copies are cheap and share everything;
// a change makes a new Snapshot that shares all but the blocks it touches, and readers keep theirs.
#pragma once

#include "engine/block.hpp"
#include "engine/reporting_lines.hpp"
#include "engine/units.hpp"

#include <optional>

namespace kunna::engine {

// What is to be different. Everything left out stays as it is.
struct PersonChange {
    PersonIndex person = 0;
    std::optional<UnitIndex> unit{};
    std::optional<PersonIndex> manager{}; // no_index = none
    std::optional<std::uint16_t> fte{};   // thousandths, at most 2000
    std::optional<bool> leaving{};
    std::optional<std::vector<RoleIndex>> roles{};
    std::vector<Evidence> new_evidence{};            // added to what is there
    std::optional<std::vector<Evidence>> evidence{}; // replaces what is there, before new_evidence is added
    bool left = false;                               // out of the Snapshot; the index is never given to another
};

struct NewPerson {
    std::int64_t id = 0;
    std::uint32_t unit = 0;         // in a Builder: the unit's number in order of adding; in Changes: UnitIndex
    PersonIndex manager = no_index; // may be added later
    std::uint16_t fte = 1000;       // thousandths, at most 2000
    bool leaving = false;           // known to leave within six months
    std::vector<RoleIndex> roles{}; // at most 16
    std::vector<Evidence> evidence{};
};

struct Changes {
    std::vector<NewPerson> joined{}; // get the next indices, in this order
    std::vector<PersonChange> people{};
    std::vector<std::pair<RoleIndex, std::vector<Requirement>>> roles{}; // new requirements of a role
    // Roles that were not there before, with their ids: get the next indices, so that who joins may hold them.
    std::vector<std::pair<std::int64_t, std::vector<Requirement>>> new_roles{};
};

// They leave and their posts stay, empty: what is required of them is required still, and of nobody is it known.
Changes vacated(std::span<const PersonIndex> people);

class Snapshot {
public:
    Snapshot(); // no units, no people

    [[nodiscard]] Date day() const { return day_; }
    [[nodiscard]] const Settings& settings() const { return *settings_; }
    [[nodiscard]] const Recency& recency() const { return *recency_; }
    [[nodiscard]] const Units& units() const { return *units_; }
    [[nodiscard]] const std::vector<Skill>& skills() const { return *skills_; }
    [[nodiscard]] std::size_t role_count() const { return roles_->size(); }
    [[nodiscard]] const Role& role(RoleIndex role) const { return *(*roles_)[role]; }
    [[nodiscard]] const ReportingLines& lines() const { return *lines_; }

    // One past the highest PersonIndex; some may have left.
    [[nodiscard]] std::size_t person_end() const { return places_.size(); }
    [[nodiscard]] bool present(PersonIndex p) const { return places_[p].block != no_index; }
    [[nodiscard]] std::int64_t person_id(PersonIndex p) const { return places_[p].id; }
    [[nodiscard]] UnitIndex unit_of(PersonIndex p) const { return block_of(p).unit; }
    [[nodiscard]] std::uint16_t fte_of(PersonIndex p) const { return block_of(p).fte[row_of(p)]; }
    [[nodiscard]] bool leaving(PersonIndex p) const { return block_of(p).leaving[row_of(p)] != 0; }
    [[nodiscard]] std::span<const RoleIndex> roles_of(PersonIndex p) const { return block_of(p).roles_of(row_of(p)); }
    [[nodiscard]] std::span<const Evidence> evidence_of(PersonIndex p) const {
        return block_of(p).evidence_of(row_of(p));
    }
    // One person's statements on one skill, to be explained.
    [[nodiscard]] std::span<const Evidence> evidence_of(PersonIndex p, SkillIndex skill) const;
    // The level as fused on this Snapshot's day; nothing when unknown.
    struct HeldLevel {
        SkillIndex skill;
        Level level;
        Confidence confidence;
        bool sure;
        bool conflict;
    };
    [[nodiscard]] std::optional<HeldLevel> held(PersonIndex p, SkillIndex skill) const;
    [[nodiscard]] std::vector<HeldLevel> held(PersonIndex p) const; // by skill

    // Blocks in tree order of their units; those of a subtree are the range of block_range.
    [[nodiscard]] std::size_t block_count() const { return order_->block.size(); }
    [[nodiscard]] const Block& block(std::size_t position) const { return *row_->block[position]; }
    // Cells and holdings of all blocks before this one; defined up to block_count().
    [[nodiscard]] const std::vector<std::size_t>& cell_at() const { return row_->cell_at; }
    [[nodiscard]] const std::vector<std::size_t>& holding_at() const { return row_->holding_at; }
    // Everyone who holds the role.
    struct RoleHolders {
        std::int64_t people = 0;
        std::int64_t fte = 0; // thousandths
    };
    [[nodiscard]] const RoleHolders& holders_of(RoleIndex role) const { return row_->holders[role]; }
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    [[nodiscard]] Range block_range(UnitIndex from, UnitIndex to) const {
        return {order_->first_of_unit[from], order_->first_of_unit[to]};
    }
    // The block a person is in, by its position, and the row there.
    [[nodiscard]] std::size_t block_position(PersonIndex p) const { return order_->position[places_[p].block]; }
    [[nodiscard]] std::size_t row_of(PersonIndex p) const { return places_[p].row; }

    // The same workforce as of another day, from the evidence in memory.
    [[nodiscard]] Snapshot at(Date day, int threads = 1) const;
    // With other settings: all levels and weights anew.
    [[nodiscard]] Result<Snapshot> with(const Settings& settings, int threads = 1) const;
    // With changes. Refuses a manager cycle, too many roles, and what Role::of refuses.
    [[nodiscard]] Result<Snapshot> with(const Changes& changes, int threads = 1) const;

    [[nodiscard]] std::size_t bytes() const; // columns of all blocks, levels and evidence

private:
    friend class Builder;

    struct Place {
        std::int64_t id = 0;
        std::uint32_t block = no_index; // number of the block, not its position; no_index: has left
        std::uint32_t row = 0;
    };
    // Blocks are numbered as they are made; this says where each stands.
    struct Order {
        std::vector<std::uint32_t> block;         // position → number
        std::vector<std::uint32_t> position;      // number → position
        std::vector<std::uint32_t> first_of_unit; // unit → position of its first block; one longer than the units
    };

    // Blocks by position, to be walked without a detour; blocks_ keeps them alive.
    struct Row {
        std::vector<const Block*> block;
        std::vector<std::size_t> cell_at; // one longer than the blocks
        std::vector<std::size_t> holding_at;
        std::vector<RoleHolders> holders; // by role

        void count(const Block& block, int sign);
    };

    [[nodiscard]] const Block& block_of(PersonIndex p) const { return *blocks_[places_[p].block]; }
    [[nodiscard]] Context context() const { return {*skills_, *roles_, *settings_, *recency_, day_}; }
    void order_blocks();                                  // when there are more blocks than before
    void line_up();                                       // when blocks are others than before
    void line_up(std::span<const std::uint32_t> changed); // when only these are, by number
    void remake_all(int threads);

    Date day_;
    std::shared_ptr<const Settings> settings_;
    std::shared_ptr<const Recency> recency_;
    std::shared_ptr<const Units> units_;
    std::shared_ptr<const std::vector<Skill>> skills_;
    std::shared_ptr<const std::vector<std::shared_ptr<const Role>>> roles_;
    std::shared_ptr<const ReportingLines> lines_;
    std::shared_ptr<const Order> order_;
    std::shared_ptr<const Row> row_;
    Pages<std::shared_ptr<const Block>> blocks_; // by number
    Pages<Place> places_;                        // by person
};

} // namespace kunna::engine
