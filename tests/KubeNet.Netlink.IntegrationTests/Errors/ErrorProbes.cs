using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.IntegrationTests.Errors;

/// <summary>What an ordinary user tries in a process of its own; see <see cref="Probe"/>.</summary>
internal static class ErrorProbes
{
    public const string Prefix = "error-";
    public const string AddLink = Prefix + "add-link";
    public const string ConnectTo = Prefix + "connect-to:";
    public const string ListLinks = Prefix + "list-links";

    public static string Run(string name) => name switch
    {
        AddLink => Refusal(AddLinkHere),
        ListLinks => Refusal(ListLinksHere),
        _ when name.StartsWith(ConnectTo, StringComparison.Ordinal) => Refusal(() => Connect(name[ConnectTo.Length..])),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static string AddLinkHere()
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        netlink.Links.Add(new Link { Name = "a0", Kind = new IfbLink() });
        return "made";
    }

    private static string ListLinksHere()
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        return string.Join(' ', netlink.Links.List().Select(static link => link.Name));
    }

    private static string Connect(string name)
    {
        using NetworkNamespace opened = NetworkNamespace.Open(name);
        using RouteNetlink netlink = opened.Connect();
        return "connected";
    }

    private static string Refusal(Func<string> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is NetlinkException or NetworkNamespaceException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
