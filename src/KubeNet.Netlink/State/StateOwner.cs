using System.Text;

namespace KubeNet.Netlink.State;

/// <summary>
/// Whose a state is, and how its objects are told from those of others: links by a mark in their alias, routes by their
/// protocol number. Two owners in one network namespace need different names and different protocol numbers or tables.
/// </summary>
public sealed record StateOwner
{
    private const int LongestAlias = 255;
    private const string MarkPrefix = "kubenet:";

    /// <summary>Names an owner.</summary>
    /// <param name="name">The name, 1 to 247 bytes.</param>
    /// <param name="routeProtocol">
    /// The route protocol number (<c>RTPROT_*</c>): 5 to 255, one that nobody else uses here. 0 to 4 are the kernel's own and the
    /// administrator's.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The protocol number belongs to the kernel or the administrator.</exception>
    public StateOwner(string name, byte routeProtocol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        int length = Encoding.UTF8.GetByteCount(name);
        if (length > LongestAlias - MarkPrefix.Length)
        {
            throw new ArgumentException(
                $"An owner's name stands in the alias of its links and has {LongestAlias - MarkPrefix.Length} bytes at most; this one has {length}.", nameof(name));
        }

        if (routeProtocol < 5)
        {
            throw new ArgumentOutOfRangeException(
                nameof(routeProtocol), routeProtocol, "Route protocols 0 to 4 are the kernel's and the administrator's: choose 5 to 255.");
        }

        Name = name;
        RouteProtocol = routeProtocol;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The protocol number that marks the owner's routes (<c>rtm_protocol</c>): <c>ip route … proto N</c>.</summary>
    public byte RouteProtocol { get; }

    /// <summary>The table in which all of the owner's routes are; null if they may be in any, and then the main one is meant where none is stated.</summary>
    public uint? RouteTable { get; init; }

    /// <summary>The alias that marks the owner's links (<c>IFLA_IFALIAS</c>): <c>kubenet:NAME</c>.</summary>
    public string LinkMark => MarkPrefix + Name;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
