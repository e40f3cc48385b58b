// The side that waits.
#include "documents/reader.hpp"

#include "base/text.hpp"
#include "documents/exit_codes.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace kunna::documents {

namespace {

constexpr std::size_t most_output = 4 * most_characters + 4096; // bytes; more is too long in any encoding
constexpr std::size_t most_complaints = 4096;

[[noreturn]] void broken(const char* what, int why = errno) {
    throw std::system_error{why, std::generic_category(), what};
}

class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) broken("pipe");
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_writing();
        ::close(ends_[0]);
    }
    void close_writing() {
        if (ends_[1] >= 0) ::close(std::exchange(ends_[1], -1));
    }
    [[nodiscard]] int reading() const { return ends_[0]; }
    [[nodiscard]] int writing() const { return ends_[1]; }

private:
    std::array<int, 2> ends_{-1, -1};
};

class SpawnPlan {
public:
    SpawnPlan(const Pipe& out, const Pipe& complaints) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files_, out.writing(), 1);
        ::posix_spawn_file_actions_adddup2(&files_, complaints.writing(), 2);
        ::posix_spawn_file_actions_addclosefrom_np(&files_, 3);
        ::posix_spawnattr_init(&how_);
        // A group of its own, so that what it starts ends with it; signals as a new program expects them.
        ::posix_spawnattr_setpgroup(&how_, 0);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&how_, &none);
        ::posix_spawnattr_setsigdefault(&how_, &all);
        ::posix_spawnattr_setflags(&how_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&how_);
    }
    pid_t start(const std::string& program, std::vector<std::string> arguments) {
        std::vector<char*> given;
        for (std::string& one : arguments) given.push_back(one.data());
        given.push_back(nullptr);
        // Of the environment only what pdftotext is found by.
        std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
        std::string language = "LC_ALL=C.UTF-8";
        std::array<char*, 3> environment{path.data(), language.data(), nullptr};
        pid_t child = 0;
        const int why = ::posix_spawn(&child, program.c_str(), &files_, &how_, given.data(), environment.data());
        if (why != 0) broken("a process to read a document in", why);
        return child;
    }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t how_{};
};

// The process, ended at the latest when this is.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (id_ > 0) {
            kill();
            wait();
        }
    }
    void kill() const { ::kill(-id_, SIGKILL); }
    int wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return status;
    }

private:
    pid_t id_;
};

struct Output {
    std::string text{};
    std::string complaints{};
    bool in_time = true;
    bool fits = true;
};

// Appends what there is; false at the end.
bool take(int from, std::string& into, std::size_t most) {
    std::array<char, 16384> piece{};
    const ssize_t got = ::read(from, piece.data(), piece.size());
    if (got < 0) return errno == EINTR || errno == EAGAIN;
    into.append(piece.data(), std::min(static_cast<std::size_t>(got), most + 1 - std::min(most, into.size())));
    return got > 0;
}

Output listen(const Pipe& out, const Pipe& complaints, std::chrono::milliseconds time) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + time;
    Output output;
    std::array<pollfd, 2> open{pollfd{out.reading(), POLLIN, 0}, pollfd{complaints.reading(), POLLIN, 0}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            output.in_time = false;
            return output;
        }
        const int ready = ::poll(open.data(), open.size(), static_cast<int>(left));
        if (ready < 0 && errno != EINTR) broken("poll");
        if (ready <= 0) continue;
        if (open[0].revents != 0 && !take(open[0].fd, output.text, most_output)) open[0].fd = -1;
        if (open[1].revents != 0 && !take(open[1].fd, output.complaints, most_complaints)) open[1].fd = -1;
        if (output.text.size() > most_output) {
            output.fits = false;
            return output;
        }
    }
    return output;
}

// "code\nname=value\n…" as the child writes it.
Error told(std::string_view complaints) {
    const std::vector<std::string> lines = text::lines(complaints);
    Error error = refuse(Kind::invalid, lines.empty() ? "document.unknown" : lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (const std::size_t at = lines[i].find('='); at != std::string::npos)
            error.values.emplace_back(lines[i].substr(0, at), lines[i].substr(at + 1));
    return error;
}

Result<std::string> judge(const Output& output, int status) {
    if (WIFSIGNALED(status))
        return refuse(Kind::invalid, WTERMSIG(status) == SIGXCPU ? "document.too_slow" : "document.too_heavy");
    switch (WEXITSTATUS(status)) {
    case 0:
        return tidied(text::valid_utf8(output.text) ? output.text : std::string{});
    case refused_here:
        return told(output.complaints);
    case no_pdf_tool:
        return refuse(Kind::unavailable, "document.no_pdf_tool");
    case out_of_memory:
        return refuse(Kind::invalid, "document.too_heavy");
    case pdf_not_allowed:
        return refuse(Kind::invalid, "document.encrypted");
    default:
        if (output.complaints.find("Incorrect password") != std::string::npos)
            return refuse(Kind::invalid, "document.encrypted");
        return refuse(Kind::invalid, "document.broken_pdf");
    }
}

} // namespace

Result<std::string> Reader::read(const std::filesystem::path& file) {
    if (!free_.try_acquire()) return refuse(Kind::unavailable, "document.busy");
    struct Release {
        std::counting_semaphore<2>& free;
        ~Release() { free.release(); }
    } const release{free_};
    Pipe out;
    Pipe complaints;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits_.time).count();
    Child child{SpawnPlan{out, complaints}.start(program_, {program_, std::string{read_command},
                                                            std::filesystem::absolute(file).string(),
                                                            std::to_string(seconds), std::to_string(limits_.memory)})};
    out.close_writing();
    complaints.close_writing();
    const Output output = listen(out, complaints, limits_.time);
    if (!output.in_time || !output.fits) child.kill();
    const int status = child.wait();
    if (!output.in_time) return refuse(Kind::invalid, "document.too_slow");
    if (!output.fits)
        return Error{Kind::invalid, "document.too_long", {}, {{"limit", std::to_string(most_characters)}}};
    return judge(output, status);
}

} // namespace kunna::documents
