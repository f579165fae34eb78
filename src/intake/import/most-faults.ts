/** A table with more wrong cells and rows than this is none of skills: reading stops there, and says so. */
export const mostFaults = 5000;

/** Said at the row below which a table is not read. */
export const tooManyFaults = `more than ${mostFaults} rows or cells are wrong; the rest of the file is not read`;
