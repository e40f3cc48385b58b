// Writes CSV that a spreadsheet shows as it is and never runs.
#include "tabular/csv.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace kunna::tabular {

namespace {

constexpr std::string_view formula_begins = "=+-@\t\r\n";

// After any apostrophes.
bool begins_like_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && formula_begins.find(text[first]) != std::string_view::npos;
}

class CsvWriter final : public Writer {
public:
    CsvWriter(Sink sink, std::size_t columns, const CsvStyle& style) :
        sink_(std::move(sink)), columns_(columns), style_(style) {
        if (style_.byte_order_mark) out_ = "\xEF\xBB\xBF";
    }

    Result<void> row(std::span<const Cell> cells) override {
        if (cells.size() > columns_) throw std::logic_error{"a row with more cells than the table has columns"};
        for (std::size_t i = 0; i < columns_; ++i) {
            if (i > 0) out_.push_back(style_.delimiter);
            if (i < cells.size()) std::visit([this](const auto& value) { write(value); }, cells[i]);
        }
        out_ += "\r\n";
        if (out_.size() < 64 * 1024) return {};
        return flush();
    }

    Result<void> finish() override { return flush(); }

private:
    Result<void> flush() {
        TRY(sink_(out_));
        out_.clear();
        return {};
    }

    void write(std::monostate /*empty*/) {}
    void write(std::int64_t number) { fmt::format_to(std::back_inserter(out_), "{}", number); }
    void write(double number) {
        if (!std::isfinite(number)) return;
        const std::size_t at = out_.size();
        fmt::format_to(std::back_inserter(out_), "{}", number);
        const auto point = std::find(out_.begin() + static_cast<std::ptrdiff_t>(at), out_.end(), '.');
        if (point == out_.end()) return;
        *point = style_.decimal;
        if (style_.decimal != style_.delimiter) return;
        out_.insert(at, 1, '"');
        out_.push_back('"');
    }
    void write(Date day) { out_ += day.iso(); }
    void write(std::string_view text) {
        const bool guard = begins_like_formula(text);
        // Quoting every usual delimiter keeps others from guessing wrong.
        const bool quote = text.find_first_of(",;\t|\"\r\n") != std::string_view::npos ||
                           (!text.empty() && (text.front() == ' ' || text.back() == ' '));
        if (!quote) {
            if (guard) out_.push_back('\'');
            out_ += text;
            return;
        }
        out_.push_back('"');
        if (guard) out_.push_back('\'');
        for (const char c : text) {
            if (c == '"') out_.push_back('"');
            out_.push_back(c);
        }
        out_.push_back('"');
    }

    Sink sink_;
    std::size_t columns_;
    CsvStyle style_;
    std::string out_;
};

} // namespace

std::string guarded(std::string_view text) {
    std::string out;
    if (begins_like_formula(text)) out.push_back('\'');
    out += text;
    return out;
}

std::string_view unguarded(std::string_view text) {
    if (!text.empty() && text.front() == '\'' && begins_like_formula(text)) text.remove_prefix(1);
    return text;
}

Result<std::unique_ptr<Writer>> write_csv(Sink sink, const std::vector<ColumnSpec>& columns, const CsvStyle& style) {
    auto writer = std::make_unique<CsvWriter>(std::move(sink), columns.size(), style);
    std::vector<Cell> headings;
    headings.reserve(columns.size());
    for (const ColumnSpec& column : columns) headings.emplace_back(std::string_view{column.name});
    TRY(writer->row(headings));
    return std::unique_ptr<Writer>{std::move(writer)};
}

Sink string_sink(std::string& into) {
    return [&into](std::string_view bytes) -> Result<void> {
        into += bytes;
        return {};
    };
}

Result<Sink> file_sink(const std::filesystem::path& path) {
    const auto cannot = [](int why, const std::filesystem::path& where) {
        const bool full = why == ENOSPC || why == EDQUOT;
        Error error =
            refuse(full ? Kind::storage_full : Kind::unavailable, full ? "table.disk_full" : "table.cannot_write");
        error.values = {{"file", where.filename().string()}, {"reason", std::generic_category().message(why)}};
        return error;
    };
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return cannot(errno, path);
    const std::shared_ptr<const int> held{new int{file}, [](const int* f) {
                                              ::close(*f);
                                              delete f;
                                          }};
    return Sink{[held, path, cannot](std::string_view bytes) -> Result<void> {
        while (!bytes.empty()) {
            const ssize_t put = ::write(*held, bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return cannot(errno, path);
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return {};
    }};
}

} // namespace kunna::tabular
