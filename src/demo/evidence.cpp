// How statements come about.
#include "demo/evidence.hpp"

#include "demo/levels.hpp"
#include "demo/notes.hpp"
#include "demo/scripted.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

constexpr int first_round = 2; // two months long, as is the second a year later
constexpr int second_round = 14;
constexpr int talks_month = 12;
constexpr int round_days = 55;

// What a certificate proves, and for how many months.
struct Proof {
    std::string_view skill;
    int months;
    std::string_view examiner;
};
constexpr std::array proofs{
    Proof{"welding", 36, "Ackrediterat certifieringsorgan"},
    Proof{"forklift_driving", 60, "Truckutbildare, extern"},
    Proof{"electrical_safety", 36, "Elsäkerhetsutbildare, extern"},
    Proof{"dangerous_goods", 24, "Säkerhetsrådgivare för farligt gods"},
    Proof{"workplace_safety", 60, "Arbetsmiljöutbildare, extern"},
    Proof{"cybersecurity", 36, "Ackrediterat certifieringsorgan"},
};

enum class Asked : std::uint8_t { both, only_self, only_manager, nobody };

class Writer {
public:
    Writer(const Company& company, PersonNumber person) :
        company_(company), person_(person), own_bias_(rater_bias(company, person)) {}

    std::vector<Statement> write() && {
        for (const Stay& stay : company_.stays_of(person_)) {
            stay_ = &stay;
            skills_ = asked_skills(company_, person_, stay.role);
            required_ = catalogue().roles[stay.role].requirements.size();
            occasions();
            for (std::size_t i = 0; i < skills_.size(); ++i) {
                if (missing(company_, person_, skills_[i])) continue;
                beside_the_rounds(skills_[i], i < required_);
            }
        }
        std::stable_sort(made_.begin(), made_.end(),
                         [](const Statement& a, const Statement& b) { return a.day < b.day; });
        return std::move(made_);
    }

private:
    [[nodiscard]] bool holds(Date day) const {
        return stay_->from <= day && day <= std::min(stay_->to, company_.today() - 1);
    }
    [[nodiscard]] Random draw(Subject subject, SkillNumber skill, std::uint64_t salt) const {
        return Random::of(company_.seed, subject, person_, (salt << 16U) | skill);
    }

    // The rounds, and the first weeks in a role when no round comes soon.
    void occasions() {
        bool soon = false;
        for (const int month : {first_round, second_round}) {
            Random random = draw(Subject::occasion, 0, static_cast<std::uint64_t>(month));
            const Date day = company_.months.turn(month) + random.between(3, round_days);
            if (!holds(day) || day - stay_->from < 20) continue;
            soon = soon || day - stay_->from < 80;
            ask(day, month);
        }
        if (soon || stay_->from < company_.months.turn(1)) return;
        Random random = draw(Subject::occasion, 0, 100 + static_cast<std::uint64_t>(stay_->from.days()));
        const Date day = stay_->from + random.between(25, 45);
        if (holds(day)) ask(day, 100 + stay_->from.days());
    }

    void ask(Date day, int occasion) {
        const auto salt = static_cast<std::uint64_t>(occasion);
        const PersonNumber manager = company_.manager_of(*stay_, day);
        for (std::size_t i = 0; i < skills_.size(); ++i) {
            const SkillNumber skill = skills_[i];
            if (missing(company_, person_, skill)) continue;
            Random random = draw(Subject::rating, skill, salt);
            // In the second round some skills are left out: what was said a year earlier stands.
            auto asked = static_cast<Asked>(
                random.weighted(occasion == second_round ? std::array{62, 13, 9, 16} : std::array{76, 13, 11, 0}));
            if (only_own_word(company_, person_, skill)) asked = Asked::only_self;
            const int truth = true_level(company_, person_, skill, day);
            const bool self = asked == Asked::both || asked == Asked::only_self;
            if (self) {
                const int noise = random.normal(Judgement::noise_sd);
                add(skill, judged_level(truth, own_bias_ + Judgement::self_excess, noise), Source::self, person_, day,
                    salt);
            }
            if ((asked == Asked::both || asked == Asked::only_manager) && manager != nobody && manager != person_) {
                const int noise = random.normal(Judgement::noise_sd);
                const Date later = std::min(day + random.between(1, 9), company_.today() - 1);
                add(skill, judged_level(truth, rater_bias(company_, manager), noise), Source::manager, manager, later,
                    salt);
            }
        }
    }

    void beside_the_rounds(SkillNumber skill, bool required) {
        Random random = draw(Subject::proof, skill, static_cast<std::uint64_t>(stay_->from.days()));
        if (required && random.chance(9'000)) test(skill, random);
        if (required && random.chance(16'000)) talk(skill, random);
        if (random.chance(7'000)) colleague(skill, random);
        if (required && company_.posts[stay_->post].department == Department::development && random.chance(22'000))
            project(skill, random);
        if (required) certificate(skill, random);
    }
    // Some day of the two years, not in the first weeks.
    [[nodiscard]] Date some_day(Random& random) const { return company_.months.start(1) + random.between(40, 24 * 30); }
    void test(SkillNumber skill, Random& random) {
        const Date day = some_day(random);
        if (!holds(day)) return;
        const int truth = true_level(company_, person_, skill, day);
        add(skill, judged_level(truth, 0, random.normal(Judgement::test_noise_sd)), Source::test, nobody, day, 1)
            .assessor_name = "Intern prövning";
    }
    void talk(SkillNumber skill, Random& random) {
        const Date day = company_.months.turn(talks_month) + random.between(0, 45);
        const PersonNumber manager = holds(day) ? company_.manager_of(*stay_, day) : nobody;
        if (manager == nobody) return;
        const int truth = true_level(company_, person_, skill, day);
        const int noise = random.normal(Judgement::noise_sd);
        add(skill, judged_level(truth, rater_bias(company_, manager) / 2, noise), Source::talk, manager, day, 2);
    }
    // Somebody who reports to the same chief.
    void colleague(SkillNumber skill, Random& random) {
        const Date day = some_day(random);
        if (!holds(day)) return;
        const PostNumber chief = company_.posts[stay_->post].manager;
        const PostNumber near = stay_->post + 1;
        if (near >= company_.posts.size() || company_.posts[near].manager != chief) return;
        const PersonNumber peer = company_.holder(near, day);
        if (peer == nobody || peer == person_) return;
        const int truth = true_level(company_, person_, skill, day);
        const int noise = random.normal(Judgement::noise_sd);
        add(skill, judged_level(truth, rater_bias(company_, peer), noise), Source::peer, peer, day, 3);
    }
    void project(SkillNumber skill, Random& random) {
        const Date day = some_day(random);
        const PersonNumber manager = holds(day) ? company_.manager_of(*stay_, day) : nobody;
        if (manager == nobody) return;
        const int truth = true_level(company_, person_, skill, day);
        const int noise = random.normal(Judgement::noise_sd);
        add(skill, judged_level(truth, rater_bias(company_, manager), noise), Source::project, manager, day, 4);
    }
    // Renewed in time by most; some have lapsed.
    void certificate(SkillNumber skill, Random& random) {
        const auto* const proof = std::find_if(proofs.begin(), proofs.end(), [&](const Proof& each) {
            return catalogue().skills[skill].key == each.skill;
        });
        if (proof == proofs.end() || !random.chance(55'000)) return;
        const bool lapsed = random.chance(6'000);
        const int age =
            lapsed ? random.between(proof->months + 1, proof->months + 5) : random.between(1, proof->months - 2);
        const Date day = add_months(company_.today(), -age) - random.between(0, 20);
        if (day < stay_->from || day > stay_->to) return;
        const int truth = true_level(company_, person_, skill, day);
        Statement& made = add(skill, std::min(truth / 1'000, 4), Source::certificate, nobody, day, 5);
        made.assessor_name = proof->examiner;
        made.expires = add_months(day, proof->months);
    }

    Statement& add(SkillNumber skill, int level, Source source, PersonNumber assessor, Date day, std::uint64_t salt) {
        Statement made;
        made.skill = skill;
        made.level = level;
        made.source = source;
        made.assessor = assessor;
        made.day = day;
        const std::uint64_t kind = (salt << 8U) | static_cast<std::uint64_t>(source);
        Random random = draw(Subject::note, skill, kind);
        const std::uint32_t wordy = source == Source::self ? 1'500 : source == Source::certificate ? 0 : 9'000;
        if (random.chance(wordy)) made.note = draw_note(random, source, standing(skill, level));
        made_.push_back(made);
        return made_.back();
    }
    [[nodiscard]] Standing standing(SkillNumber skill, int level) const {
        int wanted = 3;
        for (const RequiredSkill& each : catalogue().roles[stay_->role].requirements)
            if (each.skill == skill) wanted = each.level;
        return level < wanted ? Standing::below : level == wanted ? Standing::level : Standing::above;
    }

    const Company& company_;
    PersonNumber person_;
    int own_bias_;
    const Stay* stay_ = nullptr;
    std::vector<SkillNumber> skills_;
    std::size_t required_ = 0;
    std::vector<Statement> made_;
};

} // namespace

int judged_level(int truth, int bias, int noise) {
    const int heard = truth + bias + noise;
    // To the nearest, halves up; below nothing is nothing.
    return std::clamp(heard < -500 ? 0 : (heard + 500) / 1'000, 0, 5);
}

std::vector<Statement> statements_of(const Company& company, PersonNumber person) {
    if (person == company.persona(Persona::employee)) return scripted_statements(company, person);
    return Writer{company, person}.write();
}

} // namespace kunna::demo
