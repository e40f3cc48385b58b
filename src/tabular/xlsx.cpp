// Reads a sheet of an XLSX row by row.
#include "tabular/xlsx.hpp"

#include "base/text.hpp"
#include "tabular/workbook.hpp"
#include "tabular/xml.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace kunna::tabular {

namespace {

using Token = Xml::Token;

constexpr std::uint64_t last_row = 1'048'576;
constexpr std::size_t last_column = 16'384;

// "BC12" → column 54 (from 0); its row is the row's. Nothing when it is no reference.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
        if (letters == 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    }
    if (letters == 0 || column > last_column) return std::nullopt;
    if (reference.find_first_not_of("0123456789", letters) != std::string_view::npos) return std::nullopt;
    return column - 1;
}

std::string letters_of(std::size_t column) {
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

template <class Number>
std::optional<Number> number_in(std::string_view digits) {
    Number value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
    return value;
}

class XlsxReader final : public Reader {
public:
    XlsxReader(Zip zip, const Options& options) : zip_(std::move(zip)), limits_(options.limits) {
        limits_.cell_bytes = std::min<std::size_t>(limits_.cell_bytes, 256 * 1024); // more than the format allows
    }

    Result<void> open(const std::string& wanted) {
        book_ = TRY(read_workbook(zip_));
        const Sheet sheet = TRY(choose(wanted));
        if (!book_.strings.empty()) TRY(strings_.read(zip_, book_.strings, limits_.cell_bytes));
        part_ = TRY(zip_.part(sheet.part));
        name_ = fmt::format("XLSX, {}", sheet.name);
        xml_.emplace(sheet.part, [this](char* into, std::size_t most) -> Result<std::size_t> {
            const std::size_t got = TRY(part_->read(into, most));
            read_ += got;
            return got;
        });
        Row row;
        if (!TRY(record(row))) return refuse(Kind::invalid, "table.empty");
        header_row_ = row.number;
        header_ = name_columns(row.cells);
        warnings_at_.clear(); // of the headings
        return {};
    }

    [[nodiscard]] const std::vector<Column>& header() const override { return header_; }
    [[nodiscard]] std::uint64_t header_row() const override { return header_row_; }
    [[nodiscard]] const std::vector<FieldError>& warnings() const override { return warnings_; }
    [[nodiscard]] std::uint64_t bytes_read() const override { return read_; }
    [[nodiscard]] std::uint64_t bytes_total() const override { return std::max(read_, part_->declared_size()); }
    [[nodiscard]] std::string description() const override { return name_; }

    Result<bool> next(Row& row) override {
        if (refused_) return false;
        Result<bool> found = record(row);
        if (found.ok() && *found && ++rows_ > limits_.rows)
            found = refuse_at("table.too_many_rows", row.number, {}, {{"limit", std::to_string(limits_.rows)}});
        refused_ = !found.ok();
        return found;
    }

private:
    struct CellSeen {
        std::size_t column = 0;
        char type = 'n'; // n number, s shared, i inline, t formula's text, b, e, d
        std::size_t format = 0;
        bool formula = false;
        bool valued = false;
    };

    Result<Sheet> choose(const std::string& wanted) {
        std::string others;
        const Sheet* chosen = nullptr;
        for (const Sheet& sheet : book_.sheets) {
            const bool fits = wanted.empty() ? sheet.visible : text::fold(sheet.name) == text::fold(wanted);
            if (chosen == nullptr && fits)
                chosen = &sheet;
            else if (sheet.visible)
                others += (others.empty() ? "" : ", ") + sheet.name;
        }
        if (chosen == nullptr) {
            Error error = refuse(Kind::invalid, wanted.empty() ? "xlsx.no_sheet" : "xlsx.no_such_sheet");
            error.values = {{"sheet", shown(wanted)}, {"sheets", std::string{text::cut(others, 200)}}};
            return error;
        }
        if (wanted.empty() && !others.empty())
            warnings_.push_back({"sheet " + chosen->name,
                                 "xlsx.other_sheets",
                                 {{"sheet", chosen->name}, {"sheets", std::string{text::cut(others, 200)}}}});
        return *chosen;
    }

    // The next row that holds anything.
    Result<bool> record(Row& row) {
        while (!ended_) {
            const Token token = TRY(xml_->next());
            if (token == Token::end) {
                ended_ = true;
            } else if (token == Token::open && xml_->name() == "sheetData") {
                in_data_ = true;
            } else if (token == Token::close && xml_->name() == "sheetData") {
                in_data_ = false; // what follows is read to its end, so that a broken file is told from a whole one
            } else if (token == Token::open && in_data_ && xml_->name() == "row") {
                TRY(read_row());
                if (is_blank(cells_)) continue;
                row.number = row_;
                row.cells = cells_;
                return true;
            }
        }
        return false;
    }

    Result<void> read_row() {
        const std::string_view number = xml_->attribute("r");
        const auto given = number.empty() ? std::optional{row_ + 1} : number_in<std::uint64_t>(number);
        if (!given || *given <= row_ || *given > last_row) return xml_->broken();
        row_ = *given;
        used_ = 0;
        row_bytes_ = 0;
        std::size_t next_column = 0;
        for (;;) {
            const Token token = TRY(xml_->next());
            if (token == Token::end) return xml_->broken();
            if (token == Token::close) break;
            if (token == Token::text) continue;
            if (xml_->name() != "c") {
                TRY(xml_->skip());
                continue;
            }
            CellSeen cell;
            const std::string_view reference = xml_->attribute("r");
            const auto column = reference.empty() ? std::optional{next_column} : column_of(reference);
            if (!column) return xml_->broken();
            cell.column = *column;
            next_column = *column + 1;
            TRY(read_cell(cell));
        }
        cells_.assign(texts_.begin(), texts_.begin() + static_cast<std::ptrdiff_t>(used_));
        return {};
    }

    Result<void> read_cell(CellSeen& cell) {
        const std::string_view type = xml_->attribute("t");
        cell.type = type.empty() ? 'n' : type == "str" ? 't' : type == "inlineStr" ? 'i' : type[0];
        cell.format = number_in<std::size_t>(xml_->attribute("s")).value_or(0);
        value_.clear();
        bool in_value = false;
        for (int depth = 1; depth > 0;) {
            switch (TRY(xml_->next())) {
            case Token::open:
                if (xml_->name() == "is") {
                    cell.valued = true;
                    TRY(append_rich_text(*xml_, value_, limits_.cell_bytes));
                    break;
                }
                cell.formula = cell.formula || xml_->name() == "f";
                in_value = xml_->name() == "v";
                cell.valued = cell.valued || in_value;
                ++depth;
                break;
            case Token::close:
                in_value = false;
                --depth;
                break;
            case Token::text:
                if (in_value && value_.size() <= limits_.cell_bytes * escape_length) value_ += xml_->text();
                break;
            case Token::end:
                return xml_->broken();
            }
        }
        if (!cell.valued && !cell.formula) return {}; // formatted, but empty
        return keep(cell);
    }

    // Puts the cell's text into its place in the row.
    Result<void> keep(const CellSeen& cell) {
        if (cell.formula) {
            if (!cell.valued)
                return refuse_at("xlsx.formula_without_value", row_, column_name(header_, cell.column),
                                 {{"cell", cell_name(cell)}});
            warn("xlsx.formulas", cell);
        }
        std::string_view text = value_;
        shown_.clear();
        switch (cell.type) {
        case 's': {
            const auto index = number_in<std::size_t>(text);
            if (!index || *index >= strings_.size()) return xml_->broken();
            text = strings_[*index];
            break;
        }
        case 'i':
            break;
        case 't':
            unescape(value_);
            text = value_;
            break;
        case 'b':
            text = text == "1" || text == "true" ? "true" : "false";
            break;
        case 'e':
            warn("xlsx.error_values", cell);
            break;
        case 'd':
            if (text.ends_with("T00:00:00")) text.remove_suffix(9);
            break;
        default: {
            if (text.empty()) return {};
            const NumberFormat format =
                cell.format < book_.formats.size() ? book_.formats[cell.format] : NumberFormat{};
            if (!append_number(shown_, text::trim(text), format, book_.from_1904)) return xml_->broken();
            text = shown_;
        }
        }
        if (text.empty()) return {};
        if (cell.column >= limits_.columns)
            return refuse_at("table.too_many_columns", row_, {},
                             {{"limit", std::to_string(limits_.columns)}, {"cell", cell_name(cell)}});
        if (text.size() > limits_.cell_bytes)
            return refuse_at("table.cell_too_long", row_, column_name(header_, cell.column),
                             {{"limit", std::to_string(limits_.cell_bytes)}});
        row_bytes_ += text.size();
        if (row_bytes_ > limits_.row_bytes)
            return refuse_at("table.row_too_long", row_, {}, {{"limit", std::to_string(limits_.row_bytes)}});
        if (cell.type != 's' && cell.type != 'i' && !text::valid_utf8(text)) return xml_->broken();
        if (texts_.size() <= cell.column) texts_.resize(cell.column + 1);
        for (; used_ <= cell.column; ++used_) texts_[used_].clear();
        texts_[cell.column] = text;
        return {};
    }

    [[nodiscard]] std::string cell_name(const CellSeen& cell) const {
        return letters_of(cell.column) + std::to_string(row_);
    }

    // One warning for each code and column, naming the first cell and counting the rest.
    void warn(const char* code, const CellSeen& cell) {
        const auto [at, fresh] = warnings_at_.try_emplace({code, cell.column}, warnings_.size());
        if (fresh) {
            if (cell.column >= limits_.columns) return void(warnings_at_.erase(at));
            const std::string column = column_name(header_, cell.column);
            warnings_.push_back(
                {place(row_, column),
                 code,
                 {{"row", std::to_string(row_)}, {"column", column}, {"cell", cell_name(cell)}, {"count", "0"}}});
            counts_.resize(warnings_.size());
        }
        warnings_[at->second].values[3].second = std::to_string(++counts_[at->second]);
    }

    Zip zip_;
    Limits limits_;
    Workbook book_;
    SharedStrings strings_;
    std::unique_ptr<ZipPart> part_;
    std::optional<Xml> xml_;
    std::string name_;
    std::uint64_t read_ = 0;

    bool in_data_ = false;
    bool ended_ = false;
    bool refused_ = false;
    std::uint64_t row_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t header_row_ = 0;
    std::vector<Column> header_;
    std::string value_;              // of the cell at hand, as stored
    std::string shown_;              // and as people see it
    std::vector<std::string> texts_; // the row's; those from used_ on are left over from longer rows
    std::size_t used_ = 0;
    std::size_t row_bytes_ = 0;
    std::vector<std::string_view> cells_;
    std::vector<FieldError> warnings_;
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> warnings_at_;
    std::vector<std::uint64_t> counts_;
};

} // namespace

Result<std::unique_ptr<Reader>> open_xlsx(Zip::Source source, const Options& options) {
    ZipLimits limits;
    limits.packed = std::min(limits.packed, options.limits.bytes);
    limits.unpacked = options.limits.unpacked;
    Zip zip = TRY(Zip::open(std::move(source), limits));
    auto reader = std::make_unique<XlsxReader>(std::move(zip), options);
    TRY(reader->open(options.sheet));
    return std::unique_ptr<Reader>{std::move(reader)};
}

} // namespace kunna::tabular
