// A file of role profiles: one requirement a row; compared and applied by skills.
#include "base/text.hpp"
#include "imports/content.hpp"
#include "skills/role_import.hpp"

#include <array>

namespace kunna::imports {

namespace {

constexpr std::int64_t usual_importance = 2;

// 1–3, or the words for it.
std::optional<std::int64_t> importance_word(std::string_view cell) {
    constexpr std::array words{std::pair{"låg", 1},      std::pair{"liten", 1},  std::pair{"low", 1},
                               std::pair{"medel", 2},    std::pair{"normal", 2}, std::pair{"medium", 2},
                               std::pair{"hög", 3},      std::pair{"stor", 3},   std::pair{"high", 3},
                               std::pair{"critical", 3}, std::pair{"kritisk", 3}};
    const std::string folded = text::fold(cell);
    for (const auto& [word, value] : words)
        if (folded == word) return value;
    return std::nullopt;
}

std::string_view field_of(std::string_view member) {
    if (member == "role_name" || member == "role") return "role_sv";
    return member;
}

class RolesContent final : public Content {
public:
    RolesContent(Lines lines, skills::RoleFile file) : lines_(std::move(lines)), file_(std::move(file)) {
        options_.valid_from = lines_.mapping().options.as_of;
        options_.new_skills = lines_.mapping().options.new_skills.value_or(false);
    }

    [[nodiscard]] std::int64_t rows() const override { return lines_.rows(); }

    Result<Figures> compare(db::Tx& tx, Problems& problems, const TakeChange& take, const jobs::Progress&) override {
        change_ = skills::plan_roles(tx, file_, options_);
        for (const RowProblem& problem : change_.problems)
            problems.add(
                {problem.row, heading(problem.column), problem.value, problem.code, problem.values, problem.warning});
        for (const RowChange& row : change_.rows) take(row);
        return Figures{change_.added, change_.changed, change_.unchanged, 0, 0, 0};
    }

    Result<Figures> apply(db::Tx& tx, const access::Actor& actor, Problems& problems, const TakeChange& take,
                          const jobs::Progress& progress) override {
        const Figures figures = TRY(compare(tx, problems, take, progress));
        if (problems.errors() > 0) return has_problems(problems);
        if (!change_.nothing()) TRY(skills::apply_roles(tx, actor, change_));
        return figures;
    }

private:
    [[nodiscard]] std::string heading(std::string_view member) const {
        const std::string_view field = field_of(member);
        if (field == "skill" && !lines_.has(lines_.field("skill"))) return lines_.column("skill_key");
        if (field == "role_sv" && !lines_.has(lines_.field("role_sv")))
            return lines_.column(lines_.has(lines_.field("role_en")) ? "role_en" : "role_key");
        return find_field(ImportKind::roles, field) != nullptr ? lines_.column(field) : std::string{member};
    }
    Lines lines_;
    skills::RoleFile file_;
    skills::RoleOptions options_{};
    skills::RoleChange change_{};
};

} // namespace

Result<std::unique_ptr<Content>> roles_content(db::Db&, const access::Actor&, Lines lines, Problems&,
                                               const jobs::Progress& progress) {
    skills::RoleFile file;
    const int key = lines.field("role_key");
    const int sv = lines.field("role_sv");
    const int en = lines.field("role_en");
    const int skill_key = lines.field("skill_key");
    const int skill = lines.field("skill");
    const int level = lines.field("level");
    const int importance = lines.field("importance");
    const int must = lines.field("must");
    const int valid_from = lines.field("valid_from");
    std::int64_t rows = 0;
    while (lines.next()) {
        if (++rows % rows_between_tellings == 0) TRY(progress.tell(lines.fraction()));
        skills::RoleRecord record;
        record.row = lines.row();
        record.role_key = std::string{lines.cell(key)};
        record.role_name = {text::squeeze(lines.cell(sv)), text::squeeze(lines.cell(en))};
        if (record.role_key.empty() && record.role_name.sv.empty() && record.role_name.en.empty()) {
            lines.wrong(lines.has(key) ? key : lines.has(sv) ? sv : en, "import.role_missing");
            continue;
        }
        record.skill = std::string{lines.cell(skill_key).empty() ? lines.cell(skill) : lines.cell(skill_key)};
        record.valid_from = lines.day(valid_from);
        if (!record.skill.empty()) {
            if (lines.cell(level).empty()) lines.wrong(level, "import.level_missing");
            record.level = static_cast<std::int32_t>(lines.whole(level).value_or(0));
            const auto word = importance_word(lines.cell(importance));
            const auto weight = word ? word : lines.whole(importance);
            record.importance = static_cast<std::int32_t>(weight.value_or(usual_importance));
            record.must = lines.yes_no(must).value_or(false);
        }
        file.requirements.push_back(std::move(record));
    }
    return std::unique_ptr<Content>{std::make_unique<RolesContent>(std::move(lines), std::move(file))};
}

} // namespace kunna::imports
