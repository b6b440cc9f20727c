#!/usr/bin/env bash
# The browser tests need Chromium. Install Debian's where that is possible; elsewhere they are skipped by name,
# except with CI=true, where a part that can be installed and is missing is a failure.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests"
  for try in 1 2 3; do
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
    echo "try $try of 3 failed" >&2
    sleep 5
  done
fi
echo "Chromium is not installed: the browser tests will be skipped by name (Debian: apt-get install chromium)"
exit 0
