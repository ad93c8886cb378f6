/** The media types of each kind of file that a definition may name. */
export const mediaTypes: { readonly [kind: string]: readonly string[] } = {
  jpeg: ['image/jpeg', 'image/jpg'],
  png: ['image/png'],
  heic: ['image/heic', 'image/heif'],
  webp: ['image/webp'],
  pdf: ['application/pdf', 'application/x-pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  odt: ['application/vnd.oasis.opendocument.text'],
  xml: ['application/xml', 'text/xml'],
  txt: ['text/plain'],
  p7s: ['application/pkcs7-signature', 'application/x-pkcs7-signature'],
  asice: ['application/vnd.etsi.asic-e+zip'],
  mp4: ['video/mp4', 'audio/x-m4a'],
  mp3: ['audio/mpeg'],
  zip: ['application/zip', 'application/x-zip-compressed'],
};
