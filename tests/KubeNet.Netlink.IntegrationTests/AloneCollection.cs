namespace KubeNet.Netlink.IntegrationTests;

/// <summary>Tests that count what the whole process has: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
