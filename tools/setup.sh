# Installs what is missing on Debian 12. Sourced by ./run and ./test; does nothing, and needs no network, when all is there.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# packages_of build check -> their names
packages_of() {
  local wanted=" $* " section=""
  while read -r line; do
    case $line in
      '#'* | '') ;;
      '['*']') section=${line:1:-1} ;;
      *) [[ $wanted == *" $section "* ]] && printf '%s\n' "$line" ;;
    esac
  done <"$root/tools/packages.txt"
}

install_packages() {
  local missing=() package
  for package in $(packages_of "$@"); do
    # A newer Node of the user's own brings npm with it.
    if [ "$package" = npm ] || [ "$package" = nodejs ]; then
      command -v node >/dev/null && command -v npm >/dev/null && continue
    fi
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "These packages are missing, and there is no sudo to install them: ${missing[*]}"; exit 1; }
    sudo=sudo
  fi
  say "Installing: ${missing[*]}"
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  # PostgreSQL's own cluster is not wanted: the tests start theirs.
  if [[ " ${missing[*]} " == *" postgresql-15 "* ]]; then
    $sudo mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# web_modules DIR: npm ci when the lock file has changed since the last time.
web_modules() {
  local lock=$1/package-lock.json mark=$1/node_modules/.installed-for
  local wanted
  wanted=$(sha256sum <"$lock")
  [ "$(cat "$mark" 2>/dev/null)" = "$wanted" ] && return
  say "Installing the web packages of ${1#"$root"/}"
  (cd "$1" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2)
  printf '%s' "$wanted" >"$mark"
}

# Builds web/dist when a source of it is newer.
build_web() {
  web_modules "$root/web"
  local newest
  newest=$(cd "$root" && find web/src web/index.html web/public web/scripts web/*.ts web/*.json texts/permissions.json -type f -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -n 1 | cut -d' ' -f1)
  local built
  built=$(stat -c %Y "$root/web/dist/index.html" 2>/dev/null || echo 0)
  [ "${newest%.*}" -lt "$built" ] && return
  say "Building the web pages"
  (cd "$root/web" && npm run --silent build >&2)
}

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  [ -e "$root/build/$preset/build.ninja" ] || (cd "$root" && cmake --preset "$preset" >&2)
  (cd "$root" && cmake --build "build/$preset" ${1:+--target "$@"} >&2)
}
