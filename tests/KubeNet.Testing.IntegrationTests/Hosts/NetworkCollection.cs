using Xunit;

namespace KubeNet.Testing.IntegrationTests.Hosts;

// One at a time, and alone: they look at all namespaces of the machine and at all descriptors of the process.
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NetworkCollection
{
    public const string Name = "networks";
}
