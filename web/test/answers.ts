// SPDX-License-Identifier: Apache-2.0
// Asks the engine once for what the tests of views read.
import { asked, write } from "./paths";

export default function setup(): void {
  write("waterworks.json", asked("report", "cases/waterworks", "--json"));
  write("house.json", asked("floors", "cases/us-japan-2010", "--json"));
  write("port-game.json", asked("report", "cases/port-game", "--json", "--pairs", "3"));
}
