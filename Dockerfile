# Web, worker and every command of package.json in one image: the command says which.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# The same for every build (openssl rand -base64 32), so that panels left open go on after an upgrade.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
# Not `output: 'standalone'`: it would hold Next's own server alone, without ours, worker and migrations.
# What only a compiler or a debugger reads goes as well, nearly half of all.
RUN npm run build && npm prune --omit=dev --no-save && rm -rf .data .next/cache \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
  && rm -rf node_modules/monaco-editor && chmod -R a+rX .

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_UPDATE_NOTIFIER=false
# The program belongs to root, and is read by all: whoever got into it could not change it.
COPY --from=build /app ./
# Photos, the list of erasures and the files of earlier builds live here; a volume keeps them.
RUN mkdir -p .data/media .data/backups && chown -R node:node .data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", "src/scripts/launch.mjs", "start"]
