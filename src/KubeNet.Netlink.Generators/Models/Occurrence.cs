namespace KubeNet.Netlink.Generators.Models;

/// <summary>How often a value stands in its attribute, and an attribute in its record.</summary>
internal enum Occurrence
{
    Once,

    /// <summary>A nest of items.</summary>
    List,

    /// <summary>The attribute stands several times.</summary>
    Repeated,
}
