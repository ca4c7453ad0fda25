// SPDX-License-Identifier: Apache-2.0
// Two parties that get points from one issue: a bargaining problem with four packages. Its parties
// are kTown (a) and kCouncil (b) of small_problem.h.
#pragma once

#include <string>

#include "tests/small_problem.h"

namespace nemawashi::tests {

/// One measure and one gate for each of two parties, one issue; `effects` are points of both.
inline model::Case points_game(const std::string& effects, const std::string& parent) {
  return case_of({
      {"case", "id;question;as_of\ngame;What?;2020-01-01"},
      {"parties", "id;name;parent;interests_by\na;A;;analyst\nb;B;" + parent + ";analyst"},
      {"gates", "id;party;source\nga;a;s\ngb;b;s"},
      {"baselines", "id;text;probability;source\nnone;Nothing;1;s"},
      {"issues", "id;name\ni;Issue\ni=w;W\ni=x;X\ni=y;Y\ni=z;Z"},
      {"measures", "id;name;better\npa;Points of A;more\npb;Points of B;more"},
      {"levels", "id;measure;bearer;likely;source\nla;pa;a;0;s\nlb;pb;b;0;s"},
      {"effects", "id;when;measure;bearer;likely;source\n" + effects},
      {"interests",
       "id;party;measure;bearer;worst;best;weight;source\nia;a;pa;a;0;1;1;s\nib;b;pb;b;0;1;1;s"},
      {"sources", "id;title;access\ns;S;public"},
  });
}

inline const std::string kPoints =  // w (1, 6), x (2, 3), y (3, 2), z (7, -1)
    "a1;i = w;pa;a;1;s\na2;i = x;pa;a;2;s\na3;i = y;pa;a;3;s\na4;i = z;pa;a;7;s\n"
    "b1;i = w;pb;b;6;s\nb2;i = x;pb;b;3;s\nb3;i = y;pb;b;2;s\nb4;i = z;pb;b;-1;s";

}  // namespace nemawashi::tests
