// PostgreSQL: a pool of connections; one schema is one tenant. Writers queue on an advisory lock, so that the order of
// the trail is the order of commits on every node. NOTIFY, once a transaction, tells the other nodes how far it goes.
#include "db/postgres.hpp"

#include "db/migrate.hpp"

#include <charconv>
#include <condition_variable>
#include <libpq-fe.h>
#include <poll.h>
#include <thread>

namespace kunna::db {

namespace {

constexpr std::chrono::seconds patience{10}; // for a connection of the pool

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ResultDeleter>;

[[noreturn]] void fail(PGconn* connection, const PGresult* result) {
    const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view code = state != nullptr ? state : "";
    const std::string message = result != nullptr ? PQresultErrorMessage(result) : PQerrorMessage(connection);
    if (code.starts_with("23")) throw Constraint{message};
    if (code == "53100") throw StorageFull{message};
    if (PQstatus(connection) != CONNECTION_OK || code.starts_with("57") || code.starts_with("53") ||
        code.starts_with("08"))
        throw Unavailable{message};
    throw std::runtime_error{message};
}

// Values as PostgreSQL's text form; the server infers each type from where it stands.
class TextValues {
public:
    explicit TextValues(std::span<const Value> values) {
        texts_.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            pointers_.push_back(nullptr);
            if (!std::holds_alternative<std::monostate>(values[i])) {
                texts_[i] = text_of(values[i]);
                pointers_[i] = texts_[i].c_str();
            }
        }
    }
    [[nodiscard]] const char* const* data() const { return pointers_.data(); }
    [[nodiscard]] int size() const { return static_cast<int>(pointers_.size()); }

    static std::string text_of(const Value& value) {
        return std::visit(
            [](const auto& v) -> std::string {
                using V = std::remove_cvref_t<decltype(v)>;
                if constexpr (std::is_same_v<V, std::monostate>)
                    return {};
                else if constexpr (std::is_same_v<V, std::int64_t>)
                    return std::to_string(v);
                else if constexpr (std::is_same_v<V, double>)
                    return fmt::format("{}", v);
                else if constexpr (std::is_same_v<V, std::string_view>)
                    return std::string{v};
                else {
                    std::string hex = "\\x";
                    for (const std::byte b : v) hex += fmt::format("{:02x}", static_cast<unsigned>(b));
                    return hex;
                }
            },
            value);
    }

private:
    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

class PgRow final : public Row {
public:
    explicit PgRow(const PGresult* result) : result_(result) {}
    void stand_on(int row) { row_ = row; }

    [[nodiscard]] int columns() const override { return PQnfields(result_); }
    [[nodiscard]] std::string_view column_name(int c) const override { return PQfname(result_, c); }
    [[nodiscard]] bool null(int c) const override { return PQgetisnull(result_, row_, c) != 0; }
    [[nodiscard]] std::int64_t integer(int c) const override {
        const std::string_view digits = text(c);
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    [[nodiscard]] double real(int c) const override {
        const std::string_view digits = text(c);
        double value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    [[nodiscard]] std::string_view text(int c) const override {
        return {PQgetvalue(result_, row_, c), static_cast<std::size_t>(PQgetlength(result_, row_, c))};
    }
    [[nodiscard]] std::string bytes(int c) const override {
        std::size_t size = 0;
        unsigned char* raw =
            PQunescapeBytea(reinterpret_cast<const unsigned char*>(PQgetvalue(result_, row_, c)), &size);
        std::string out{reinterpret_cast<const char*>(raw), size};
        PQfreemem(raw);
        return out;
    }

private:
    const PGresult* result_;
    int row_ = 0;
};

class PgConnection final : public Connection {
public:
    PgConnection(const std::string& url, const std::string& schema) : connection_(PQconnectdb(url.c_str())) {
        if (PQstatus(connection_) != CONNECTION_OK) {
            const std::string message = PQerrorMessage(connection_);
            PQfinish(connection_);
            throw Unavailable{message};
        }
        PQsetNoticeProcessor(
            connection_, [](void*, const char*) {}, nullptr);
        char* quoted = PQescapeIdentifier(connection_, schema.c_str(), schema.size());
        const std::string name = quoted;
        PQfreemem(quoted);
        execute("SET search_path TO " + name + "; SET TIME ZONE 'UTC'; SET synchronous_commit TO on");
        schema_ = name;
    }
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;
    ~PgConnection() override { PQfinish(connection_); }

    std::int64_t run(const Query& query, std::span<const Value> values,
                     const std::function<void(const Row&)>& each) override {
        auto known = prepared_.find(query.postgres);
        if (known == prepared_.end()) {
            const std::string name = "kept_" + std::to_string(prepared_.size());
            prepare_as(name, query);
            known = prepared_.emplace(query.postgres, name).first;
        }
        const TextValues texts{values};
        if (PQsendQueryPrepared(connection_, known->second.c_str(), texts.size(), texts.data(), nullptr, nullptr, 0) !=
            1)
            fail(connection_, nullptr);
        // Rows are taken one by one from the socket, so that a large answer never stands in memory whole.
        PQsetSingleRowMode(connection_);
        return drain(each);
    }
    void execute(std::string_view sql) override {
        const PgResult result{PQexec(connection_, std::string{sql}.c_str())};
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(connection_, result.get());
    }
    void prepare(const Query& query) override { prepare_as("", query); }
    std::unique_ptr<Bulk> bulk(const Query& insert) override { return std::make_unique<Copy>(*this, insert); }

    [[nodiscard]] bool broken() const { return PQstatus(connection_) != CONNECTION_OK; }
    [[nodiscard]] PGconn* handle() { return connection_; }
    [[nodiscard]] const std::string& schema() const { return schema_; }

private:
    class Copy final : public Bulk {
    public:
        Copy(PgConnection& owner, const Query& insert) : owner_(owner) {
            if (insert.copy.empty()) throw std::logic_error{std::string{insert.name} + " is no plain INSERT"};
            const PgResult result{PQexec(owner.connection_, std::string{insert.copy}.c_str())};
            if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(owner.connection_, result.get());
        }
        Copy(const Copy&) = delete;
        Copy& operator=(const Copy&) = delete;
        ~Copy() override {
            if (!finished_) {
                PQputCopyEnd(owner_.connection_, "given up");
                while (const PgResult rest{PQgetResult(owner_.connection_)}) {
                }
            }
        }
        void add(std::span<const Value> values) override {
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (i > 0) line_.push_back('\t');
                if (std::holds_alternative<std::monostate>(values[i]))
                    line_ += "\\N";
                else
                    escape(TextValues::text_of(values[i]));
            }
            line_.push_back('\n');
            if (line_.size() > 60'000) flush();
        }
        void finish() override {
            flush();
            finished_ = true;
            if (PQputCopyEnd(owner_.connection_, nullptr) != 1) fail(owner_.connection_, nullptr);
            PgResult failed;
            while (PgResult result{PQgetResult(owner_.connection_)})
                if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) failed = std::move(result);
            if (failed) fail(owner_.connection_, failed.get());
        }

    private:
        void escape(std::string_view text) {
            for (const char c : text) {
                switch (c) {
                case '\\':
                    line_ += "\\\\";
                    break;
                case '\t':
                    line_ += "\\t";
                    break;
                case '\n':
                    line_ += "\\n";
                    break;
                case '\r':
                    line_ += "\\r";
                    break;
                default:
                    line_.push_back(c);
                }
            }
        }
        void flush() {
            if (!line_.empty() && PQputCopyData(owner_.connection_, line_.data(), static_cast<int>(line_.size())) != 1)
                fail(owner_.connection_, nullptr);
            line_.clear();
        }
        PgConnection& owner_;
        std::string line_;
        bool finished_ = false;
    };

    void prepare_as(const std::string& name, const Query& query) {
        const PgResult result{PQprepare(connection_, name.c_str(), std::string{query.postgres}.c_str(), 0, nullptr)};
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(connection_, result.get());
    }
    std::int64_t drain(const std::function<void(const Row&)>& each) {
        std::int64_t changed = 0;
        PgResult failed;
        std::exception_ptr thrown;
        while (PgResult result{PQgetResult(connection_)}) {
            const auto status = PQresultStatus(result.get());
            if (status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK) {
                PgRow row{result.get()};
                // Whatever the reader throws, the socket is read to its end first.
                for (int i = 0; i < PQntuples(result.get()) && !thrown; ++i) {
                    row.stand_on(i);
                    try {
                        each(row);
                    } catch (...) {
                        thrown = std::current_exception();
                    }
                }
            } else if (status != PGRES_COMMAND_OK) {
                failed = std::move(result);
                continue;
            }
            const std::string_view count = PQcmdTuples(result.get());
            std::from_chars(count.data(), count.data() + count.size(), changed);
        }
        if (failed) fail(connection_, failed.get());
        if (thrown) std::rethrow_exception(thrown);
        return changed;
    }

    PGconn* connection_;
    std::string schema_;
    ByText<std::string> prepared_; // text → name
};

class PgDb final : public Db {
public:
    PgDb(std::string url, std::string schema, const Options& options) :
        url_(std::move(url)), schema_(std::move(schema)),
        clock_(options.clock != nullptr ? *options.clock : system_clock()),
        most_(static_cast<std::size_t>(options.readers) + 4) {
        auto first = connect();
        if (!options.read_only) {
            first->execute("CREATE SCHEMA IF NOT EXISTS " + first->schema());
            migrate(*first, Engine::postgres, clock_);
        }
        idle_.push_back(std::move(first));
        made_ = 1;
        view([&](Tx& tx) { committed(newest_audit(tx)); });
        listener_ = std::thread{[this] { listen(); }};
    }
    PgDb(const PgDb&) = delete;
    PgDb& operator=(const PgDb&) = delete;
    ~PgDb() override {
        stopping_ = true;
        if (listener_.joinable()) listener_.join();
    }

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }
    [[nodiscard]] const Clock& clock() const override { return clock_; }
    void backup_to(const std::string&) override { throw std::logic_error{"backup of PostgreSQL goes table by table"}; }

protected:
    void write(const std::function<bool(Tx&)>& work) override {
        with_connection([&](PgConnection& connection) {
            connection.execute("BEGIN; SELECT pg_advisory_xact_lock(7502)");
            Tx tx{connection, clock_, Engine::postgres};
            bool keep = false;
            try {
                keep = work(tx);
                if (keep && tx.last_audit() != 0)
                    connection.execute("SELECT pg_notify('" + channel() + "', '" + std::to_string(tx.last_audit()) +
                                       "')");
            } catch (...) {
                if (!connection.broken()) connection.execute("ROLLBACK");
                throw;
            }
            connection.execute(keep ? "COMMIT" : "ROLLBACK");
            if (keep) committed(tx.last_audit());
        });
    }
    void view(const std::function<void(Tx&)>& work) override {
        with_connection([&](PgConnection& connection) {
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try {
                Tx tx{connection, clock_, Engine::postgres};
                work(tx);
            } catch (...) {
                if (!connection.broken()) connection.execute("ROLLBACK");
                throw;
            }
            connection.execute("COMMIT");
        });
    }

private:
    std::unique_ptr<PgConnection> connect() const { return std::make_unique<PgConnection>(url_, schema_); }
    [[nodiscard]] std::string channel() const {
        std::string name = "kunna_";
        for (const char c : schema_) name.push_back(std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_');
        return name;
    }

    template <class F>
    void with_connection(F&& f) {
        std::unique_ptr<PgConnection> mine;
        {
            std::unique_lock held{mutex_};
            if (!free_.wait_for(held, patience, [&] { return !idle_.empty() || made_ < most_; }))
                throw Unavailable{"every connection is in use"};
            if (!idle_.empty()) {
                mine = std::move(idle_.back());
                idle_.pop_back();
            } else {
                ++made_;
            }
        }
        struct GiveBack {
            PgDb& db;
            std::unique_ptr<PgConnection>& connection;
            ~GiveBack() {
                {
                    const std::scoped_lock held{db.mutex_};
                    if (connection && !connection->broken())
                        db.idle_.push_back(std::move(connection));
                    else
                        --db.made_;
                }
                db.free_.notify_one();
            }
        } give_back{*this, mine};
        if (!mine) mine = connect();
        f(*mine);
    }

    // Hears what other nodes committed. A lost connection is made anew, and what was missed is asked for.
    void listen() {
        while (!stopping_) {
            try {
                auto connection = connect();
                connection->execute("LISTEN " + channel());
                Tx tx{*connection, clock_, Engine::postgres};
                committed(newest_audit(tx));
                while (!stopping_ && hear(*connection)) {
                }
            } catch (const std::exception&) {
                std::this_thread::sleep_for(std::chrono::milliseconds{250});
            }
        }
    }
    bool hear(PgConnection& connection) {
        pollfd waits{PQsocket(connection.handle()), POLLIN, 0};
        ::poll(&waits, 1, 100);
        if (PQconsumeInput(connection.handle()) != 1) return false;
        while (PGnotify* notice = PQnotifies(connection.handle())) {
            std::int64_t seq = 0;
            std::from_chars(notice->extra, notice->extra + std::string_view{notice->extra}.size(), seq);
            PQfreemem(notice);
            committed(seq);
        }
        return true;
    }

    std::string url_;
    std::string schema_;
    const Clock& clock_;
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<PgConnection>> idle_;
    std::size_t made_ = 0;
    std::atomic<bool> stopping_{false};
    std::thread listener_;
};

// libpq does not know ?schema=, so it is taken out of the address.
std::pair<std::string, std::string> without_schema(const std::string& url) {
    const std::size_t question = url.find('?');
    if (question == std::string::npos) return {url, "kunna"};
    std::string kept = url.substr(0, question);
    std::string schema = "kunna";
    char joiner = '?';
    for (std::size_t at = question + 1; at <= url.size();) {
        const std::size_t end = std::min(url.find('&', at), url.size());
        const std::string option = url.substr(at, end - at);
        if (option.starts_with("schema=")) {
            schema = option.substr(7);
        } else if (!option.empty()) {
            kept += joiner + option;
            joiner = '&';
        }
        at = end + 1;
    }
    return {kept, schema};
}

} // namespace

Result<std::unique_ptr<Db>> open_postgres(const Options& options) {
    auto [url, schema] = without_schema(options.url);
    return std::unique_ptr<Db>{std::make_unique<PgDb>(std::move(url), std::move(schema), options)};
}

} // namespace kunna::db
