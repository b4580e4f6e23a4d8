# Builds with everything, runs with what is needed. SQLite lives on the volume /data unless DATABASE_URL says otherwise.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/generate-client.mjs scripts/
COPY prisma prisma
RUN npm ci --no-audit --no-fund
COPY src src
COPY prompts prompts
RUN node scripts/generate-client.mjs && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/purser.db \
    PURSER_DATA_DIR=/data \
    PURSER_HTTP_HOST=0.0.0.0
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app /app
USER node
VOLUME /data
# Healthy while the database answers.
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["node", "src/main.ts", "migrate", "--check"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve"]
