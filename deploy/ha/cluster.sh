# shellcheck shell=bash disable=SC2034 # the names are used by those who source this
# Sourced by up, down and fail-primary: where everything lies, which port is whose, and how processes are started and found.
umask 077
PATH=$PATH:/usr/sbin
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
script=deploy/ha/$(basename "$0")

# These variables have no prefix AGENTSETTINGS_, because the service takes every variable that has it for a configuration key.
if ((EUID == 0)); then
  dir=${HA_DIR:-/var/lib/agentsettings-ha}
  # PostgreSQL refuses to run as root.
  as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env)
else
  dir=${HA_DIR:-$HOME/.local/state/agentsettings-ha}
  as_postgres=()
fi
dir=$(realpath -m "$dir")
mark=$dir/.agentsettings-ha # only a folder with this file in it is ever written to or removed

base=${HA_PORT:-17400}
clients_port=$base
service_port() { echo $((base + $1)); }
management_port() { echo $((base + 3 + $1)); }
postgres_port() { echo $((base + 10 + $1)); }
patroni_port() { echo $((base + 20 + $1)); }
etcd_port() { echo $((base + 30 + $1)); }
etcd_peer_port() { echo $((base + 40 + $1)); }

nodes=(1 2 3)

postgres_hosts=127.0.0.1:$(postgres_port 1),127.0.0.1:$(postgres_port 2),127.0.0.1:$(postgres_port 3)
jdbc_url="jdbc:postgresql://$postgres_hosts/agentsettings?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&socketTimeout=3"
psql_url="postgresql://$postgres_hosts/agentsettings?target_session_attrs=read-write&connect_timeout=2"

fail() {
  echo "$script: $*" >&2
  exit 1
}

# A process of ours works in the run folder; a number that was given to another process since then doesn't.
running() {
  local pid
  pid=$(cat "$dir/pid/$1" 2>/dev/null) && [[ $(readlink "/proc/$pid/cwd") == "$dir"/* ]]
}

# start NAME COMMAND...: runs it in a session of its own, in its own folder, unless it runs already.
start() {
  local name=$1
  shift
  running "$name" && return
  (cd "$dir/$name" && exec setsid "$@" </dev/null >>"$dir/log/$name.log" 2>&1) &
  echo $! >"$dir/pid/$name"
}

# wait_until SECONDS WHAT COMMAND...: tries the command until it succeeds.
wait_until() {
  local deadline=$((SECONDS + $1)) what=$2 began=$SECONDS
  shift 2
  "$@" && return
  printf 'Waiting until %s ' "$what" >&2
  until "$@"; do
    ((SECONDS < deadline)) || { echo " timed out after $((SECONDS - began)) s" >&2 && return 1; }
    sleep 1
    printf . >&2
  done
  echo " $((SECONDS - began)) s" >&2
}

# Whether node N has, by its Patroni, the role: primary, sync or replica (which includes sync).
has_role() {
  curl --noproxy '*' --silent --fail --max-time 2 --output /dev/null "http://127.0.0.1:$(patroni_port "$1")/$2"
}

# Prints the first node with the role.
node_with_role() {
  local n
  for n in "${nodes[@]}"; do
    has_role "$n" "$1" && echo "$n" && return
  done
  return 1
}

postmaster_of() { head -n 1 "$dir/node$1/data/postmaster.pid" 2>/dev/null; }
