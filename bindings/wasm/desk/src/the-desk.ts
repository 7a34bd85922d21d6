/** The one desk of this page. */

import { Desk } from "./model/desk.js";

export const desk = new Desk();
