import { work } from "../../src/work.js";
import Client from "./client";

export const dynamic = "force-dynamic";

export default async function Page() {
  return (
    <main>
      <output id="server">{await work()}</output>
      <Client />
    </main>
  );
}
