using Microsoft.CodeAnalysis;

namespace KubeNet.Netlink.Generators;

/// <summary>Writes the codec of each record that declares its netlink attributes.</summary>
[Generator]
public sealed class NetlinkRecordGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
