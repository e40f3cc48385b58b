// A file of learning activities: a raise and a session a row at most; compared and applied by learning.
#include "base/text.hpp"
#include "imports/content.hpp"
#include "learning/activity_import.hpp"
#include "learning/words.hpp"

namespace kunna::imports {

namespace {

class ActivitiesContent final : public Content {
public:
    ActivitiesContent(Lines lines, learning::ActivityFile file, std::string_view language) :
        lines_(std::move(lines)), file_(std::move(file)), language_(language) {}

    [[nodiscard]] std::int64_t rows() const override { return lines_.rows(); }

    Result<Figures> compare(db::Tx& tx, Problems& problems, const TakeChange& take, const jobs::Progress&) override {
        change_ = learning::plan_activities(tx, language_, file_);
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
        TRY(learning::apply_activities(tx, actor, change_));
        return figures;
    }

private:
    // The activity is named by whichever column the file has for it.
    [[nodiscard]] std::string heading(std::string_view member) const {
        if (find_field(ImportKind::activities, member) == nullptr) return std::string{member};
        if (member == "name_sv" && !lines_.has("name_sv"))
            return lines_.column(lines_.has("name_en") ? "name_en" : "key");
        return lines_.column(member);
    }
    Lines lines_;
    learning::ActivityFile file_;
    std::string language_;
    learning::ActivityChange change_;
};

// Reads rows: each field by its place, found once.
class ActivityRows {
public:
    explicit ActivityRows(Lines& lines) : lines_(lines) {}

    learning::ActivityRecord read() {
        learning::ActivityRecord one;
        one.row = lines_.row();
        one.key = words("key");
        one.name = {words("name_sv"), words("name_en")};
        one.description = {std::string{lines_.cell(at("description_sv"))},
                           std::string{lines_.cell(at("description_en"))}};
        one.kind = kind();
        one.provider = words("provider");
        one.language = words("language");
        one.online = lines_.yes_no(at("online"));
        one.place = words("place");
        one.seat_cost = lines_.hundredths(at("seat_cost"));
        one.session_cost = lines_.hundredths(at("session_cost"));
        one.currency = words("currency");
        one.hours = lines_.number(at("hours"));
        one.seats = lines_.whole(at("seats"));
        one.valid_from = lines_.day(at("valid_from"));
        one.valid_to = lines_.day(at("valid_to"));
        one.archived = lines_.yes_no(at("archived"));
        one.after = words("after");
        one.entry = words("entry");
        one.skill = words("skill");
        one.from = lines_.whole(at("from"));
        one.to = lines_.whole(at("to"));
        one.probability = lines_.share(at("probability"));
        one.session_starts = lines_.day(at("session_starts"));
        one.session_ends = lines_.day(at("session_ends"));
        one.session_place = words("session_place");
        one.session_seats = lines_.whole(at("session_seats"));
        return one;
    }

private:
    [[nodiscard]] int at(const char* field) const { return lines_.field(field); }
    [[nodiscard]] std::string words(const char* field) const { return text::squeeze(lines_.cell(at(field))); }
    std::optional<learning::ActivityKind> kind() {
        const std::string_view written = lines_.cell(at("kind"));
        if (written.empty()) return std::nullopt;
        const auto found = learning::kind_of(written);
        if (!found) lines_.wrong(at("kind"), "activity.kind_unknown");
        return found;
    }

    Lines& lines_;
};

} // namespace

Result<std::unique_ptr<Content>> activities_content(db::Db&, const access::Actor& actor, Lines lines, Problems&,
                                                    const jobs::Progress& progress) {
    learning::ActivityFile file;
    for (const Field& field : fields(ImportKind::activities))
        if (lines.has(field.key)) file.columns.emplace(field.key);
    ActivityRows rows{lines};
    std::int64_t read = 0;
    while (lines.next()) {
        if (++read % rows_between_tellings == 0) TRY(progress.tell(lines.fraction()));
        file.rows.push_back(rows.read());
    }
    return std::unique_ptr<Content>{
        std::make_unique<ActivitiesContent>(std::move(lines), std::move(file), actor.language)};
}

} // namespace kunna::imports
