// SPDX-License-Identifier: Apache-2.0
// Whole files in and out. What is written is there complete or not at all: it is written beside
// its place and then renamed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace nemawashi::io {

/// Contents by name; a file in a subfolder is `folder/name`. Readers of formats of several files
/// are functions of this value.
using FileSet = std::map<std::string, std::string>;

/// More bytes than this in one file, or files in one folder, are refused before they are read.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMostFiles = 10'000;

/// An error about files as a whole, in no table.
base::Diagnostic file_error(std::string code, std::string message, std::string mend);

/// Whether the bytes begin as a ZIP file does, with a part or empty. Spreadsheets are ZIP files.
bool is_zip(std::string_view bytes);

/// The refusal of a file with more bytes than the limit; `table` is the name that it carries.
base::Diagnostic too_large(std::string_view table, std::size_t limit);

/// Fills `bytes` with those of a regular file of at most `limit`; or says why not.
std::optional<base::Diagnostic> read_file(const std::filesystem::path& path, std::size_t limit,
                                          std::string& bytes);

struct FileSetReading {
  std::optional<FileSet> files;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// Reads the files of the folder, and of its folders one level down, whose names end in .xml,
/// .json, .txt, .tsv or .csv; hidden ones and others are left alone, symbolic links followed. In
/// all at most four times kMostBytes.
FileSetReading read_file_set(const std::filesystem::path& folder);

/// Writes a file that does not exist yet, or (replaced) also one that does. A symbolic link exists,
/// whatever it points to; refused, what comes into being meanwhile is not touched either. Returns
/// what went wrong.
enum class Existing { refused, replaced };
std::optional<base::Diagnostic> write_file(const std::string& content,
                                           const std::filesystem::path& path, Existing existing);

/// Writes the files (name to content) into a new folder. A folder that exists and is not empty is
/// never touched. Returns what went wrong.
std::optional<base::Diagnostic> write_folder(const std::map<std::string, std::string>& files,
                                             const std::filesystem::path& folder);

}  // namespace nemawashi::io
