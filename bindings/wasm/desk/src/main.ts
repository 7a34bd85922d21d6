/** Where the page begins. */

import "./app.js";

import { desk } from "./the-desk.js";

void desk.tries(() => desk.start());

if ("serviceWorker" in navigator && location.protocol.startsWith("http") && !import.meta.env.DEV && !document.getElementById("part-engine")) {
  void navigator.serviceWorker.register("./sw.js");
}
