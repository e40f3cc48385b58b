// Templates and exports, by the fields that imports read.
#include "imports/exports.hpp"

#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"
#include "db/value.hpp"
#include "imports/export_rows.hpp"
#include "imports/mapping.hpp"
#include "skills/catalogue.hpp"
#include "skills/holders.hpp"
#include "skills/role_import.hpp"
#include "skills/roles.hpp"
#include "tabular/values.hpp"

#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace kunna::imports {

namespace {

using tabular::Cell;

const std::string& in(const skills::Text& text, std::string_view language) {
    return skills::shown(text, language);
}

// A role is named as people know it where that finds it again, else by its key.
class RoleWords {
public:
    RoleWords(db::Tx& tx, std::string_view language) : finder_(tx) {
        for (const skills::KnownRole& role : finder_.all()) {
            const std::string& name = in(role.name, language);
            const bool separator = name.find_first_of(";|\n") != std::string::npos;
            const auto* found = finder_.find(name);
            words_.emplace(role.id, !separator && found != nullptr && found->id == role.id ? name : role.key);
        }
    }
    [[nodiscard]] const std::string& of(RoleId role) const { return words_.at(role); }

private:
    skills::RoleFinder finder_;
    std::unordered_map<RoleId, std::string> words_{};
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::vector<PersonId> ids_of(const std::vector<people::ExportRow>& people) {
    std::vector<PersonId> ids;
    ids.reserve(people.size());
    for (const auto& person : people) ids.push_back(person.id);
    return ids;
}

Result<std::vector<PersonId>> put_people(db::Tx& tx, const access::Actor& actor,
                                         const std::vector<people::ExportRow>& people, ExportRows& rows) {
    std::unordered_map<PersonId, std::vector<std::string>> roles;
    const RoleWords words{tx, actor.language};
    skills::each_holding(tx, [&](const skills::Holding& held) {
        if (held.from <= tx.today() && (!held.to || *held.to >= tx.today()))
            roles[held.person].push_back(words.of(held.role));
    });
    for (const auto& person : people) {
        const std::string path = joined(person.unit_path, " > ");
        const std::string held = joined(roles[person.id], "; ");
        rows.set("number", person.number);
        rows.set("given", person.given);
        rows.set("family", person.family);
        rows.set("email", person.email);
        rows.set("unit_code", person.unit_code);
        rows.set("unit_name", person.unit_name);
        rows.set("unit_path", path);
        rows.set("unit_place", person.unit_place);
        rows.set("title", person.title);
        rows.set("roles", held);
        rows.set("manager", person.manager);
        if (!person.unit_code.empty()) rows.set("fte", Cell{person.fte});
        rows.set("hired", std::optional{person.hired});
        rows.set("left", person.left);
        if (person.birth_year) rows.set("birth_year", Cell{std::int64_t{*person.birth_year}});
        if (person.gender != people::Gender::unstated)
            rows.set("gender", texts::say(actor.language, "gender." + std::string{db::enum_name(person.gender)}));
        TRY(rows.put());
    }
    return ids_of(people);
}

Result<std::vector<PersonId>> export_people(db::Tx& tx, const access::Actor& actor, ExportRows& rows) {
    return put_people(tx, actor, people::all_for_export(tx, access::visible_people(tx, actor, access::Sight::edit)),
                      rows);
}

Result<std::vector<PersonId>> export_roles(db::Tx& tx, const access::Actor& actor, ExportRows& rows) {
    skills::SkillFinder finder{tx};
    const std::string yes = actor.language == "sv" ? "Ja" : "Yes";
    const std::string no = actor.language == "sv" ? "Nej" : "No";
    for (const skills::RoleRecord& record : skills::roles_for_export(tx)) {
        const auto* skill = record.skill.empty() ? nullptr : finder.find(record.skill);
        rows.set("role_key", record.role_key);
        rows.set("role_sv", record.role_name.sv);
        rows.set("role_en", record.role_name.en);
        rows.set("skill_key", record.skill);
        if (skill != nullptr) rows.set("skill", in(skill->name, actor.language));
        if (!record.skill.empty()) {
            rows.set("level", Cell{std::int64_t{record.level}});
            rows.set("importance", Cell{std::int64_t{record.importance}});
            rows.set("must", record.must ? yes : no);
        }
        rows.set("valid_from", record.valid_from);
        TRY(rows.put());
    }
    return std::vector<PersonId>{};
}

Result<std::vector<PersonId>> export_assessments(db::Tx& tx, const access::Actor& actor, ExportRows& rows) {
    if (!actor.is_system() && actor.reason.empty()) return refuse(Kind::forbidden, "access.reason_needed");
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    skills::SkillFinder finder{tx};
    Result<void> written;
    assessments::each_for_export(tx, scope, [&](const assessments::ExportRow& row) {
        if (!written.ok()) return;
        rows.set("number", row.person);
        rows.set("skill_key", row.skill);
        if (const auto* skill = finder.find(row.skill)) rows.set("skill", in(skill->name, actor.language));
        rows.set("level", Cell{std::int64_t{row.level}});
        rows.set("source", source_word(row.source, actor.language));
        rows.set("day", std::optional{row.day});
        rows.set("assessor", row.assessor);
        rows.set("note", row.note);
        rows.set("expires", row.expires);
        written = rows.put();
    });
    TRY(std::move(written));
    return ids_of(people::all_for_export(tx, scope));
}

// An example as its column's type; words that Kunna knows in both languages in the one asked.
Cell example_cell(const Field& field, std::string_view written, std::string_view language) {
    if (written.empty()) return {};
    if (field.type == FieldType::date) return *Date::parse(written);
    if (field.type == FieldType::number) return *tabular::number(written, tabular::DecimalSign::point);
    if (field.key == "source") return source_word(source_of(written).value_or(engine::Source::manager), language);
    const bool yes_or_no = field.key == "must" || field.key == "online" || field.key == "archived";
    if (yes_or_no && language != "sv") return std::string_view{*tabular::yes_no(written) ? "Yes" : "No"};
    if (field.key == "kind" && language != "sv") return std::string_view{"Course"};
    return written;
}

// put(tx, rows) writes the rows, and tells whose they are.
template <class Put>
Result<void> written(db::Db& db, const access::Actor& actor, ImportKind kind, FileFormat format, tabular::Sink sink,
                     Put&& put) {
    ExportRows rows = TRY(ExportRows::begin(kind, format, actor.language, std::move(sink)));
    const auto read = TRY(db.read([&](db::Tx& tx) { return put(tx, rows); }));
    TRY(rows.finish());
    // Noted before the file leaves: the caller sends it only once this has returned.
    access::note_read(db, actor, read, "export");
    return {};
}

} // namespace

Result<void> write_template(ImportKind kind, FileFormat format, std::string_view language, tabular::Sink sink) {
    ExportRows rows = TRY(ExportRows::begin(kind, format, language, std::move(sink)));
    for (std::size_t row = 0; row < 2; ++row) {
        for (const Field& field : fields(kind)) {
            const auto shown = examples(field);
            if (row < shown.size()) rows.set(field.key, example_cell(field, shown[row], language));
        }
        TRY(rows.put());
    }
    return rows.finish();
}

Result<void> export_file(db::Db& db, const access::Actor& actor, ImportKind kind, FileFormat format,
                         tabular::Sink sink) {
    return written(db, actor, kind, format, std::move(sink), [&](db::Tx& tx, ExportRows& rows) {
        switch (kind) {
        case ImportKind::people:
            return export_people(tx, actor, rows);
        case ImportKind::roles:
            return export_roles(tx, actor, rows);
        case ImportKind::activities:
            return export_activities(tx, actor, rows);
        case ImportKind::assessments:
            break;
        }
        return export_assessments(tx, actor, rows);
    });
}

Result<void> export_found(db::Db& db, const access::Actor& actor, people::Asked asked, FileFormat format,
                          tabular::Sink sink) {
    asked.limit = std::numeric_limits<int>::max() - 1;
    return written(db, actor, ImportKind::people, format, std::move(sink), [&](db::Tx& tx, ExportRows& rows) {
        std::unordered_set<PersonId> found;
        for (const people::PersonRow& person : people::list(tx, actor, asked).items) found.insert(person.id);
        auto people = people::all_for_export(tx, access::visible_people(tx, actor, access::Sight::edit));
        std::erase_if(people, [&](const people::ExportRow& person) { return !found.contains(person.id); });
        return put_people(tx, actor, people, rows);
    });
}

std::string file_name(std::string_view what, ImportKind kind, FileFormat format) {
    return fmt::format("kunna-{}{}{}.{}", what, what.empty() ? "" : "-", db::enum_name(kind), db::enum_name(format));
}

std::string_view content_type(FileFormat format) {
    return format == FileFormat::csv ? "text/csv; charset=utf-8"
                                     : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

} // namespace kunna::imports
