/** More possibilities than this are counted instead. */
export const MOST = 6;

/** What would mend a live form; nothing where repairs are not part of what the host has loaded. */
export function repairsOffered(session) {
  try {
    return session.repairs();
  } catch (error) {
    if (error.code !== "repair-missing") throw error;
    return [];
  }
}

/** The first repair and those that are as likely. */
export function likeliest(repairs) {
  const end = repairs.findIndex(({ unique }) => unique);
  if (end === 0) return repairs.slice(0, 1);
  return end < 0 ? repairs : repairs.slice(0, end);
}
