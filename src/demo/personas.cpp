// Which posts the personas hold, and what they are called.
#include "demo/personas.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

struct Called {
    std::string_view given;
    std::string_view family;
};
constexpr std::array<Called, persona_count> persona_names{{
    {"Karin", "Lindgren"},
    {"Amra", "Begić"},
    {"Mattias", "Holmberg"},
    {"Annika", "Sjöberg"},
    {"Elin", "Nyström"},
    {"Henrik", "Wallin"},
    {"Goran", "Petrović"},
    {"Oskar", "Lindholm"},
}};

class Chooser {
public:
    explicit Chooser(Company& company) : company_(company), below_(company.posts.size(), 0) {
        company_.persona_posts.fill(nobody);
        for (const Post& post : company_.posts)
            if (post.manager != nobody) ++below_[post.manager];
    }

    template <class Fits>
    bool choose(Persona persona, const Fits& fits) {
        auto& chosen = company_.persona_posts[static_cast<std::size_t>(persona)];
        if (chosen != nobody) return true;
        for (PostNumber p = 0; p < company_.posts.size(); ++p) {
            Post& post = company_.posts[p];
            if (post.steady || post.opened > 0 || !fits(p, post)) continue;
            post.steady = true;
            chosen = p;
            return true;
        }
        return false;
    }
    [[nodiscard]] int below(PostNumber post) const { return below_[post]; }

private:
    Company& company_;
    std::vector<int> below_;
};

} // namespace

void choose_personas(Company& company) {
    Chooser chooser{company};
    const RoleNumber technician = catalogue().role("maintenance_technician");
    const RoleNumber welder = catalogue().role("welder");
    const auto worker = [](PostNumber, const Post& post) {
        return !post.leads && post.department != Department::management;
    };

    chooser.choose(Persona::executive, [](PostNumber p, const Post&) { return p == 0; });
    chooser.choose(Persona::upper_manager, [](PostNumber, const Post& post) {
        return post.leads && post.department == Department::production;
    });
    // Someone with a team of ordinary size who sees the person, not only the figures.
    chooser.choose(Persona::manager, [&](PostNumber p, const Post& post) {
        return post.title == Title::maintenance_leader && chooser.below(p) >= 8 && chooser.below(p) <= 12;
    });
    chooser.choose(Persona::manager, [&](PostNumber, const Post& post) {
        return post.leads && post.department == Department::maintenance;
    });
    const PostNumber manager = company.persona_posts[static_cast<std::size_t>(Persona::manager)];
    chooser.choose(Persona::employee, [&](PostNumber, const Post& post) {
        return post.manager == manager && post.role == technician && !post.leads;
    });
    chooser.choose(Persona::hr, [](PostNumber, const Post& post) {
        return post.department == Department::people && (post.leads || post.title == Title::of_role);
    });
    if (chooser.choose(Persona::learning, [](PostNumber, const Post& post) {
            return post.department == Department::people && !post.leads;
        }))
        company.posts[company.persona_posts[static_cast<std::size_t>(Persona::learning)]].title = Title::learning_lead;
    chooser.choose(Persona::auditor, [&](PostNumber, const Post& post) { return post.role == welder; });
    for (const Persona persona : {Persona::learning, Persona::auditor, Persona::employee})
        chooser.choose(persona, worker);
}

std::optional<Name> persona_name(const Company& company, PostNumber post) {
    for (std::size_t i = 0; i < persona_count; ++i)
        if (company.persona_posts[i] == post) return fixed_name(persona_names[i].given, persona_names[i].family);
    return std::nullopt;
}

Name administrator_name() {
    const Called& called = persona_names[static_cast<std::size_t>(Persona::administrator)];
    return fixed_name(called.given, called.family);
}

} // namespace kunna::demo
