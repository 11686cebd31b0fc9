using KubeNet.Netlink.IntegrationTests;

[assembly: AssemblyFixture(typeof(HomeNamespace))]

namespace KubeNet.Netlink.IntegrationTests;

/// <summary>Proves, when every test has run, that no thread of the process was left in another network namespace.</summary>
public sealed class HomeNamespace : IDisposable
{
    public void Dispose()
    {
        List<string> away = ProcessThreads.AwaitHome();
        if (away.Count > 0)
            throw new InvalidOperationException("Threads left in a foreign network namespace: " + string.Join(", ", away));
    }
}
