#!/bin/bash
# Meets the packages as a user does: packs them, installs them into a fresh project from a folder, builds the README's
# program (the first csharp block after the marker "<!-- program -->"), runs it in a fresh network namespace, publishes
# it as NativeAOT with warnings as errors, and measures its time from start to exit.
# The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

limit_ms=10
readme=${1:-README.md}
packages=$PWD/artifacts/packages
# Packages are installed here, not in the user's cache, where an older build of the same version could stand in.
cache=$PWD/artifacts/check-packages
work=$(mktemp -d)
namespace=kubenet-check-$$
trap 'ip netns delete "$namespace" 2>/dev/null; rm -rf "$work"' EXIT

passed=0 failed=0
finish() {
    echo "$passed passed, $failed failed, 0 skipped"
    ((failed == 0))
    exit
}
pass() { passed=$((passed + 1)); echo "ok      $1"; }
# fail NAME [LOG]
fail() {
    failed=$((failed + 1))
    echo "FAILED  $1"
    [[ ! -e ${2:-} ]] || sed 's/^/    /' "$2"
}
# try NAME COMMAND...: without it nothing that follows makes sense, so a failure ends the run.
try() {
    local name=$1
    shift
    if "$@" >"$work/log" 2>&1; then pass "$name"; else fail "$name" "$work/log"; finish; fi
}

rm -rf "$packages" "$cache"/kubenet.*
try "packages are packed" dotnet pack KubeNet.sln -c Release -nologo -v quiet

references=
names=()
for path in src/*/*.csproj; do
    grep -q '<IsPackable>false' "$path" && continue
    name=$(basename "$path" .csproj)
    file=$(compgen -G "$packages/$name.[0-9]*.nupkg")
    try "$name has a package and its symbols" test -s "${file:-none}" -a -s "${file%.nupkg}.snupkg"
    version=$(basename "${file#"$packages/$name."}" .nupkg)
    names+=("$name/$version")
    references+="    <PackageReference Include=\"$name\" Version=\"$version\" />"$'\n'
done

mkdir "$work/app"
awk '/^<!-- program -->/ { armed = 1 } armed && /^```csharp/ { inside = 1; next } inside && /^```/ { exit } inside' \
    "$readme" >"$work/app/Program.cs"
try "$readme has a program after the marker" test -s "$work/app/Program.cs"

cat >"$work/nuget.config" <<END
<configuration>
  <config>
    <add key="globalPackagesFolder" value="$cache" />
  </config>
  <packageSources>
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
END
cat >"$work/app/app.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <PublishAot>true</PublishAot>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
  <ItemGroup>
$references  </ItemGroup>
</Project>
END

try "the program builds against the packages" dotnet build "$work/app" -c Release -nologo -v quiet -o "$work/built"
for package in "${names[@]}"; do
    installed=$cache/${package,,}
    name=${package%/*}
    try "$name carries its readme, icon and documentation" \
        test -s "$installed/README.md" -a -s "$installed/icon.png" -a -s "$installed/lib/net10.0/$name.xml"
    generator=src/$name.Generators
    [[ ! -d $generator ]] || try "$name carries its generator" test -s "$installed/analyzers/dotnet/cs/$name.Generators.dll"
done

try "a network namespace for the program" ip netns add "$namespace"
ip -n "$namespace" link set lo up
try "the program runs" timeout -s KILL 60 ip netns exec "$namespace" "$work/built/app"
cp "$work/log" "$work/output"
ip netns delete "$namespace"

try "the program is published as NativeAOT without a warning" \
    dotnet publish "$work/app" -c Release -nologo -v quiet -o "$work/native"

try "a network namespace for the native program" ip netns add "$namespace"
ip -n "$namespace" link set lo up
try "the native program runs" timeout -s KILL 60 ip netns exec "$namespace" "$work/native/app"

# Start to exit, the best of twenty; the shell that measures is inside the namespace already.
# shellcheck disable=SC2016
measure='
    best=999999999
    for _ in {1..20}; do
        start=${EPOCHREALTIME//[.,]/}
        "$1" >/dev/null 2>&1
        end=${EPOCHREALTIME//[.,]/}
        ((end - start < best)) && best=$((end - start))
    done
    echo "$best"'
best=$(timeout -s KILL 120 ip netns exec "$namespace" bash -c "$measure" measure "$work/native/app")
size=$(stat -c %s "$work/native/app")
line="the native program starts and ends within $limit_ms ms"
if [[ -n $best ]] && ((best < limit_ms * 1000)); then pass "$line"; else fail "$line"; fi
echo "        best of 20: $((${best:-0} / 1000)).$(printf %03d $((${best:-0} % 1000))) ms; $((size / 1024)) KiB"

finish
