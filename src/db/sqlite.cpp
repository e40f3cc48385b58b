// SQLite: one thread writes and checkpoints (Debian's 3.40 has a race otherwise), readers are read-only connections.
// Waiting writers share one commit: each runs in a savepoint, all are answered after the COMMIT.
#include "db/sqlite.hpp"

#include "db/migrate.hpp"

#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace kunna::db {

namespace {

constexpr std::size_t most_waiting = 4096; // writers; more are told to come back
constexpr std::size_t largest_group = 64;  // writers that share a commit

[[noreturn]] void fail(sqlite3* db, int code) {
    const std::string message = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    switch (code & 0xFF) {
    case SQLITE_FULL:
        throw StorageFull{message};
    case SQLITE_CONSTRAINT:
        throw Constraint{message};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
        throw Unavailable{message};
    case SQLITE_IOERR:
        if (errno == ENOSPC || errno == EDQUOT) throw StorageFull{message};
        throw std::runtime_error{message};
    default:
        throw std::runtime_error{message};
    }
}

void check(sqlite3* db, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) fail(db, code);
}

class Statement final : public Row {
public:
    Statement(sqlite3* db, std::string_view sql, std::span<const std::string_view> parameters) : db_(db) {
        check(db, sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &held_,
                                     nullptr));
        for (const std::string_view name : parameters)
            places_.push_back(sqlite3_bind_parameter_index(held_, (":" + std::string{name}).c_str()));
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() override { sqlite3_finalize(held_); }

    void bind(std::span<const Value> values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int at = places_[i];
            check(db_, std::visit(
                           [&](const auto& v) {
                               using V = std::remove_cvref_t<decltype(v)>;
                               if constexpr (std::is_same_v<V, std::monostate>)
                                   return sqlite3_bind_null(held_, at);
                               else if constexpr (std::is_same_v<V, std::int64_t>)
                                   return sqlite3_bind_int64(held_, at, v);
                               else if constexpr (std::is_same_v<V, double>)
                                   return sqlite3_bind_double(held_, at, v);
                               else if constexpr (std::is_same_v<V, std::string_view>)
                                   return sqlite3_bind_text64(held_, at, v.data() != nullptr ? v.data() : "", v.size(),
                                                              SQLITE_STATIC, SQLITE_UTF8);
                               else
                                   return sqlite3_bind_blob64(
                                       held_, at, v.data() != nullptr ? static_cast<const void*>(v.data()) : "",
                                       v.size(), SQLITE_STATIC);
                           },
                           values[i]));
        }
    }
    bool step() {
        const int code = sqlite3_step(held_);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) fail(db_, code);
        return false;
    }
    void reset() { sqlite3_reset(held_); }
    [[nodiscard]] bool busy() const { return sqlite3_stmt_busy(held_) != 0; }

    [[nodiscard]] int columns() const override { return sqlite3_column_count(held_); }
    [[nodiscard]] std::string_view column_name(int c) const override { return sqlite3_column_name(held_, c); }
    [[nodiscard]] bool null(int c) const override { return sqlite3_column_type(held_, c) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t integer(int c) const override { return sqlite3_column_int64(held_, c); }
    [[nodiscard]] double real(int c) const override { return sqlite3_column_double(held_, c); }
    [[nodiscard]] std::string_view text(int c) const override {
        const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(held_, c));
        return start != nullptr ? std::string_view{start, static_cast<std::size_t>(sqlite3_column_bytes(held_, c))}
                                : std::string_view{};
    }
    [[nodiscard]] std::string bytes(int c) const override {
        const auto* start = static_cast<const char*>(sqlite3_column_blob(held_, c));
        return start != nullptr ? std::string{start, static_cast<std::size_t>(sqlite3_column_bytes(held_, c))}
                                : std::string{};
    }

private:
    sqlite3* db_;
    sqlite3_stmt* held_ = nullptr;
    std::vector<int> places_;
};

struct ResetAtEnd {
    Statement& statement;
    ~ResetAtEnd() { statement.reset(); }
};

struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& file, bool writes) {
        const int flags = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
        sqlite3* opened = nullptr;
        const int code =
            sqlite3_open_v2(file.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
        db_.reset(opened); // also when it failed, and when what follows throws: the file may be no database
        if (code != SQLITE_OK) throw Unavailable{"cannot open " + file + ": " + sqlite3_errstr(code)};
        sqlite3_busy_timeout(opened, 10'000);
        execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        if (writes) {
            execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;"
                    "PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = ON;");
            assert_durable();
        } else {
            execute("PRAGMA query_only = ON;");
        }
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection() override = default;

    std::int64_t run(const Query& query, std::span<const Value> values,
                     const std::function<void(const Row&)>& each) override {
        Statement& kept = statement(query);
        // A query run again from inside its own rows gets a statement of its own.
        if (kept.busy()) {
            Statement inner{db_.get(), query.sqlite, query.parameters};
            return drain(inner, values, each);
        }
        return drain(kept, values, each);
    }
    void execute(std::string_view sql) override {
        const int code = sqlite3_exec(db_.get(), std::string{sql}.c_str(), nullptr, nullptr, nullptr);
        check(db_.get(), code);
    }
    void prepare(const Query& query) override { Statement{db_.get(), query.sqlite, query.parameters}; }

    std::unique_ptr<Bulk> bulk(const Query& insert) override {
        class RowByRow final : public Bulk {
        public:
            explicit RowByRow(Statement& statement) : statement_(statement) {}
            void add(std::span<const Value> values) override {
                const ResetAtEnd reset{statement_};
                statement_.bind(values);
                statement_.step();
            }
            void finish() override {}

        private:
            Statement& statement_;
        };
        return std::make_unique<RowByRow>(statement(insert));
    }

    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
    sqlite3* handle() { return db_.get(); }

private:
    std::int64_t drain(Statement& statement, std::span<const Value> values,
                       const std::function<void(const Row&)>& each) {
        const ResetAtEnd reset{statement};
        statement.bind(values);
        while (statement.step()) each(statement);
        return sqlite3_changes64(db_.get());
    }
    Statement& statement(const Query& query) {
        const auto known = statements_.find(query.sqlite);
        if (known != statements_.end()) return *known->second;
        auto made = std::make_unique<Statement>(db_.get(), query.sqlite, query.parameters);
        return *statements_.emplace(query.sqlite, std::move(made)).first->second;
    }
    // synchronous and journal_mode are per connection, and a typo in a PRAGMA is silent.
    void assert_durable() {
        for (const auto& [pragma, wanted] :
             {std::pair{"PRAGMA journal_mode", "wal"}, std::pair{"PRAGMA synchronous", "2"}}) {
            Statement asked{db_.get(), pragma, {}};
            asked.step();
            if (asked.text(0) != wanted) throw Unavailable{std::string{pragma} + " is " + std::string{asked.text(0)}};
        }
    }

    std::unique_ptr<sqlite3, Close> db_; // outlives its statements
    ByText<std::unique_ptr<Statement>> statements_;
};

// Held for the life of the process; the kernel lets go of it when the process dies, however it dies.
class FolderLock {
public:
    static Result<std::unique_ptr<FolderLock>> take(const std::string& folder) {
        const std::string path = folder + "/kunna.lock";
        const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0) return Error{Kind::unavailable, "data.not_writable", {}, {{"folder", folder}}};
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            std::string holder(32, '\0');
            const ssize_t read = ::pread(fd, holder.data(), holder.size(), 0);
            holder.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
            ::close(fd);
            return Error{Kind::conflict, "data.in_use", {}, {{"folder", folder}, {"process", holder}}};
        }
        const std::string pid = std::to_string(::getpid());
        if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, pid.data(), pid.size(), 0) < 0) {
            // The number only helps the message above; the lock itself is held.
        }
        return std::unique_ptr<FolderLock>{new FolderLock{fd}};
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock() { ::close(fd_); }

private:
    explicit FolderLock(int fd) : fd_(fd) {}
    int fd_;
};

class SqliteDb final : public Db {
public:
    SqliteDb(std::string file, const Options& options, std::unique_ptr<FolderLock> lock) :
        file_(std::move(file)), clock_(options.clock != nullptr ? *options.clock : system_clock()),
        lock_(std::move(lock)), read_only_(options.read_only) {
        if (!read_only_) {
            writer_ = std::make_unique<SqliteConnection>(file_, true);
            migrate(*writer_, Engine::sqlite, clock_);
        }
        for (int i = 0; i < options.readers; ++i) idle_.push_back(std::make_unique<SqliteConnection>(file_, false));
        view([&](Tx& tx) { committed(newest_audit(tx)); });
        if (!read_only_) thread_ = std::thread{[this] { write_until_stopped(); }};
    }
    SqliteDb(const SqliteDb&) = delete;
    SqliteDb& operator=(const SqliteDb&) = delete;
    ~SqliteDb() override {
        {
            const std::scoped_lock held{mutex_};
            stopping_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    [[nodiscard]] const Clock& clock() const override { return clock_; }

    void backup_to(const std::string& file) override {
        with_reader([&](SqliteConnection& from) {
            sqlite3* opened = nullptr;
            int code = sqlite3_open(file.c_str(), &opened);
            std::unique_ptr<sqlite3, Close> to{opened};
            check(nullptr, code);
            sqlite3_backup* copy = sqlite3_backup_init(opened, "main", from.handle(), "main");
            code = copy != nullptr ? SQLITE_OK : sqlite3_errcode(opened);
            // All pages in one step: a reader's snapshot, so writers go on meanwhile.
            if (copy != nullptr) {
                sqlite3_backup_step(copy, -1);
                code = sqlite3_backup_finish(copy);
            }
            to.reset();
            if (code != SQLITE_OK) fail(nullptr, code);
        });
    }

protected:
    void write(const std::function<bool(Tx&)>& work) override {
        if (read_only_) throw Unavailable{"opened for reading only"};
        Waiting waiting{work};
        std::unique_lock held{mutex_};
        if (stopping_) throw Unavailable{"stopping"};
        if (queue_.size() >= most_waiting) throw Unavailable{"too many writers are waiting"};
        queue_.push_back(&waiting);
        wake_.notify_one();
        waiting.answered.wait(held, [&] { return waiting.done; });
        if (waiting.thrown) std::rethrow_exception(waiting.thrown);
    }

    void view(const std::function<void(Tx&)>& work) override {
        with_reader([&](SqliteConnection& connection) {
            connection.execute("BEGIN");
            try {
                Tx tx{connection, clock_, Engine::sqlite};
                work(tx);
            } catch (...) {
                connection.execute("ROLLBACK");
                throw;
            }
            connection.execute("COMMIT");
        });
    }

private:
    struct Waiting {
        explicit Waiting(const std::function<bool(Tx&)>& w) : work(w) {}
        const std::function<bool(Tx&)>& work;
        bool done = false;
        bool keep = false; // its savepoint was released
        std::int64_t audit = 0;
        std::exception_ptr thrown;
        std::condition_variable answered;
    };

    void write_until_stopped() {
        std::unique_lock held{mutex_};
        for (;;) {
            wake_.wait(held, [&] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            std::vector<Waiting*> group;
            while (!queue_.empty() && group.size() < largest_group) {
                group.push_back(queue_.front());
                queue_.pop_front();
            }
            held.unlock();
            commit_together(group);
            held.lock();
            for (Waiting* w : group) {
                w->done = true;
                w->answered.notify_one();
            }
        }
    }

    void commit_together(std::vector<Waiting*>& group) {
        std::size_t ran = 0;
        try {
            writer_->execute("BEGIN IMMEDIATE");
            for (; ran < group.size(); ++ran) run_one(*group[ran]);
            writer_->execute("COMMIT");
            for (const Waiting* w : group)
                if (w->keep) committed(w->audit);
        } catch (...) {
            // The transaction is gone, and with it the work of all: none of them may be told that it is kept.
            if (writer_->in_transaction()) {
                try {
                    writer_->execute("ROLLBACK");
                } catch (const std::exception&) {
                    // Already rolled back by SQLite itself, as after SQLITE_FULL.
                }
            }
            for (std::size_t i = 0; i < group.size(); ++i)
                if (i >= ran || group[i]->keep) group[i]->thrown = std::current_exception();
        }
    }

    void run_one(Waiting& waiting) {
        writer_->execute("SAVEPOINT one");
        Tx tx{*writer_, clock_, Engine::sqlite};
        try {
            waiting.keep = waiting.work(tx);
        } catch (...) {
            if (!writer_->in_transaction()) throw; // SQLite gave the whole transaction up
            waiting.thrown = std::current_exception();
            waiting.keep = false;
        }
        if (!waiting.keep) writer_->execute("ROLLBACK TO one");
        writer_->execute("RELEASE one");
        waiting.audit = tx.last_audit();
    }

    template <class F>
    void with_reader(F&& f) {
        std::unique_ptr<SqliteConnection> mine;
        {
            std::unique_lock held{readers_};
            free_.wait(held, [&] { return !idle_.empty(); });
            mine = std::move(idle_.back());
            idle_.pop_back();
        }
        struct GiveBack {
            SqliteDb& db;
            std::unique_ptr<SqliteConnection>& connection;
            ~GiveBack() {
                {
                    const std::scoped_lock held{db.readers_};
                    db.idle_.push_back(std::move(connection));
                }
                db.free_.notify_one();
            }
        } give_back{*this, mine};
        f(*mine);
    }

    std::string file_;
    const Clock& clock_;
    std::unique_ptr<FolderLock> lock_;
    bool read_only_;

    std::unique_ptr<SqliteConnection> writer_; // used by thread_ only, once it runs
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting*> queue_;
    bool stopping_ = false;

    std::mutex readers_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;

    std::thread thread_; // last: it uses all of the above
};

} // namespace

std::unique_ptr<Db> open_sqlite_locked(const Options& options, std::unique_ptr<FolderLock> lock) {
    return std::make_unique<SqliteDb>(options.data + "/kunna.db", options, std::move(lock));
}

Result<std::unique_ptr<Db>> open_sqlite(const Options& options) {
    std::error_code error;
    if (options.read_only) {
        if (!std::filesystem::exists(options.data + "/kunna.db", error))
            return Error{Kind::not_found, "data.missing", {}, {{"folder", options.data}}};
        return std::unique_ptr<Db>{open_sqlite_locked(options, nullptr)};
    }
    std::filesystem::create_directories(options.data, error);
    std::filesystem::permissions(options.data, std::filesystem::perms::owner_all, error);
    auto lock = TRY(FolderLock::take(options.data));
    return std::unique_ptr<Db>{open_sqlite_locked(options, std::move(lock))};
}

} // namespace kunna::db
