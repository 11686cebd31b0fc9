using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KubeNet.Netlink.Generators.Diagnostics;

/// <summary>A position that does not keep its syntax tree alive.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? Of(ISymbol symbol)
    {
        Location? location = symbol.Locations.FirstOrDefault(candidate => candidate.IsInSource);
        return location is null
            ? null
            : new LocationInfo(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
