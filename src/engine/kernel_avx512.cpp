// The kernel for processors with AVX-512: 32 slots at a time. Only these functions are built for it, so that nothing
// of it is reached elsewhere.
#include "engine/kernel.hpp"

#if defined(__x86_64__)

// g++ 12 wrongly warns inside its own header (its bug 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpragmas" // clang knows no such warning
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop

#define KUNNA_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,popcnt")))

// A namespace of its own: files are built several at a time, and the versions name their parts alike.
namespace kunna::engine::avx512 {

namespace {

// Sums of the eight 64-bit pairs (a, b) that lie interleaved in 16 lanes: a in the low half, b in the high.
KUNNA_AVX512 inline std::uint64_t sum_pairs(__m512i pairs) {
    const __m256i half = _mm256_add_epi32(_mm512_castsi512_si256(pairs), _mm512_extracti64x4_epi64(pairs, 1));
    const __m128i quarter = _mm_add_epi32(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_add_epi32(quarter, _mm_unpackhi_epi64(quarter, quarter))));
}

// Writes 16-bit counters as 32-bit ones.
KUNNA_AVX512 inline void widen(std::uint32_t* to, __m512i counts) {
    _mm512_store_si512(to, _mm512_cvtepu16_epi32(_mm512_castsi512_si256(counts)));
    _mm512_store_si512(to + 16, _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64(counts, 1)));
}

// One register's 32 slots for all people of the group. `first`: the holdings are written, not added to.
template <bool first>
KUNNA_AVX512 void column(const GroupTask& task, std::uint32_t at, HoldingSums* holdings, SlotSums& slots) {
    const Role& role = task.role;
    const __m512i required = _mm512_load_si512(role.required() + at);
    const __m512i weight = _mm512_load_si512(role.weight() + at);
    const std::uint32_t must = role.must(at);
    const __m512i level_bits = _mm512_set1_epi16(held::level_bits);
    const __m512i unknown_word = _mm512_set1_epi16(held::unknown);
    const __m512i zero = _mm512_setzero_si512();
    const __m512i one = _mm512_set1_epi16(1);
    __m512i met_count = zero; // 16 bits a slot: at most 256 people
    __m512i below_count = zero;
    __m512i unknown_count = zero;
    __m512i gap_low = zero; // 32 bits a slot: lanes as unpack lays them
    __m512i gap_high = zero;
    __m512i fte_low = zero;
    __m512i fte_high = zero;
    const std::uint16_t* words = task.words + at;
    for (std::uint32_t i = 0; i < task.count; ++i, words += task.stride) {
        __builtin_prefetch(words + 8 * task.stride);
        const __m512i word = _mm512_load_si512(words);
        const __m512i gap = _mm512_subs_epu16(required, _mm512_and_si512(word, level_bits));
        const __mmask32 below = _mm512_test_epi16_mask(gap, gap);
        const __mmask32 unknown = _mm512_cmpeq_epi16_mask(word, unknown_word);
        const __mmask32 met = _mm512_movepi16_mask(word) & ~below;
        met_count = _mm512_mask_add_epi16(met_count, met, met_count, one);
        below_count = _mm512_mask_add_epi16(below_count, below, below_count, one);
        unknown_count = _mm512_mask_add_epi16(unknown_count, unknown, unknown_count, one);
        gap_low = _mm512_add_epi32(gap_low, _mm512_unpacklo_epi16(gap, zero));
        gap_high = _mm512_add_epi32(gap_high, _mm512_unpackhi_epi16(gap, zero));
        const __m512i fte = _mm512_maskz_set1_epi16(met, static_cast<short>(task.fte[i]));
        fte_low = _mm512_add_epi32(fte_low, _mm512_unpacklo_epi16(fte, zero));
        fte_high = _mm512_add_epi32(fte_high, _mm512_unpackhi_epi16(fte, zero));
        // Levels stay under 2^15 and weights under 31, so the signed multiply-add is exact.
        const __m512i weighted = _mm512_madd_epi16(gap, weight);
        const __m512i missing = _mm512_madd_epi16(_mm512_maskz_mov_epi16(unknown, required), weight);
        const std::uint64_t sums = sum_pairs(
            _mm512_add_epi32(_mm512_unpacklo_epi32(weighted, missing), _mm512_unpackhi_epi32(weighted, missing)));
        const std::uint32_t not_met = ~static_cast<std::uint32_t>(met);
        const std::uint64_t counts = static_cast<std::uint64_t>(_mm_popcnt_u32(below)) |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(unknown)) << 16U |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(not_met)) << 32U |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(not_met & must)) << 48U;
        // Fields never carry into one another: a role has at most 2,000 slots and 2^31 of weight.
        __m128i of = _mm_set_epi64x(static_cast<long long>(counts), static_cast<long long>(sums));
        auto* const to = reinterpret_cast<__m128i*>(holdings + i);
        if constexpr (!first) of = _mm_add_epi32(of, _mm_loadu_si128(to));
        _mm_storeu_si128(to, of);
    }
    widen(slots.met + at, met_count);
    widen(slots.below + at, below_count);
    widen(slots.unknown + at, unknown_count);
    // unpack takes 4 slots from each 128-bit lane; put them back in order.
    const __m512i front = _mm512_setr_epi64(0, 1, 8, 9, 2, 3, 10, 11);
    const __m512i back = _mm512_setr_epi64(4, 5, 12, 13, 6, 7, 14, 15);
    _mm512_store_si512(slots.gap + at, _mm512_permutex2var_epi64(gap_low, front, gap_high));
    _mm512_store_si512(slots.gap + at + 16, _mm512_permutex2var_epi64(gap_low, back, gap_high));
    _mm512_store_si512(slots.fte_met + at, _mm512_permutex2var_epi64(fte_low, front, fte_high));
    _mm512_store_si512(slots.fte_met + at + 16, _mm512_permutex2var_epi64(fte_low, back, fte_high));
}

KUNNA_AVX512 void group(const GroupTask& task, HoldingSums* holdings, SlotSums& slots) {
    const std::uint32_t width = task.role.width();
    if (width == 0) {
        for (std::uint32_t i = 0; i < task.count; ++i) holdings[i] = {};
        return;
    }
    column<true>(task, 0, holdings, slots);
    for (std::uint32_t at = 32; at < width; at += 32) column<false>(task, at, holdings, slots);
}

KUNNA_AVX512 inline __m128i four(const std::uint32_t* column) {
    return _mm_load_si128(reinterpret_cast<const __m128i*>(column));
}
KUNNA_AVX512 inline void add(CellSums& cell, __m128i sums) {
    auto* const at = reinterpret_cast<__m128i*>(&cell);
    _mm_store_si128(at, _mm_add_epi32(_mm_load_si128(at), sums));
}

// Four columns of four slots become four cells of four sums, each added with one instruction. Counts of 16 bits lie in
// pairs; they never overflow into each other.
KUNNA_AVX512 void scatter(const SlotSums& slots, std::uint32_t count, const std::uint16_t* slot_cell, CellSums* cells) {
    for (std::uint32_t slot = 0; slot < count; slot += 4) {
        const __m128i counts = _mm_or_si128(four(slots.met + slot), _mm_slli_epi32(four(slots.below + slot), 16));
        const __m128i unknown = four(slots.unknown + slot);
        const __m128i fte = four(slots.fte_met + slot);
        const __m128i gap = four(slots.gap + slot);
        const __m128i a = _mm_unpacklo_epi32(counts, unknown);
        const __m128i b = _mm_unpackhi_epi32(counts, unknown);
        const __m128i c = _mm_unpacklo_epi32(fte, gap);
        const __m128i d = _mm_unpackhi_epi32(fte, gap);
        const std::uint32_t left = count - slot;
        add(cells[slot_cell[slot]], _mm_unpacklo_epi64(a, c));
        if (left > 1) add(cells[slot_cell[slot + 1]], _mm_unpackhi_epi64(a, c));
        if (left > 2) add(cells[slot_cell[slot + 2]], _mm_unpacklo_epi64(b, d));
        if (left > 3) add(cells[slot_cell[slot + 3]], _mm_unpackhi_epi64(b, d));
    }
}

// The compiler makes the most of the plain loop.
KUNNA_AVX512 void tally(const SlotSums& slots, std::uint32_t width, std::uint32_t* columns) {
    for (const std::uint32_t* from : {slots.met, slots.below, slots.unknown, slots.fte_met, slots.gap}) {
        for (std::uint32_t slot = 0; slot < width; ++slot) columns[slot] += from[slot];
        columns += width;
    }
}

} // namespace

} // namespace kunna::engine::avx512

namespace kunna::engine {

const Kernel avx512_kernel{avx512::group, avx512::scatter, avx512::tally};

} // namespace kunna::engine

#endif
