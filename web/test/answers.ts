// SPDX-License-Identifier: Apache-2.0
// Asks the engine once for what the tests of views read.
import { asked, write } from "./paths";

export default function setup(): void {
  write("waterworks.json", asked("report", "cases/waterworks", "--json"));
  write("house.json", asked("floors", "cases/us-japan-2010", "--json"));
  // From packages to which somebody objects.
  write("waterworks-plan.json", asked("report", "cases/waterworks", "--json", "--pairs", "1", "--package", "reservoir plan of 1998"));
  write("us-japan-2010.json", asked("report", "cases/us-japan-2010", "--as-of", "2010-02-08", "--json", "--list", "10", "--pairs", "0"));
  write("port-game.json", asked("report", "cases/port-game", "--json", "--pairs", "3", "--package", "A=A1"));
}
