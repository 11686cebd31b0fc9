#!/bin/bash
# Builds the cluster lab if its sources are newer than its last build, and runs it: ./demo.sh --help says with what.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$root/artifacts/bin/ClusterLab/release/ClusterLab

needs_root=1
for argument in "$@"; do
    case $argument in
        --help | -h | "-?" | --version) needs_root= ;;
    esac
done
if [[ -n $needs_root ]] && ((EUID != 0)); then
    echo "demo: needs root: it makes network namespaces. Try: sudo ./demo.sh $*" >&2
    exit 1
fi
if ! command -v dotnet >/dev/null; then
    echo "demo: needs the .NET 10 SDK (https://dotnet.microsoft.com/download)" >&2
    exit 1
fi
# The program's own launcher does not look in PATH.
export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}

# The assembly is touched even when the build finds nothing to do, so that the next start need not ask it again.
assembly=$program.dll
if [[ ! -x $program ]] || [[ -n $(find "$root/src" "$root/samples/ClusterLab" "$root"/Directory.*.props \
    -newer "$assembly" -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' \) -print -quit) ]]; then
    echo "Building the cluster lab ..." >&2
    log=$(mktemp)
    if ! dotnet build "$root/samples/ClusterLab" -c Release -v quiet -nologo >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
    touch "$assembly"
fi

exec "$program" "$@"
