// Settings.
#include "settings/settings.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "settings/queries.hpp"

namespace kunna::settings {

namespace {

struct Saved {
    std::int64_t version = 0;
    std::string value{};
};
BOOST_DESCRIBE_STRUCT(Saved, (), (version, value))

std::map<std::string, double> default_weights() {
    std::map<std::string, double> weights;
    const engine::Settings defaults;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<engine::Source>>(
        [&](auto source) { weights[source.name] = defaults.weight_of(source.value); });
    return weights;
}

void save(db::Tx& tx, const access::Actor& actor, Settings settings, std::string_view fields) {
    ++settings.version;
    tx.run(queries::remove);
    tx.run(queries::save, {{"version", settings.version}, {"value", json::to_text(settings)}});
    audit::append(tx, actor.account, "settings.changed", 1, fields);
}

// Their names, with commas between.
std::string changed_fields(const Settings& before, const Settings& after) {
    std::string fields;
    boost::mp11::mp_for_each<boost::describe::describe_members<Settings, boost::describe::mod_public>>(
        [&](auto member) {
            if (before.*member.pointer != after.*member.pointer)
                fields.append(fields.empty() ? "" : ",").append(member.name);
        });
    return fields;
}

void check_range(Error& error, std::string where, double value, double least, double most) {
    if (value >= least && value <= most) return;
    error.fields.push_back(
        {std::move(where), "number.outside", {{"least", fmt::format("{}", least)}, {"most", fmt::format("{}", most)}}});
}

Result<void> check(const Wanted& wanted) {
    Error error{Kind::invalid, "input.invalid"};
    if (text::squeeze(wanted.organisation).empty()) error.fields.push_back({"/organisation", "name.missing"});
    if (wanted.language != "sv" && wanted.language != "en") error.fields.push_back({"/language", "language.unknown"});
    const auto known = default_weights();
    for (const auto& [source, weight] : wanted.weights) {
        if (!known.contains(source)) error.fields.push_back({"/weights/" + source, "settings.unknown_source"});
        check_range(error, "/weights/" + source, weight, 0, 1);
    }
    check_range(error, "/half_life/tool", wanted.half_life.tool, 1, 600);
    check_range(error, "/half_life/technical", wanted.half_life.technical, 1, 600);
    check_range(error, "/half_life/soft", wanted.half_life.soft, 1, 600);
    check_range(error, "/confidence", wanted.confidence, 0.05, 0.95);
    check_range(error, "/must_factor", wanted.must_factor, 1, 10);
    check_range(error, "/conflict", wanted.conflict, 1, 8);
    check_range(error, "/suppression", wanted.suppression, 5, 100);
    if (!error.fields.empty()) return error;
    return {};
}

} // namespace

Settings current(db::Tx& tx) {
    Settings settings;
    settings.weights = default_weights();
    const auto saved = tx.one<Saved>(queries::saved);
    if (!saved) return settings;
    auto read = json::from_text<Settings>(saved->value);
    if (!read.ok()) throw std::runtime_error{"the stored settings cannot be read"};
    Settings held = std::move(read).unwrap();
    held.version = saved->version;
    // A source that came with a newer version gets its default.
    held.weights.merge(default_weights());
    return held;
}

Result<Settings> change(db::Db& db, const access::Actor& actor, const Wanted& wanted,
                        std::optional<std::int64_t> version) {
    TRY(check(wanted));
    return db.transact([&](db::Tx& tx) -> Result<Settings> {
        const Settings before = current(tx);
        if (version && *version != before.version) return refuse(Kind::stale, "version.stale");
        Settings settings = before;
        settings.organisation = text::squeeze(wanted.organisation);
        settings.language = wanted.language;
        for (const auto& [source, weight] : wanted.weights) settings.weights[source] = weight;
        settings.half_life = wanted.half_life;
        settings.confidence = wanted.confidence;
        settings.must_factor = wanted.must_factor;
        settings.conflict = wanted.conflict;
        settings.suppression = wanted.suppression;
        if (const std::string fields = changed_fields(before, settings); !fields.empty())
            save(tx, actor, settings, fields);
        return current(tx);
    });
}

void name_organisation(db::Tx& tx, const access::Actor& actor, std::string_view name, bool demonstration) {
    Settings settings = current(tx);
    settings.organisation = text::squeeze(name);
    settings.demonstration = demonstration;
    save(tx, actor, settings, "organisation");
}

engine::Settings for_engine(const Settings& settings) {
    engine::Settings out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<engine::Source>>([&](auto source) {
        const auto weight = settings.weights.find(source.name);
        if (weight != settings.weights.end()) out.weight[static_cast<std::size_t>(source.value)] = weight->second;
    });
    const auto months = [&](engine::SkillKind kind) -> double& {
        return out.half_life_months[static_cast<std::size_t>(kind)];
    };
    months(engine::SkillKind::tool) = settings.half_life.tool;
    months(engine::SkillKind::technical) = settings.half_life.technical;
    months(engine::SkillKind::soft) = settings.half_life.soft;
    out.threshold = engine::Confidence::of_number(settings.confidence);
    out.must_factor = settings.must_factor;
    out.conflict_distance = settings.conflict;
    return out;
}

} // namespace kunna::settings
