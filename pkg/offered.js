/** What would mend a live form; nothing where repairs are not part of what the host has loaded. */
export function repairsOffered(session) {
  try {
    return session.repairs();
  } catch (error) {
    if (error.code !== "repair-missing") throw error;
    return [];
  }
}
