// Databases for tests.
#include "support/databases.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace kunna::test {

namespace {

void shell(const std::string& command) {
    if (std::system(command.c_str()) != 0) throw std::runtime_error{"failed: " + command};
}

// PostgreSQL refuses to run as root, so root becomes the user that Debian's package made for it.
std::string as_postgres(const std::string& command) {
    return ::geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}

class PostgresServer {
public:
    PostgresServer() {
        std::string name = "/tmp/kunna-pg-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        folder_ = name;
        if (::geteuid() == 0) shell("chown postgres " + folder_);
        const std::string bin = "/usr/lib/postgresql/15/bin/";
        shell(as_postgres(bin + "initdb -D " + folder_ +
                          "/data -U kunna -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null"));
        // A socket in the folder and no TCP: nothing to collide with, nothing open to others. Without fsync: no test
        // pulls the plug of the machine, and most of their time went into waiting for the disk.
        shell(as_postgres(
            bin + "pg_ctl -D " + folder_ + "/data -w -l " + folder_ + "/log -o \"-k " + folder_ +
            " -c listen_addresses='' -c max_connections=200 -c fsync=off -c full_page_writes=off\" start >/dev/null"));
        owner_ = ::getpid();
        url_ = "postgres:///postgres?host=" + folder_ + "&user=kunna";
    }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer() {
        if (::getpid() != owner_) return;
        try {
            shell(
                as_postgres("/usr/lib/postgresql/15/bin/pg_ctl -D " + folder_ + "/data -m immediate stop >/dev/null"));
            std::filesystem::remove_all(folder_);
        } catch (const std::exception&) {
            // Nothing more can be done while the program ends.
        }
    }
    [[nodiscard]] const std::string& url() const { return url_; }

private:
    std::string folder_;
    std::string url_;
    pid_t owner_ = 0;
};

} // namespace

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kunna-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

FreshDatabase::FreshDatabase(db::Engine engine, const Clock* clock) {
    options_.clock = clock;
    if (engine == db::Engine::sqlite) {
        options_.data = folder_.path();
    } else {
        static int made = 0;
        options_.url = postgres_url() + "&schema=test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
    }
}

FreshDatabase::~FreshDatabase() = default;

std::unique_ptr<db::Db> FreshDatabase::open() const {
    auto opened = db::open(options_);
    if (!opened.ok()) throw std::runtime_error{"cannot open: " + opened.error().code};
    return std::move(opened).unwrap();
}

const std::string& postgres_url() {
    static const std::string given = [] {
        const char* url = std::getenv("KUNNA_TEST_POSTGRES");
        return std::string{url != nullptr ? url : ""};
    }();
    if (!given.empty()) return given;
    static const PostgresServer server;
    return server.url();
}

std::string engine_name(db::Engine engine) {
    return engine == db::Engine::sqlite ? "SQLite" : "PostgreSQL";
}

} // namespace kunna::test
