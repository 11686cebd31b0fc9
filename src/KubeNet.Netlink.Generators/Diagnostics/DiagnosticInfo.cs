using System.Linq;
using KubeNet.Netlink.Generators.Models;
using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators.Diagnostics;

/// <summary>A diagnostic that can be compared, and so cached.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, ISymbol symbol, params string[] arguments) =>
        new(descriptor, LocationInfo.Of(symbol), new EquatableArray<string>(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location?.ToLocation(), Arguments.Cast<object>().ToArray());
}
