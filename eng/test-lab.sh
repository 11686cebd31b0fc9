#!/bin/bash
# Tests of eng/lab.sh itself. The last line is "N passed, N failed, N skipped".
# shellcheck disable=SC2016 # What stands in single quotes is for the shell inside.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

passed=0
failed=0
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT

lab() {
    timeout -s KILL 120 eng/lab.sh "$@" >"$files/out" 2>"$files/err"
    code=$?
}

# check NAME CONDITION...: the condition is a command.
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name (exit code $code)"
        sed 's/^/    out: /' "$files/out" | head -n 20
        sed 's/^/    err: /' "$files/err" | head -n 20
    fi
}
code_is() { [[ $code == "$1" ]]; }
out_is() { [[ $(<"$files/out") == "$1" ]]; }
err_is() { [[ $(<"$files/err") == "$1" ]]; }
err_has() { [[ $(<"$files/err") == *"$1"* ]]; }
# Whether no kernel and no file of a lab is left, other labs aside that ran before.
nothing_left() { [[ $(traces) == "$before" ]]; }
traces() {
    ls -d /var/tmp/kubenet-lab.* 2>/dev/null
    grep -alz '^linux\.uml$' /proc/[0-9]*/cmdline 2>/dev/null
}
before=$(traces)

lab -- bash -c 'echo to out; echo to err >&2; exit 7'
check "the exit code comes through" code_is 7
check "standard output comes through" out_is "to out"
check "standard error comes through, apart" err_is "to err"

lab -- seq 1 30000
check "long output comes whole" cmp -s "$files/out" <(seq 1 30000)

lab -- printf '<%s>\n' 'two words' '' "it's \"\$HOME\" *" $'tab\there' 'ünï'
check "arguments arrive as given" out_is "$(printf '<%s>\n' 'two words' '' "it's \"\$HOME\" *" $'tab\there' 'ünï')"

KUBENET_GREETING='good day' lab -- bash -c 'echo "$PWD|$KUBENET_GREETING|$(cat | wc -c)|$EUID|$(hostname)"'
check "directory, environment, empty input, root" out_is "$PWD|good day|0|0|kubenet-lab"

lab --memory 512M -- bash -euc '
    for kind in dummy ipip gre vrf geneve bond ifb bridge vxlan; do ip link add "t-$kind" type "$kind" $(
        case $kind in
            ipip | gre) echo local 192.0.2.1 remote 192.0.2.2 ;;
            vrf) echo table 10 ;;
            geneve) echo id 1 remote 192.0.2.2 ;;
            vxlan) echo id 1 dstport 4789 ;;
        esac); done
    ip netns add other && ip link add v0 type veth peer name v1 netns other
    ip address add fe80::1/64 dev lo
    [[ $(ip -br link show lo) == *,UP* ]] && echo ok'
check "link kinds that ordinary kernels lack, namespaces and loopback work" out_is ok

lab -- no-such-program
check "a program that is not there gives 127" code_is 127

lab --timeout 4 -- sleep 1000
check "a passed deadline gives 124" code_is 124
check "a passed deadline is named" err_has "the deadline of 4 s passed"
check "nothing is left after the deadline" nothing_left

eng/lab.sh -- bash -c 'echo started; sleep 1000' >"$files/out" 2>"$files/err" &
lab_process=$!
for ((i = 0; i < 600; i++)); do
    [[ -s $files/out ]] && break
    read -rt 0.1 <> <(:)
done
kill -TERM "$lab_process"
wait "$lab_process"
code=$?
check "output streams while the command runs" out_is started
check "an ended lab gives 143" code_is 143
check "nothing is left after a signal" nothing_left

KUBENET_LAB_KERNEL=linux.not-there lab -- true
check "a missing package gives 125" code_is 125
check "a missing package is named with its remedy" err_has "apt-get install user-mode-linux"

lab --timeout soon -- true
check "a wrong option gives 125" code_is 125

lab
check "no command shows the usage" err_has "Usage:"

echo "$passed passed, $failed failed, 0 skipped"
((failed == 0))
