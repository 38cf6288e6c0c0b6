#!/bin/sh
# Publishes dist/ with rclone: docs/hosting/publish.sh <remote>, such as s3:bucket or server:/srv/newsfold
# What a file names is there before the file is, so a visitor finds a whole site at every moment. Only what has
# changed is copied. Run it again after an interruption. To go back, publish an earlier dist/.
set -eu
to=${1:?where to? docs/hosting/publish.sh <remote>}
cd "$(dirname "$0")/../.."

copy() { rclone copy dist "$to" --checksum "$@"; }
forever='Cache-Control: public, max-age=31536000, immutable'
fresh='Cache-Control: no-cache'
hashed='/{assets,data/images,data/cards,data/find/terms,data/find/places,data/find/payloads,data/find/columns,data/find/heat,data/find/quality,data/find/ids,data/find/spelling}/**'
lists='/{index.html,404.html,sitemap.xml,service-worker.js,data/version.json,data/catalog.json}'

# 1. Files named by a hash of their content: nothing names them yet.
copy --filter "+ $hashed" --filter '- *' --header-upload "$forever"
# 2. Pages, feeds and data: new ones, then changed ones, which may name them.
copy --filter "- $hashed" --filter "- $lists" --filter '+ *' --header-upload "$fresh" --ignore-existing
copy --filter "- $hashed" --filter "- $lists" --filter '+ *' --header-upload "$fresh"
# 3. What names the newest of these.
copy --filter "+ $lists" --filter '- *' --header-upload "$fresh"
# 4. What is no longer part of the site goes. An open tab that misses its code loads the new version.
rclone sync dist "$to" --checksum
