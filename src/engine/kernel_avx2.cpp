// The kernel for processors with AVX2: 16 slots at a time. Only these functions are built for it.
#include "engine/kernel.hpp"

#if defined(__x86_64__)

// g++ 12 wrongly warns inside its own header (its bug 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpragmas" // clang knows no such warning
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop

#define KUNNA_AVX2 __attribute__((target("avx2,popcnt")))

// A namespace of its own: files are built several at a time, and the versions name their parts alike.
namespace kunna::engine::avx2 {

namespace {

KUNNA_AVX2 inline __m256i load(const std::uint16_t* from) {
    return _mm256_load_si256(reinterpret_cast<const __m256i*>(from));
}

KUNNA_AVX2 inline std::uint64_t sum_pairs(__m256i pairs) {
    const __m128i half = _mm_add_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_add_epi32(half, _mm_unpackhi_epi64(half, half))));
}

KUNNA_AVX2 inline void widen(std::uint32_t* to, __m256i counts) {
    _mm256_store_si256(reinterpret_cast<__m256i*>(to), _mm256_cvtepu16_epi32(_mm256_castsi256_si128(counts)));
    _mm256_store_si256(reinterpret_cast<__m256i*>(to + 8), _mm256_cvtepu16_epi32(_mm256_extracti128_si256(counts, 1)));
}

// Two sums of 4 + 4 slots as unpack lays them, written in slot order.
KUNNA_AVX2 inline void in_order(std::uint32_t* to, __m256i low, __m256i high) {
    _mm256_store_si256(reinterpret_cast<__m256i*>(to), _mm256_permute2x128_si256(low, high, 0x20));
    _mm256_store_si256(reinterpret_cast<__m256i*>(to + 8), _mm256_permute2x128_si256(low, high, 0x31));
}

// A bit a slot of a comparison's 16 answers of all ones or none: two bits a slot come out of movemask, equal ones.
KUNNA_AVX2 inline std::uint32_t bits(__m256i answers) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(answers));
}

// One register's 16 slots for all people of the group.
template <bool first>
KUNNA_AVX2 void column(const GroupTask& task, std::uint32_t at, HoldingSums* holdings, SlotSums& slots) {
    const Role& role = task.role;
    const __m256i required = load(role.required() + at);
    const __m256i weight = load(role.weight() + at);
    const __m256i level_bits = _mm256_set1_epi16(held::level_bits);
    const __m256i unknown_word = _mm256_set1_epi16(held::unknown);
    const __m256i zero = _mm256_setzero_si256();
    // The must slots as answers, to be counted like the others.
    const __m256i bit = _mm256_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, -32768);
    const auto must_bits = static_cast<short>(role.must(at) >> (at % 32));
    const std::uint32_t must = bits(_mm256_cmpeq_epi16(_mm256_and_si256(_mm256_set1_epi16(must_bits), bit), bit));
    __m256i met_count = zero;
    __m256i below_count = zero;
    __m256i unknown_count = zero;
    __m256i gap_low = zero;
    __m256i gap_high = zero;
    __m256i fte_low = zero;
    __m256i fte_high = zero;
    const std::uint16_t* words = task.words + at;
    for (std::uint32_t i = 0; i < task.count; ++i, words += task.stride) {
        __builtin_prefetch(words + 8 * task.stride);
        const __m256i word = load(words);
        const __m256i gap = _mm256_subs_epu16(required, _mm256_and_si256(word, level_bits));
        const __m256i enough = _mm256_cmpeq_epi16(gap, zero);
        const __m256i unknown = _mm256_cmpeq_epi16(word, unknown_word);
        const __m256i met = _mm256_and_si256(_mm256_srai_epi16(word, 15), enough);
        met_count = _mm256_sub_epi16(met_count, met); // an answer of all ones is −1
        below_count = _mm256_sub_epi16(below_count, _mm256_xor_si256(enough, _mm256_set1_epi16(-1)));
        unknown_count = _mm256_sub_epi16(unknown_count, unknown);
        gap_low = _mm256_add_epi32(gap_low, _mm256_unpacklo_epi16(gap, zero));
        gap_high = _mm256_add_epi32(gap_high, _mm256_unpackhi_epi16(gap, zero));
        const __m256i fte = _mm256_and_si256(met, _mm256_set1_epi16(static_cast<short>(task.fte[i])));
        fte_low = _mm256_add_epi32(fte_low, _mm256_unpacklo_epi16(fte, zero));
        fte_high = _mm256_add_epi32(fte_high, _mm256_unpackhi_epi16(fte, zero));
        const __m256i weighted = _mm256_madd_epi16(gap, weight);
        const __m256i missing = _mm256_madd_epi16(_mm256_and_si256(unknown, required), weight);
        const std::uint64_t sums = sum_pairs(
            _mm256_add_epi32(_mm256_unpacklo_epi32(weighted, missing), _mm256_unpackhi_epi32(weighted, missing)));
        const std::uint32_t not_met = ~bits(met);
        const std::uint64_t counts = static_cast<std::uint64_t>(_mm_popcnt_u32(~bits(enough)) / 2) |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(bits(unknown)) / 2) << 16U |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(not_met) / 2) << 32U |
                                     static_cast<std::uint64_t>(_mm_popcnt_u32(not_met & must) / 2) << 48U;
        __m128i of = _mm_set_epi64x(static_cast<long long>(counts), static_cast<long long>(sums));
        auto* const to = reinterpret_cast<__m128i*>(holdings + i);
        if constexpr (!first) of = _mm_add_epi32(of, _mm_loadu_si128(to));
        _mm_storeu_si128(to, of);
    }
    widen(slots.met + at, met_count);
    widen(slots.below + at, below_count);
    widen(slots.unknown + at, unknown_count);
    in_order(slots.gap + at, gap_low, gap_high);
    in_order(slots.fte_met + at, fte_low, fte_high);
}

KUNNA_AVX2 void group(const GroupTask& task, HoldingSums* holdings, SlotSums& slots) {
    const std::uint32_t width = task.role.width();
    if (width == 0) {
        for (std::uint32_t i = 0; i < task.count; ++i) holdings[i] = {};
        return;
    }
    column<true>(task, 0, holdings, slots);
    for (std::uint32_t at = 16; at < width; at += 16) column<false>(task, at, holdings, slots);
}

KUNNA_AVX2 inline __m128i four(const std::uint32_t* column) {
    return _mm_load_si128(reinterpret_cast<const __m128i*>(column));
}
KUNNA_AVX2 inline void add(CellSums& cell, __m128i sums) {
    auto* const at = reinterpret_cast<__m128i*>(&cell);
    _mm_store_si128(at, _mm_add_epi32(_mm_load_si128(at), sums));
}

// Four columns of four slots become four cells of four sums, each added with one instruction. Counts of 16 bits lie in
// pairs; they never overflow into each other.
KUNNA_AVX2 void scatter(const SlotSums& slots, std::uint32_t count, const std::uint16_t* slot_cell, CellSums* cells) {
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
KUNNA_AVX2 void tally(const SlotSums& slots, std::uint32_t width, std::uint32_t* columns) {
    for (const std::uint32_t* from : {slots.met, slots.below, slots.unknown, slots.fte_met, slots.gap}) {
        for (std::uint32_t slot = 0; slot < width; ++slot) columns[slot] += from[slot];
        columns += width;
    }
}

} // namespace

} // namespace kunna::engine::avx2

namespace kunna::engine {

const Kernel avx2_kernel{avx2::group, avx2::scatter, avx2::tally};

} // namespace kunna::engine

#endif
