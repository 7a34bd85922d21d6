import { work } from "../src/work.js";

self.onmessage = (event) => {
  const file = fetch("./charters/nankai-dog-2022.json").then((it) => it.text());
  const said = file.then((it) => work(it, { engine: "./joint_meeting.wasm", files: (name) => `./${name}` }));
  const answer = said.catch(String).then((it) => event.ports[0].postMessage(it));
  event.waitUntil(answer);
};
