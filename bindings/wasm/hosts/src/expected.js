/** What `work` says in every host. */
export const EXPECTED = "1 unit.removal_provided_for PK PK";
