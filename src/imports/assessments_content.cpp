// A file of assessments: millions of rows, each read, judged by assessments and let go again. Nothing of it stands in
// memory, so the file is read once more to be applied.
#include "assessments/assessment_import.hpp"
#include "imports/content.hpp"

namespace kunna::imports {

namespace {

class AssessmentsContent final : public Content {
public:
    explicit AssessmentsContent(Lines lines, access::Actor actor) :
        lines_(std::move(lines)), actor_(std::move(actor)), number_(lines_.field("number")),
        email_(lines_.field("email")), skill_key_(lines_.field("skill_key")), skill_(lines_.field("skill")),
        level_(lines_.field("level")), source_(lines_.field("source")), day_(lines_.field("day")),
        assessor_(lines_.field("assessor")), note_(lines_.field("note")), expires_(lines_.field("expires")) {
        const ImportOptions& asked = lines_.mapping().options;
        if (asked.source) usual_source_ = source_of(*asked.source);
        usual_day_ = asked.day;
    }

    [[nodiscard]] std::int64_t rows() const override { return lines_.rows(); }

    Result<Figures> compare(db::Tx& tx, Problems& problems, const TakeChange&,
                            const jobs::Progress& progress) override {
        const jobs::Progress reading = progress.part(0, 0.95);
        begin(reading);
        TRY(lines_.rewind(problems));
        const auto outcome = assessments::plan_assessments(tx, actor_, pull(), tell(problems));
        TRY(std::move(ended_));
        return Figures{outcome.added, 0, outcome.unchanged, 0, 0, 0};
    }

    Result<Figures> apply(db::Tx& tx, const access::Actor& actor, Problems& problems, const TakeChange&,
                          const jobs::Progress& progress) override {
        const jobs::Progress reading = progress.part(0, 0.95);
        begin(reading);
        TRY(lines_.rewind(problems));
        const auto outcome = assessments::apply_assessments(tx, actor, pull(), tell(problems));
        TRY(std::move(ended_));
        if (problems.errors() > 0) return has_problems(problems);
        if (!outcome.ok()) return outcome.error();
        return Figures{outcome->added, 0, outcome->unchanged, 0, 0, 0};
    }

private:
    void begin(const jobs::Progress& progress) {
        progress_ = &progress;
        ended_ = {};
        read_ = 0;
    }

    assessments::NextRecord pull() {
        return [this](assessments::AssessmentRecord& record) {
            while (lines_.next()) {
                if (++read_ % rows_between_tellings == 0) {
                    // The puller has no way to refuse: the file ends here, and the refusal is passed on after it.
                    ended_ = progress_->tell(lines_.fraction());
                    if (!ended_.ok()) return false;
                }
                if (read(record)) return true;
            }
            return false;
        };
    }

    // False when the row says nothing that can be judged; what is wrong has been noted.
    bool read(assessments::AssessmentRecord& record) {
        record = {};
        record.row = lines_.row();
        person_number_ = lines_.number_or_text(number_); // copied: the assessor's is read into the same place
        record.person = person_number_.empty() ? lines_.cell(email_) : std::string_view{person_number_};
        record.skill = lines_.cell(skill_key_);
        if (record.skill.empty()) record.skill = lines_.cell(skill_);
        if (record.person.empty()) return wrong(lines_.has(number_) ? number_ : email_, "import.person_missing");
        if (record.skill.empty()) return wrong(lines_.has(skill_) ? skill_ : skill_key_, "import.skill_missing");
        if (lines_.cell(level_).empty()) return wrong(level_, "import.level_missing");
        const auto level = lines_.whole(level_);
        record.level = static_cast<std::int32_t>(level.value_or(0));
        const auto source = source_of_row();
        const auto day = lines_.cell(day_).empty() ? usual_day_ : lines_.day(day_);
        if (!day && lines_.cell(day_).empty()) return wrong(day_, "import.day_missing");
        if (!level || !source || !day) return false; // noted where it was read
        record.source = *source;
        record.day = *day;
        record.assessor = assessor_text();
        record.note = lines_.cell(note_);
        record.expires = lines_.day(expires_);
        return true;
    }

    bool wrong(int field, const char* code) {
        lines_.wrong(field, code);
        return false;
    }

    std::optional<engine::Source> source_of_row() {
        const std::string_view written = lines_.cell(source_);
        if (written.empty()) {
            if (!usual_source_) lines_.wrong(source_, "import.source_missing");
            return usual_source_;
        }
        // A file has few spellings of it; the newest is nearly always the next.
        if (written != last_source_text_) {
            last_source_text_ = written;
            last_source_ = source_of(written);
        }
        if (!last_source_) lines_.wrong(source_, "import.source_unknown");
        return last_source_;
    }

    std::string_view assessor_text() {
        const std::string_view written = lines_.cell(assessor_);
        if (written.empty()) return {};
        assessor_number_ = lines_.number_or_text(assessor_);
        return assessor_number_;
    }

    assessments::TellProblem tell(Problems& problems) {
        return [this, &problems](RowProblem problem) {
            problems.add({problem.row, heading(problem.column), std::move(problem.value), std::move(problem.code),
                          std::move(problem.values), problem.warning});
        };
    }
    [[nodiscard]] std::string heading(std::string_view member) const {
        if (member == "person") return lines_.column(lines_.has(number_) ? number_ : email_);
        if (member == "skill") return lines_.column(lines_.has(skill_) ? skill_ : skill_key_);
        return find_field(ImportKind::assessments, member) != nullptr ? lines_.column(member) : std::string{member};
    }

    Lines lines_;
    access::Actor actor_;
    int number_, email_, skill_key_, skill_, level_, source_, day_, assessor_, note_, expires_;
    std::optional<engine::Source> usual_source_{};
    std::optional<Date> usual_day_{};
    std::string last_source_text_{};
    std::optional<engine::Source> last_source_{};
    std::string person_number_{};
    std::string assessor_number_{};
    const jobs::Progress* progress_ = nullptr;
    Result<void> ended_{};
    std::int64_t read_ = 0;
};

} // namespace

Result<std::unique_ptr<Content>> assessments_content(db::Db&, const access::Actor& actor, Lines lines,
                                                     Problems& problems, const jobs::Progress&) {
    // What the survey found is all that is known so far; rows are read when they are compared.
    (void)problems;
    return std::unique_ptr<Content>{std::make_unique<AssessmentsContent>(std::move(lines), actor)};
}

} // namespace kunna::imports
