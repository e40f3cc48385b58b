// Reads CSV one record at a time from a buffer that holds at least one.
#include "tabular/csv.hpp"

#include "base/text.hpp"
#include "tabular/delimiter.hpp"
#include "tabular/encoding.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <optional>

namespace kunna::tabular {

namespace {

constexpr std::size_t block = 256 * 1024;

class CsvReader final : public Reader {
public:
    CsvReader(std::unique_ptr<Bytes> bytes, const Options& options) :
        bytes_(std::move(bytes)), limits_(options.limits) {}

    Result<void> open(char given) {
        if (bytes_->total() > limits_.bytes) {
            Error error = refuse(Kind::too_large, "table.file_too_large");
            error.values = {{"limit", std::to_string(limits_.bytes)}, {"bytes", std::to_string(bytes_->total())}};
            return error;
        }
        while (end_ - begin_ < block && fill()) {
        }
        const Detected detected = detect_encoding(text());
        encoding_ = detected.encoding;
        begin_ += detected.mark;
        if (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be) begin_with_utf16();
        given = TRY(separator_line(given));
        shape_ = TRY(detect_shape(text(), ended_, line_, given));
        // What was decided from the first block is only a guess until a row confirms it, but a mark is a promise.
        name_ = fmt::format("CSV, {}, {}", name_of(encoding_), delimiter_name(shape_.delimiter));
        if (encoding_ == Encoding::windows_1252 || (encoding_ == Encoding::utf8 && detected.mark == 0))
            encoding_ = Encoding::ascii;
        if (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be) encoding_ = Encoding::utf8;
        Row row;
        if (!TRY(record(row))) return refuse(Kind::invalid, "table.empty");
        header_row_ = row.number;
        header_ = name_columns(row.cells);
        return {};
    }

    [[nodiscard]] const std::vector<Column>& header() const override { return header_; }
    [[nodiscard]] std::uint64_t header_row() const override { return header_row_; }
    [[nodiscard]] const std::vector<FieldError>& warnings() const override { return warnings_; }
    [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_->position(); }
    [[nodiscard]] std::uint64_t bytes_total() const override { return bytes_->total(); }
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
    [[nodiscard]] std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }

    // Reads another block behind what is left; false when the file has ended. Offsets from begin_ stay valid.
    bool fill() {
        if (ended_) return false;
        if (begin_ > 0) {
            std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        if (buffer_.size() < end_ + block) buffer_.resize(std::max(end_ + block, buffer_.size() * 2));
        const std::size_t got = bytes_->read(buffer_.data() + end_, buffer_.size() - end_);
        end_ += got;
        ended_ = got == 0;
        return !ended_;
    }

    void begin_with_utf16() {
        // What was read so far goes back in front of what is still to come.
        class Joined final : public Bytes {
        public:
            Joined(std::string first, std::unique_ptr<Bytes> rest) : first_(std::move(first)), rest_(std::move(rest)) {}
            std::size_t read(char* into, std::size_t most) override {
                if (at_ == first_.size()) return rest_->read(into, most);
                const std::size_t count = std::min(most, first_.size() - at_);
                std::memcpy(into, first_.data() + at_, count);
                at_ += count;
                return count;
            }
            [[nodiscard]] std::uint64_t position() const override { return rest_->position(); }
            [[nodiscard]] std::uint64_t total() const override { return rest_->total(); }

        private:
            std::string first_;
            std::size_t at_ = 0;
            std::unique_ptr<Bytes> rest_;
        };
        bytes_ = utf16_as_utf8(std::make_unique<Joined>(std::string{text()}, std::move(bytes_)), encoding_);
        begin_ = end_ = 0;
        ended_ = false;
        while (end_ < block && fill()) {
        }
    }

    // Excel's "sep=;" on the first line states the delimiter.
    Result<char> separator_line(char given) {
        const std::string_view first = text();
        if (first.size() < 5 || text::fold(first.substr(0, 4)) != "sep=") return given;
        const char stated = first[4];
        const bool alone = first.size() == 5 || first[5] == '\r' || first[5] == '\n';
        if (!alone || (stated != '\t' && (stated <= ' ' || stated == '\x7F'))) return given;
        if (std::string_view{",;\t|"}.find(stated) == std::string_view::npos)
            return refuse_at("csv.unknown_delimiter", 1, {}, {{"found", delimiter_name(stated)}});
        begin_ += first.substr(5).starts_with("\r\n") ? 7 : std::min<std::size_t>(6, first.size());
        ++line_;
        return given == '\0' ? stated : given;
    }

    // The next record that holds anything.
    Result<bool> record(Row& row) {
        for (;;) {
            const std::optional<std::size_t> length = TRY(find_record());
            if (!length) return false;
            char* const from = buffer_.data() + begin_;
            row.number = line_;
            const std::int64_t inner = quoted_ ? std::count(from, from + *length, shape_.newline) : 0;
            cells_.clear();
            formulas_.clear();
            if (quoted_)
                TRY(split_quoted(from, from + *length));
            else
                TRY(split_plain(from, from + *length));
            begin_ += std::min(*length + 1, end_ - begin_);
            const bool holds = !is_blank(cells_);
            if (holds) TRY(decode({from, *length}));
            line_ += static_cast<std::uint64_t>(inner) + 1;
            if (!holds) continue;
            row.cells = cells_;
            row.formulas = formulas_;
            return true;
        }
    }

    // The length of the record at begin_, without its newline; nothing at the end. Sets quoted_.
    Result<std::optional<std::size_t>> find_record() {
        quoted_ = false;
        for (std::size_t seen = 0;;) {
            const char* from = buffer_.data() + begin_;
            const std::size_t size = end_ - begin_;
            const void* stop = size > seen ? std::memchr(from + seen, shape_.newline, size - seen) : nullptr;
            if (stop != nullptr || ended_) {
                if (size == 0) return std::optional<std::size_t>{};
                const std::size_t length =
                    stop != nullptr ? static_cast<std::size_t>(static_cast<const char*>(stop) - from) : size;
                if (std::memchr(from, '"', length) != nullptr) return find_quoted_record();
                if (length > limits_.row_bytes) return too_long();
                return std::optional{length};
            }
            seen = size;
            if (size > limits_.row_bytes) {
                if (std::memchr(from, '"', size) != nullptr) return find_quoted_record();
                return too_long();
            }
            fill();
        }
    }

    Result<std::optional<std::size_t>> find_quoted_record() {
        quoted_ = true;
        enum class At { cell_begin, plain, quotes, closed } at = At::cell_begin;
        std::size_t column = 0;
        std::uint64_t line = line_;
        std::uint64_t opened = line_;
        for (std::size_t i = 0;; ++i) {
            if (i > limits_.row_bytes) {
                if (at == At::quotes) return refuse_at("csv.quote_not_closed", opened, column_name(header_, column));
                return too_long();
            }
            if (begin_ + i == end_ && !fill()) {
                if (at == At::quotes) return refuse_at("csv.quote_not_closed", opened, column_name(header_, column));
                return std::optional{i};
            }
            const char c = buffer_[begin_ + i];
            if (at == At::quotes) {
                if (c == '"') at = At::closed;
                if (c == shape_.newline) ++line;
            } else if (c == shape_.newline) {
                return std::optional{i};
            } else if (c == shape_.delimiter) {
                at = At::cell_begin;
                ++column;
            } else if (c == '"' && at == At::cell_begin) {
                at = At::quotes;
                opened = line;
            } else if (at == At::closed) {
                if (c == '"')
                    at = At::quotes;
                else if (c != ' ' && c != '\r' && c != '\t')
                    return refuse_at("csv.stray_quote", opened, column_name(header_, column),
                                     {{"line", std::to_string(line)}});
                else
                    continue;
            } else if (c != ' ') {
                at = At::plain;
            }
        }
    }

    // A row too long to hold: say which limit it breaks.
    Error too_long() {
        const char* from = buffer_.data() + begin_;
        const char* end = buffer_.data() + std::min(end_, begin_ + limits_.row_bytes);
        cells_.clear();
        if (auto split = split_plain(from, end); !split.ok()) return std::move(split).error();
        return refuse_at("table.row_too_long", line_, {}, {{"limit", std::to_string(limits_.row_bytes)}});
    }

    Result<void> add(const char* from, const char* end) {
        const auto size = static_cast<std::size_t>(end - from);
        if (cells_.size() == limits_.columns)
            return refuse_at("table.too_many_columns", line_, {}, {{"limit", std::to_string(limits_.columns)}});
        if (size > limits_.cell_bytes)
            return refuse_at("table.cell_too_long", line_, column_name(header_, cells_.size()),
                             {{"limit", std::to_string(limits_.cell_bytes)}});
        const char* const first = std::find_if(from, end, [](char c) { return c != ' ' && c != '\t'; });
        if (first != end && *first == '=') formulas_.push_back(cells_.size());
        cells_.emplace_back(unguarded({from, size}));
        return {};
    }

    Result<void> split_plain(const char* from, const char* end) {
        if (end > from && end[-1] == '\r' && shape_.newline == '\n') --end;
        for (;;) {
            const void* stop =
                end > from ? std::memchr(from, shape_.delimiter, static_cast<std::size_t>(end - from)) : nullptr;
            TRY(add(from, stop != nullptr ? static_cast<const char*>(stop) : end));
            if (stop == nullptr) return {};
            from = static_cast<const char*>(stop) + 1;
        }
    }

    // Doubled quotes are made one in place; find_quoted_record has seen to it that every quote is closed.
    Result<void> split_quoted(char* from, char* end) {
        if (end > from && end[-1] == '\r' && shape_.newline == '\n') --end;
        for (;;) {
            char* begin = from;
            while (begin < end && *begin == ' ' && *begin != shape_.delimiter) ++begin;
            if (begin < end && *begin == '"') {
                char* out = ++begin;
                char* in = begin;
                for (; in < end; ++in) {
                    if (*in == '"' && (++in == end || *in != '"')) break;
                    *out++ = *in;
                }
                TRY(add(begin, out));
                while (in < end && *in != shape_.delimiter) ++in;
                if (in >= end) return {};
                from = in + 1;
            } else {
                char* stop = std::find(from, end, shape_.delimiter);
                TRY(add(from, stop));
                if (stop == end) return {};
                from = stop + 1;
            }
        }
    }

    // `raw` holds the record's cells; those that are not ASCII are checked, or moved to decoded_.
    Result<void> decode(std::string_view raw) {
        if (raw.find('\0') != std::string_view::npos)
            for (std::size_t i = 0; i < cells_.size(); ++i)
                if (cells_[i].find('\0') != std::string_view::npos)
                    return refuse_at("csv.nul_byte", line_, column_name(header_, i));
        if (is_ascii(raw)) return {};
        for (std::size_t i = 0; encoding_ == Encoding::ascii && i < cells_.size(); ++i)
            encoding_ = encoding_of(cells_[i]);
        decoded_.clear();
        decoded_.reserve(raw.size() * 3); // so that the cells' views stay where they point
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            std::string_view& cell = cells_[i];
            if (is_ascii(cell)) continue;
            const bool keeps_to_it =
                encoding_ == Encoding::utf8 ? text::valid_utf8(cell) : !utf8_within_windows_1252(cell);
            if (!keeps_to_it)
                return refuse_at("csv.mixed_encodings", line_, column_name(header_, i),
                                 {{"encoding", std::string{name_of(encoding_)}}, {"value", shown(cell)}});
            if (encoding_ == Encoding::utf8) continue;
            const std::size_t at = decoded_.size();
            if (!append_windows_1252(decoded_, cell))
                return refuse_at("csv.unknown_encoding", line_, column_name(header_, i), {{"value", shown(cell)}});
            cell = std::string_view{decoded_}.substr(at);
        }
        return {};
    }

    std::unique_ptr<Bytes> bytes_;
    Limits limits_;
    Shape shape_;
    Encoding encoding_ = Encoding::ascii;
    std::string name_;

    std::string buffer_; // begin_ to end_ is read and not yet handed out
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool ended_ = false;
    bool refused_ = false;
    bool quoted_ = false; // the record at hand holds a quotation mark

    std::uint64_t line_ = 1; // of begin_
    std::uint64_t rows_ = 0;
    std::uint64_t header_row_ = 0;
    std::vector<Column> header_;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> formulas_;
    std::string decoded_;
    std::vector<FieldError> warnings_;
};

} // namespace

Result<std::unique_ptr<Reader>> open_csv(std::unique_ptr<Bytes> bytes, const Options& options) {
    auto reader = std::make_unique<CsvReader>(std::move(bytes), options);
    TRY(reader->open(options.delimiter));
    return std::unique_ptr<Reader>{std::move(reader)};
}

} // namespace kunna::tabular
