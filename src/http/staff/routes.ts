import type { StaffRoute } from './route.js';

/** Every way into the staff area, joined: each page module exports its routes and stands here. */
export function staffRoutes(): StaffRoute[] {
  return [];
}
