// Notes as managers and examiners write them, in Swedish.
#pragma once

#include "demo/evidence.hpp"

namespace kunna::demo {

// How the level stands to what the role asks.
enum class Standing : std::uint8_t { below, level, above };

std::string_view draw_note(Random& random, Source source, Standing standing);

} // namespace kunna::demo
