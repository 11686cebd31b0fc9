using KubeNet.Netlink.IntegrationTests.Namespaces;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.IntegrationTests.Links;

/// <summary>A test on links in a namespace of its own.</summary>
public abstract class LinkTest : IDisposable
{
    private readonly TemporaryNamespace _namespace = new();
    private readonly RouteNetlink _netlink;

    protected LinkTest()
    {
        _netlink = _namespace.Namespace.Connect();
        Links = _netlink.Links;
    }

    protected LinkOperations Links { get; }

    protected NetworkNamespace Namespace => _namespace.Namespace;

    public void Dispose()
    {
        _netlink.Dispose();
        _namespace.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs <c>ip</c> in the namespace.</summary>
    protected string Ip(string arguments) => IpCommand.Run($"-n {_namespace.Name} {arguments}");
}
