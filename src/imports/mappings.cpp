// Mappings kept for the next file of the same system.
#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "imports/imports.hpp"
#include "imports/queries.hpp"
#include "imports/store.hpp"
#include "people/units.hpp"

namespace kunna::imports {

namespace {

constexpr std::size_t longest_mapping_name = 100;

struct Stored {
    MappingId id{};
    ImportKind kind = ImportKind::people;
    std::string name{};
    std::string mapping{};
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, kind, name, mapping))

SavedMapping shown(const Stored& stored) {
    Mapping mapping = store::mapping_of(stored.mapping);
    return {stored.id, stored.kind, stored.name, std::move(mapping.columns), std::move(mapping.options)};
}

} // namespace

Result<std::vector<SavedMapping>> mappings(db::Tx& tx, const access::Actor& actor, ImportKind kind) {
    TRY(may_import(actor, kind));
    std::vector<SavedMapping> saved;
    for (const Stored& one : tx.all<Stored>(queries::mappings_of_kind, {{"kind", kind}})) saved.push_back(shown(one));
    return saved;
}

Result<SavedMapping> save_mapping(db::Db& db, const access::Actor& actor, const NewMapping& wanted) {
    TRY(may_import(actor, wanted.kind));
    const std::string name{text::cut(text::squeeze(wanted.name), longest_mapping_name)};
    if (name.empty()) return refuse_field("/name", "import.mapping_name_missing");
    for (const auto& [field, column] : wanted.columns)
        if (find_field(wanted.kind, field) == nullptr)
            return refuse_field("/columns/" + json::escape_pointer(field), "import.unknown_field", {{"field", field}});
    const Mapping mapping{wanted.columns, wanted.options.value_or(ImportOptions{})};
    TRY(check_options(wanted.kind, mapping.options));
    const std::string text = json::to_text(mapping);
    return db.transact([&](db::Tx& tx) -> Result<SavedMapping> {
        tx.run(queries::delete_mapping_named, {{"kind", wanted.kind}, {"name", name}});
        const auto id = tx.insert<MappingId>(queries::insert_mapping, {{"kind", wanted.kind},
                                                                       {"name", name},
                                                                       {"mapping", text},
                                                                       {"account", actor.account},
                                                                       {"created", tx.now()}});
        audit::append(tx, actor.account, "mapping.saved", id.value);
        return shown({id, wanted.kind, name, text});
    });
}

Result<void> forget_mapping(db::Db& db, const access::Actor& actor, MappingId id) {
    if (const auto people = may_import(actor, ImportKind::people); !people.ok())
        TRY(may_import(actor, ImportKind::activities));
    return db.transact([&](db::Tx& tx) -> Result<void> {
        const auto kind = tx.one<std::string>(queries::kind_of_mapping, {{"mapping", id}});
        if (!kind || !may_import(actor, *db::enum_of<ImportKind>(*kind)).ok())
            return refuse(Kind::not_found, "import.mapping_not_found");
        tx.run(queries::delete_mapping, {{"mapping", id}});
        audit::append(tx, actor.account, "mapping.removed", id.value);
        return {};
    });
}

} // namespace kunna::imports
