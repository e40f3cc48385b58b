// Files of a release.
#include "taxonomies/release_folder.hpp"

#include "base/ascii.hpp"
#include "taxonomies/named_table.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace kunna::taxonomies {

namespace {

// A language of ESCO unpacks to some 60 MB, the largest file in it to 25; O*NET to 300 MB, of which 10 are read.
constexpr std::uint64_t largest_file = 128ULL << 20;
constexpr std::uint64_t largest_zip = 4ULL << 30;
constexpr int levels_below = 2;

// By its first bytes: what was uploaded lies here under another name.
bool is_zip(const std::filesystem::path& path) {
    std::array<char, 4> first{};
    std::ifstream{path, std::ios::binary}.read(first.data(), first.size());
    return std::string_view{first.data(), first.size()} == "PK\x03\x04";
}

} // namespace

Result<ReleaseFolder> ReleaseFolder::open(const std::filesystem::path& path, std::string_view name) {
    ReleaseFolder folder;
    folder.name_ = name.empty() ? path.filename().string() : std::string{name};
    TRY(std::filesystem::is_directory(path) ? folder.look_through(path) : folder.look_into(path));
    // The nearest to the top first; a folder's files in no order of the file system's.
    std::sort(folder.files_.begin(), folder.files_.end(), [](const FolderFile& a, const FolderFile& b) {
        const auto depth = [](const FolderFile& f) {
            const std::string where = f.part.empty() ? f.path.string() : f.part;
            return std::tuple{std::count(where.begin(), where.end(), '/'), where};
        };
        return depth(a) < depth(b);
    });
    return folder;
}

Result<void> ReleaseFolder::look_through(const std::filesystem::path& folder) {
    std::error_code broken;
    const auto end = std::filesystem::recursive_directory_iterator{};
    for (auto at = std::filesystem::recursive_directory_iterator{folder, broken}; !broken && at != end;
         at.increment(broken)) {
        if (at.depth() >= levels_below) at.disable_recursion_pending();
        std::error_code odd; // a link that leads nowhere, say: no file of ours
        if (!at->is_regular_file(odd)) continue;
        const std::filesystem::path& found = at->path();
        files_.push_back({found.filename().string(), found.parent_path().filename().string(), found, ""});
    }
    // Half a folder would be half a release.
    if (broken)
        return Error{
            Kind::invalid, "table.no_such_file", {}, {{"file", folder.string()}, {"reason", broken.message()}}};
    return {};
}

Result<void> ReleaseFolder::look_into(const std::filesystem::path& zip) {
    if (!is_zip(zip) && !ascii::lower(name_).ends_with(".zip")) return {};
    tabular::ZipLimits limits;
    limits.unpacked = largest_zip;
    auto opened = tabular::Zip::open(zip, limits);
    if (!opened.ok()) return in_file(std::move(opened).error(), name_);
    zip_ = std::move(opened).unwrap();
    for (const std::string& part : zip_->names()) {
        const std::filesystem::path inside{part};
        files_.push_back({inside.filename().string(), inside.parent_path().filename().string(), {}, part});
    }
    return {};
}

const FolderFile* ReleaseFolder::find(std::string_view name) const {
    const auto at = std::find_if(files_.begin(), files_.end(), [wanted = ascii::lower(name)](const FolderFile& f) {
        return ascii::lower(f.name) == wanted;
    });
    return at == files_.end() ? nullptr : &*at;
}

Result<std::unique_ptr<tabular::Bytes>> ReleaseFolder::bytes(const FolderFile& file) {
    if (!zip_) {
        auto opened = tabular::file_bytes(file.path);
        if (!opened.ok()) return in_file(std::move(opened).error(), file.name);
        return std::move(opened).unwrap();
    }
    auto whole = zip_->read(file.part, largest_file);
    if (!whole.ok()) return in_file(std::move(whole).error(), file.name);
    unpacked_ = std::move(whole).unwrap();
    return tabular::memory_bytes(unpacked_);
}

} // namespace kunna::taxonomies
