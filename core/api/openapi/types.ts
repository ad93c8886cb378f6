/** An object of the OpenAPI specification. */
export type OpenApi = { [keyword: string]: unknown };
