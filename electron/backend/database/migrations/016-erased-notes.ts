/** The note of a check can speak of a person, too: an erasure that names the check may take the person out of it (rules 6, 11). */
export const erasedNotes = `
DROP TRIGGER verifications_frozen;
CREATE TRIGGER verifications_frozen BEFORE UPDATE ON verifications
  WHEN NEW.id IS NOT OLD.id OR NEW.customer_id IS NOT OLD.customer_id OR NEW.item IS NOT OLD.item OR NEW.checked_on IS NOT OLD.checked_on
    OR NEW.verifier_id IS NOT OLD.verifier_id OR NEW.recorded_at IS NOT OLD.recorded_at
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'verification' AND record = OLD.id || '')
  BEGIN SELECT raise(ABORT, 'a verification does not change'); END;
`
