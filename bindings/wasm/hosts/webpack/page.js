import { work } from "../src/work.js";

work().then(
  (it) => (document.querySelector("output").textContent = it),
  (why) => (document.querySelector("output").textContent = String(why)),
);
