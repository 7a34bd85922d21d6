import { renderToString } from "react-dom/server";
import { work } from "../src/work.js";
import { App } from "./App.js";

console.log(renderToString(<App first={await work()} />).replace(/<[^>]*>/g, ""));
