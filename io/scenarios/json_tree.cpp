// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/json_tree.h"

#include <algorithm>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "io/json_text.h"

namespace nemawashi::io::scenarios {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 50;
constexpr std::size_t kMostValues = 2'000'000;

/// Receives the parser's events; stops it by returning false.
class TreeMaker : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add({}); }
  bool boolean(bool value) override {
    return add({JsonKind::boolean, value ? "true" : "false", {}});
  }
  bool number_integer(number_integer_t value) override {
    return add({JsonKind::number, std::to_string(value), {}});
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add({JsonKind::number, std::to_string(value), {}});
  }
  bool number_float(number_float_t /*value*/, const string_t& written) override {
    return add({JsonKind::number, written, {}});
  }
  bool string(string_t& value) override { return add({JsonKind::text, std::move(value), {}}); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(JsonKind::object); }
  bool start_array(std::size_t /*size*/) override { return open(JsonKind::list); }
  bool end_object() override {
    names_.pop_back();
    return close();
  }
  bool end_array() override {
    names_.pop_back();
    return close();
  }
  bool key(string_t& name) override {
    if (!names_.back().insert(name).second) {
      fault = "the name '" + name + "' stands twice in one object";
      return false;
    }
    name_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& exception) override {
    fault_at = position;
    problem = exception.what();
    return false;
  }

  JsonTree root;
  std::string fault;    ///< what this class refuses
  std::string problem;  ///< what the parser refuses, after `fault_at` bytes
  std::size_t fault_at = 0;

 private:
  bool add(JsonTree value) {
    if (++values_ > kMostValues) {
      fault = "it holds more than 2 million values";
      return false;
    }
    if (open_.empty()) {
      root = std::move(value);
    } else {
      JsonTree& parent = open_.back().second;
      parent.members.push_back(
          {parent.kind == JsonKind::object ? std::move(name_) : "", std::move(value)});
    }
    return true;
  }
  bool open(JsonKind kind) {
    if (open_.size() == kDeepest) {
      fault = "it is nested more than 50 deep";
      return false;
    }
    open_.emplace_back(std::move(name_), JsonTree{kind, "", {}});
    name_.clear();
    names_.emplace_back();
    return true;
  }
  bool close() {
    auto [name, value] = std::move(open_.back());
    open_.pop_back();
    name_ = std::move(name);
    return add(std::move(value));
  }

  std::vector<std::pair<std::string, JsonTree>> open_;
  std::vector<std::unordered_set<std::string>> names_;
  std::string name_;
  std::size_t values_ = 0;
};

/// Looks for a name at the top, and stops there.
class TopMember : public nlohmann::json_sax<Json> {
 public:
  explicit TopMember(std::string_view wanted) : wanted_(wanted) {}
  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*written*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return ++depth_ < 1000; }
  bool start_array(std::size_t /*size*/) override { return ++depth_ < 1000; }
  bool end_object() override { return --depth_ > 0; }
  bool end_array() override { return --depth_ > 0; }
  bool key(string_t& name) override {
    found = found || (depth_ == 1 && name == wanted_);
    return !found;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*exception*/) override {
    return false;
  }

  bool found = false;

 private:
  std::string_view wanted_;
  std::size_t depth_ = 0;
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view name) const {
  if (kind != JsonKind::object) return nullptr;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const auto& member) { return member.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

std::unordered_map<std::string_view, const JsonTree*> by_name(const JsonTree* tree) {
  std::unordered_map<std::string_view, const JsonTree*> members;
  if (tree == nullptr || tree->kind != JsonKind::object) return members;
  for (const auto& [name, value] : tree->members) members.emplace(name, &value);
  return members;
}

FilePlace below(const FilePlace& place, std::string_view name) {
  FilePlace inner = place;
  inner.key += '/';
  for (const char c : shown_name(name)) {
    inner.key += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return inner;
}

std::optional<JsonTree> read_json_tree(const std::string& file, std::string_view bytes,
                                       FileFindings& findings) {
  const auto say = [&](const base::Diagnostic& wrong) {
    findings.error({file, wrong.row}, wrong.code, wrong.message, wrong.mend);
  };
  if (const auto refusal = refused_text(bytes)) {
    say(*refusal);
    return std::nullopt;
  }
  TreeMaker maker;
  if (Json::sax_parse(bytes.begin(), bytes.end(), &maker)) return std::move(maker.root);
  if (!maker.fault.empty()) {
    findings.error({file, 0}, "not-json", "The file is no sound JSON: " + maker.fault + ".",
                   "Fetch or save the file again.");
  } else {
    say(not_json(bytes, maker.fault_at, maker.problem));
  }
  return std::nullopt;
}

bool has_top_member(std::string_view bytes, std::string_view member) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (start == std::string_view::npos || bytes[start] != '{') return false;
  TopMember top(member);
  Json::sax_parse(bytes.begin(), bytes.end(), &top);
  return top.found;
}

}  // namespace nemawashi::io::scenarios
