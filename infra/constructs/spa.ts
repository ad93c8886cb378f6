/**
 * The CloudFront function that answers an address of an application with its page, so that a reload works: what has
 * no file ending belongs to the application of its first folder. Never by error pages: those would turn the API's
 * 404 into pages. JavaScript of CloudFront's runtime 2.0, asked before the cache.
 */
export const spaRewrite = `
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') >= 0) return request;
  var first = request.uri.split('/')[1];
  request.uri = first === 'workspace' || first === 'design' ? '/' + first + '/index.html' : '/index.html';
  return request;
}
`.trim();
