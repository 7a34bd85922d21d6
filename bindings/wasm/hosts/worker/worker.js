import { work } from "../src/work.js";

work().then(postMessage, (why) => postMessage(String(why)));
