// Lines: opening a mapped file, surveying it, and reading its cells.
#include "imports/lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kunna::imports {

namespace {

constexpr std::size_t sample_rows = 200; // looked at for samples
constexpr std::size_t samples = 5;       // shown of a column
constexpr std::size_t longest_sample = 80;
constexpr std::size_t most_spellings = 50'000; // of days, remembered

// People are compared all together, about 2 kB each; statements stream, a few dozen bytes each. What is larger is no
// such file, and is refused before it fills the memory.
std::int64_t most_rows(ImportKind kind) {
    if (kind == ImportKind::activities) return 100'000;
    return kind == ImportKind::assessments ? 60'000'000 : 1'500'000;
}

Result<tabular::Options> reading(const ImportOptions& asked) {
    tabular::Options options;
    if (asked.delimiter && !asked.delimiter->empty()) {
        const std::string& d = *asked.delimiter;
        if (d == "tab" || d == "\\t" || d == "\t")
            options.delimiter = '\t';
        else if (d == "," || d == ";" || d == "|")
            options.delimiter = d.front();
        else
            return refuse_field("/options/delimiter", "import.delimiter_unknown", {{"value", d}});
    }
    if (asked.sheet) options.sheet = *asked.sheet;
    return options;
}

Problem at(std::string code, const std::vector<std::pair<std::string, std::string>>& values, bool warning) {
    Problem problem;
    problem.code = std::move(code);
    problem.warning = warning;
    for (const auto& [name, value] : values) {
        if (name == "row")
            std::from_chars(value.data(), value.data() + value.size(), problem.row);
        else if (name == "column")
            problem.column = value;
        else if (name == "value")
            problem.value = value;
        else
            problem.values.emplace_back(name, value);
    }
    return problem;
}

} // namespace

namespace {

Glance look(const std::unique_ptr<tabular::Reader>& reader) {
    Glance seen;
    for (const tabular::Column& column : reader->header()) seen.columns.push_back({column.name, {}});
    tabular::Row row;
    for (std::size_t rows = 0; rows < sample_rows; ++rows) {
        // A problem further down is for the check to name; the columns are known already.
        const auto more = reader->next(row);
        if (!more.ok() || !*more) break;
        for (std::size_t c = 0; c < seen.columns.size(); ++c) {
            auto& shown = seen.columns[c].samples;
            const std::string_view value = text::cut(row.trimmed(c), longest_sample);
            if (!value.empty() && shown.size() < samples && std::find(shown.begin(), shown.end(), value) == shown.end())
                shown.emplace_back(value);
        }
    }
    seen.description = reader->description();
    return seen;
}

} // namespace

Result<Glance> glance(const SourceFile& source, const ImportOptions& options) {
    const tabular::Options how = TRY(reading(options));
    return look(TRY(tabular::open(source.path, how, source.filename)));
}

Result<Glance> glance_bytes(std::string_view bytes, std::string_view filename, const ImportOptions& options) {
    const tabular::Options how = TRY(reading(options));
    return look(TRY(tabular::open_bytes(bytes, filename, how)));
}

Result<Lines> Lines::open(const SourceFile& source, ImportKind kind, const Mapping& mapping, Problems& problems,
                          const jobs::Progress& progress) {
    Lines lines;
    lines.kind_ = kind;
    lines.mapping_ = mapping;
    lines.problems_ = &problems;
    lines.source_ = source;
    lines.reading_ = TRY(reading(mapping.options));
    lines.reader_ = TRY(tabular::open(source.path, lines.reading_, source.filename));
    std::vector<SeenColumn> header;
    for (const tabular::Column& column : lines.reader_->header()) header.push_back({column.name, {}});
    TRY(check_mapping(kind, mapping, header));
    for (const Field& field : fields(kind)) {
        int at = -1;
        std::string name = field_name(kind, field.key, "sv");
        if (const auto mapped = mapping.columns.find(std::string{field.key}); mapped != mapping.columns.end()) {
            name = mapped->second;
            at = static_cast<int>(std::find_if(header.begin(), header.end(),
                                               [&](const SeenColumn& c) { return c.name == mapped->second; }) -
                                  header.begin());
        }
        // Numbers of employees are read with care of their own: ="00123" is how spreadsheets keep zeros.
        const bool numbered = field.key == "number" || field.key == "manager" || field.key == "assessor";
        if (at >= 0 && field.type == FieldType::text && !numbered)
            lines.texts_.push_back(static_cast<int>(lines.columns_.size()));
        lines.columns_.push_back(at);
        lines.names_.push_back(std::move(name));
    }
    TRY(lines.survey(progress));
    return lines;
}

Result<void> Lines::survey(const jobs::Progress& progress) {
    const auto known = fields(kind_);
    survey_.orders.resize(known.size(), tabular::DateOrder::undecided);
    survey_.signs.resize(known.size(), tabular::DecimalSign::undecided);
    survey_.unreadable.resize(known.size(), false);
    std::vector<tabular::DateOrderFinder> orders(known.size());
    std::vector<tabular::DecimalSignFinder> signs(known.size());
    std::vector<std::pair<std::size_t, std::size_t>> days; // field, column
    std::vector<std::pair<std::size_t, std::size_t>> numbers;
    for (std::size_t f = 0; f < known.size(); ++f) {
        if (columns_[f] < 0) continue;
        if (known[f].type == FieldType::date) days.emplace_back(f, columns_[f]);
        if (known[f].type == FieldType::number) numbers.emplace_back(f, columns_[f]);
    }
    const auto reader = TRY(tabular::open(source_.path, reading_, source_.filename));
    tabular::Row row;
    for (;;) {
        const auto more = reader->next(row);
        survey_.torn = !more.ok();
        if (!more.ok() || !*more) break; // next() notes what is wrong, when it comes there
        if (survey_.rows >= most_rows(kind_))
            return Error{Kind::invalid, "import.too_many_rows", {}, {{"limit", std::to_string(most_rows(kind_))}}};
        for (const auto& [f, c] : days) orders[f].see(row[c]);
        for (const auto& [f, c] : numbers) signs[f].see(row[c]);
        if (++survey_.rows % rows_between_tellings == 0 && reader->bytes_total() > 0)
            TRY(progress.tell(static_cast<double>(reader->bytes_read()) / static_cast<double>(reader->bytes_total())));
    }
    for (const auto& [f, c] : numbers) survey_.signs[f] = signs[f].sign();
    for (const auto& [f, c] : days) {
        survey_.orders[f] = orders[f].order();
        if (survey_.orders[f] != tabular::DateOrder::undecided || !orders[f].ambiguous()) continue;
        // Every row would say the same: it is said once, with the way out.
        if (!orders[f].contradictory() && mapping_.options.date_order) {
            survey_.orders[f] = *mapping_.options.date_order == DayOrder::dmy ? tabular::DateOrder::day_first
                                                                              : tabular::DateOrder::month_first;
            continue;
        }
        survey_.unreadable[f] = true;
        problems_->add(
            {0, names_[f], {}, orders[f].contradictory() ? "import.dates_mixed" : "import.dates_undecided", {}});
    }
    return {};
}

int Lines::field(std::string_view key) const {
    const auto known = fields(kind_);
    for (std::size_t f = 0; f < known.size(); ++f)
        if (known[f].key == key) return static_cast<int>(f);
    throw std::logic_error{"no such field: " + std::string{key}};
}

const std::string& Lines::column(int field) const {
    return names_[static_cast<std::size_t>(field)];
}

Result<void> Lines::rewind(Problems& problems) {
    reader_ = TRY(tabular::open(source_.path, reading_, source_.filename));
    problems_ = &problems;
    over_ = false;
    return {};
}

bool Lines::next() {
    while (!over_) {
        const auto more = reader_->next(row_);
        if (!more.ok() || !*more) {
            over_ = true;
            if (!more.ok()) problems_->add(at(more.error().code, more.error().values, false));
            note_warnings();
            return false;
        }
        if (row_.cells.size() <= reader_->header().size()) {
            note_formulas();
            return true;
        }
        // A separator too many has moved the cells: none of the row can be trusted.
        const auto moved = tabular::beyond_header(reader_->header(), row_);
        if (!moved) {
            note_formulas();
            return true;
        }
        problems_->add(at(moved->code, moved->values, false));
    }
    return false;
}

// Nothing is ever calculated, and nobody's title is "=HYPERLINK(…)".
void Lines::note_formulas() {
    for (const std::size_t column : row_.formulas)
        for (const int field : texts_)
            if (columns_[static_cast<std::size_t>(field)] == static_cast<int>(column)) wrong(field, "value.formula");
}

void Lines::note_warnings() {
    for (const FieldError& warning : reader_->warnings()) problems_->add(at(warning.code, warning.values, true));
}

double Lines::fraction() const {
    const std::uint64_t total = reader_->bytes_total();
    return total == 0 ? 0 : static_cast<double>(reader_->bytes_read()) / static_cast<double>(total);
}

std::optional<Date> Lines::day(int field) {
    const std::string_view written = cell(field);
    if (written.empty() || survey_.unreadable[static_cast<std::size_t>(field)]) return std::nullopt;
    spelling_.assign(1, static_cast<char>('A' + field));
    spelling_ += written;
    if (const auto known = days_.find(spelling_); known != days_.end() && known->second) return known->second;
    auto read = tabular::date(written, survey_.orders[static_cast<std::size_t>(field)]);
    if (!read.ok()) {
        wrong(field, read.error());
        return std::nullopt;
    }
    if (days_.size() < most_spellings) days_.insert_or_assign(spelling_, *read);
    return *read;
}

std::optional<double> Lines::fte(int field) {
    if (cell(field).empty()) return std::nullopt;
    auto read = tabular::fte(cell(field), sign(field));
    if (read.ok()) return *read;
    wrong(field, read.error());
    return std::nullopt;
}

std::optional<std::int64_t> Lines::whole(int field) {
    std::string_view written = cell(field);
    if (written.empty()) return std::nullopt;
    // "3" is nearly all there is; "3 – Självständig" is what some systems make of it.
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (failed == std::errc{}) {
        std::string_view rest{end, static_cast<std::size_t>(written.data() + written.size() - end)};
        if (rest.empty()) return value;
        rest = text::trim(rest);
        if (rest.starts_with("- ") || rest.starts_with("– ") || rest.starts_with(": ") || rest.starts_with("= "))
            return value;
    }
    auto read = tabular::whole_number(written, sign(field));
    if (read.ok()) return *read;
    wrong(field, read.error());
    return std::nullopt;
}

std::optional<double> Lines::number(int field) {
    if (cell(field).empty()) return std::nullopt;
    auto read = tabular::number(cell(field), sign(field));
    if (read.ok()) return *read;
    wrong(field, read.error());
    return std::nullopt;
}

std::optional<double> Lines::share(int field) {
    if (cell(field).empty()) return std::nullopt;
    auto read = tabular::share(cell(field), sign(field));
    if (read.ok()) return *read;
    wrong(field, read.error());
    return std::nullopt;
}

std::optional<std::int64_t> Lines::hundredths(int field) {
    constexpr double most = 1e13; // beyond any amount, and still exact
    const auto amount = number(field);
    if (!amount) return std::nullopt;
    return std::llround(std::clamp(*amount, -most, most) * 100);
}

std::optional<bool> Lines::yes_no(int field) {
    if (cell(field).empty()) return std::nullopt;
    auto read = tabular::yes_no(cell(field));
    if (read.ok()) return *read;
    wrong(field, read.error());
    return std::nullopt;
}

std::optional<std::string> Lines::employee_number(int field) {
    if (cell(field).empty()) return std::nullopt;
    auto read = tabular::employee_number(cell(field));
    if (read.ok()) return std::move(read).unwrap();
    wrong(field, read.error());
    return std::nullopt;
}

std::string_view Lines::number_or_text(int field) {
    const std::string_view written = cell(field);
    const bool plain = std::all_of(written.begin(), written.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '@';
    });
    if (plain) return written;
    // ="00123", '00123, 123.0: what spreadsheets make of a number. Anything else is a name or an address.
    auto read = tabular::employee_number(written);
    if (!read.ok()) return written;
    number_ = std::move(read).unwrap();
    return number_;
}

void Lines::wrong(int field, std::string code, std::vector<std::pair<std::string, std::string>> values) {
    std::erase_if(values, [](const auto& pair) { return pair.first == "value"; });
    problems_->add({row(), column(field), std::string{cell(field)}, std::move(code), std::move(values), false});
}

void Lines::warn(int field, std::string code, std::vector<std::pair<std::string, std::string>> values) {
    problems_->add({row(), column(field), std::string{cell(field)}, std::move(code), std::move(values), true});
}

} // namespace kunna::imports
