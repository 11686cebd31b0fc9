using System.Runtime.InteropServices;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Transport;
using static KubeNet.Netlink.Interop.rtnetlink;

namespace KubeNet.Netlink.State;

/// <summary>Tells notifications that may concern an owner's state from the many that do not.</summary>
internal sealed class DriftVisitor(StateOwner owner) : INetlinkVisitor
{
    private readonly HashSet<int> _managed = [];

    /// <summary>Whether the state has to be compared anew.</summary>
    public bool IsConcerned { get; private set; }

    /// <summary>The state was read; what is told from now on may be news.</summary>
    public void Begin(NetworkSnapshot snapshot)
    {
        IsConcerned = false;
        _managed.Clear();
        foreach (int index in snapshot.ManagedIndexes)
        {
            _managed.Add(index);
        }
    }

    public void Begin() => Concern();

    public void Concern() => IsConcerned = true;

    public bool Visit(in NetlinkMessage message)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        switch (message.Header.Type)
        {
            case RTM_NEWLINK or RTM_DELLINK:
                Concern();
                break;
            case RTM_NEWROUTE or RTM_DELROUTE when payload.Length >= Routes.Route.HeaderSize:
                // Of a route that takes another's place nothing is told but the new one.
                IsConcerned |= MemoryMarshal.Read<rtmsg>(payload).rtm_protocol == owner.RouteProtocol
                    || (message.Header.Flags & NetlinkMessageFlags.Replace) != 0;
                break;
            case RTM_NEWNEIGH or RTM_DELNEIGH or RTM_NEWADDR or RTM_DELADDR when payload.Length >= 2 * sizeof(int):
                // Both ifaddrmsg and ndmsg have the interface there.
                IsConcerned |= _managed.Contains(MemoryMarshal.Read<int>(payload[sizeof(int)..]));
                break;
        }

        return true;
    }
}
