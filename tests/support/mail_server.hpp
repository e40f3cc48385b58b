// A real SMTP server (tests/support/smtp_server.py) in a process of its own, and a deaf one that never answers.
#pragma once

#include "base/json_read.hpp"
#include "notices/smtp.hpp"
#include "support/databases.hpp"

#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kunna::notices {

// One letter as the server took it.
struct Taken {
    std::string from{};
    std::vector<std::string> to{};
    bool tls = false;
    std::string user{};
    std::string data{};

    // The first such header, unfolded.
    [[nodiscard]] std::string header(const std::string& name) const {
        std::size_t at = data.substr(0, data.find("\r\n\r\n") + 2).find("\r\n" + name + ": ");
        if (data.starts_with(name + ": "))
            at = 0;
        else if (at == std::string::npos)
            return "";
        else
            at += 2;
        at += name.size() + 2;
        std::string value;
        for (;;) {
            const std::size_t end = data.find("\r\n", at);
            value += data.substr(at, end - at);
            at = end + 2;
            if (at >= data.size() || (data[at] != ' ' && data[at] != '\t')) return value;
        }
    }
};
BOOST_DESCRIBE_STRUCT(Taken, (), (from, to, tls, user, data))

class MailServer {
public:
    explicit MailServer(std::vector<std::string> options = {}) : options_(std::move(options)) { start(0); }
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;
    ~MailServer() { stop(); }

    [[nodiscard]] std::int32_t port() const { return port_; }
    void stop() {
        if (child_ <= 0) return;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        child_ = 0;
    }
    // On the same port as before, as the same server.
    void start_again() { start(port_); }
    [[nodiscard]] std::vector<Taken> letters() const {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator{folder_.path()})
            if (entry.path().extension() == ".json") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::vector<Taken> all;
        for (const auto& file : files) {
            std::ifstream in{file};
            all.push_back(json::from_text<Taken>(std::string{std::istreambuf_iterator<char>{in}, {}}).unwrap());
        }
        return all;
    }

private:
    void start(std::int32_t port) {
        std::vector<std::string> words{"/usr/bin/python3", KUNNA_SOURCE_DIR "/tests/support/smtp_server.py",
                                       folder_.path(), "--port", std::to_string(port)};
        words.insert(words.end(), options_.begin(), options_.end());
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0) throw std::runtime_error{"no pipe"};
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(pipe[1], STDOUT_FILENO);
            ::close(pipe[0]);
            ::close(pipe[1]);
            ::execv("/usr/bin/python3", arguments.data());
            ::_exit(127);
        }
        ::close(pipe[1]);
        std::string said;
        for (char c = 0; ::read(pipe[0], &c, 1) == 1 && c != '\n';) said += c;
        ::close(pipe[0]);
        if (!said.starts_with("port ")) throw std::runtime_error{"the SMTP server of the tests did not start"};
        port_ = std::stoi(said.substr(5));
    }

    test::TempFolder folder_;
    std::vector<std::string> options_;
    pid_t child_ = 0;
    std::int32_t port_ = 0;
};

// Takes connections and never says a word.
class DeafServer {
public:
    DeafServer() {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket_, 8) != 0 ||
            ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error{"no port"};
        port_ = ntohs(address.sin_port);
    }
    DeafServer(const DeafServer&) = delete;
    DeafServer& operator=(const DeafServer&) = delete;
    ~DeafServer() { ::close(socket_); }
    [[nodiscard]] std::int32_t port() const { return port_; }

private:
    int socket_ = -1;
    std::int32_t port_ = 0;
};

// How the tests send: on this machine, in the clear.
inline WantedMail through(std::int32_t port) {
    WantedMail wanted;
    wanted.server = "127.0.0.1";
    wanted.port = port;
    wanted.security = Security::none;
    wanted.sender = "kunna@house.example";
    wanted.address = "https://kunna.house.example";
    return wanted;
}

} // namespace kunna::notices
