// Sixteen months in one register, for forecast_cell.cpp: arithmetic, the root, and what lies beyond of a normal.
#pragma once

#include "engine/forecast_cell.hpp"

#include <cstring>

// Vectors are passed by reference between functions that are always inlined: no ABI is involved.
#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wpsabi"

#define KUNNA_INLINE [[gnu::always_inline]] inline

namespace kunna::engine::months {

using Lanes = float __attribute__((vector_size(month_lanes * sizeof(float))));
using Bits = std::int32_t __attribute__((vector_size(month_lanes * sizeof(std::int32_t))));

KUNNA_INLINE Lanes load(const float* from) {
    Lanes to;
    std::memcpy(&to, from, sizeof to);
    return to;
}

KUNNA_INLINE void write(float* to, const Lanes& what) {
    std::memcpy(to, &what, sizeof what);
}

KUNNA_INLINE void add(float* to, const Lanes& what) {
    write(to, load(to) + what);
}

// Newton's steps for 1/√x, from the usual first guess.
KUNNA_INLINE Lanes root(const Lanes& of) {
    Bits bits;
    std::memcpy(&bits, &of, sizeof bits);
    bits = 0x5F3759DF - (bits >> 1);
    Lanes y;
    std::memcpy(&y, &bits, sizeof y);
    for (int step = 0; step < 3; ++step) y = y * (1.5F - 0.5F * of * y * y);
    return of * y;
}

// E[(N − y)+] for a standard normal N, to 2e-5: the sixteenth root of what lies beyond |y| is nearly a straight line.
KUNNA_INLINE Lanes beyond(const Lanes& y) {
    const Lanes far = y < 0 ? -y : y;
    const Lanes x = far > 4.5F ? Lanes{} + 4.5F : far;
    Lanes root16 =
        0.944186877F +
        x * (-0.074011338F +
             x * (-0.0137593725F +
                  x * (-0.000757324722F + x * (0.000518157771F + x * (-3.39411982e-05F + x * -1.39570703e-07F)))));
    root16 *= root16;
    root16 *= root16;
    root16 *= root16;
    root16 *= root16;
    return root16 + (y < 0 ? far : Lanes{});
}

} // namespace kunna::engine::months
