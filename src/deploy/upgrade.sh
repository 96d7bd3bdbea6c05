#!/usr/bin/env bash
# Brings the servers of this machine to the newest commit, one after the other, without a lost request.
# See UPGRADE.md. SCIM_HOME holds repo/, releases/, data/, .env and current, the release that runs.
set -euo pipefail
umask 022 # The servers read what root makes here.
home=${SCIM_HOME:-/opt/scim}
kept=3

cd "$home/repo"
git pull --ff-only
commit=$(git rev-parse --short=12 HEAD)
release=$home/releases/$commit

# A folder of its own: a server whose files are replaced beneath it answers 500 until it is restarted.
if [ ! -e "$release/.next/scim-build.json" ]; then
  rm -rf "$release"
  mkdir -p "$release" "$home/data"
  git archive HEAD | tar -x -C "$release"
  ln -s "$home/data" "$release/.data"
  ln -s "$home/.env" "$release/.env"
  cd "$release"
  npm ci
  npm run build
fi
cd "$release"
# The old servers go on while the tables change: see "What a migration may do".
npm run migrate

ln -sfn "$release" "$home/current.new"
mv -T "$home/current.new" "$home/current"

mapfile -t units < <(systemctl list-units --plain --no-legend --state=active \
  'scim.service' 'scim-worker.service' 'scim-web@*.service' | cut -d' ' -f1)
for unit in "${units[@]}"; do
  systemctl restart "$unit"
  case $unit in
    scim-web@*) port=${unit//[^0-9]/} ;;
    scim.service) port=$(sed -n 's/^PORT=//p' "$home/.env") ;;
    *) continue ;;
  esac
  # The next one stops only when this one takes requests again.
  curl --silent --fail --output /dev/null --retry 60 --retry-delay 1 --retry-all-errors \
    "http://127.0.0.1:${port:-3000}/readyz" || {
    echo "$unit is not ready with $commit: see journalctl -u $unit, and UPGRADE.md for the way back" >&2
    exit 1
  }
done
echo "Runs $commit: ${units[*]:-no unit was active, start them now}"

find "$home/releases" -mindepth 1 -maxdepth 1 -type d ! -path "$release" -printf '%T@ %p\n' |
  sort -rn | tail -n +"$kept" | cut -d' ' -f2- | xargs -r rm -rf
