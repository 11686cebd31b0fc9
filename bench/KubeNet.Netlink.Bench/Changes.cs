using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Bench;

/// <summary>Makes and deletes many objects.</summary>
internal static class Changes
{
    public static int Nothing()
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        return Result.Operations("noop", 0, 0, 0);
    }

    public static int AddRoutes(BenchMode mode, int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        return Run(netlink.Routes, "route-add", mode, count, Routes(netlink), deletes: false);
    }

    public static int DeleteRoutes(BenchMode mode, int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        return Run(netlink.Routes, "route-del", mode, count, Routes(netlink), deletes: true);
    }

    public static int AddNeighbors(BenchMode mode, int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.Device).Index;
        return Run(netlink.Neighbors, "neigh-add", mode, count, i => new Neighbor
        {
            InterfaceIndex = device,
            Destination = Address(0x0a00_0000u + (uint)i),
            LinkLayerAddress = MacAddress.FromUInt64(0x0201_0000_0000ul + (uint)i),
        }, deletes: false);
    }

    public static int AddFdbEntries(BenchMode mode, int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.VxlanDevice).Index;
        return Run(netlink.Fdb, "fdb-add", mode, count, i => new FdbEntry
        {
            InterfaceIndex = device,
            MacAddress = MacAddress.FromUInt64(0x0200_0000_0000ul + (uint)i),
            Destination = Address(0xc613_0000u + ((uint)i % 60000)),
            IsSelf = true,
        }, deletes: false);
    }

    private static Func<int, Route> Routes(RouteNetlink netlink)
    {
        int device = netlink.Links.Get(BenchEnvironment.Device).Index;
        IPAddress gateway = BenchEnvironment.Gateway;
        return i => new Route
        {
            Destination = new IPNetwork(Address(0x0a00_0000u + (uint)i), 32),
            Gateway = gateway,
            OutputInterface = device,
        };
    }

    private static int Run<T, TKey, TFilter>(
        NetlinkOperations<T, TKey, TFilter> operations, string scenario, BenchMode mode, int count, Func<int, T> make, bool deletes)
        where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
        where TKey : struct, IEquatable<TKey>
        where TFilter : class, INetlinkFilter<T>, new()
    {
        long started = Stopwatch.GetTimestamp();
        int errors = mode == BenchMode.Batch ? Batch(operations, count, make, deletes) : Single(operations, count, make, deletes);
        return Result.Operations(scenario, count, Stopwatch.GetElapsedTime(started).TotalSeconds, errors);
    }

    private static int Single<T, TKey, TFilter>(NetlinkOperations<T, TKey, TFilter> operations, int count, Func<int, T> make, bool deletes)
        where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
        where TKey : struct, IEquatable<TKey>
        where TFilter : class, INetlinkFilter<T>, new()
    {
        int errors = 0;
        for (int i = 0; i < count; i++)
        {
            if (!(deletes ? operations.TryDelete(make(i)) : operations.TryAdd(make(i))))
            {
                errors++;
            }
        }

        return errors;
    }

    private static int Batch<T, TKey, TFilter>(NetlinkOperations<T, TKey, TFilter> operations, int count, Func<int, T> make, bool deletes)
        where T : class, INetlinkRecord<T>, INetlinkObject<TKey>
        where TKey : struct, IEquatable<TKey>
        where TFilter : class, INetlinkFilter<T>, new()
    {
        NetlinkBatch batch = operations.Connection.CreateBatch();
        for (int i = 0; i < count; i++)
        {
            if (deletes)
            {
                operations.Delete(batch, make(i));
            }
            else
            {
                operations.Add(batch, make(i));
            }
        }

        return batch.Execute().Failures.Count;
    }

    internal static IPAddress Address(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return new IPAddress(bytes);
    }
}
