import type { StaffRoute } from '../route.js';
import { draftRoutes } from './draft-routes.js';
import { editRoutes } from './edit-routes.js';
import { entryRoutes } from './entry-routes.js';
import { historyRoutes } from './history-routes.js';
import type { ContentRouteDependencies } from './content-pages.js';
import { readRoutes } from './read-routes.js';

/** Reading and writing what the bot says. */
export function contentPages(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    ...readRoutes(parts),
    ...entryRoutes(parts),
    ...historyRoutes(parts),
    ...editRoutes(parts),
    ...draftRoutes(parts),
  ];
}
