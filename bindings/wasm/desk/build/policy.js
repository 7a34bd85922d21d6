/** The policy of a page: nothing may be fetched, framed or sent but what its build allows. */

const ALWAYS = ["default-src 'none'", "img-src data:", "form-action 'none'", "base-uri 'none'"];

/** The page with a policy that allows this besides. */
export const guarded = (page, ...allowed) =>
  page.replace(
    '<meta charset="utf-8" />',
    (it) => `${it}\n    <meta http-equiv="content-security-policy" content="${[...ALWAYS, ...allowed].join("; ")}" />`,
  );
