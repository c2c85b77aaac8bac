/** The pairs of one customer are looked at anew whenever its names or numbers change, in an import a hundred thousand times. */
export const pairsOfCustomer = `
CREATE INDEX duplicate_pairs_by_second ON duplicate_pairs (second_id);
`
