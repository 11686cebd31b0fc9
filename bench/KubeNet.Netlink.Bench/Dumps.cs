using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Bench;

/// <summary>Lists tables, as objects or through views.</summary>
internal static class Dumps
{
    private const int Repetitions = 5;

    public static int Routes(BenchMode mode)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.Device).Index;
        var filter = new RouteFilter { Family = AddressFamily.InterNetwork };
        if (mode == BenchMode.View)
        {
            return View<RouteSum>("route-dump", (ref RouteSum sum) => netlink.Routes.Visit(filter, ref sum), new RouteSum(device));
        }

        return Objects("route-dump", () => netlink.Routes.List(filter), route =>
            route.OutputInterface == device && route.Table == 254 && route.Destination is { PrefixLength: 32 } destination
                ? ValueOf(destination.BaseAddress)
                : null);
    }

    public static int Neighbors(BenchMode mode)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.Device).Index;
        var filter = new NeighborFilter { Family = AddressFamily.InterNetwork };
        if (mode == BenchMode.View)
        {
            return View<NeighborSum>("neigh-dump", (ref NeighborSum sum) => netlink.Neighbors.Visit(filter, ref sum), new NeighborSum(device));
        }

        return Objects("neigh-dump", () => netlink.Neighbors.List(filter), neighbor =>
            neighbor.InterfaceIndex == device && (neighbor.State & NeighborState.Permanent) != 0 && neighbor.Destination is not null
                ? (uint)neighbor.LinkLayerAddress.GetValueOrDefault().ToUInt64()
                : null);
    }

    public static int FdbEntries(BenchMode mode)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.VxlanDevice).Index;
        if (mode == BenchMode.View)
        {
            return View<FdbSum>("fdb-dump", (ref FdbSum sum) => netlink.Fdb.Visit(null, ref sum), new FdbSum(device));
        }

        return Objects("fdb-dump", () => netlink.Fdb.List(), entry =>
            entry.InterfaceIndex == device && entry.State == FdbState.Local && entry.Destination is not null
                ? (uint)entry.MacAddress.GetValueOrDefault().ToUInt64()
                : null);
    }

    public static int Links(BenchMode mode)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        return mode == BenchMode.View
            ? View<LinkSum>("link-dump", (ref LinkSum sum) => netlink.Links.Visit(null, ref sum), new LinkSum())
            : Objects("link-dump", () => netlink.Links.List(), link => (uint)Encoding.UTF8.GetByteCount(link.Name!));
    }

    private static int Objects<T>(string scenario, Func<List<T>> list, Func<T, uint?> valueOf)
    {
        var seconds = new double[Repetitions];
        long items = 0;
        ulong checksum = 0;
        for (int i = 0; i < Repetitions; i++)
        {
            long started = Stopwatch.GetTimestamp();
            List<T> found = list();
            seconds[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            items = 0;
            checksum = 0;
            foreach (T item in found)
            {
                if (valueOf(item) is { } value)
                {
                    items++;
                    checksum += value;
                }
            }
        }

        return Print(scenario, items, checksum, seconds);
    }

    private static int View<TSum>(string scenario, Dump<TSum> dump, TSum sum) where TSum : struct, ISum
    {
        var seconds = new double[Repetitions];
        for (int i = 0; i < Repetitions; i++)
        {
            long started = Stopwatch.GetTimestamp();
            dump(ref sum);
            seconds[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        return Print(scenario, sum.Items, sum.Checksum, seconds);
    }

    private static int Print(string scenario, long items, ulong checksum, double[] seconds)
    {
        double first = seconds[0];
        Array.Sort(seconds);
        return Result.Dump(scenario, items, seconds[Repetitions / 2], first, Repetitions, checksum);
    }

    internal static uint ValueOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private delegate void Dump<TSum>(ref TSum sum);

    private interface ISum : INetlinkVisitor
    {
        long Items { get; }

        ulong Checksum { get; }
    }

    private struct RouteSum(int device) : ISum
    {
        public long Items { get; private set; }

        public ulong Checksum { get; private set; }

        public void Begin() => (Items, Checksum) = (0, 0);

        public bool Visit(in NetlinkMessage message)
        {
            var route = new RouteView(message);
            if (route.DestinationLength == 32 && route.Table == 254 && route.OutputInterface == device)
            {
                Items++;
                Checksum += route.DestinationIPv4;
            }

            return true;
        }
    }

    private struct NeighborSum(int device) : ISum
    {
        public long Items { get; private set; }

        public ulong Checksum { get; private set; }

        public void Begin() => (Items, Checksum) = (0, 0);

        public bool Visit(in NetlinkMessage message)
        {
            var neighbor = new NeighborView(message);
            if (neighbor.InterfaceIndex == device && (neighbor.State & NeighborState.Permanent) != 0 && !neighbor.Destination.IsEmpty)
            {
                Items++;
                Checksum += (uint)neighbor.LinkLayerAddress.GetValueOrDefault().ToUInt64();
            }

            return true;
        }
    }

    private struct FdbSum(int device) : ISum
    {
        public long Items { get; private set; }

        public ulong Checksum { get; private set; }

        public void Begin() => (Items, Checksum) = (0, 0);

        public bool Visit(in NetlinkMessage message)
        {
            var entry = new FdbView(message);
            if (entry.InterfaceIndex == device && entry.State == FdbState.Local && !entry.Destination.IsEmpty)
            {
                Items++;
                Checksum += (uint)entry.MacAddress.GetValueOrDefault().ToUInt64();
            }

            return true;
        }
    }

    private struct LinkSum : ISum
    {
        public long Items { get; private set; }

        public ulong Checksum { get; private set; }

        public void Begin() => (Items, Checksum) = (0, 0);

        public bool Visit(in NetlinkMessage message)
        {
            Items++;
            Checksum += (uint)new LinkView(message).Name.Length;
            return true;
        }
    }
}
