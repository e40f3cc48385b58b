// Matching, for speed: 100,000 labels, and questions made of them as people mistype them.
//
//   bench_matching_speed DATA FOLDER
//
// The labels are ESCO's in both languages, and what makes them 100,000 is made of their words; a question is a label
// with one or two letters wrong, words in another order or one left out. Writes labels.tsv and questions.tsv into
// FOLDER for the peer (matching.sh), and prints one JSON object. Seed 5.
#include "base/text.hpp"
#include "matching/letters.hpp"
#include "matching/matcher.hpp"
#include "matching/weights.hpp"
#include "tabular/csv.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <fmt/os.h>
#include <random>
#include <set>
#include <thread>

using namespace kunna;
using namespace kunna::matching;

namespace {

constexpr std::size_t label_count = 100'000;
constexpr std::size_t question_count = 20'000;

using Ticks = std::chrono::steady_clock;

double microseconds(Ticks::duration took) {
    return std::chrono::duration<double, std::micro>(took).count();
}

void add_labels(const std::string& path, std::set<std::string>& labels) {
    auto table = tabular::open_csv(tabular::file_bytes(path).unwrap(), {.delimiter = ','}).unwrap();
    for (std::size_t column = 0; column < table->header().size(); ++column) {
        if (table->header()[column].name != "preferredLabel" && table->header()[column].name != "altLabels") continue;
        auto again = tabular::open_csv(tabular::file_bytes(path).unwrap(), {.delimiter = ','}).unwrap();
        for (tabular::Row row; again->next(row).unwrap();)
            for (const std::string_view label : text::split(row[column], '\n'))
                if (!words_of(text::fold(label)).empty()) labels.insert(text::fold(label));
    }
}

std::string mistyped(std::string label, std::mt19937& random) {
    auto words = words_of(label);
    std::vector<std::string> written{words.begin(), words.end()};
    if (written.size() > 2 && random() % 4 == 0) written.erase(written.begin() + random() % written.size());
    if (written.size() > 1 && random() % 4 == 0) std::shuffle(written.begin(), written.end(), random);
    std::string text;
    for (const std::string& word : written) text += (text.empty() ? "" : " ") + word;
    for (auto typos = 1 + random() % 2; typos > 0 && text.size() > 4; --typos) {
        const std::size_t at = 1 + random() % (text.size() - 2);
        if (static_cast<unsigned char>(text[at]) >= 0x80 || static_cast<unsigned char>(text[at + 1]) >= 0x80) continue;
        switch (random() % 4) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            std::swap(text[at], text[at + 1]);
            break;
        case 2:
            text[at] = static_cast<char>('a' + random() % 26);
            break;
        default:
            text.insert(at, 1, static_cast<char>('a' + random() % 26));
        }
    }
    return text;
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        fmt::print(stderr, "bench_matching_speed DATA FOLDER\n");
        return 2;
    }
    std::set<std::string> real;
    for (const char* file :
         {"en/skills", "en/occupations", "sv/skills", "sv/occupations", "en/ISCOGroups", "en/skillGroups"}) {
        const std::string_view of = file;
        add_labels(fmt::format("{0}/esco/ESCO dataset - v1.2.0 - classification - {1} - csv/{2}_{1}.csv", words[1],
                               of.substr(0, 2), of.substr(3)),
                   real);
    }
    std::mt19937 random{5};
    std::vector<std::string> labels{real.begin(), real.end()};
    const std::size_t esco = labels.size();
    while (labels.size() < label_count) {
        const std::string& front = labels[random() % esco];
        const std::string& back = labels[random() % esco];
        std::string made = front.substr(0, front.rfind(' ')) + " " + back.substr(back.find(' ') + 1);
        if (real.insert(made).second) labels.push_back(std::move(made));
    }
    std::vector<std::uint32_t> right;
    std::vector<std::string> questions;
    while (questions.size() < question_count) {
        right.push_back(static_cast<std::uint32_t>(random() % labels.size()));
        questions.push_back(mistyped(labels[right.back()], random));
    }

    const auto building = Ticks::now();
    const LetterIndex index{labels};
    const auto built = Ticks::now();
    std::size_t first = 0;
    std::size_t first_of_same = 0; // of those the peer is asked
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto near = index.nearest(index.question(questions[i]), 1);
        const bool found = !near.empty() && near[0].label == right[i];
        first += found ? 1 : 0;
        first_of_same += found && i >= 20 && i < 220 ? 1 : 0;
    }
    const auto asked = Ticks::now();

    // As an import does: whole rows, to concepts of ESCO's size.
    std::vector<Concept> concepts;
    for (std::size_t i = 0; i < esco; ++i) {
        if (i % 3 == 0) concepts.emplace_back().field = std::to_string(i / 60);
        concepts.back().labels.push_back({labels[i], Language::en, i % 3 == 0});
    }
    const auto making = Ticks::now();
    const Matcher matcher{concepts, {}, skill_weights};
    const auto made = Ticks::now();
    std::atomic<std::size_t> matched = 0;
    const auto map = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) matched += matcher.match(questions[i], Language::en, 5).size();
    };
    {
        const std::jthread other{map, 0, 500};
        map(500, 1000);
    }
    const auto mapped = Ticks::now();

    auto label_file = fmt::output_file(fmt::format("{}/labels.tsv", words[2]));
    for (std::size_t i = 0; i < labels.size(); ++i) label_file.print("{}\t{}\n", i, labels[i]);
    auto question_file = fmt::output_file(fmt::format("{}/questions.tsv", words[2]));
    for (std::size_t i = 0; i < questions.size(); ++i) question_file.print("{}\t{}\t{}\n", i, right[i], questions[i]);
    fmt::print("{{\"labels\":{},\"esco\":{},\"built_ms\":{:.0f},\"mb\":{:.1f},\"us\":{:.1f},\"first\":{:.4f},\"first_"
               "of_same\":{:.4f},"
               "\"concepts\":{},\"matcher_ms\":{:.0f},\"matcher_mb\":{:.1f},\"import_ms\":{:.1f},\"matched\":{}}}\n",
               labels.size(), esco, microseconds(built - building) / 1000, static_cast<double>(index.bytes()) / 1e6,
               microseconds(asked - built) / static_cast<double>(questions.size()),
               static_cast<double>(first) / static_cast<double>(questions.size()),
               static_cast<double>(first_of_same) / 200, concepts.size(), microseconds(made - making) / 1000,
               static_cast<double>(matcher.bytes()) / 1e6, microseconds(mapped - made) / 1000, matched.load());
    return 0;
}
