# The bot, built and started as docs/deploy.md says. Runs as a user without rights, also with a read-only root: it writes to
# /var/lib/dong-hanh (a volume) and /tmp alone. Its database and settings: compose.yaml.
FROM node:24-trixie-slim AS build
WORKDIR /opt/dong-hanh
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY tsconfig.json build.js ./
COPY src src
RUN npm run build

FROM node:24-trixie-slim
# git: an office's own content is kept in a repository of its own (npm run content:init).
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=node --group=node --mode=700 /var/lib/dong-hanh
ENV NODE_ENV=production \
  DATA_DIR=/var/lib/dong-hanh/data \
  npm_config_cache=/tmp/.npm
WORKDIR /opt/dong-hanh
COPY --from=build /opt/dong-hanh .
COPY public public
COPY intents intents
COPY procedures procedures
# node, by number, so that a cluster sees that it is not root.
USER 1000
EXPOSE 3000
# Also while it learns the content at its first start nobody is answered.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
