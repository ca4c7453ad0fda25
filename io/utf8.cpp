// SPDX-License-Identifier: Apache-2.0
#include "io/utf8.h"

namespace nemawashi::io {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t place) {
  return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
}

bool within(unsigned char byte, unsigned char low, unsigned char high) {
  return byte >= low && byte <= high;
}

/// Length of the well-formed character that begins at `place`, or 0.
std::size_t character_length(std::string_view bytes, std::size_t place) {
  const unsigned char first = byte_at(bytes, place);
  if (first < 0x80) return 1;
  const unsigned char second = byte_at(bytes, place + 1);
  const auto follows = [&](std::size_t offset) {
    return within(byte_at(bytes, place + offset), 0x80, 0xBF);
  };
  if (within(first, 0xC2, 0xDF)) return follows(1) ? 2 : 0;
  if (within(first, 0xE0, 0xEF)) {
    const unsigned char low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : 0xBF;
    return within(second, low, high) && follows(2) ? 3 : 0;
  }
  if (within(first, 0xF0, 0xF4)) {
    const unsigned char low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xF4 ? 0x8F : 0xBF;
    return within(second, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t place = 0;
  while (place < bytes.size()) {
    const std::size_t length = character_length(bytes, place);
    if (length == 0) break;
    place += length;
  }
  return place;
}

}  // namespace nemawashi::io
