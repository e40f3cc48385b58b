// Matching: how well words find their concepts, on the development halves of MELO and of the national mapping of
// JobTech skills to ESCO, beside character TF-IDF on the same questions.
//
//   bench_matching DATA [--train]
//
// MRR is the mean of 1 / rank of the first right answer, hit@10 the share with one among the first ten. TF-IDF ranks
// labels, as MELO does; ours ranks concepts, each by its best label. "Cross-validated": the weights of four fifths of
// the questions judge the last fifth. --train prints weights and pairs of words learned from all, to be put into
// weights.hpp and learned_pairs.hpp.
#include "matching/align.hpp"
#include "matching/matcher.hpp"
#include "matching/weights.hpp"
#include "rows.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace kunna;
using namespace kunna::matching;
using bench::each_row;
using bench::tsv;

namespace {

std::string data;

std::string esco(std::string_view name, std::string_view language) {
    return fmt::format("{0}/esco/ESCO dataset - v1.2.0 - classification - {2} - csv/{1}_{2}.csv", data, name, language);
}

boost::json::value json_of(const std::string& path) {
    std::ifstream in{path};
    if (!in) throw std::runtime_error{"cannot read " + path};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    return boost::json::parse(text);
}

std::string string_of(const boost::json::value& object, std::string_view key) {
    return std::string{object.at(key).as_string()};
}

// Concepts by their URI.
struct Corpus {
    std::vector<Concept> concepts{};
    std::map<std::string, std::uint32_t> number{};

    Concept& at(const std::string& uri) {
        const auto [found, fresh] = number.emplace(uri, static_cast<std::uint32_t>(concepts.size()));
        if (fresh) concepts.emplace_back();
        return concepts[found->second];
    }
};

struct Question {
    std::string text{};
    std::set<std::uint32_t> right{};
};

struct Weighed {
    std::vector<Candidate> candidates{};
    std::vector<std::size_t> right{}; // of them
};

struct Score {
    double mrr = 0;
    double hits = 0;
    std::size_t n = 0;

    void add(std::size_t rank) { // 0: not found
        ++n;
        if (rank > 0) mrr += 1.0 / static_cast<double>(rank);
        if (rank > 0 && rank <= 10) ++hits;
    }
    void operator+=(const Score& other) {
        mrr += other.mrr;
        hits += other.hits;
        n += other.n;
    }
    [[nodiscard]] double mean() const { return mrr / static_cast<double>(n); }
    [[nodiscard]] double hit() const { return hits / static_cast<double>(n); }
};

// The peer: TF-IDF over runs of 2–5 characters within words, cosine.
class CharacterTfIdf {
public:
    explicit CharacterTfIdf(const std::vector<std::string>& labels) {
        std::vector<std::map<std::uint64_t, float>> counts;
        std::map<std::uint64_t, float> with;
        for (const std::string& label : labels) {
            counts.push_back(count(label));
            for (const auto& [gram, n] : counts.back()) ++with[gram];
        }
        for (const auto& [gram, n] : with) idf_[gram] = std::log((1 + static_cast<float>(labels.size())) / (1 + n)) + 1;
        for (std::uint32_t i = 0; i < counts.size(); ++i) {
            const float length = weigh(counts[i]);
            for (const auto& [gram, value] : counts[i]) labels_with_[gram].emplace_back(i, value / length);
        }
        size_ = labels.size();
    }
    [[nodiscard]] std::vector<float> cosines(const std::string& asked) const {
        auto counts = count(asked);
        const float length = weigh(counts);
        std::vector<float> cosines(size_, 0);
        for (const auto& [gram, value] : counts)
            if (const auto at = labels_with_.find(gram); at != labels_with_.end())
                for (const auto& [label, own] : at->second) cosines[label] += value * own / length;
        return cosines;
    }

private:
    static std::map<std::uint64_t, float> count(const std::string& label) {
        std::map<std::uint64_t, float> counts;
        const std::string folded = text::fold(label);
        for (const std::string_view word : words_of(folded)) {
            const std::string padded = fmt::format(" {} ", word);
            std::vector<std::size_t> starts;
            for (std::size_t i = 0; i < padded.size(); ++i)
                if ((static_cast<unsigned char>(padded[i]) & 0xC0U) != 0x80U) starts.push_back(i);
            starts.push_back(padded.size());
            for (std::size_t n = 2; n <= 5; ++n)
                for (std::size_t i = 0; i + n < starts.size(); ++i)
                    ++counts[std::hash<std::string_view>{}(
                        std::string_view{padded}.substr(starts[i], starts[i + n] - starts[i]))];
        }
        return counts;
    }
    float weigh(std::map<std::uint64_t, float>& counts) const {
        float square = 0;
        for (auto& [gram, value] : counts) {
            const auto at = idf_.find(gram);
            value *= at == idf_.end() ? std::log(1 + static_cast<float>(size_)) + 1 : at->second;
            square += value * value;
        }
        return square > 0 ? std::sqrt(square) : 1;
    }

    std::unordered_map<std::uint64_t, float> idf_;
    std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, float>>> labels_with_;
    std::size_t size_ = 0;
};

Score tf_idf(const std::vector<Question>& questions, const std::vector<std::pair<std::string, std::uint32_t>>& labels) {
    std::vector<std::string> texts;
    for (const auto& [text, concept_] : labels) texts.push_back(text);
    const CharacterTfIdf index{texts};
    Score score;
    for (const Question& question : questions) {
        const auto cosines = index.cosines(question.text);
        float best = 0; // of the right labels
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (question.right.contains(labels[i].second)) best = std::max(best, cosines[i]);
        std::size_t rank = 1;
        bool seen = false;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const bool right = question.right.contains(labels[i].second);
            if (cosines[i] > best || (cosines[i] == best && !right && !seen)) ++rank;
            seen = seen || (right && cosines[i] == best);
        }
        score.add(best > 0 ? rank : 0);
    }
    return score;
}

double sum_of(const Weights& weights, const Candidate& candidate) {
    return std::inner_product(weights.begin(), weights.end(), candidate.features.begin(), 0.0);
}

std::size_t rank_of(const Weights& weights, const Weighed& asked) {
    if (asked.right.empty()) return 0;
    double best = -1e300;
    for (const std::size_t i : asked.right) best = std::max(best, sum_of(weights, asked.candidates[i]));
    std::size_t rank = 1;
    for (std::size_t i = 0; i < asked.candidates.size(); ++i)
        if (std::find(asked.right.begin(), asked.right.end(), i) == asked.right.end() &&
            sum_of(weights, asked.candidates[i]) >= best)
            ++rank;
    return rank;
}

// Softmax regression by Adam, 32 questions a step.
Weights learn(std::vector<const Weighed*> from) {
    constexpr double l2 = 0.002;
    constexpr int rounds = 60;
    Weights weights{};
    Weights first{};
    Weights second{};
    std::mt19937 random{1};
    double steps = 0;
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(from.begin(), from.end(), random);
        const double rate = 0.05 * (1 - static_cast<double>(round) / rounds) + 0.001;
        for (std::size_t start = 0; start < from.size(); start += 32) {
            Weights slope{};
            double n = 0;
            for (std::size_t k = start; k < std::min(from.size(), start + 32); ++k) {
                const Weighed& asked = *from[k];
                if (asked.right.empty()) continue;
                ++n;
                std::vector<double> share;
                for (const Candidate& candidate : asked.candidates) share.push_back(sum_of(weights, candidate));
                const double most = *std::max_element(share.begin(), share.end());
                double all = 0;
                for (double& s : share) all += s = std::exp(s - most);
                double right = 0;
                for (const std::size_t i : asked.right) right += share[i];
                for (std::size_t i = 0; i < share.size(); ++i) {
                    const bool is_right = std::find(asked.right.begin(), asked.right.end(), i) != asked.right.end();
                    const double error = share[i] / all - (is_right ? share[i] / right : 0.0);
                    for (std::size_t f = 0; f < feature_count; ++f) slope[f] += error * asked.candidates[i].features[f];
                }
            }
            if (n == 0) continue;
            ++steps;
            for (std::size_t f = 0; f < feature_count; ++f) {
                const double g = slope[f] / n + l2 * weights[f];
                first[f] = 0.9 * first[f] + 0.1 * g;
                second[f] = 0.999 * second[f] + 0.001 * g * g;
                weights[f] -= rate * (first[f] / (1 - std::pow(0.9, steps))) /
                              (std::sqrt(second[f] / (1 - std::pow(0.999, steps))) + 1e-8);
            }
        }
    }
    return weights;
}

// One line of the table: questions, the matcher that answers them, and what TF-IDF has to choose from.
struct Set {
    std::string name{};
    std::vector<Question> questions{};
    std::vector<std::pair<std::string, std::uint32_t>> labels{};
    Language language = Language::sv;
    double goal_mrr = 0;
    double goal_hit = 0;
    double goal_ratio = 0; // to TF-IDF's MRR
    std::vector<Weighed> weighed{};

    [[nodiscard]] Weighed weighed_by(const Matcher& matcher, const Question& question) const {
        Weighed asked;
        asked.candidates = matcher.candidates(question.text, language);
        for (std::size_t i = 0; i < asked.candidates.size(); ++i)
            if (question.right.contains(asked.candidates[i].concept_)) asked.right.push_back(i);
        return asked;
    }
    void weigh(const Matcher& matcher) {
        for (const Question& question : questions) weighed.push_back(weighed_by(matcher, question));
    }
};

constexpr std::size_t folds = 5;

std::size_t fold_of(std::size_t question) {
    return (question * 2654435761U >> 16U) % folds;
}

// Sets that share weights are learned together; the same question in two sets is in the same fold.
bool report(std::vector<Set>& sets, const Weights& shipped, bool train) {
    std::vector<Score> crossed(sets.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const Weighed*> from;
        for (const Set& set : sets)
            for (std::size_t i = 0; i < set.weighed.size(); ++i)
                if (fold_of(i) != fold) from.push_back(&set.weighed[i]);
        const Weights weights = learn(from);
        for (std::size_t s = 0; s < sets.size(); ++s)
            for (std::size_t i = 0; i < sets[s].weighed.size(); ++i)
                if (fold_of(i) == fold) crossed[s].add(rank_of(weights, sets[s].weighed[i]));
    }
    bool kept = true;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        const Score peer = tf_idf(sets[s].questions, sets[s].labels);
        Score ours;
        std::size_t in_reach = 0;
        for (const Weighed& asked : sets[s].weighed) {
            ours.add(rank_of(shipped, asked));
            in_reach += asked.right.empty() ? 0 : 1;
        }
        const double goal = sets[s].goal_ratio > 0 ? sets[s].goal_ratio * peer.mean() : sets[s].goal_mrr;
        const bool ok = std::min(ours.mean(), crossed[s].mean()) >= goal && ours.hit() >= sets[s].goal_hit;
        kept = kept && ok;
        fmt::print("  {:<44} {:>5} questions, {:>3.0f} % among the candidates\n"
                   "    TF-IDF MRR {:.3f} hit@10 {:.3f} · ours {:.3f} {:.3f} · cross-validated {:.3f} {:.3f} · goal "
                   "{:.3f}{}: {}\n",
                   sets[s].name, ours.n, 100.0 * static_cast<double>(in_reach) / static_cast<double>(ours.n),
                   peer.mean(), peer.hit(), ours.mean(), ours.hit(), crossed[s].mean(), crossed[s].hit(), goal,
                   sets[s].goal_hit > 0 ? fmt::format(" {:.3f}", sets[s].goal_hit) : "", ok ? "kept" : "MISSED");
    }
    if (!train) return kept;
    std::vector<const Weighed*> all;
    for (const Set& set : sets)
        for (const Weighed& asked : set.weighed) all.push_back(&asked);
    const Weights weights = learn(all);
    std::string line;
    for (const double weight : weights) line += fmt::format("{}{:.2f}", line.empty() ? "" : ", ", weight);
    fmt::print("  weights {{{}}}\n", line);
    return kept;
}

// JobTech's occupations, with the ISCO-08 groups of their SSYK groups.
std::vector<Title> jobtech_titles() {
    std::map<std::string, std::vector<std::string>> bridge; // SSYK code → ISCO-08 codes
    const auto bridges = json_of(data + "/jobtech/ssyk-level-4-with-related-isco-level-4-groups.json");
    for (const auto& group : bridges.at("data").at("concepts").as_array())
        for (const auto& related : group.at("related").as_array())
            bridge[string_of(group, "ssyk_code_2012")].push_back(string_of(related, "isco_code_08"));
    std::vector<Title> titles;
    const auto hierarchy = json_of(data + "/jobtech/the-ssyk-hierarchy-with-occupations.json");
    const std::function<void(const boost::json::value&, const std::string&)> walk = [&](const auto& node,
                                                                                        const auto& of) {
        const std::string type = string_of(node, "type");
        if (type == "occupation-name") titles.push_back({string_of(node, "preferred_label"), bridge[of]});
        const std::string code = type == "ssyk-level-4" ? string_of(node, "ssyk_code_2012") : of;
        if (const auto* below = node.as_object().if_contains("narrower"))
            for (const auto& child : below->as_array()) walk(child, code);
    };
    for (const auto& top : hierarchy.at("data").at("concepts").as_array()) walk(top, {});

    return titles;
}

// Occupations: MELO's concepts with their labels in both languages, and ISCO-08 groups among them.
bool occupations(bool train) {
    const std::string melo = data + "/melo-dev/";
    Corpus corpus;
    std::map<std::string, std::vector<std::pair<std::string, std::uint32_t>>> labels; // by corpus, for TF-IDF
    for (const auto& [set, language] :
         {std::pair{"swe_q_sv_c_sv", Language::sv}, std::pair{"usa_q_en_c_en", Language::en}}) {
        std::map<std::string, std::string> uri;
        for (const auto& row : tsv(melo + set + "/concept_mapping.tsv")) uri[row[0]] = row[1];
        std::set<std::string> seen;
        for (const auto& row : tsv(melo + set + "/corpus_elements.tsv")) {
            const std::string& of = uri.at(row[0]);
            corpus.at(of).labels.push_back({row[1], language, seen.insert(of).second});
            labels[set].emplace_back(row[1], corpus.number.at(of));
        }
    }
    each_row(esco("occupations", "en"), [&](const auto& cell) {
        if (corpus.number.contains(cell("conceptUri"))) corpus.at(cell("conceptUri")).field = cell("iscoGroup");
    });
    const std::string isco = "http://data.europa.eu/esco/isco/C";
    for (const auto& [uri, number] : corpus.number)
        if (uri.starts_with(isco)) {
            corpus.concepts[number].group = true;
            corpus.concepts[number].field = uri.substr(isco.size());
        }
    const std::vector<Title> titles = jobtech_titles();
    const auto questions = [&](const std::string& set) {
        std::map<std::string, std::string> uri;
        for (const auto& row : tsv(melo + set + "/concept_mapping.tsv")) uri[row[0]] = row[1];
        std::map<std::string, std::set<std::uint32_t>> right;
        for (const auto& row : tsv(melo + set + "/annotations.tsv"))
            if (corpus.number.contains(uri.at(row[2]))) right[row[0]].insert(corpus.number.at(uri.at(row[2])));
        std::vector<Question> all;
        for (const auto& row : tsv(melo + set + "/queries.tsv")) all.push_back({row[1], right[row[0]]});
        return all;
    };
    const Matcher from_words{corpus.concepts, {}, occupation_weights};
    const Matcher with_titles{corpus.concepts, {.titles = titles, .occupations = {}}, occupation_weights};
    std::vector<Set> sets{
        {.name = "Swedish to Swedish, from the words alone",
         .questions = questions("swe_q_sv_c_sv"),
         .labels = labels["swe_q_sv_c_sv"],
         .goal_mrr = 0.42},
        {.name = "Swedish to Swedish, with JobTech titles",
         .questions = questions("swe_q_sv_c_sv"),
         .labels = labels["swe_q_sv_c_sv"],
         .goal_mrr = 0.48,
         .goal_hit = 0.66},
        {.name = "Swedish to English, from the words alone",
         .questions = questions("swe_q_sv_c_en"),
         .labels = labels["usa_q_en_c_en"],
         .goal_mrr = 0.38},
        {.name = "English to English",
         .questions = questions("usa_q_en_c_en"),
         .labels = labels["usa_q_en_c_en"],
         .language = Language::en,
         .goal_mrr = 0.63},
    };
    for (Set& set : sets) set.weigh(&set == &sets[1] ? with_titles : from_words);
    std::vector<Set> english{std::move(sets.back())};
    sets.pop_back();
    const bool swedish_kept = report(sets, occupation_weights.sv, train);
    return report(english, occupation_weights.en, train) && swedish_kept;
}

// A row of the national mapping.
struct Mapped {
    std::string uri{}; // of JobTech's concept
    std::string label{};
    std::string relation{}; // as ESCO sees JobTech's
    std::uint32_t concept_ = 0;
    [[nodiscard]] bool stands_for() const { return relation == "skos:exactMatch" || relation == "skos:closeMatch"; }
};

constexpr float least_likeness = 0.1F; // of pairs of words learned from the mapping
constexpr float least_times = 3;

// Skills: ESCO's with their labels, asked for by the labels of JobTech's.
bool skills(bool train) {
    Corpus corpus;
    std::vector<std::pair<std::string, std::uint32_t>> labels;
    each_row(esco("skills", "sv"), [&](const auto& cell) {
        corpus.at(cell("conceptUri")).labels.push_back({cell("preferredLabel"), Language::sv, true});
        labels.emplace_back(cell("preferredLabel"), corpus.number.at(cell("conceptUri")));
    });
    each_row(esco("skills", "en"), [&](const auto& cell) {
        Concept& of = corpus.at(cell("conceptUri"));
        of.knowledge = cell("skillType") == "knowledge";
        of.description = {cell("description"), Language::en};
        of.labels.push_back({cell("preferredLabel"), Language::en, true});
        for (std::string& other : text::lines(cell("altLabels")))
            of.labels.push_back({std::move(other), Language::en, false});
    });
    each_row(esco("broaderRelationsSkillPillar", "en"), [&](const auto& cell) {
        if (cell("broaderType") == "SkillGroup" && corpus.number.contains(cell("conceptUri")))
            corpus.at(cell("conceptUri")).field = cell("broaderUri");
    });
    std::map<std::string, Occupation> needing;
    for (const auto& [name, language] : {std::pair{"sv", Language::sv}, std::pair{"en", Language::en}})
        each_row(esco("occupations", name), [&](const auto& cell) {
            Occupation& of = needing[cell("conceptUri")];
            of.field = cell("iscoGroup");
            of.labels.push_back({cell("preferredLabel"), language, true});
            for (std::string& other : text::lines(cell("altLabels")))
                of.labels.push_back({std::move(other), language, false});
        });
    each_row(esco("occupationSkillRelations", "en"), [&](const auto& cell) {
        const auto skill = corpus.number.find(cell("skillUri"));
        if (skill == corpus.number.end()) return;
        Occupation& of = needing[cell("occupationUri")];
        (cell("relationType") == "essential" ? of.essential : of.optional).push_back(skill->second);
    });
    std::vector<Occupation> known;
    for (const auto& [uri, occupation] : needing) known.push_back(occupation);
    const std::vector<Title> titles = jobtech_titles();
    std::vector<std::string> rivals;
    const auto listed = json_of(data + "/jobtech/skills.json");
    for (const auto& skill : listed.at("data").at("concepts").as_array())
        rivals.push_back(string_of(skill, "preferred_label"));
    const Context context{.titles = titles, .occupations = known, .rivals = rivals};

    std::map<std::string, Question> asked;
    std::vector<Mapped> rows;
    each_row(data + "/jobtech-esco-skills-dev/mapping.csv", [&](const auto& cell) {
        const auto concept_ = corpus.number.find(cell("escoUri"));
        if (concept_ == corpus.number.end()) return;
        rows.push_back({cell("jobtechUri"), cell("jobtechPrefLabelSv"), cell("mappingRelation"), concept_->second});
        if (!rows.back().stands_for()) return;
        Question& question = asked[cell("jobtechUri")];
        question.text = cell("jobtechPrefLabelSv");
        question.right.insert(concept_->second);
    });
    // Words alone end at a fifth more than TF-IDF; the quarter that is aimed at takes the rest of the mapping (0007).
    std::vector<Set> sets{
        {.name = "JobTech skills to ESCO skills, by names alone", .labels = labels, .goal_ratio = 1.2},
        {.name = "JobTech skills, the other folds' mapping known", .labels = labels, .goal_ratio = 1.25}};
    std::vector<Question> questions;
    std::map<std::string, std::size_t> fold; // of JobTech's skill
    for (const auto& [uri, question] : asked) {
        fold.emplace(uri, fold_of(questions.size()));
        questions.push_back(question);
    }
    for (const Mapped& row : rows) fold.emplace(row.uri, fold_of(questions.size() + fold.size()));
    for (Set& set : sets) {
        set.questions = questions;
        set.weighed.resize(questions.size());
    }
    // A question is weighed with pairs, and with a mapping, that were learned without it.
    const Matcher cutting{corpus.concepts, {.titles = {}, .occupations = known, .rivals = rivals}, {}};
    const auto pairs_without = [&](std::size_t without) {
        std::vector<PairOfTexts> texts;
        for (const Mapped& row : rows)
            if (fold.at(row.uri) != without)
                texts.push_back({cutting.parts(row.label, Language::sv),
                                 cutting.parts(corpus.concepts[row.concept_].labels.front().text, Language::sv)});
        std::vector<WordPair> pairs = align(texts, least_likeness);
        std::erase_if(pairs, [](const WordPair& pair) { return pair.one == pair.other || pair.times < least_times; });
        return pairs;
    };
    const auto mapping_without = [&](std::size_t without) {
        std::map<std::string, MappedName> mapping;
        for (const Mapped& row : rows) {
            if (fold.at(row.uri) == without) continue;
            MappedName& name = mapping[row.uri];
            name.text = row.label;
            if (row.stands_for()) name.stands_for.push_back(row.concept_);
            if (row.relation == "skos:broadMatch") name.broader_than.push_back(row.concept_);
        }
        std::vector<MappedName> names;
        for (const auto& [uri, name] : mapping) names.push_back(name);
        return names;
    };
    for (std::size_t of = 0; of < folds; ++of) {
        const std::vector<WordPair> pairs = pairs_without(of);
        std::vector<LearnedPair> learned;
        for (const WordPair& pair : pairs) learned.push_back({pair.one, pair.other, pair.likeness});
        const std::vector<MappedName> mapping = mapping_without(of);
        for (Set& set : sets) {
            Context with = context;
            if (&set == &sets[1]) with.mapped = mapping;
            const Matcher matcher{corpus.concepts, with, {.sv = {}, .en = {}, .pairs = learned}};
            for (std::size_t i = 0; i < questions.size(); ++i)
                if (fold_of(i) == of) set.weighed[i] = set.weighed_by(matcher, questions[i]);
        }
    }
    const bool kept = report(sets, skill_weights.sv, train);
    if (train)
        for (const WordPair& pair : pairs_without(folds))
            fmt::print("  {{\"{}\", \"{}\", {:.2f}F}},\n", pair.one, pair.other, pair.likeness);
    return kept;
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "bench_matching DATA [--train]\n");
        return 2;
    }
    data = words[1];
    const bool train = count > 2 && std::string_view{words[2]} == "--train";
    const bool first = occupations(train);
    const bool second = skills(train);
    return first && second ? 0 : 1;
}
