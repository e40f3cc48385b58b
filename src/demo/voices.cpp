// Who contests what, and how it is answered.
#include "demo/voices.hpp"

#include "demo/scripted.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

constexpr std::size_t most_voices = 40;
constexpr std::uint32_t contests_of_100_000 = 3'000;
constexpr std::uint32_t remarks_of_100_000 = 4'000;

constexpr std::array<std::string_view, 6> contest_reasons{
    "Jag har gjort arbetet på egen hand sedan i våras. Det syns i arbetsordrarna.",
    "Bedömningen gjordes innan jag gick kursen. Jag vill att den görs om.",
    "Vi har aldrig talat om den här kompetensen. Jag vet inte vad nivån bygger på.",
    "Jag har lärt upp två nya kollegor i det här och tycker att nivån är för låg.",
    "Nivån stämmer för det gamla systemet men inte för det vi använder nu.",
    "Det var jag som löste felet i oktober, inte skiftet efter.",
};
constexpr std::array<std::string_view, 3> upheld_answers{
    "Vi gick igenom exemplen tillsammans. Nivån står kvar tills du har gjort momentet utan stöd, vi planerar in det.",
    "Jag förstår hur du tänker. Nivån gäller de svåra fallen också, och där har vi inte sett det än.",
    "Bedömningen gjordes enligt ankaret för nivån. Vi följer upp i nästa avstämning.",
};
constexpr std::array<std::string_view, 3> corrected_answers{
    "Du har rätt, jag hade inte sett arbetet på kvällsskiftet. Nivån är ändrad.",
    "Arbetsordrarna visar det du säger. Jag har höjt nivån.",
    "Rättat efter samtal med din tidigare gruppchef.",
};
constexpr std::array<std::string_view, 4> employee_remarks{
    "Vi pratade om det här i samtalet och jag håller med.",
    "Jag vill gärna gå bredvid automationsingenjören några dagar under våren.",
    "Det stämmer i dag, men jag har inte fått arbeta med det på länge.",
    "Bra att det står hur bedömningen gjordes.",
};
constexpr std::array<std::string_view, 2> manager_remarks{
    "Vi bokar ett nytt tillfälle efter nästa underhållsstopp.",
    "Lägger in det i utvecklingsplanen.",
};

// The newest statement of the manager in a skill where the person sees it clearly higher.
const Statement* disputed(const std::vector<Statement>& said) {
    for (auto each = said.rbegin(); each != said.rend(); ++each) {
        if (each->source != Source::manager) continue;
        const bool higher = std::any_of(said.begin(), said.end(), [&](const Statement& own) {
            return own.source == Source::self && own.skill == each->skill && own.level >= each->level + 2;
        });
        if (higher) return &*each;
    }
    return nullptr;
}

} // namespace

Voices voices_of(const Company& company) {
    Voices voices;
    const PersonNumber scripted = company.persona(Persona::employee);
    if (scripted != nobody) {
        const auto said = statements_of(company, scripted);
        const ScriptedContests at = scripted_contests(said);
        voices.contested.push_back({scripted, said[at.corrected],
                                    "Jag lägger upp rondplanen själv sedan i somras och har lärt upp en kollega.",
                                    Reply::corrected,
                                    "Det stämmer. Jag hade inte sett rondplanen när jag bedömde. Nivån är rättad.", 4});
        voices.contested.push_back(
            {scripted, said[at.open],
             "Jag byggde om styrningen i båda pumpcellerna på egen hand i augusti. Programmen ligger i arkivet.",
             Reply::none, "", 0});
        voices.remarks.push_back({scripted, said[at.open], false, employee_remarks[1]});
    }
    const PersonNumber manager = company.persona(Persona::manager);
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        if (voices.contested.size() >= most_voices && voices.remarks.size() >= most_voices) break;
        const Stay* const stay = company.stay_on(p, company.today());
        if (stay == nullptr || p == scripted || company.people[p].last_day < Stay::open) continue;
        if (p == company.persona(Persona::hr)) continue; // HR answers for the others
        const PersonNumber chief = company.manager_of(*stay, company.today());
        if (chief == nobody) continue;
        Random random = Random::of(company.seed, Subject::voice, p);
        // The persona of the manager has several to read and to answer.
        const bool of_persona = chief == manager;
        const bool contests = random.chance(of_persona ? 40'000 : contests_of_100_000);
        const bool remarks_too = random.chance(of_persona ? 40'000 : remarks_of_100_000);
        if (!contests && !remarks_too) continue;
        const auto said = statements_of(company, p);
        const Statement* const low = disputed(said);
        if (contests && low != nullptr && voices.contested.size() < most_voices) {
            Contested made{p, *low, random.one_of(contest_reasons), Reply::none, "", 0};
            made.reply = static_cast<Reply>(random.weighted(std::array{of_persona ? 90 : 40, 30, 20, 10}));
            if (made.reply == Reply::upheld) made.answer = random.one_of(upheld_answers);
            if (made.reply == Reply::corrected) {
                made.answer = random.one_of(corrected_answers);
                made.corrected_level = std::min(low->level + 1, 5);
            }
            voices.contested.push_back(made);
        }
        const auto rated = std::find_if(said.rbegin(), said.rend(),
                                        [](const Statement& each) { return each.source == Source::manager; });
        if (remarks_too && rated != said.rend() && voices.remarks.size() < most_voices) {
            const bool by_manager = of_persona && random.chance(40'000);
            voices.remarks.push_back(
                {p, *rated, by_manager, by_manager ? random.one_of(manager_remarks) : random.one_of(employee_remarks)});
        }
    }
    return voices;
}

} // namespace kunna::demo
