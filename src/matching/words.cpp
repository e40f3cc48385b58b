// Cutting compounds: of all ways through the word in two or three pieces, the one whose pieces are worth most, or none.
#include "matching/words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kunna::matching {

namespace {

constexpr std::size_t shortest_compound = 7; // characters, as in all below
constexpr std::size_t longest_compound = 60; // what is longer is no word
constexpr std::size_t shortest_piece = 3;
constexpr std::size_t shortest_known = 4;  // what a compound is cut by to learn from it
constexpr int compounds_to_learn = 3;      // in which a piece has to occur
constexpr float share_of_short = 0.3F;     // a piece of three letters counts for so much
constexpr float share_of_front = 0.5F;     // what is known from the beginnings of compounds
constexpr float share_of_back = 0.3F;      // from their ends
constexpr float share_of_inflected = 0.5F; // a piece that is another form of a known word
constexpr float whole_share = 0.62F;       // a known word is worth so much of a piece of its frequency: cuts win
constexpr float least_worth = 0.5F;        // of pieces
constexpr float third_piece_cost = 0.4F;
constexpr float rare_word = 2;            // labels
constexpr std::size_t least_likeness = 4; // bytes that two stems begin with
constexpr float least_share = 0.6F;       // of the longer one

// Longest first: the first that fits is taken off.
constexpr std::string_view english_endings[] = {"ings", "ing", "ers", "ors", "er", "or", "es", "ed", "s", "e"};
constexpr std::size_t shortest_english_stem = 4;
constexpr std::string_view endings[] = {
    "ationerna", "ningarna", "ationen", "ationer", "elserna", "eringar", "eringen", "ingarna", "ningens", "ations",
    "erings",    "ingens",   "ningar",  "ningen",  "andet",   "arens",   "arnas",   "ation",   "elsen",   "elser",
    "erade",     "erier",    "eriet",   "ering",   "ernas",   "ingar",   "ingen",   "nings",   "ande",    "aren",
    "arna",      "else",     "erad",    "erar",    "eras",    "erat",    "erna",    "ings",    "iska",    "iskt",
    "ning",      "orna",     "seln",    "ade",     "age",     "are",     "ars",     "era",     "eri",     "ers",
    "ing",       "isk",      "ors",     "sel",     "ad",      "ar",      "as",      "at",      "en",      "er",
    "es",        "et",       "na",      "or",      "a",       "e",       "s"};

// Stems that no ending gives.
constexpr std::pair<std::string_view, std::string_view> irregular[] = {
    {"bistå", "bistånd"},  {"böcker", "bok"}, {"böter", "bot"},    {"data", "data"},      {"drift", "driv"},
    {"ekologi", "ekolog"}, {"fötter", "fot"}, {"ge", "giv"},       {"ger", "giv"},        {"glas", "glas"},
    {"gäss", "gås"},       {"gå", "gång"},    {"händer", "hand"},  {"ljus", "ljus"},      {"löss", "lus"},
    {"män", "man"},        {"skor", "sko"},   {"skrift", "skriv"}, {"skrifter", "skriv"}, {"städer", "stad"},
    {"sömnad", "sy"},      {"ta", "tag"},     {"tar", "tag"},      {"timmer", "timr"},    {"tänder", "tand"},
    {"val", "välj"}};

// Endings that look like words: no piece of a compound.
constexpr std::string_view no_pieces[] = {
    "ade",   "and",  "ande",   "ansva",  "are",  "aren", "arna",  "arnas", "ast",   "ats",   "att",  "bar",  "bor",
    "den",   "ell",  "else",   "elser",  "ens",  "era",  "erad",  "erar",  "eri",   "erier", "ers",  "ets",  "ett",
    "gen",   "ger",  "het",    "heter",  "ing",  "inga", "ingar", "ior",   "isk",   "iska",  "iskt", "ker",  "kor",
    "lande", "lar",  "ler",    "lig",    "liga", "ling", "lla",   "mar",   "nar",   "nas",   "nde",  "nder", "ner",
    "nin",   "ning", "ningar", "ningen", "nska", "rar",  "ron",   "rska",  "sam",   "ser",   "ska",  "skap", "skaper",
    "sker",  "sku",  "sla",    "ssa",    "sta",  "ster", "stor",  "sva",   "svana", "ten",   "ter",  "tion", "und"};

constexpr std::string_view says_nothing[] = {
    "a",    "and",   "andra", "annan",      "arbete",       "att",        "av",      "den",
    "det",  "eller", "en",    "erfarenhet", "erfarenheter", "ett",        "fl",      "for",
    "från", "för",   "i",     "in",         "inom",         "inriktning", "kunskap", "kunskaper",
    "m",    "med",   "och",   "of",         "om",           "or",         "other",   "programmeringsspråk",
    "på",   "samt",  "som",   "the",        "till",         "to",         "vana",    "vid",
    "är"};

bool means_something(std::string_view word) {
    return std::find(std::begin(says_nothing), std::end(says_nothing), word) == std::end(says_nothing);
}

bool letter_or_digit(unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
}

bool of_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z'); });
}

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// å, ä, ö and é are two bytes that begin with the same one.
bool is_vowel(char c) {
    return std::string_view{"aeiouy\xC3"}.find(c) != std::string_view::npos;
}

bool has_vowel(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_vowel);
}

bool can_be_piece(std::string_view text) {
    return characters(text) >= shortest_piece &&
           std::find(std::begin(no_pieces), std::end(no_pieces), text) == std::end(no_pieces);
}

// Where the characters of a word begin, and its end.
std::vector<std::size_t> starts_of(std::string_view word) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (starts_character(word[at])) starts.push_back(at);
    starts.push_back(word.size());
    return starts;
}

std::string_view without(std::string_view word, std::string_view ending) {
    return word.ends_with(ending) ? word.substr(0, word.size() - ending.size()) : word;
}

} // namespace

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && letter_or_digit(static_cast<unsigned char>(folded[end]))) ++end;
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string stem(std::string_view word, Language language) {
    if (language == Language::en) {
        for (const std::string_view ending : english_endings)
            if (word.size() >= ending.size() + shortest_english_stem && word.ends_with(ending))
                return std::string{without(word, ending)};
        return std::string{word};
    }
    for (const auto& [form, of] : irregular)
        if (word == form) return std::string{of};
    if (!of_letters(word) || characters(word) < 4) return std::string{word};
    std::string_view left = word;
    for (const std::string_view ending : endings) {
        const std::string_view before = without(word, ending);
        if (before.size() == word.size() || characters(before) < 3 || !has_vowel(before)) continue;
        left = before;
        break;
    }
    std::string stem{left};
    if (characters(stem) >= 5 && stem.ends_with('s') && !stem.ends_with("ss")) stem.pop_back();
    // "möbel" meets "möbler", "timmer" "timra".
    if (characters(stem) >= 4 && stem[stem.size() - 2] == 'e' &&
        std::string_view{"lrn"}.find(stem.back()) != std::string_view::npos && !is_vowel(stem[stem.size() - 3]))
        stem.erase(stem.size() - 2, 1);
    if (characters(stem) >= 4 && stem.back() == stem[stem.size() - 2]) stem.pop_back();
    return stem;
}

float likeness(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    const auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (same < least_likeness) return 0;
    const float share = static_cast<float>(same) / static_cast<float>(std::max(a.size(), b.size()));
    return share >= least_share ? share : 0;
}

std::size_t least_shared(std::string_view stem) {
    const auto share = static_cast<std::size_t>(std::ceil(least_share * static_cast<float>(stem.size())));
    return std::min(stem.size(), std::max(least_likeness, share));
}

Words::Words(std::span<const std::string> folded) {
    std::unordered_map<std::string_view, std::size_t> last_label; // that a word was counted in, from 1
    for (std::size_t label = 0; label < folded.size(); ++label)
        for (const std::string_view word : words_of(folded[label])) {
            std::size_t& last = last_label[word];
            if (last != label + 1) ++count_[std::string{word}];
            last = label + 1;
        }
    learn_pieces();
}

// What a compound is made of: words, in the forms that they take before others ("flicka": "flick-", "arbete":
// "arbets-"), and what stands before or behind known words in several compounds.
void Words::learn_pieces() {
    Weights fronts;
    Weights backs;
    for (const auto& [word, times] : count_) {
        stem_count_[stem(word, Language::sv)] += times;
        for (const std::string_view ending : {"", "a", "e", "or"}) {
            if (!word.ends_with(ending) || word.size() == ending.size()) continue;
            const std::string base{without(word, ending)};
            for (const std::string& piece : {base, base + "s"}) {
                float& most = front_[piece];
                most = std::max(most, times);
            }
        }
        back_[word] = times;
        const std::vector<std::size_t> starts = starts_of(word);
        const std::size_t length = starts.size() - 1;
        if (length > longest_compound) continue;
        for (std::size_t cut = shortest_piece; cut + shortest_piece <= length; ++cut) {
            const std::string_view front = std::string_view{word}.substr(0, starts[cut]);
            const std::string_view back = std::string_view{word}.substr(starts[cut]);
            if (length - cut >= shortest_known && count_.contains(back)) ++fronts[std::string{front}];
            if (cut >= shortest_known && count_.contains(front)) ++backs[std::string{back}];
        }
    }
    const auto add = [](Weights& to, const Weights& learned, float share, std::size_t shortest) {
        for (const auto& [piece, compounds] : learned) {
            if (compounds < compounds_to_learn || characters(piece) < shortest) continue;
            float& most = to[piece];
            most = std::max(most, share * compounds);
        }
    };
    add(front_, fronts, share_of_front, shortest_piece);
    add(back_, backs, share_of_back, shortest_known);
    for (Weights* of : {&front_, &back_}) {
        std::erase_if(*of, [](const auto& piece) { return !can_be_piece(piece.first); });
        for (auto& [piece, times] : *of)
            times = std::log(1 + times * (characters(piece) == shortest_piece ? share_of_short : 1));
    }
}

float Words::times(std::string_view word) const {
    const auto at = count_.find(word);
    return at == count_.end() ? 0 : at->second;
}

float Words::worth_before(std::string_view piece) const {
    const auto at = front_.find(piece);
    return at == front_.end() ? 0 : at->second;
}

float Words::worth_behind(std::string_view piece) const {
    if (!can_be_piece(piece)) return 0;
    const auto known = back_.find(piece);
    const float worth = known == back_.end() ? 0 : known->second;
    const std::string form = stem(piece, Language::sv);
    if (characters(form) < shortest_known) return worth;
    const auto inflected = stem_count_.find(form);
    return inflected == stem_count_.end() ? worth
                                          : std::max(worth, std::log(1 + share_of_inflected * inflected->second));
}

std::vector<std::string_view> Words::cut(std::string_view word) const {
    const std::vector<std::size_t> starts = starts_of(word);
    const std::size_t length = starts.size() - 1;
    if (length < shortest_compound || length > longest_compound || !of_letters(word)) return {word};
    const auto piece = [&](std::size_t from, std::size_t to) {
        return word.substr(starts[from], starts[to] - starts[from]);
    };
    std::vector<float> behind(length + 1, 0); // by where the last piece begins
    for (std::size_t from = shortest_piece; from + shortest_piece <= length; ++from)
        behind[from] = worth_behind(piece(from, length));
    float best = std::max(least_worth, whole_share * std::log(1 + times(word)));
    std::size_t first = 0; // where the second piece begins, and the third
    std::size_t second = 0;
    for (std::size_t i = shortest_piece; i + shortest_piece <= length; ++i) {
        const float before = worth_before(piece(0, i));
        if (before <= 0) continue;
        if (behind[i] > 0 && (before + behind[i]) / 2 > best) {
            best = (before + behind[i]) / 2;
            first = i;
            second = 0;
        }
        for (std::size_t j = i + shortest_piece; j + shortest_piece <= length; ++j) {
            if (behind[j] <= 0) continue;
            const float middle = worth_before(piece(i, j));
            const float worth = (before + middle + behind[j]) / 3 - third_piece_cost;
            if (middle <= 0 || worth <= best) continue;
            best = worth;
            first = i;
            second = j;
        }
    }
    if (second > 0) return {piece(0, first), piece(first, second), piece(second, length)};
    if (first > 0) return {piece(0, first), piece(first, length)};
    return times(word) <= rare_word ? cut_by_one(word, starts) : std::vector{word};
}

// One known word, and something before or behind it: "limousinkörning".
std::vector<std::string_view> Words::cut_by_one(std::string_view word, std::span<const std::size_t> starts) const {
    constexpr std::size_t shortest = 5;
    const std::size_t length = starts.size() - 1;
    for (std::size_t i = shortest_piece; i + shortest <= length; ++i) {
        const std::string_view back = word.substr(starts[i]);
        if (can_be_piece(back) && times(back) >= 2) return {word.substr(0, starts[i]), back};
    }
    for (std::size_t i = length - shortest_known; i >= shortest; --i) {
        const std::string_view front = word.substr(0, starts[i]);
        if (can_be_piece(front) && can_be_piece(word.substr(starts[i])) && times(front) >= 3)
            return {front, word.substr(starts[i])};
    }
    return {word};
}

std::vector<std::string> Words::pieces(std::string_view word) const {
    const std::vector<std::string_view> cuts = cut(word);
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::string_view bare = without(cuts[i], "s");
        const bool linked = i + 1 < cuts.size() && characters(cuts[i]) > shortest_known &&
                            times(cuts[i]) <= times(bare) && bare.size() < cuts[i].size();
        pieces.emplace_back(linked ? bare : cuts[i]);
    }
    return pieces;
}

std::vector<std::string> Words::parts(std::string_view folded, Language language) const {
    std::vector<std::string> parts;
    for (const std::string_view word : words_of(folded)) {
        if (!means_something(word)) continue;
        if (language == Language::en) {
            parts.push_back(stem(word, language));
            continue;
        }
        for (const std::string& piece : pieces(word))
            if (means_something(piece)) parts.push_back(stem(piece, language));
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

} // namespace kunna::matching
