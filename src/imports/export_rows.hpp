// Export rows: a writer of a template's columns; cells are set by field. Private to imports.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "imports/exports.hpp"
#include "tabular/writer.hpp"

#include <memory>
#include <vector>

namespace kunna::imports {

class ExportRows {
public:
    static Result<ExportRows> begin(ImportKind kind, FileFormat format, std::string_view language, tabular::Sink sink);

    // Text is borrowed until put().
    void set(std::string_view key, tabular::Cell cell);
    void set(std::string_view key, std::string_view text) {
        set(key, text.empty() ? tabular::Cell{} : tabular::Cell{text});
    }
    void set(std::string_view key, const std::string& text) { set(key, std::string_view{text}); }
    void set(std::string_view key, const std::optional<Date>& day) {
        if (day) set(key, tabular::Cell{*day});
    }
    Result<void> put();
    Result<void> finish() { return writer_->finish(); }

private:
    std::unique_ptr<tabular::Writer> writer_{};
    std::vector<std::string_view> keys_{};
    std::vector<tabular::Cell> cells_{};
};

// About nobody.
Result<std::vector<PersonId>> export_activities(db::Tx& tx, const access::Actor& actor, ExportRows& rows);

} // namespace kunna::imports
