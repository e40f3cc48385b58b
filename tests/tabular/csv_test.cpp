#include "base/text.hpp"
#include "reading.hpp"

#include <cstring>
#include <random>

using namespace std::literals;

namespace kunna::tabular {
namespace {

const Lines people{{"Namn", "Ort"}, {"Åsa", "Malmö"}, {"Bo", "Malå"}};

TEST(Csv, ReadsTheSameTableFromEveryEncodingAnExportHas) {
    const auto utf8 = "Namn;Ort\nÅsa;Malmö\nBo;Malå\n"s;
    const auto latin = "Namn;Ort\n\xC5sa;Malm\xF6\nBo;Mal\xE5\n"s;
    EXPECT_EQ(csv_lines(utf8), people);
    EXPECT_EQ(csv_lines("\xEF\xBB\xBF" + utf8), people);
    EXPECT_EQ(csv_lines(latin), people);
    for (const bool big : {false, true})
        for (const bool mark : {false, true}) EXPECT_EQ(csv_lines(utf16(latin, big, mark)), people) << big << mark;
}

TEST(Csv, ReadsWindowsCharactersThatLatin1DoesNotHave) {
    EXPECT_EQ(csv_lines("Namn;Pris\nZo\xEB;5 \x80\n"), (Lines{{"Namn", "Pris"}, {"Zoë", "5 €"}}));
}

TEST(Csv, ReadsCharactersBeyondSixteenBits) {
    EXPECT_EQ(csv_lines("\xFF\xFE"
                        "a\0;\0b\0\n\0\x3D\xD8\x00\xDE;\0x\0"sv),
              (Lines{{"a", "b"}, {"😀", "x"}}));
}

TEST(Csv, AnEncodingThatChangesIsRefusedWithItsRowAndColumn) {
    std::string file = "Namn;Ort\nÅsa;Malmö\n";
    for (int i = 0; i < 100'000; ++i) file += "Bo;Ystad\n"; // further down than the first block
    EXPECT_EQ(csv_refusal(file + "Eva;Malm\xF6\n"), "csv.mixed_encodings · row 100003, column Ort");
    EXPECT_EQ(csv_refusal("Namn;Ort\n\xC5sa;Malm\xF6\nBo;Malå\n"), "csv.mixed_encodings · row 3, column Ort");
    EXPECT_EQ(csv_refusal("\xEF\xBB\xBFNamn;Ort\n\xC5sa;Lund\n"), "csv.mixed_encodings · row 2, column Namn");
    EXPECT_EQ(csv_refusal("Namn;Ort\nG\x81;Lund\n"), "csv.unknown_encoding · row 2, column Namn");
    EXPECT_EQ(csv_refusal("\xFF\xFE"
                          "a\0;\0b\0\n\0x\0;\0\x3D\xD8y\0"sv),
              "csv.mixed_encodings · row 2, column b");
}

TEST(Csv, FindsTheDelimiterFromTheHeaderAndFirstRows) {
    const Lines expected{{"Namn", "Ort"}, {"Bo", "Lund"}};
    for (const char delimiter : {',', ';', '\t', '|'}) {
        std::string file = "Namn;Ort\nBo;Lund\n";
        std::replace(file.begin(), file.end(), ';', delimiter);
        EXPECT_EQ(csv_lines(file), expected) << delimiter;
    }
    // Decimal commas and joined names do not make a comma the delimiter.
    EXPECT_EQ(csv_lines("Namn;Ort;FTE\nSvensson, Anna;Lund;0,8\n").at(1),
              (std::vector<std::string>{"Svensson, Anna", "Lund", "0,8"}));
    EXPECT_EQ(csv_lines("Namn;Lön, kr\nBo;30000,50\n").at(1), (std::vector<std::string>{"Bo", "30000,50"}));
    EXPECT_EQ(csv_lines("\"Namn; hela\",Ort\n\"Bo; B\",Lund\n").at(1), (std::vector<std::string>{"Bo; B", "Lund"}));
}

TEST(Csv, OfTwoDelimitersThatFitTheOneWithMoreColumnsWins) {
    EXPECT_EQ(csv_lines("Namn,Ort;län,FTE\nBo,Lund;Skåne,1\n").at(1),
              (std::vector<std::string>{"Bo", "Lund;Skåne", "1"}));
}

TEST(Csv, ExcelsSeparatorLineStatesTheDelimiter) {
    EXPECT_EQ(csv_lines("sep=|\r\na,b|c\r\n1,2|3\r\n"), (Lines{{"a,b", "c"}, {"1,2", "3"}}));
    auto reader = open_csv(memory_bytes("sep=;\na;b\n1;2\n"));
    Row row;
    ASSERT_TRUE(reader.ok() && *(*reader)->next(row));
    EXPECT_EQ((*reader)->header_row(), 2U);
    EXPECT_EQ(row.number, 3U);
}

TEST(Csv, AWrongDelimiterIsRefusedWithTheOneThatFits) {
    Options commas;
    commas.delimiter = ',';
    EXPECT_EQ(csv_refusal("a;b;c\n1;2;3\n", commas), "csv.wrong_delimiter · row 1");
    EXPECT_EQ(csv_refusal("a:b:c\n1:2:3\n4:5:6\n"), "csv.unknown_delimiter · row 1");
    EXPECT_EQ(csv_refusal("Personal 2026\nNamn;Ort\nBo;Lund\nEva;Ystad\n"), "csv.heading_above_header · row 1");
    EXPECT_EQ(csv_refusal("Personal, utdrag\nNamn;Ort;FTE\nBo;Lund;1\nEva;Ystad;1\nIda;Ystad;1\n"),
              "csv.rows_unlike_header · row 2");
    EXPECT_EQ(csv_refusal("sep=:\na:b\n"), "csv.unknown_delimiter · row 1");
}

TEST(Csv, OneColumnIsATableToo) {
    EXPECT_EQ(csv_lines("Anställningsnummer\n00123\n00124\n"), (Lines{{"Anställningsnummer"}, {"00123"}, {"00124"}}));
}

TEST(Csv, QuotedCellsHoldDelimitersQuotesAndNewlines) {
    EXPECT_EQ(csv_lines("a,b\r\n\"x, \"\"y\"\"\nz\",\"\"\r\n 1 ,\"2\" \r\n"),
              (Lines{{"a", "b"}, {"x, \"y\"\nz", ""}, {" 1 ", "2"}}));
    EXPECT_EQ(csv_lines("a;b\n  \"x;y\";27\" skärm\n"), (Lines{{"a", "b"}, {"x;y", "27\" skärm"}}));
    EXPECT_EQ(csv_lines("a,b\n\"x\",\"y\""), (Lines{{"a", "b"}, {"x", "y"}}));
}

TEST(Csv, EveryLineEndIsALineEnd) {
    const Lines expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(csv_lines("a;b\n1;2\n3;4"), expected);
    EXPECT_EQ(csv_lines("a;b\r\n1;2\r\n3;4\r\n\r\n  \r\n;\r\n\x1A"), expected);
    EXPECT_EQ(csv_lines("a;b\r1;2\r3;4\r"), expected);
    EXPECT_EQ(csv_lines("\n\na;b\n\n1;2\n;\n3;4\n"), expected);
}

TEST(Csv, RowsAreNumberedAsTheLinesOfTheFile) {
    auto reader = open_csv(memory_bytes("a;b\n\"1\n1\n1\";2\n\n3;4\n"));
    ASSERT_TRUE(reader.ok());
    Row row;
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.number, 2U);
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.number, 6U);
    EXPECT_FALSE(*(*reader)->next(row));
    EXPECT_EQ((*reader)->bytes_read(), (*reader)->bytes_total());
}

TEST(Csv, AQuoteNeverClosedIsRefusedWhereItWasOpened) {
    EXPECT_EQ(csv_refusal("a;b\n1;2\n3;\"4\n5;6\n7;8\n"), "csv.quote_not_closed · row 3, column b");
    EXPECT_EQ(csv_refusal("a;b\n1;\"2\n3;\"4\"\n"), "csv.stray_quote · row 2, column b");
    EXPECT_EQ(csv_refusal("a;b\n\"säger \"hej\" ofta\";2\n"), "csv.stray_quote · row 2, column a");
    Options small;
    small.limits.row_bytes = 1000;
    EXPECT_EQ(csv_refusal("a;b\n1;\"2\n" + std::string(400'000, 'x') + "\n", small),
              "csv.quote_not_closed · row 2, column b");
}

TEST(Csv, AQuoteNeverClosedDoesNotMakeTheReaderHoldTheFile) {
    class Unclosed final : public Bytes {
    public:
        std::size_t read(char* into, std::size_t most) override {
            if (position_ >= total()) return 0;
            std::memset(into, 'x', most);
            if (position_ == 0) std::memcpy(into, "a;b\n1;\"", 7);
            position_ += most;
            return most;
        }
        [[nodiscard]] std::uint64_t position() const override { return position_; }
        [[nodiscard]] std::uint64_t total() const override { return 100 << 20; }

    private:
        std::uint64_t position_ = 0;
    };
    auto reader = open_csv(std::make_unique<Unclosed>());
    ASSERT_TRUE(reader.ok());
    Row row;
    EXPECT_EQ((*reader)->next(row).error().code, "csv.quote_not_closed");
    EXPECT_LT((*reader)->bytes_read(), 16U << 20);
}

TEST(Csv, NulBytesAreRefusedWithTheirRow) {
    EXPECT_EQ(csv_refusal("Namn;Ort\nBo;Lund\nEva;Y\0stad\n"sv), "csv.nul_byte · row 3, column Ort");
    EXPECT_EQ(csv_refusal(std::string(1000, '\0')), "csv.nul_byte · row 1, column column 1");
}

TEST(Csv, TenThousandColumnsAreRefusedWithTheRow) {
    EXPECT_EQ(csv_refusal("a;b\n1;2\n" + std::string(10'000, ';') + "\n"), "table.too_many_columns · row 3");
    EXPECT_EQ(csv_refusal(std::string(10'000, ';') + "x\n"), "table.too_many_columns · row 1");
    // A "row" without an end, as a binary file has it, is refused before it is held.
    EXPECT_EQ(csv_refusal("a;b\n1;2\n" + std::string(6 << 20, ';')), "table.too_many_columns · row 3");
    EXPECT_EQ(csv_refusal("a;b\n1;2\n" + std::string(6 << 20, 'x')), "table.cell_too_long · row 3, column a");
}

TEST(Csv, LimitsAreRefusalsThatNameThePlace) {
    Options small;
    small.limits.cell_bytes = 5;
    EXPECT_EQ(csv_refusal("a;b\n1;123456\n", small), "table.cell_too_long · row 2, column b");
    small = {};
    small.limits.rows = 2;
    EXPECT_EQ(csv_refusal("a;b\n1;1\n2;2\n", small), "read 2 rows");
    EXPECT_EQ(csv_refusal("a;b\n1;1\n2;2\n3;3\n", small), "table.too_many_rows · row 4");
    small = {};
    small.limits.bytes = 10;
    EXPECT_EQ(csv_refusal("a;b\n1;1\n2;2\n", small), "table.file_too_large");
    EXPECT_EQ(csv_refusal(""), "table.empty");
    EXPECT_EQ(csv_refusal(" \n;;\n"), "table.empty");
}

TEST(Csv, AfterARefusalThereAreNoMoreRows) {
    auto reader = open_csv(memory_bytes("a;b\n1;\"2\"x\n3;4\n"));
    ASSERT_TRUE(reader.ok());
    Row row;
    EXPECT_FALSE((*reader)->next(row).ok());
    EXPECT_FALSE(*(*reader)->next(row));
}

TEST(Csv, HeadingsBecomeUsableNames) {
    EXPECT_EQ(csv_lines(" Namn ;;namn;Ort\n plats ;\"E\n post\"\n")[0],
              (std::vector<std::string>{"Namn", "column 2", "namn (2)", "Ort"}));
    EXPECT_EQ(csv_lines("a;a;a (2);column 5;\n")[0],
              (std::vector<std::string>{"a", "a (3)", "a (2)", "column 5", "column 5 (2)"}));
}

TEST(Csv, ShortRowsReadAsEmptyAndLongOnesAreAProblemOfTheRow) {
    auto reader = open_csv(memory_bytes("a,b,c\n1,2\n1,2,3,,\n1,0,8,x\n"));
    ASSERT_TRUE(reader.ok());
    Row row;
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row[2], "");
    EXPECT_EQ(row[99], "");
    EXPECT_FALSE(beyond_header((*reader)->header(), row));
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_FALSE(beyond_header((*reader)->header(), row));
    ASSERT_TRUE(*(*reader)->next(row));
    const auto problem = beyond_header((*reader)->header(), row);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->where, "row 4, column column 4");
    EXPECT_EQ(problem->code, "table.cells_beyond_header");
}

TEST(Csv, PaddedCellsAreTrimmedOnRequest) {
    auto reader = open_csv(memory_bytes("a;b\n \xC2\xA0 Anna \t;x\n"));
    Row row;
    ASSERT_TRUE(reader.ok() && *(*reader)->next(row));
    EXPECT_EQ(row.trimmed(0), "Anna");
}

TEST(Csv, ReadsFarMoreThanItHolds) {
    // 5 MB handed out a line at a time; nothing but the reader's own buffer holds them.
    class Endless final : public Bytes {
    public:
        std::size_t read(char* into, std::size_t most) override {
            if (position_ >= total()) return 0;
            const std::string_view line = position_ == 0 ? "id;namn;ort\n" : "00123;\"Svensson, Anna\";Malmö\n";
            const std::size_t count = std::min(most, line.size());
            std::memcpy(into, line.data(), count);
            position_ += count;
            return count;
        }
        [[nodiscard]] std::uint64_t position() const override { return position_; }
        [[nodiscard]] std::uint64_t total() const override { return 5'000'000; }

    private:
        std::uint64_t position_ = 0;
    };
    auto reader = open_csv(std::make_unique<Endless>());
    ASSERT_TRUE(reader.ok());
    Row row;
    std::size_t rows = 0;
    for (;; ++rows) {
        const auto more = (*reader)->next(row);
        ASSERT_TRUE(more.ok());
        if (!*more) break;
        ASSERT_EQ(row[1], "Svensson, Anna");
    }
    EXPECT_EQ(rows, 5'000'000U / 30 + 1);
}

TEST(Csv, ReadsBackWhatItWrote) {
    std::mt19937 random{7};
    const std::vector<std::string_view> pieces{"a",  "å",  ";", ",",  "\"", "\r\n", "\n", "=1+1", "-", "'",
                                               "''", "\t", " ", "00", "@",  "|",    "+",  "漢",   "x", "\"\""};
    for (int round = 0; round < 300; ++round) {
        const CsvStyle style = round % 2 == 0 ? CsvStyle::swedish() : CsvStyle::plain();
        Lines lines{{"id", "b", "c"}};
        std::string file;
        auto writer = write_csv(string_sink(file), {{"id"}, {"b"}, {"c"}}, style);
        ASSERT_TRUE(writer.ok());
        for (int i = 0; i < 20; ++i) {
            std::vector<std::string> cells{std::to_string(i)};
            for (int c = 0; c < 2; ++c) {
                std::string text;
                for (auto n = random() % 5; n > 0; --n) text += pieces[random() % pieces.size()];
                cells.push_back(text);
            }
            const std::vector<Cell> row(cells.begin(), cells.end());
            ASSERT_TRUE((*writer)->row(row).ok());
            lines.push_back(cells);
        }
        ASSERT_TRUE((*writer)->finish().ok());
        ASSERT_EQ(csv_lines(file), lines) << file;
    }
}

TEST(Csv, NoCellIsAFormulaToASpreadsheet) {
    std::string file;
    auto writer = write_csv(string_sink(file), {{"Namn"}, {"Timmar", CellType::number}, {"Dag", CellType::date}});
    ASSERT_TRUE(writer.ok());
    for (const std::string_view text : {"=1+1", "+46701234567", "-3.5", "@SUM(A1)", "\tx", "\rx", "a=b", "'=x"}) {
        const std::vector<Cell> row{Cell{text}, Cell{-3.5}, Cell{*Date::parse("2026-03-01")}};
        ASSERT_TRUE((*writer)->row(row).ok());
    }
    ASSERT_TRUE((*writer)->finish().ok());
    EXPECT_EQ(file, "\xEF\xBB\xBFNamn;Timmar;Dag\r\n"
                    "'=1+1;-3,5;2026-03-01\r\n'+46701234567;-3,5;2026-03-01\r\n'-3.5;-3,5;2026-03-01\r\n"
                    "'@SUM(A1);-3,5;2026-03-01\r\n\"'\tx\";-3,5;2026-03-01\r\n\"'\rx\";-3,5;2026-03-01\r\n"
                    "a=b;-3,5;2026-03-01\r\n''=x;-3,5;2026-03-01\r\n");
    for (const std::string_view text : {"=1", "'=1", "''-", "'", "", "a", "'a"})
        EXPECT_EQ(unguarded(guarded(text)), text);
}

TEST(Csv, NumbersFollowTheStyleAndQuoteWhenTheyMust) {
    const auto written = [](const CsvStyle& style) {
        std::string file;
        auto writer = write_csv(string_sink(file), {{"a"}, {"b"}, {"c"}}, style);
        const std::vector<Cell> row{Cell{1234.5}, Cell{std::int64_t{-7}}, Cell{}};
        EXPECT_TRUE(writer.ok() && (*writer)->row(row).ok() && (*writer)->finish().ok());
        return file;
    };
    EXPECT_EQ(written(CsvStyle::plain()), "a,b,c\r\n1234.5,-7,\r\n");
    EXPECT_EQ(written({',', ',', false}), "a,b,c\r\n\"1234,5\",-7,\r\n");
}

TEST(Csv, AFullDiskIsSaidToBeFull) {
    auto sink = file_sink("/dev/full");
    ASSERT_TRUE(sink.ok());
    auto writer = write_csv(*sink, {{"a"}});
    ASSERT_TRUE(writer.ok());
    const auto finished = (*writer)->finish();
    ASSERT_FALSE(finished.ok());
    EXPECT_EQ(finished.error().kind, Kind::storage_full);
}

TEST(Csv, AMissingFileIsRefused) {
    EXPECT_EQ(file_bytes("/nowhere/people.csv").error().code, "table.no_such_file");
    EXPECT_EQ(file_bytes("/").error().code, "table.not_a_file");
}

} // namespace
} // namespace kunna::tabular
