/** How a case came that nobody applied for: from an officer of their own motion, from the calendar. */
export type OwnMotion = 'officer' | 'schedule';

/** Whether nobody applied for a case: its applicant is whom it concerns, and did not ask for it (decision 19). */
export const ofOwnMotion = ({ channel }: { channel: string }): boolean =>
  channel === 'officer' || channel === 'schedule';
