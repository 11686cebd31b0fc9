#!/bin/bash
# Builds the contender for the netlink benchmarks: artifacts/bench/netlink-bench (NativeAOT) and
# artifacts/bench/jit/netlink-bench. bench/README.md says how to run them beside their peers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=bench/KubeNet.Netlink.Bench
dotnet publish "$project" -c Release -r linux-x64 -v quiet -nologo -o artifacts/bench
dotnet publish "$project" -c Release -r linux-x64 --no-self-contained -p:Jit=true -p:ArtifactsPath="$PWD/artifacts/jit" \
    -v quiet -nologo -o artifacts/bench/jit
ls -l artifacts/bench/netlink-bench artifacts/bench/jit/netlink-bench
