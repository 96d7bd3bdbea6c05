#!/usr/bin/env bash
# Brings the containers of compose.yaml to the newest commit, without a lost request. See UPGRADE.md.
# What is given goes to the build: --pull renews the base images as well.
set -euo pipefail
cd "$(dirname "$0")/../.."

git pull --ff-only
# The old ones serve meanwhile. A plain `up` would take them away before the tables change, and leave
# nothing where that fails.
docker compose build "$@"
docker compose run --rm -T --no-deps migrate
# Caddy holds requests for the seconds in which the web server is replaced.
docker compose up --detach
docker compose exec -T caddy caddy reload --config /etc/caddy/Caddyfile
docker image prune --force
echo "Runs $(git rev-parse --short=12 HEAD)"
