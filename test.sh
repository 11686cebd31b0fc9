#!/bin/bash
# Builds everything and runs every test there is. The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit

usage() {
    cat <<'END'
Usage: ./test.sh [--unit] [--integration] [--lab] [--quick]

Builds KubeNet.sln with warnings as errors, checks the formatting, and runs all tests: unit tests, integration tests in
network namespaces of this machine, integration tests in the lab (a user-mode kernel with every link kind, see
eng/lab.sh), the fuzz target for a short while, and the packages as a user meets them. On Debian it installs the
packages that it needs and does not find.

  --unit         only the unit tests (no root needed)
  --integration  only the integration tests on this machine
  --lab          only what runs in the lab
  --quick        the tests only: no formatting check, no fuzzing, no tests of the lab itself, no package check

The three "only" options can be combined. Exit code 0 if nothing failed; where CI=true, nothing may be skipped either.
END
}

unit='' integration='' lab='' quick=''
for argument in "$@"; do
    case $argument in
        --unit) unit=1 ;;
        --integration) integration=1 ;;
        --lab) lab=1 ;;
        --quick) quick=1 ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done
everything=''
if [[ -z $unit$integration$lab ]]; then
    unit=1 integration=1 lab=1 everything=1
fi
[[ -z $quick ]] || everything=

passed=0 failed=0 skipped=0
results=$PWD/artifacts/tests
mkdir -p "$results"

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0)) || exit 1
    ((skipped == 0)) || [[ ${CI:-} != true ]] || exit 1
    exit 0
}
give_up() {
    echo "test: $*" >&2
    failed=$((failed + 1))
    finish
}

# report NAME PASSED FAILED SKIPPED SECONDS: adds the counts up and prints the suite's line.
report() {
    passed=$((passed + $2))
    failed=$((failed + $3))
    skipped=$((skipped + $4))
    printf '%-46s %5d passed %3d failed %3d skipped %5d s\n' "$@"
}

# check NAME DEADLINE COMMAND...: one check that passes or fails by its exit code; shows its output if it fails.
check() {
    local name=$1 deadline=$2 start=$SECONDS log
    log=$results/${name//[^[:alnum:]]/-}.log
    shift 2
    if timeout -s KILL "$deadline" "$@" >"$log" 2>&1; then
        report "$name" 1 0 0 $((SECONDS - start))
        return 0
    fi
    report "$name" 0 1 0 $((SECONDS - start))
    sed 's/^/    /' "$log"
    return 1
}

# script NAME DEADLINE COMMAND...: a script whose last line is "N passed, N failed, N skipped".
script() {
    local name=$1 deadline=$2 start=$SECONDS log code last
    log=$results/${name//[^[:alnum:]]/-}.log
    shift 2
    timeout -s KILL "$deadline" "$@" >"$log" 2>&1
    code=$?
    last=$(tail -n 1 "$log")
    if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]] &&
        ((BASH_REMATCH[1] > 0 || BASH_REMATCH[2] > 0)) && ((code == 0 || BASH_REMATCH[2] > 0)); then
        report "$name" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}" $((SECONDS - start))
        ((BASH_REMATCH[2] == 0)) || sed '$d; s/^/    /' "$log"
    else
        report "$name" 0 1 0 $((SECONDS - start))
        echo "    ended with exit code $code and without a count"
        sed 's/^/    /' "$log"
    fi
}

# suite NAME RESULT DEADLINE COMMAND...: an xunit executable; the counts come from its result file, never from its
# output. A crash, a passed deadline and a run of no tests at all are failures.
suite() {
    local name=$1 result=$2 deadline=$3 start=$SECONDS code counts
    local log=$results/$result.log xml=$results/$result.xml
    shift 3
    rm -f "$xml"
    timeout -s KILL "$deadline" "$@" -noColor -noLogo -noAutoReporters -result-xml "$xml" >"$log" 2>&1
    code=$?
    counts=$(grep -o -m 1 '<assembly [^>]*>' "$xml" 2>/dev/null)
    attribute() { [[ $counts =~ \ $1=\"([0-9]+)\" ]] && echo "${BASH_REMATCH[1]}" || echo 0; }
    local good bad ignored
    good=$(attribute passed) bad=$(($(attribute failed) + $(attribute errors))) ignored=$(attribute skipped)
    if ((good + bad + ignored > 0 && (code == 0 || bad > 0))); then
        report "$name" "$good" "$bad" "$ignored" $((SECONDS - start))
        ((bad + ignored == 0)) || sed -E '/^  (Discovering|Discovered|Starting|Finished):/d; s/^/    /' "$log"
    else
        report "$name" "$good" $((bad + 1)) "$ignored" $((SECONDS - start))
        echo "    ended with exit code $code after $((good + bad + ignored)) tests (137: its deadline of $deadline s)"
        { head -n 20 "$log"; tail -n +21 "$log" | tail -n 20; } | cut -c 1-240 | sed 's/^/    /'
    fi
}

executable() { echo "artifacts/bin/$1/release/$1"; }

install_missing() {
    local package missing=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    ((${#missing[@]} > 0)) || return 0
    echo "Installing ${missing[*]}"
    local log=$results/apt.log
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 || { tail -n 20 "$log" >&2; give_up "could not install ${missing[*]}"; }
}

# What a test that forgets its namespace would change; without what changes by itself.
host_network() {
    ip -o link | sed -E 's/ (state|qlen) [^ ]+//g'
    ip -o address | sed -E 's/ valid_lft.*//'
    ip route show table all | sed -E 's/ expires .*//'
    ip -6 route show table all | sed -E 's/ expires .*//'
    ip rule
    ip netns list | sort
}

command -v dotnet >/dev/null || give_up "needs the .NET 10 SDK (https://dotnet.microsoft.com/download)"
# The test programs' own launchers do not look in PATH.
export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}

if [[ -n $integration$lab ]]; then
    ((EUID == 0)) || give_up "integration tests and the lab need root (./test.sh --unit does not)"
    if command -v apt-get >/dev/null; then
        install_missing git iproute2 procps kmod user-mode-linux gcc libc6-dev linux-libc-dev
    fi
    host_network >"$results/network-before"
fi

start=$SECONDS
if ! dotnet build KubeNet.sln -c Release -v quiet -nologo -clp:NoSummary >"$results/build.log" 2>&1; then
    sort -u "$results/build.log"
    give_up "the build failed"
fi
echo "Built in $((SECONDS - start)) s"

if [[ -n $everything ]]; then
    check "Formatting" 600 env Configuration=Release dotnet format KubeNet.sln --verify-no-changes --no-restore
fi

projects=()
for path in tests/*/*.csproj; do
    name=$(basename "$path" .csproj)
    [[ $name == *.Fuzz ]] || projects+=("$name")
done

if [[ -n $unit ]]; then
    for name in "${projects[@]}"; do
        [[ $name == *IntegrationTests ]] || suite "$name" "$name" 300 "$(executable "$name")"
    done
fi

if [[ -n $integration ]]; then
    for name in "${projects[@]}"; do
        [[ $name != *IntegrationTests ]] || suite "$name" "$name" 900 "$(executable "$name")" -trait- Runs=Lab
    done
fi

if [[ -n $lab ]]; then
    for name in "${projects[@]}"; do
        [[ $name == *IntegrationTests ]] || continue
        if ! traits=$(timeout -s KILL 60 "$(executable "$name")" -list traits/json 2>&1); then
            report "$name in the lab" 0 1 0 0
            echo "    could not list its tests: $traits"
            continue
        fi
        [[ $traits == *'"Runs":['*'"Lab"'* ]] || continue
        suite "$name in the lab" "$name-lab" 960 eng/lab.sh --timeout 900 -- "$(executable "$name")" -trait Runs=Lab
    done
    [[ -n $quick ]] || script "The lab itself" 300 eng/test-lab.sh
fi

if [[ -n $everything ]]; then
    for path in tests/*.Fuzz/*.csproj; do
        [[ -e $path ]] || continue
        name=$(basename "$path" .csproj)
        check "$name" 300 "$(executable "$name")" --count 500000
    done
    [[ ! -e eng/check-packages.sh ]] || script "Packages as a user meets them" 900 eng/check-packages.sh
fi

if [[ -n $integration$lab ]]; then
    host_network >"$results/network-after"
    check "The machine's own network is as before" 10 diff "$results/network-before" "$results/network-after"
fi

finish
