using System.Net;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.Bench;

/// <summary>Tells heap and resident memory over many single requests: what does not grow does not leak.</summary>
internal static class Memory
{
    private const int Steps = 10;

    public static int Run(int count)
    {
        using RouteNetlink netlink = RouteNetlink.Connect();
        int device = netlink.Links.Get(BenchEnvironment.Device).Index;
        IPAddress gateway = BenchEnvironment.Gateway;
        var destination = new IPNetwork(IPAddress.Parse("10.0.0.1"), 32);
        for (int step = 0; step <= Steps; step++)
        {
            GC.Collect();
            Result.Print($"{{\"scenario\":\"memory\",\"ops\":{(long)count * step / Steps},\"heap_bytes\":{GC.GetTotalMemory(forceFullCollection: true)},\"resident_bytes\":{Environment.WorkingSet}}}");
            for (int i = 0; i < count / Steps / 2 && step < Steps; i++)
            {
                var route = new Route { Destination = destination, Gateway = gateway, OutputInterface = device };
                netlink.Routes.Add(route);
                netlink.Routes.Delete(route);
            }
        }

        return 0;
    }
}
