// SkillSpan: how well the skills that an English job advertisement speaks of are found with ESCO's labels, beside
// finding the labels literally, on the development sentences of SkillSpan.
//
//   bench_skillspan DATA [--train]
//
// A span that is found is right when it overlaps a marked one (precision); a marked one is found when a span overlaps
// it (recall). "Cross-validated": the weights of four fifths of the advertisements judge the last fifth. --train prints
// weights learned from all, to be put into span_weights.hpp, and the confidence from which F1 is best.
#include "base/text.hpp"
#include "matching/span_finder.hpp"
#include "matching/span_weights.hpp"
#include "tabular/csv.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <unordered_map>

using namespace kunna;
using namespace kunna::matching;

namespace {

std::string data;

struct Range {
    std::size_t from = 0;
    std::size_t to = 0;
    [[nodiscard]] bool overlaps(const Range& other) const { return from < other.to && other.from < to; }
};

struct Marked {
    std::int64_t advertisement = 0;
    std::string text{};
    std::vector<Range> spans{};
    std::vector<SpanCandidate> candidates{};
};

std::vector<Concept> read_concepts() {
    std::vector<Concept> concepts;
    std::map<std::string, std::size_t> number;
    for (const auto& [name, language] : {std::pair{"en", Language::en}, std::pair{"sv", Language::sv}}) {
        const std::string path =
            fmt::format("{0}/esco/ESCO dataset - v1.2.0 - classification - {1} - csv/skills_{1}.csv", data, name);
        auto table = tabular::open_csv(tabular::file_bytes(path).unwrap(), {.delimiter = ','}).unwrap();
        std::map<std::string, std::size_t> at;
        for (std::size_t i = 0; i < table->header().size(); ++i) at[table->header()[i].name] = i;
        for (tabular::Row row; table->next(row).unwrap();) {
            const auto [found, fresh] = number.emplace(row[at.at("conceptUri")], concepts.size());
            if (fresh) concepts.emplace_back();
            auto& labels = concepts[found->second].labels;
            labels.push_back({std::string{row[at.at("preferredLabel")]}, language, true});
            for (const std::string& other : text::lines(row[at.at("altLabels")]))
                if (!other.empty()) labels.push_back({other, language, false});
        }
    }
    return concepts;
}

std::vector<Marked> read_sentences() {
    std::vector<Marked> all;
    const std::string path = data + "/skillspan-dev/dev.json";
    std::ifstream in{path};
    if (!in) throw std::runtime_error{"cannot read " + path};
    for (std::string line; std::getline(in, line);) {
        const auto read = boost::json::parse(line);
        Marked& one = all.emplace_back();
        one.advertisement = read.at("idx").as_int64();
        std::vector<Range> tokens;
        for (const auto& token : read.at("tokens").as_array()) {
            if (!one.text.empty()) one.text += ' ';
            const std::size_t from = one.text.size();
            one.text += std::string{token.as_string()};
            tokens.push_back({from, one.text.size()});
        }
        for (const char* kind : {"tags_skill", "tags_knowledge"}) {
            bool open = false;
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                const auto& tag = read.at(kind).at(i).as_string();
                if (tag[0] == 'B' || (tag[0] == 'I' && !open)) one.spans.push_back(tokens[i]);
                if (tag[0] == 'I' && open) one.spans.back().to = tokens[i].to;
                open = tag[0] != 'O';
            }
        }
    }
    return all;
}

// The peer: labels as they are written, the longest first.
class Literal {
public:
    explicit Literal(const std::vector<Concept>& concepts) {
        for (const Concept& one : concepts)
            for (const Label& label : one.labels) {
                if (label.language != Language::en) continue;
                const std::string folded = text::fold(label.text);
                const auto words = words_of(folded);
                longest_ = std::max(longest_, words.size());
                std::string joined;
                for (const std::string_view word : words) joined.append(word).append(" ");
                known_[joined] = true;
            }
    }
    [[nodiscard]] std::vector<Range> find(const std::string& text) const {
        std::vector<Range> found;
        for (const Sentence& sentence : sentences_of(text))
            for (std::size_t at = 0; at < sentence.words.size();) {
                std::size_t words = std::min(longest_, sentence.words.size() - at);
                for (; words > 0; --words) {
                    std::string joined;
                    for (std::size_t i = at; i < at + words; ++i) joined.append(sentence.words[i].folded).append(" ");
                    if (known_.contains(joined)) break;
                }
                if (words > 0) found.push_back({sentence.words[at].from, sentence.words[at + words - 1].to});
                at += std::max<std::size_t>(words, 1);
            }
        return found;
    }

private:
    std::unordered_map<std::string, bool> known_;
    std::size_t longest_ = 0;
};

struct Score {
    double found = 0;
    double right = 0;
    double marked = 0;
    double reached = 0;

    void add(const std::vector<Range>& spans, const std::vector<Range>& gold) {
        const auto any = [](const Range& one, const std::vector<Range>& of) {
            return std::any_of(of.begin(), of.end(), [&](const Range& other) { return one.overlaps(other); });
        };
        found += static_cast<double>(spans.size());
        marked += static_cast<double>(gold.size());
        right += static_cast<double>(std::count_if(spans.begin(), spans.end(), [&](auto& s) { return any(s, gold); }));
        reached += static_cast<double>(std::count_if(gold.begin(), gold.end(), [&](auto& s) { return any(s, spans); }));
    }
    [[nodiscard]] double precision() const { return found > 0 ? right / found : 0; }
    [[nodiscard]] double recall() const { return marked > 0 ? reached / marked : 0; }
    [[nodiscard]] double f1() const {
        const double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
    void print(const char* name) const {
        fmt::print("{:<32} precision {:.3f}  recall {:.3f}  F1 {:.3f}  ({} found, {} marked)\n", name, precision(),
                   recall(), f1(), found, marked);
    }
};

std::vector<Range> spans_of(const Marked& one, const SpanWeights& weights, double least) {
    std::vector<Range> spans;
    for (const SpanChoice& choice : choose(one.candidates, weights, least))
        spans.push_back({choice.candidate.from, choice.candidate.to});
    return spans;
}

bool right(const SpanCandidate& one, const Marked& in) {
    return std::any_of(in.spans.begin(), in.spans.end(), [&](const Range& gold) {
        return gold.overlaps({one.from, one.to});
    });
}

// Logistic regression by Newton's method, with a slight pull towards nought.
SpanWeights learn(const std::vector<const Marked*>& from) {
    constexpr std::size_t n = span_feature_count;
    SpanWeights weights{};
    for (int step = 0; step < 12; ++step) {
        std::array<double, n> slope{};
        std::array<std::array<double, n>, n> bend{};
        for (std::size_t i = 0; i < n; ++i) {
            slope[i] = -weights[i];
            bend[i][i] = 1;
        }
        for (const Marked* marked : from)
            for (const SpanCandidate& one : marked->candidates) {
                double sum = 0;
                for (std::size_t i = 0; i < n; ++i) sum += weights[i] * one.features[i];
                const double p = 1 / (1 + std::exp(-sum));
                const double miss = (right(one, *marked) ? 1 : 0) - p;
                for (std::size_t i = 0; i < n; ++i) {
                    slope[i] += miss * one.features[i];
                    for (std::size_t j = 0; j < n; ++j) bend[i][j] += p * (1 - p) * one.features[i] * one.features[j];
                }
            }
        // bend · change = slope, by elimination.
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t row = 0; row < n; ++row) {
                if (row == i) continue;
                const double factor = bend[row][i] / bend[i][i];
                for (std::size_t j = 0; j < n; ++j) bend[row][j] -= factor * bend[i][j];
                slope[row] -= factor * slope[i];
            }
        for (std::size_t i = 0; i < n; ++i) weights[i] += slope[i] / bend[i][i];
    }
    return weights;
}

double best_least(const std::vector<const Marked*>& over, const SpanWeights& weights) {
    double best = 0;
    double at = 0.5;
    for (double least = 0.1; least < 0.8; least += 0.025) {
        Score score;
        for (const Marked* one : over) score.add(spans_of(*one, weights, least), one->spans);
        if (score.f1() > best) {
            best = score.f1();
            at = least;
        }
    }
    return at;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    data = argv[1];
    const std::vector<Concept> concepts = read_concepts();
    const SpanFinder finder{concepts};
    std::vector<Marked> marked = read_sentences();
    const Literal literal{concepts};
    Score labels;
    Score ours;
    for (Marked& one : marked) {
        one.candidates = finder.candidates(sentences_of(one.text), Language::en);
        labels.add(literal.find(one.text), one.spans);
        ours.add(spans_of(one, span_weights, usual_confidence), one.spans);
    }
    Score judged;
    constexpr int folds = 5;
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<const Marked*> rest;
        for (const Marked& one : marked)
            if (one.advertisement % folds != fold) rest.push_back(&one);
        const SpanWeights weights = learn(rest);
        const double least = best_least(rest, weights);
        for (const Marked& one : marked)
            if (one.advertisement % folds == fold) judged.add(spans_of(one, weights, least), one.spans);
    }
    labels.print("labels as they are written");
    ours.print("ours");
    judged.print("ours, cross-validated");
    if (argc > 2 && std::string_view{argv[2]} == "--train") {
        std::vector<const Marked*> all;
        for (const Marked& one : marked) all.push_back(&one);
        const SpanWeights weights = learn(all);
        fmt::print("weights");
        for (const double weight : weights) fmt::print(" {:.3f},", weight);
        fmt::print("\nbest from {:.3f}\n", best_least(all, weights));
    }
    if (ours.f1() > labels.f1() && ours.recall() > labels.recall()) return 0;
    fmt::print("MISSED: ours is to find more, and better, than the labels as they are written\n");
    return 1;
}
