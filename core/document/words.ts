/** The words that a document says of itself, by language. A language we have no words in gets English ones. */
export type Words = {
  number: string;
  duplicate: string;
  from: string;
  validUntil: string;
  yes: string;
  no: string;
  sealed: string;
  sealedAt: string;
  verify: string;
  verifyAlt(address: string): string;
  byHand: string;
  date: string;
  page(number: number, of: number): string;
  none: string;
  locale: string;
};

const uk: Words = {
  number: '№',
  duplicate: 'ДУБЛІКАТ',
  from: 'від',
  validUntil: 'Дійсний до',
  yes: 'Так',
  no: 'Ні',
  sealed: 'Документ скріплено електронною печаткою',
  sealedAt: 'Час накладення',
  verify: 'Щоб перевірити документ, наведіть камеру телефона на QR-код або відкрийте сторінку',
  verifyAlt: (address) => `QR-код для перевірки документа: ${address}`,
  byHand: '____________________ (підпис)',
  date: 'Дата',
  page: (number, of) => `Сторінка ${number} з ${of}`,
  none: 'Немає',
  locale: 'uk-UA',
};

const en: Words = {
  number: 'No.',
  duplicate: 'DUPLICATE',
  from: 'of',
  validUntil: 'Valid until',
  yes: 'Yes',
  no: 'No',
  sealed: 'Sealed electronically',
  sealedAt: 'Sealed at',
  verify: 'To verify this document, point the camera of a phone at the QR code or open',
  verifyAlt: (address) => `QR code to verify the document: ${address}`,
  byHand: '____________________ (signature)',
  date: 'Date',
  page: (number, of) => `Page ${number} of ${of}`,
  none: 'None',
  locale: 'en-GB',
};

export const words = (language: string): Words => (language === 'uk' ? uk : en);
