// Ahead: asks for memory before a sweep comes to it. Blocks and roles lie scattered; only the first lines of a column
// have to be asked for, what follows the processor sees coming by itself.
#pragma once

#include "engine/block.hpp"

#include <algorithm>

namespace kunna::engine {

inline void ask(const void* from, std::size_t bytes) {
    for (std::size_t line = 0; line < bytes; line += 64) __builtin_prefetch(static_cast<const char*>(from) + line);
}

// Both layouts' columns of the block, but not its levels in compressed rows.
inline void ask_for(const Block& block, bool aligned) {
    ask(block.group.data(), 192);
    ask(block.holding_fte.data(), 128);
    ask(block.slot_cell.data(), 256);
    if (aligned) {
        ask(block.aligned.data(), 1024);
        return;
    }
    ask(block.holding.data(), 128);
    ask(block.held_at.data(), 256);
    ask(block.leaving.data(), 64);
}

// A block's levels in compressed rows: too much to ask for at once, so a little is asked for with each row of the
// block before it.
class LevelsAhead {
public:
    LevelsAhead() = default; // of nothing
    explicit LevelsAhead(const Block& block) :
        skill_(block.held_skill.data()), word_(block.held_word.data()), left_(block.held_skill.size()) {}

    // Up to 64 levels: rows are seldom longer.
    void ask_for_some() {
        if (left_ == 0) return;
        ask(skill_, 128);
        ask(word_, 128);
        skill_ += 64;
        word_ += 64;
        left_ -= std::min<std::size_t>(left_, 64);
    }

private:
    const SkillIndex* skill_ = nullptr;
    const std::uint16_t* word_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace kunna::engine
