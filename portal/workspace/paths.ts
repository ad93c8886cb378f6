/** The page of a case. */
export function casePath(of: { readonly service: string; readonly case: string }): string {
  return `/cases/${encodeURIComponent(of.service)}/${encodeURIComponent(of.case)}`;
}

/** A case in the API; `more` are further steps, each of which may hold anything. */
export function caseApi(service: string, id: string, ...more: readonly string[]): string {
  return ['/services', service, 'cases', id, ...more]
    .map((step, n) => (n === 0 ? step : encodeURIComponent(step)))
    .join('/');
}

/** How a task is named in the API: its path, and the consult's id where only an opinion is asked. */
export function taskStep(task: { readonly path: string; readonly consult?: string }): string {
  return task.consult === undefined ? task.path : `${task.path}~${task.consult}`;
}
