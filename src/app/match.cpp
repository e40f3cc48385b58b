// kunna match: free words to concepts, for scripts and for seeing why.
#include "app/command.hpp"
#include "base/json_write.hpp"
#include "taxonomies/matchers.hpp"

#include <iostream>

namespace kunna::app {

namespace {

struct MatchOptions {
    Place place{};
    std::string kind{"skill"};
    std::string language{"sv"};
    std::string taxonomy{};
    std::size_t limit = 10;
    std::vector<std::string> texts{};
};

// One line of output.
struct MatchLine {
    std::string text{};
    std::size_t rank = 1;
    std::string concept_{}; // its URI
    std::string label{};
    std::string found_by{};
    std::string code{};
    double score = 0;
    std::string reason{};
};
BOOST_DESCRIBE_STRUCT(MatchLine, (), (text, rank, concept_, label, found_by, code, score, reason))

int run_match(const MatchOptions& asked) {
    const auto kind = *db::enum_of<taxonomies::MatchKind>(asked.kind);
    const auto language = *db::enum_of<matching::Language>(asked.language);
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        taxonomies::Matchers matchers{db};
        const auto matcher = matchers.of(kind, asked.taxonomy.empty() ? std::nullopt : std::optional{asked.taxonomy});
        if (!matcher.ok()) return tell(matcher.error());
        const auto answer = [&](const std::string& text) {
            std::size_t rank = 0;
            for (auto& match : (*matcher)->match(text, language, asked.limit))
                std::cout << json::to_text(MatchLine{text, ++rank, match.uri, match.label.text, match.found_by,
                                                     match.code, match.score, match.reason})
                          << '\n';
        };
        for (const std::string& text : asked.texts) {
            if (text != "-") {
                answer(text);
                continue;
            }
            for (std::string line; std::getline(std::cin, line);) answer(line);
        }
        std::cout.flush();
        return std::cout.good() ? done : broken;
    });
}

} // namespace

void add_match(CLI::App& app, int& code) {
    auto* command =
        app.add_subcommand("match", "The concepts that free words mean, as JSON lines, the most probable first");
    auto asked = std::make_shared<MatchOptions>();
    command->add_option("text", asked->texts, "A skill or a job title; - reads one a line from standard input")
        ->required();
    command->add_option("--kind", asked->kind)->check(CLI::IsMember({"skill", "occupation"}))->capture_default_str();
    command->add_option("--lang", asked->language, "What the words, and the answers, are in")
        ->check(CLI::IsMember({"sv", "en"}))
        ->capture_default_str();
    command->add_option("--taxonomy", asked->taxonomy, "Its key; ESCO, or the first there is, when left out");
    command->add_option("--limit", asked->limit, "Most concepts a text")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    asked->place.add_to(*command);
    command->callback([&code, asked] { code = run_match(*asked); });
}

} // namespace kunna::app
