using System.Net;
using System.Net.Sockets;
using KubeNet.Netlink;

namespace KubeNet.Testing.Hosts;

/// <summary>The addresses around a pod's link, worked out before anything is made.</summary>
/// <param name="OnPod">What the pod's end gets.</param>
/// <param name="OnHost">What the host's end, or the bridge, gets.</param>
/// <param name="Default">Where the pod sends what is not on its link: one for each family.</param>
internal sealed record PodGateways(NetlinkList<InterfaceAddress> OnPod, IReadOnlyList<InterfaceAddress> OnHost, IReadOnlyList<IPAddress> Default)
{
    private static readonly InterfaceAddress s_routed = new(new IPAddress([169, 254, 1, 1]), 32);
    private static readonly InterfaceAddress s_routed6 = new(IPAddress.Parse("fe80::1"), 64);

    public static PodGateways Of(PodSettings settings) =>
        settings.Attachment == PodAttachment.Routed ? OfRouted(settings) : OfBridged(settings);

    private static PodGateways OfRouted(PodSettings settings)
    {
        if (settings.Gateways.Count > 0)
            throw new ArgumentException("A routed pod's gateway cannot be chosen: it is 169.254.1.1 and fe80::1.", nameof(settings));
        var onPod = new List<InterfaceAddress>();
        var onHost = new List<InterfaceAddress>();
        foreach (InterfaceAddress address in settings.Addresses)
        {
            bool isIPv6 = address.Address.AddressFamily == AddressFamily.InterNetworkV6;
            onPod.Add(new InterfaceAddress(address.Address, isIPv6 ? 128 : 32));
            InterfaceAddress gateway = isIPv6 ? s_routed6 : s_routed;
            if (!onHost.Contains(gateway))
                onHost.Add(gateway);
        }
        return new PodGateways(NetlinkList.From(onPod), onHost, [.. onHost.Select(gateway => gateway.Address)]);
    }

    private static PodGateways OfBridged(PodSettings settings)
    {
        var onHost = new List<InterfaceAddress>();
        var defaults = new List<IPAddress>();
        foreach (InterfaceAddress address in settings.Addresses)
        {
            IPAddress gateway = GatewayOf(address, settings.Gateways);
            if (gateway.Equals(address.Address))
                throw new ArgumentException($"The pod's address {address} is that of its gateway.", nameof(settings));
            onHost.Add(new InterfaceAddress(gateway, address.PrefixLength));
            if (!defaults.Exists(other => other.AddressFamily == gateway.AddressFamily))
                defaults.Add(gateway);
        }
        return new PodGateways(settings.Addresses, onHost, defaults);
    }

    private static IPAddress GatewayOf(InterfaceAddress address, NetlinkList<IPAddress> stated)
    {
        foreach (IPAddress gateway in stated)
        {
            if (gateway.AddressFamily != address.Address.AddressFamily)
                continue;
            return address.Network.Contains(gateway)
                ? gateway
                : throw new ArgumentException($"The gateway {gateway} is not in the prefix of the pod's address {address}.");
        }

        byte[] bytes = address.Network.BaseAddress.GetAddressBytes();
        if (address.PrefixLength > (bytes.Length * 8) - 2)
            throw new ArgumentException($"The prefix of the pod's address {address} has no room for a gateway; state one, or use {nameof(PodAttachment)}.{nameof(PodAttachment.Routed)}.");
        bytes[^1]++;
        return new IPAddress(bytes);
    }
}
