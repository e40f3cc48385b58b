// From a table of pairs to counterparts.
#include "taxonomies/crosswalk.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "tabular/tables.hpp"
#include "taxonomies/named_table.hpp"
#include "taxonomies/queries.hpp"

#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>

namespace kunna::taxonomies {

namespace {

constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t most_above = 20; // a title, a date: what EURES' tables have above their headings
constexpr std::size_t most_unknown_shown = 20;

enum Column : std::uint8_t { first_uri, relation, second_uri };
const std::vector<WantedColumn> columns{{{"Classification 1 URI", "escoUri"}, true},
                                        {{"Mapping relation", "mappingRelation"}, true},
                                        {{"Classification 2 URI", "jobtechUri"}, true}};

Correspondence seen_from_the_other_side(Correspondence as) {
    switch (as) {
    case Correspondence::broad:
        return Correspondence::narrow;
    case Correspondence::narrow:
        return Correspondence::broad;
    default:
        return as;
    }
}

std::int64_t& count_of(Correspondences& counts, Correspondence as) {
    switch (as) {
    case Correspondence::exact:
        return counts.exact;
    case Correspondence::close:
        return counts.close;
    case Correspondence::broad:
        return counts.broad;
    case Correspondence::narrow:
        return counts.narrow;
    }
    throw std::logic_error{"a correspondence of no kind"};
}

// "skos:broadMatch", "http://www.w3.org/2004/02/skos/core#broadMatch", "broadMatch" → "broad".
std::string kind_of(std::string_view relation) {
    std::string word = text::fold(relation.substr(relation.find_last_of(":#") + 1));
    if (word.ends_with("match")) word.resize(word.size() - 5);
    return word;
}

struct Pair {
    std::int64_t row = 0;
    std::string first{};
    std::string second{};
    Correspondence as = Correspondence::exact;
};

// The pairs of the file, and how many rows do not say how theirs correspond.
struct Pairs {
    std::vector<Pair> all{};
    std::int64_t unstated = 0;
    std::string file{};
    std::string first_heading{};
    std::string second_heading{};
};

Result<Pairs> read(const CrosswalkFile& file) {
    Pairs pairs;
    pairs.file = tabular::shown(file.name.empty() ? file.path.filename().string() : file.name);
    tabular::Options options;
    options.limits.rows = most_rows;
    auto reader = tabular::open(file.path, options, pairs.file);
    if (!reader.ok()) return in_file(std::move(reader).error(), pairs.file);
    NamedTable table = TRY(NamedTable::open(std::move(reader).unwrap(), pairs.file, columns, most_above));
    pairs.first_heading = table.heading(first_uri);
    pairs.second_heading = table.heading(second_uri);
    while (TRY(table.next())) {
        const std::string kind = kind_of(table.cell(relation));
        if (kind.empty() || kind == "related") {
            ++pairs.unstated;
            continue;
        }
        const auto as = db::enum_of<Correspondence>(kind);
        if (!as) return table.bad_value(relation);
        pairs.all.push_back(
            {table.row(), std::string{table.cell(first_uri)}, std::string{table.cell(second_uri)}, *as});
    }
    return pairs;
}

// Skills of all sorts, or occupations of all sorts: tables come for the one or the other.
bool of_occupations(ConceptType type) {
    return type == ConceptType::occupation || type == ConceptType::occupation_group;
}

struct KnownConcept {
    ConceptId id{};
    TaxonomyId taxonomy{};
    bool occupation = false;
};
using ByUri = std::unordered_map<std::string, std::vector<KnownConcept>>;

ByUri concepts_by_uri(db::Tx& tx) {
    ByUri known;
    tx.run(queries::concepts_to_find, {}, [&](const db::Row& row) {
        known[std::string{row.text(0)}].push_back({ConceptId{row.integer(1)}, TaxonomyId{row.integer(2)},
                                                   of_occupations(db::from_column<ConceptType>(row, 3))});
    });
    return known;
}

// The taxonomy that has most of a column's concepts.
std::optional<TaxonomyId> taxonomy_of(const Pairs& pairs, const ByUri& known, std::string Pair::*uri) {
    std::map<TaxonomyId, std::size_t> found;
    for (const Pair& pair : pairs.all)
        if (const auto at = known.find(pair.*uri); at != known.end())
            for (const KnownConcept& one : at->second) ++found[one.taxonomy];
    std::optional<TaxonomyId> most;
    for (const auto& [taxonomy, n] : found)
        if (!most || n > found[*most]) most = taxonomy;
    return most;
}

const KnownConcept* find_in(const ByUri& known, const std::string& uri, TaxonomyId taxonomy) {
    const auto at = known.find(uri);
    if (at == known.end()) return nullptr;
    for (const KnownConcept& one : at->second)
        if (one.taxonomy == taxonomy) return &one;
    return nullptr;
}

using Ends = std::pair<ConceptId, ConceptId>;
struct Said {
    Correspondence as = Correspondence::exact;
    std::int64_t row = 0;
};

class Importer {
public:
    Importer(db::Tx& tx, const Pairs& pairs) : tx_(tx), pairs_(pairs), known_(concepts_by_uri(tx)) {}

    Result<CrosswalkReport> compare() {
        TRY(choose_taxonomies());
        TRY(take_pairs());
        report_.unstated = pairs_.unstated;
        const auto stored = tx_.one<CrosswalkId>(queries::crosswalk_between, {{"one", one_}, {"other", other_}});
        if (stored) crosswalk_ = *stored;
        tx_.run(queries::counterparts_between, {{"crosswalk", crosswalk_}}, [&](const db::Row& row) {
            const Ends ends{ConceptId{row.integer(0)}, ConceptId{row.integer(1)}};
            compare_stored(ends, db::from_column<Correspondence>(row, 2),
                           of_occupations(db::from_column<ConceptType>(row, 3)));
        });
        for (const auto& [ends, said] : said_)
            if (!there_.contains(ends)) added_.push_back(ends);
        report_.added = static_cast<std::int64_t>(added_.size());
        report_.nothing = report_.added + report_.changed + report_.dropped == 0;
        return report_;
    }

    void apply(const access::Actor& actor) {
        if (crosswalk_.given())
            tx_.run(queries::update_crosswalk, {{"crosswalk", crosswalk_},
                                                {"filename", pairs_.file},
                                                {"imported", tx_.now()},
                                                {"account", actor.account}});
        else
            crosswalk_ = *tx_.one<CrosswalkId>(queries::insert_crosswalk, {{"one", one_},
                                                                           {"other", other_},
                                                                           {"filename", pairs_.file},
                                                                           {"imported", tx_.now()},
                                                                           {"account", actor.account}});
        for (const auto& [source, target] : gone_)
            tx_.run(queries::delete_counterpart, {{"source", source}, {"target", target}});
        tx_.bulk(queries::insert_counterpart, [&](db::Tx::Adder& add) {
            for (const auto* ends : {&added_, &changed_})
                for (const auto& [source, target] : *ends)
                    add({{"crosswalk", crosswalk_},
                         {"source", source},
                         {"correspondence", said_.at({source, target}).as},
                         {"target", target}});
        });
        audit::append(tx_, actor.account, "crosswalk.imported", crosswalk_.value,
                      fmt::format("added={},changed={},dropped={}", report_.added, report_.changed, report_.dropped));
    }

private:
    Result<void> choose_taxonomies() {
        const auto first = taxonomy_of(pairs_, known_, &Pair::first);
        const auto second = taxonomy_of(pairs_, known_, &Pair::second);
        if (!first || !second)
            return Error{Kind::invalid,
                         "crosswalk.unknown_taxonomy",
                         {},
                         {{"file", pairs_.file}, {"column", first ? pairs_.second_heading : pairs_.first_heading}}};
        if (*first == *second) return Error{Kind::invalid, "crosswalk.one_taxonomy", {}, {{"file", pairs_.file}}};
        turned_ = *second < *first;
        one_ = turned_ ? *second : *first;
        other_ = turned_ ? *first : *second;
        tx_.run(queries::taxonomies, {}, [&](const db::Row& row) {
            if (TaxonomyId{row.integer(0)} == one_) report_.one = row.text(2);
            if (TaxonomyId{row.integer(0)} == other_) report_.other = row.text(2);
        });
        return {};
    }

    Result<void> take_pairs() {
        for (const Pair& pair : pairs_.all) {
            const std::string& uri = turned_ ? pair.second : pair.first;
            const std::string& other_uri = turned_ ? pair.first : pair.second;
            const KnownConcept* const source = find_in(known_, uri, one_);
            const KnownConcept* const target = find_in(known_, other_uri, other_);
            if (source == nullptr || target == nullptr) {
                ++report_.unknown;
                const std::string& missing = source == nullptr ? uri : other_uri;
                if (report_.examples.size() < most_unknown_shown && shown_.insert(missing).second)
                    report_.examples.push_back({pair.row, tabular::shown(missing)});
                continue;
            }
            const Correspondence as = turned_ ? seen_from_the_other_side(pair.as) : pair.as;
            const auto [at, fresh] = said_.emplace(Ends{source->id, target->id}, Said{as, pair.row});
            if (!fresh && at->second.as != as)
                return Error{Kind::invalid,
                             "crosswalk.said_twice",
                             {},
                             {{"file", pairs_.file},
                              {"row", std::to_string(pair.row)},
                              {"first", std::to_string(at->second.row)}}};
            if (fresh) ++count_of(report_.pairs, as);
            kinds_.insert(source->occupation);
        }
        return {};
    }

    void compare_stored(const Ends& ends, Correspondence as, bool occupation) {
        const auto said = said_.find(ends);
        if (said == said_.end()) {
            if (!kinds_.contains(occupation)) return;
            ++report_.dropped;
            gone_.push_back(ends);
            return;
        }
        there_.insert(ends);
        if (said->second.as == as) {
            ++report_.unchanged;
            return;
        }
        ++report_.changed;
        gone_.push_back(ends);
        changed_.push_back(ends);
    }

    db::Tx& tx_;
    const Pairs& pairs_;
    ByUri known_;
    bool turned_ = false; // the file's first column is of the taxonomy with the higher id
    TaxonomyId one_{};
    TaxonomyId other_{};
    CrosswalkId crosswalk_{}; // not given: the first between the two
    std::map<Ends, Said> said_;
    std::set<std::string_view> shown_; // of what is unknown
    std::set<bool> kinds_;             // whether the file has pairs of occupations, of others
    std::set<Ends> there_;
    std::vector<Ends> added_, changed_, gone_;
    CrosswalkReport report_;
};

} // namespace

Result<CrosswalkReport> hand_in(db::Db& db, const access::Actor& actor, const CrosswalkFile& file, bool dry_run) {
    const Pairs pairs = TRY(read(file));
    return db.transact([&](db::Tx& tx) -> Result<CrosswalkReport> {
        Importer importer{tx, pairs};
        CrosswalkReport report = TRY(importer.compare());
        if (dry_run || report.nothing) return report;
        importer.apply(actor);
        report.applied = true;
        return report;
    });
}

std::vector<Crosswalk> crosswalks(db::Tx& tx) {
    std::vector<Crosswalk> all;
    tx.run(queries::crosswalks, {}, [&](const db::Row& row) {
        const CrosswalkId id{row.integer(0)};
        if (all.empty() || all.back().id != id)
            all.push_back({id,
                           {TaxonomyId{row.integer(1)}, std::string{row.text(2)}},
                           {TaxonomyId{row.integer(3)}, std::string{row.text(4)}},
                           std::string{row.text(5)},
                           Instant{row.integer(6)},
                           {}});
        if (!row.null(7)) count_of(all.back().pairs, db::from_column<Correspondence>(row, 7)) = row.integer(8);
    });
    return all;
}

} // namespace kunna::taxonomies
