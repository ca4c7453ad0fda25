// SPDX-License-Identifier: Apache-2.0
// The reader of fault trees, part by part; for read.cpp and its neighbours alone.
#pragma once

#include <set>

#include "io/fault_trees/names.h"
#include "io/fault_trees/read.h"

namespace nemawashi::io::fault_trees {

class Reader {
 public:
  explicit Reader(FileFindings& findings) : findings_(findings) {}

  /// First each file's definitions, then what they say.
  void declare(const XmlFile& file);
  void read_definitions();
  /// Top events, cycles and sizes; parameters in an order that can be computed.
  floors::FaultTrees concluded();

 private:
  // read.cpp and phases.cpp
  void declare_container(const Pending& container, std::size_t depth);
  void declare_one(const Pending& pending, bool is_public, std::size_t depth);
  /// A constant as XML Schema writes truth values: true, false, 1, 0. Else an error.
  std::optional<bool> truth(const Pending& pending, pugi::xml_node node);
  /// The only constant below the node; else an error.
  std::optional<bool> constant(const Pending& pending);
  void read_alignment(const Pending& pending);
  void read_substitution(const Pending& pending);
  void warn_left_out(const XmlFile& file, pugi::xml_node node);
  // formulas.cpp
  void read_gate(const Pending& pending, std::uint32_t gate);
  bool read_formula(const Pending& pending, pugi::xml_node node, std::uint32_t gate,
                    std::size_t depth);
  std::optional<floors::Term> term(const Pending& pending, pugi::xml_node node, std::size_t depth);
  std::optional<floors::Term> reference(const Pending& pending, pugi::xml_node node);
  std::optional<std::uint32_t> whole_number(const Pending& pending, pugi::xml_node node,
                                            const char* attribute);
  // expressions.cpp
  std::optional<floors::Expression> expression(const Pending& pending, pugi::xml_node node,
                                               std::size_t depth);
  std::optional<floors::Expression> only_expression(const Pending& pending, pugi::xml_node node);
  void read_group(const Pending& pending);
  void read_factors(const Pending& pending, floors::CommonCauseGroup& group);
  // conclusion.cpp
  bool gates_are_sound();
  void order_parameters();
  void find_tops();
  void warn_of_undefined();

  bool has_room(const Pending& pending, pugi::xml_node node, std::size_t depth);
  void unknown(const Pending& pending, pugi::xml_node node, const std::string& name,
               const std::string& what);

  FileFindings& findings_;
  Names names_;
  floors::FaultTrees trees_;
  std::vector<Pending> gates_, events_, houses_, parameters_, groups_, alignments_, substitutions_;
  std::vector<floors::Term> given_;  ///< what substitutions say of every state
  std::map<std::string, std::uint32_t> undefined_events_;
  std::vector<std::pair<FilePlace, std::uint32_t>> undefined_places_;  ///< where first asked for
  std::map<std::string, bool> left_out_;  ///< kinds of elements that were warned of
  std::size_t terms_ = 0;
  std::size_t members_ = 0;
  std::vector<std::string> known_;   ///< names, for messages; filled when the first is needed
  std::size_t compared_ = 0;         ///< of them, with names that are unknown
  std::set<std::uint32_t> grouped_;  ///< events that a group has
  bool refused_ = false;             ///< as too large
};

/// The elements below a node that say what it is: without label and attributes.
std::vector<pugi::xml_node> parts_of(pugi::xml_node node);

}  // namespace nemawashi::io::fault_trees
