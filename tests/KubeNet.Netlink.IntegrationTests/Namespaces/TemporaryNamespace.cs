using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.IntegrationTests.Namespaces;

/// <summary>A named namespace for one test, deleted at its end.</summary>
public sealed class TemporaryNamespace : IDisposable
{
    private static int s_count;

    public TemporaryNamespace() => Namespace = NetworkNamespace.Create(NewName());

    public NetworkNamespace Namespace { get; }

    public string Name => Namespace.Name!;

    /// <summary>A name that no other test has, in this process or another.</summary>
    public static string NewName() => $"kn-test-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}";

    public void Dispose()
    {
        Namespace.Dispose();
        NetworkNamespace.TryDelete(Name);
    }
}
