#!/bin/bash
# Runs a command inside a user-mode kernel that has every link kind (ipip, gre, vrf, geneve, bond, Open vSwitch, ESP, ...).
#
# The kernel is a plain process: no virtualisation, no disk image. Its root is the host's own file system, so the
# command finds the same programs and the same build output, and what it writes outside /run, /dev/shm and $TMPDIR stays.
# Its network is its own: nothing done to links, routes or sysctls reaches the host.
set -euo pipefail

usage() {
    cat <<'END'
Usage: eng/lab.sh [--timeout SECONDS] [--memory SIZE] [--] COMMAND [ARGUMENT...]

Runs COMMAND as root in a user-mode kernel, in the current directory. Standard output and standard error come through,
standard input is empty, the exit code is COMMAND's own.

  --timeout SECONDS  end the kernel after this long (default 600)
  --memory SIZE      memory of the kernel, as 512M or 4G (default 4G)

Passed on from the environment: PATH, HOME, LANG, CI, DOTNET_*, KUBENET_*.

Exit codes of its own: 124 the deadline passed, 125 the kernel did not run the command.
Needs root and the Debian packages user-mode-linux and kmod.
END
}

fail() {
    echo "lab: $*" >&2
    exit 125
}

timeout=600
memory=4G
while (($# > 0)); do
    case $1 in
        --timeout) timeout=${2:?--timeout needs seconds}; shift 2 ;;
        --memory) memory=${2:?--memory needs a size}; shift 2 ;;
        --help | -h) usage; exit 0 ;;
        --) shift; break ;;
        -*) usage >&2; exit 125 ;;
        *) break ;;
    esac
done
(($# > 0)) || { usage >&2; exit 125; }
[[ $timeout =~ ^[1-9][0-9]*$ ]] || fail "--timeout takes whole seconds, not '$timeout'"
[[ $memory =~ ^[1-9][0-9]*[MG]$ ]] || fail "--memory takes a size as 512M or 4G, not '$memory'"

kernel=${KUBENET_LAB_KERNEL:-linux.uml}
command -v "$kernel" >/dev/null || fail "$kernel is not here. Install it by: apt-get install user-mode-linux"
command -v modprobe >/dev/null || fail "modprobe is not here. Install it by: apt-get install kmod"
((EUID == 0)) || fail "needs root: the command runs as root on the host's file system"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Not in /tmp or /dev/shm: the kernel inside must see this directory at the same path.
work=$(mktemp -d /var/tmp/kubenet-lab.XXXXXX)
kernel_process=

# Called by the traps below.
# shellcheck disable=SC2317
end_kernel() {
    [[ -n $kernel_process ]] || return 0
    kill -TERM "$kernel_process" 2>/dev/null || true
    wait "$kernel_process" || true
}
# shellcheck disable=SC2317
clean_up() {
    end_kernel
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# What the init script reads. The kernel's command line cannot carry spaces, files can.
ln -s "$here/lab-init.sh" "$work/init"
printf '%s' "$PWD" >"$work/directory"
printf '%s\0' "$@" >"$work/command"
for name in PATH HOME LANG CI $(compgen -e DOTNET_) $(compgen -e KUBENET_); do
    [[ -z ${!name+set} ]] || printf '%s=%s\0' "$name" "${!name}"
done >"$work/environment"

# The memory is a file: in RAM if there is room for it.
store=/dev/shm
room=$(df --output=avail -B1M "$store" 2>/dev/null | tail -n 1 || echo 0)
case $memory in
    *G) need=$((${memory%G} * 1024)) ;;
    *) need=${memory%M} ;;
esac
((room >= need)) || store=/var/tmp

preload=
if grep -qwm 1 amx_tile /proc/cpuinfo; then
    command -v gcc >/dev/null || fail "gcc is not here (needed on processors with AMX). Install it by: apt-get install gcc libc6-dev"
    preload=$work/lab-xstate.so
    gcc -shared -fPIC -O2 -o "$preload" "$here/lab-xstate.c"
fi

# Console 0 takes the kernel's own messages, 1 and 2 are the command's standard output and error.
# "timeout" gives the kernel a process group of its own, passes SIGTERM on and ends the whole group if that does not
# help. Should this script be killed, the parent-death signal sets it off.
exec 3>&1 4>&2
SECONDS=0
TMPDIR=$store setpriv --pdeathsig TERM timeout --kill-after 3 "$timeout" env LD_PRELOAD="$preload" "$kernel" \
    mem="$memory" rootfstype=hostfs rootflags=/ rw quiet \
    init="$work/init" LAB_WORK="$work" umid=lab uml_dir="$work/uml/" \
    con=null con0=fd:0,fd:1 con1=null,fd:3 con2=null,fd:4 \
    </dev/null >"$work/console" 2>&1 &
kernel_process=$!
exec 3>&- 4>&-
wait "$kernel_process" 2>/dev/null || true
kernel_process=

[[ ! -e $work/status ]] || exit "$(<"$work/status")"
if ((SECONDS >= timeout)); then
    echo "lab: the deadline of $timeout s passed; ended: $*" >&2
    exit 124
fi
tail -n 30 "$work/console" >&2
fail "the kernel ended before the command did; its last messages stand above"
