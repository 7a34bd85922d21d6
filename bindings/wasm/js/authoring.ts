/**
 * For authors of charters: once this part of the engine is loaded, `Charter.outline`, `lint`, `checkText`, `diff` and
 * `JointMeeting.touched` answer. A page that only keeps records does not pay for it; in Node it is there from the start.
 */

export { Charter, JointMeeting } from "./index.js";
