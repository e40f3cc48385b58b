// The side that reads: first it gives away what it will not need, then it looks at the document.
#include "documents/exit_codes.hpp"
#include "documents/reader.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kunna::documents {

namespace {

void limit(__rlimit_resource what, std::uint64_t to) {
    const rlimit both{to, to};
    ::setrlimit(what, &both);
}

// From here on, also for what is started in this place, there are no sockets.
void leave_the_network() {
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{filter.size(), filter.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

void keep_within(const char* seconds, const char* bytes) {
    limit(RLIMIT_CPU, std::strtoull(seconds, nullptr, 10));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);                                         // files; the text goes into a pipe
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // whose shadows take terabytes of addresses
    limit(RLIMIT_AS, std::strtoull(bytes, nullptr, 10));
#else
    (void)bytes;
#endif
    leave_the_network();
}

Result<std::string> bytes_of(const char* file) {
    std::ifstream in{file, std::ios::binary};
    std::string all;
    std::string piece(std::size_t{64} << 10U, '\0');
    while (in && all.size() <= largest_file) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        all.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (all.size() > largest_file)
        return Error{Kind::too_large, "document.too_large", {}, {{"megabytes", std::to_string(largest_file >> 20U)}}};
    return all;
}

Result<std::string> text_of(const char* file) {
    const std::string bytes = TRY(bytes_of(file));
    switch (TRY(format_of(bytes))) {
    case Format::text:
        return text_of_plain(bytes);
    case Format::docx:
        return text_of_docx(bytes);
    case Format::pdf:
        break;
    }
    // pdftotext goes on in the place of this process, within its limits.
    ::execlp("pdftotext", "pdftotext", "-enc", "UTF-8", "-nopgbrk", file, "-", static_cast<char*>(nullptr));
    ::_exit(no_pdf_tool);
}

} // namespace

int read_document(int argc, char** argv) {
    if (argc != 5) return 2;
    keep_within(argv[3], argv[4]);
    try {
        const Result<std::string> read = text_of(argv[2]);
        if (!read.ok()) {
            std::cerr << read.error().code << '\n';
            for (const auto& [name, value] : read.error().values) std::cerr << name << '=' << value << '\n';
            return refused_here;
        }
        std::cout << *read << std::flush;
        return 0;
    } catch (const std::bad_alloc&) {
        return out_of_memory;
    }
}

} // namespace kunna::documents
