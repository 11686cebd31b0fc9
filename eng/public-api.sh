#!/bin/bash
# Writes each package's public API down: src/*/PublicAPI.Unshipped.txt holds what differs from PublicAPI.Shipped.txt,
# that is, from the last release. Look at the difference before you commit it: it is what users will meet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

projects=()
for path in src/*/*.csproj; do
    grep -q '<IsPackable>false' "$path" || projects+=("$path")
done

for path in "${projects[@]}"; do
    directory=$(dirname "$path")
    [[ -e $directory/PublicAPI.Shipped.txt ]] || echo '#nullable enable' >"$directory/PublicAPI.Shipped.txt"
    echo '#nullable enable' >"$directory/PublicAPI.Unshipped.txt"
done

# The analyzer knows best how a symbol is written, so the texts are taken from its messages. An output folder of its
# own makes the compiler run, whatever is up to date.
for path in "${projects[@]}"; do
    directory=$(dirname "$path")
    log=$work/$(basename "$path").log
    if ! dotnet build "$path" -c Release -nologo -clp:NoSummary -p:TrackPublicApi=true -p:TreatWarningsAsErrors=false \
        -p:ArtifactsPath="$work/artifacts" >"$log" 2>&1; then
        grep -E 'error' "$log" >&2 || cat "$log" >&2
        exit 1
    fi
    symbols() { grep -F "$PWD/$path]" "$work"/*.log | sed -nE "s/.* $1: Symbol '(.*)' $2.*/\1/p" | sort -u; }
    {
        echo '#nullable enable'
        symbols RS0017 'is part of the declared API' | sed 's/^/*REMOVED*/'
        symbols RS0016 'is not part of the declared public API'
    } >"$work/unshipped"
    cp "$work/unshipped" "$directory/PublicAPI.Unshipped.txt"
    echo "$directory: $(($(wc -l <"$directory/PublicAPI.Unshipped.txt") - 1)) differences from the last release"
done
