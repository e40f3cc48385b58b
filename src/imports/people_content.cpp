// A people file, compared and applied: persons, units, positions and reporting lines by people, roles held by skills.
#include "access/visibility.hpp"
#include "imports/content.hpp"
#include "imports/people_file.hpp"
#include "imports/run.hpp"
#include "people/people.hpp"
#include "people/plan.hpp"
#include "skills/holders.hpp"

#include <unordered_set>

namespace kunna::imports {

namespace {

// The field of the file that a member of PersonRecord came from.
std::string heading(const Lines& lines, std::string_view member) {
    if (member == "manager") {
        // The one that was used: the first that has a column.
        for (const char* key : {"manager", "manager_email", "manager_name"})
            if (lines.has(lines.field(key))) return lines.column(key);
    }
    if ((member == "given" || member == "family") && !lines.has(lines.field(member)) && lines.has(lines.field("name")))
        return lines.column("name");
    for (const Field& field : fields(ImportKind::people))
        if (field.key == member) return lines.column(member);
    return std::string{member};
}

RowChangeKind kind_of(people::ChangeKind kind) {
    switch (kind) {
    case people::ChangeKind::added:
        return RowChangeKind::new_;
    case people::ChangeKind::changed:
        return RowChangeKind::changed;
    case people::ChangeKind::leaves:
        break;
    }
    return RowChangeKind::would_leave;
}

class PeopleContent final : public Content {
public:
    PeopleContent(Lines lines, PeopleFile file, access::Actor actor) :
        lines_(std::move(lines)), file_(std::move(file)), actor_(std::move(actor)) {
        const ImportOptions& asked = lines_.mapping().options;
        options_.as_of = asked.as_of;
        options_.absent_leave = asked.absent_leave.value_or(false);
        options_.leave_day = asked.leave_day;
        options_.listed = listed_changes;
        for (const StatedRoles& stated : file_.roles)
            held_.push_back({stated.row, stated.number, stated.roles, stated.since});
        file_.roles.clear();
    }

    [[nodiscard]] std::int64_t rows() const override { return lines_.rows(); }

    Result<Figures> compare(db::Tx& tx, Problems& problems, const TakeChange& take,
                            const jobs::Progress& progress) override {
        change_ = people::plan_people(tx, file_.records, options_);
        TRY(progress.tell(0.7));
        Figures figures{change_.added, change_.changed, change_.unchanged, change_.leaving, 0, 0};
        const bool names = lines_.has("name") || lines_.has("given") || lines_.has("family");
        bool asked_for_names = false;
        for (const auto& problem : change_.problems) {
            // Every row would say the same: it is said once, with the way out.
            if (problem.code == "person.name_missing" && !names) {
                if (!std::exchange(asked_for_names, true)) problems.add({0, {}, {}, "import.names_needed", {}, false});
                continue;
            }
            problems.add({problem.row, heading(lines_, problem.column), problem.value, problem.code, problem.values,
                          problem.severity == people::Severity::warning});
        }
        std::unordered_set<std::string_view> added;
        std::unordered_set<std::string_view> touched;
        for (const auto& person : change_.people) {
            if (person.kind == people::ChangeKind::added)
                added.insert(person.after.number);
            else
                touched.insert(person.after.number);
        }
        const skills::HolderChange roles = compare_roles(tx, added, problems);
        std::unordered_map<std::string_view, const RowChange*> roles_of;
        for (const RowChange& row : roles.rows) {
            roles_of.emplace(row.key, &row);
            if (touched.contains(row.key)) continue; // counted as changed already
            ++figures.changed;
            --figures.unchanged;
        }
        for (const auto& person : change_.people) {
            RowChange row{person.row,
                          kind_of(person.kind),
                          person.after.number,
                          people::full_name(person.after.given, person.after.family),
                          {}};
            for (const auto& field : person.fields) row.fields.push_back({{}, field.field, field.before, field.after});
            if (const auto also = roles_of.find(person.after.number); also != roles_of.end())
                row.fields.insert(row.fields.end(), also->second->fields.begin(), also->second->fields.end());
            take(std::move(row));
        }
        for (const RowChange& row : roles.rows)
            if (!touched.contains(row.key)) take(row);
        return figures;
    }

    Result<Figures> apply(db::Tx& tx, const access::Actor& actor, Problems& problems, const TakeChange& take,
                          const jobs::Progress& progress) override {
        const Figures figures = TRY(compare(tx, problems, take, progress.part(0, 0.5)));
        if (problems.errors() > 0) return has_problems(problems);
        TRY(people::apply_people(tx, actor, change_));
        TRY(progress.tell(0.9));
        if (held_.empty()) return figures;
        // Only now does everybody in the file exist. New people hold their roles since they were hired.
        std::unordered_map<std::string_view, Date> hired;
        for (const auto& person : change_.people)
            if (person.kind == people::ChangeKind::added) hired.emplace(person.after.number, person.after.hired);
        for (auto& record : held_)
            if (const auto since = hired.find(record.person); since != hired.end()) record.since = since->second;
        const auto roles = skills::plan_holders(tx, actor, held_, holder_options());
        note(roles.problems, problems);
        if (problems.errors() > 0) return has_problems(problems);
        TRY(skills::apply_holders(tx, actor, roles));
        return figures;
    }

private:
    [[nodiscard]] skills::HolderOptions holder_options() const {
        skills::HolderOptions options;
        options.as_of = options_.as_of;
        return options;
    }

    void note(const std::vector<RowProblem>& found, Problems& problems) const {
        const std::string& column = lines_.column("roles");
        for (const RowProblem& problem : found)
            problems.add({problem.row, column, problem.value, problem.code, problem.values, problem.warning});
    }

    // Of those who exist already; what new people hold is part of their being new.
    skills::HolderChange compare_roles(db::Tx& tx, const std::unordered_set<std::string_view>& added,
                                       Problems& problems) {
        if (held_.empty()) return {};
        std::vector<skills::HolderRecord> known;
        for (const auto& record : held_)
            if (!added.contains(record.person)) known.push_back(record);
        auto roles = skills::plan_holders(tx, actor_, known, holder_options());
        note(roles.problems, problems);
        return roles;
    }

    Lines lines_;
    PeopleFile file_;
    access::Actor actor_;
    people::PlanOptions options_{};
    people::PeopleChange change_{};
    std::vector<skills::HolderRecord> held_{};
};

} // namespace

Result<std::unique_ptr<Content>> people_content(db::Db& db, const access::Actor& actor, Lines lines, Problems& problems,
                                                const jobs::Progress& progress) {
    const KnownPeople known = [&] {
        return db.read([&](db::Tx& tx) {
            std::vector<KnownPerson> people;
            const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
            for (auto& row : people::all_for_export(tx, scope))
                people.push_back(
                    {std::move(row.number), std::move(row.given), std::move(row.family), std::move(row.email)});
            return people;
        });
    };
    PeopleFile file = TRY(read_people(lines, problems, known, progress));
    return std::unique_ptr<Content>{std::make_unique<PeopleContent>(std::move(lines), std::move(file), actor)};
}

} // namespace kunna::imports
