/**
 * Routing of both apps (wouter): `Router base="/workspace"` around the workspace, none around the citizen's
 * pages; `Link`, `Route`, `Switch`, `useLocation`, `useParams` are the router's own.
 */
export { Link, Redirect, Route, Router, Switch, useLocation, useParams } from 'wouter';
