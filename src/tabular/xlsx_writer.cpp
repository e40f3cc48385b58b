// Writes XLSX by libxlsxwriter, a row at a time, through a file of its own.
#include "tabular/bytes.hpp"
#include "tabular/table.hpp"
#include "tabular/values.hpp"
#include "tabular/xlsx.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

namespace kunna::tabular {

namespace {

constexpr std::uint32_t last_row = 1'048'575; // from 0; the header is row 0

std::size_t characters(std::string_view utf8) {
    std::size_t count = 0; // in UTF-16, as the format counts
    for (const char c : utf8) {
        const auto b = static_cast<unsigned char>(c);
        count += (b & 0xC0U) == 0x80U ? 0 : b >= 0xF0 ? 2 : 1;
    }
    return count;
}

// Text that looks like the format's own escape (_x0041_) would come back as another character.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' &&
                            text.substr(i + 2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (escape)
            out += "_x005F_";
        else
            out.push_back(text[i]);
    }
    return out;
}

class XlsxWriter final : public Writer {
public:
    XlsxWriter(Sink sink, const std::string& sheet, std::vector<ColumnSpec> columns) :
        sink_(std::move(sink)), columns_(std::move(columns)) {
        path_ = (std::filesystem::temp_directory_path() / "kunna-XXXXXX").string();
        const int file = ::mkstemp(path_.data());
        if (file < 0) throw std::system_error{errno, std::generic_category(), "a temporary file for a spreadsheet"};
        ::close(file);
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(path_.c_str(), &options);
        if (book_ == nullptr) throw std::bad_alloc{};
        sheet_ = workbook_add_worksheet(book_, sheet.empty() ? nullptr : sheet.c_str());
        if (sheet_ == nullptr) {
            ::unlink(path_.c_str());
            lxw_workbook_free(book_);
            throw std::logic_error{"not a name for a sheet: " + sheet};
        }
        lxw_format* const heading = workbook_add_format(book_);
        format_set_bold(heading);
        format_set_bottom(heading, LXW_BORDER_THIN);
        format_set_bg_color(heading, 0xE8EEF4);
        format_set_num_format(heading, "@");
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "yyyy-mm-dd");
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const ColumnSpec& column = columns_[i];
            const std::size_t width =
                column.width > 0 ? column.width : std::clamp<std::size_t>(characters(column.name) + 3, 11, 40);
            lxw_format* const format = column.type == CellType::text   ? text_
                                       : column.type == CellType::date ? date_
                                                                       : nullptr;
            const auto at = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, at, at, static_cast<double>(width), format);
        }
        for (std::size_t i = 0; i < columns_.size(); ++i)
            worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), escaped(columns_[i].name).c_str(), heading);
        worksheet_freeze_panes(sheet_, 1, 0);
    }
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;
    ~XlsxWriter() override {
        if (book_ != nullptr) workbook_close(book_);
        ::unlink(path_.c_str());
    }

    Result<void> row(std::span<const Cell> cells) override {
        if (cells.size() > columns_.size()) throw std::logic_error{"a row with more cells than the table has columns"};
        if (row_ == last_row) {
            Error error = refuse(Kind::too_large, "xlsx.too_many_rows");
            error.values = {{"limit", std::to_string(last_row)}};
            return error;
        }
        ++row_;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (const auto* text = std::get_if<std::string_view>(&cells[i]);
                text != nullptr && characters(*text) > 32'767)
                return refuse_at("table.cell_too_long", row_ + 1, columns_[i].name, {{"limit", "32767"}});
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit([&](const auto& value) { write(static_cast<lxw_col_t>(i), value); }, cells[i]);
        return {};
    }

    Result<void> finish() override {
        const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
        if (closed != LXW_NO_ERROR) {
            // Its temporary files and the result lie on the same disk; when that is full, this is how it is told.
            Error error = refuse(Kind::storage_full, "table.disk_full");
            error.values = {{"file", "XLSX"}, {"reason", lxw_strerror(closed)}};
            return error;
        }
        const auto made = TRY(file_bytes(path_));
        std::string block(64 * 1024, '\0');
        while (const std::size_t got = made->read(block.data(), block.size()))
            TRY(sink_(std::string_view{block}.substr(0, got)));
        return {};
    }

private:
    void write(lxw_col_t /*column*/, std::monostate /*empty*/) {}
    void write(lxw_col_t column, std::string_view text) {
        if (!text.empty()) worksheet_write_string(sheet_, row_, column, escaped(text).c_str(), text_);
    }
    void write(lxw_col_t column, std::int64_t number) {
        // Beyond 2^53 a spreadsheet would change the digits.
        if (std::abs(number) > 9'007'199'254'740'992)
            write(column, std::string_view{std::to_string(number)});
        else
            worksheet_write_number(sheet_, row_, column, static_cast<double>(number), nullptr);
    }
    void write(lxw_col_t column, double number) {
        if (std::isfinite(number)) worksheet_write_number(sheet_, row_, column, number, nullptr);
    }
    void write(lxw_col_t column, Date day) {
        if (serial_of_day(day) <= 60) // before 1900-03-01 the format has no true days
            write(column, std::string_view{day.iso()});
        else
            worksheet_write_number(sheet_, row_, column, serial_of_day(day), date_);
    }

    Sink sink_;
    std::vector<ColumnSpec> columns_;
    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_row_t row_ = 0;
};

} // namespace

Result<std::unique_ptr<Writer>> write_xlsx(Sink sink, const std::string& sheet, std::vector<ColumnSpec> columns) {
    return std::unique_ptr<Writer>{std::make_unique<XlsxWriter>(std::move(sink), sheet, std::move(columns))};
}

} // namespace kunna::tabular
