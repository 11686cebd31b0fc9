using System.Diagnostics;
using System.Globalization;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;

namespace KubeNet.Netlink.Bench;

/// <summary>Makes pairs of veths, moves one end of each to another namespace, configures it there, and deletes the pairs.</summary>
internal static class VethCycle
{
    public static int Run(BenchMode mode, int count)
    {
        if (mode != BenchMode.Single)
        {
            return Result.Unsupported("veth-cycle");
        }

        using NetworkNamespace other = NetworkNamespace.OpenPath(BenchEnvironment.OtherNamespace);
        using RouteNetlink here = RouteNetlink.Connect();
        using RouteNetlink there = other.Connect();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            here.Links.Add(new Link { Name = $"bv{i}", Kind = new VethLink { Peer = new Link { Name = $"pv{i}" } } });
        }

        long created = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            here.Links.MoveTo($"pv{i}", other);
        }

        long moved = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            int index = there.Links.Get($"pv{i}").Index;
            there.Links.SetUp(index);
            there.Addresses.Add(new Address { InterfaceIndex = index, Local = new InterfaceAddress(Changes.Address(0x0ac8_0000u + (uint)i), 32) });
        }

        long configured = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            here.Links.Delete($"bv{i}");
        }

        long deleted = Stopwatch.GetTimestamp();
        return Result.Print($"{{\"scenario\":\"veth-cycle\",\"count\":{count},\"ops\":{count},\"seconds\":{Seconds(started, deleted)},\"create_s\":{Seconds(started, created)},\"move_s\":{Seconds(created, moved)},\"config_s\":{Seconds(moved, configured)},\"delete_s\":{Seconds(configured, deleted)},\"errors\":0}}");
    }

    private static string Seconds(long from, long to) =>
        Stopwatch.GetElapsedTime(from, to).TotalSeconds.ToString("F6", CultureInfo.InvariantCulture);
}
