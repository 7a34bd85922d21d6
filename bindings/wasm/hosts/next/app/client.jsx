"use client";

import { useEffect, useState } from "react";
import { work } from "../../src/work.js";

export default function Client() {
  const [said, say] = useState("…");
  useEffect(() => {
    work().then(say, (why) => say(String(why)));
  }, []);
  return <output id="client">{said}</output>;
}
