// Content: what a file says, compared with what is stored and applied. One for each kind. Used once.
#pragma once

#include "access/actor.hpp"
#include "base/row_report.hpp"
#include "db/db.hpp"
#include "imports/lines.hpp"
#include "imports/problem.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace kunna::imports {

// What would happen, or did: of people, role requirements or assessments.
struct Figures {
    std::int64_t new_ = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t would_leave = 0;
    std::int64_t problems = 0;
    std::int64_t warnings = 0;

    bool operator==(const Figures&) const = default;
};
BOOST_DESCRIBE_STRUCT(Figures, (), (new_, changed, unchanged, would_leave, problems, warnings))

// Takes changes one by one.
using TakeChange = std::function<void(RowChange)>;

class Content {
public:
    virtual ~Content() = default;
    [[nodiscard]] virtual std::int64_t rows() const = 0; // of the file

    // Compares with what is stored now and changes nothing. Adds what only the comparison shows to the problems.
    virtual Result<Figures> compare(db::Tx& tx, Problems& problems, const TakeChange& take,
                                    const jobs::Progress& progress) = 0;

    // Compares and applies, in the caller's transaction. Any error among the problems is a refusal:
    // import.has_problems.
    virtual Result<Figures> apply(db::Tx& tx, const access::Actor& actor, Problems& problems, const TakeChange& take,
                                  const jobs::Progress& progress) = 0;

protected:
    static Error has_problems(const Problems& problems) {
        return Error{Kind::conflict, "import.has_problems", {}, {{"count", std::to_string(problems.errors())}}};
    }
};

// Reads a file of the kind. Problems of rows go to `problems`; what makes the file as a whole unreadable is refused.
Result<std::unique_ptr<Content>> read_content(db::Db& db, const access::Actor& actor, const SourceFile& source,
                                              ImportKind kind, const Mapping& mapping, Problems& problems,
                                              const jobs::Progress& progress);

// One reader for each kind.
Result<std::unique_ptr<Content>> people_content(db::Db& db, const access::Actor& actor, Lines lines, Problems& problems,
                                                const jobs::Progress& progress);
Result<std::unique_ptr<Content>> roles_content(db::Db& db, const access::Actor& actor, Lines lines, Problems& problems,
                                               const jobs::Progress& progress);
Result<std::unique_ptr<Content>> activities_content(db::Db& db, const access::Actor& actor, Lines lines,
                                                    Problems& problems, const jobs::Progress& progress);
Result<std::unique_ptr<Content>> assessments_content(db::Db& db, const access::Actor& actor, Lines lines,
                                                     Problems& problems, const jobs::Progress& progress);

} // namespace kunna::imports
