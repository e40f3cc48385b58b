// ReleaseFolder: the files of a release, in a folder or a zip, known by their names whatever folder they lie in.
#pragma once

#include "tabular/bytes.hpp"
#include "tabular/zip.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kunna::taxonomies {

struct FolderFile {
    std::string name{};   // "skills_sv.csv"; a zip's are in lower case
    std::string folder{}; // the name of the folder it lies in
    std::filesystem::path path{};
    std::string part{}; // its name in the zip; empty in a folder
};

class ReleaseFolder {
public:
    // path: a folder, looked through two levels down, or a zip; any other file has no files in it. name: what the user
    // calls it, when it lies here under another. Refuses taxonomy.file_refused (what the zip reader refuses) and
    // table.no_such_file.
    static Result<ReleaseFolder> open(const std::filesystem::path& path, std::string_view name = {});

    [[nodiscard]] const std::vector<FolderFile>& files() const { return files_; }
    // Whatever its case, the one nearest the top; null when there is none.
    [[nodiscard]] const FolderFile* find(std::string_view name) const;
    // What the user calls the folder or zip.
    [[nodiscard]] const std::string& name() const { return name_; }
    // Valid until the next call. Refuses taxonomy.file_refused.
    Result<std::unique_ptr<tabular::Bytes>> bytes(const FolderFile& file);

private:
    Result<void> look_through(const std::filesystem::path& folder);
    Result<void> look_into(const std::filesystem::path& zip);

    std::string name_;
    std::vector<FolderFile> files_;
    std::optional<tabular::Zip> zip_;
    std::string unpacked_; // the file of the zip being read
};

} // namespace kunna::taxonomies
