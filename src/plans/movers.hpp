// Movers: those of other roles who could be reskilled to what a goal needs, and what it takes. An alternative to
// training and hiring in the same money; nobody is named, because interest is asked first.
#pragma once

#include "plans/gaps.hpp"
#include "reskilling/fits.hpp"

namespace kunna::plans {

struct Mover {
    std::uint32_t need = 0;
    std::int64_t cost = 0;   // seats, and hours at the frame's price
    std::uint8_t chance = 0; // per cent, that the whole way succeeds
};

// By need with a role and a headcount, as many as are lacking of it, the cheapest for what it gives first; a person for
// one need only, the weightiest first. Whoever brings at least engine::worth_reskilling of what the role requires, with
// a level known of all of it, is planned for and stays. None where fewer are near than may be told of.
std::vector<Mover> movers_of(const reskilling::Fits& fits, const std::vector<AskedNeed>& needs, const Gaps& gaps,
                             const Frame& frame);

} // namespace kunna::plans
