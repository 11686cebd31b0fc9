using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.Fuzz;

/// <summary>All that reads bytes from the kernel. Records are found, so that a new one is fuzzed without being named here.</summary>
internal static class Targets
{
    public static List<FuzzTarget> All()
    {
        var targets = new List<FuzzTarget> { new WireTarget() };
        foreach (Type record in typeof(NetlinkWriter).Assembly.GetTypes().Where(IsRecord))
        {
            targets.Add((FuzzTarget)Activator.CreateInstance(typeof(RecordTarget<>).MakeGenericType(record))!);
            if (record.GetProperty("Key") is not null)
            {
                targets.Add((FuzzTarget)Activator.CreateInstance(typeof(ConversationTarget<>).MakeGenericType(record))!);
                targets.Add(AcknowledgementOf(record));
            }
        }

        targets.Add(new ViewTarget<Neighbor>("NeighborView", static (in message) =>
        {
            var view = new NeighborView(message);
            _ = (view.InterfaceIndex, view.State, view.Flags, view.ExtendedFlags, view.Protocol, view.LinkLayerAddress);
            _ = view.ToDestination();
            _ = view.ToNeighbor();
        }));
        targets.Add(new ViewTarget<Link>("LinkView", static (in message) =>
        {
            var view = new LinkView(message);
            _ = (view.HardwareType, view.Index, view.Flags, view.Mtu, view.MasterIndex, view.ParentIndex, view.Group, view.OperationalState);
            _ = view.Name.Length + view.Address.Length + view.KindName.Length;
        }));
        targets.Add(new ViewTarget<Route>("RouteView", static (in message) =>
        {
            var view = new RouteView(message);
            _ = (view.Key, view.Family, view.DestinationIPv4, view.DestinationLength, view.SourceLength, view.TypeOfService, view.Table);
            _ = (view.Protocol, view.Scope, view.Type, view.Flags, view.OutputInterface, view.Priority, view.NexthopId, view.Gateway);
        }));
        targets.Add(new ViewTarget<FdbEntry>("FdbView", static (in message) =>
        {
            var view = new FdbView(message);
            _ = (view.InterfaceIndex, view.State, view.Flags, view.MacAddress, view.Vlan, view.Port, view.Vni, view.SourceVni);
            _ = (view.ViaInterface, view.MasterIndex);
            _ = view.ToDestination();
            _ = view.ToFdbEntry();
        }));
        return targets;
    }

    private static bool IsRecord(Type type) =>
        type is { IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INetlinkRecord<>));

    [SuppressMessage("Globalization", "CA1305", Justification = "Numbers of a property.")]
    private static AcknowledgementTarget AcknowledgementOf(Type record)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        PropertyInfo table = record.GetProperties(All).First(p => p.PropertyType == typeof(NetlinkAttributeTable));
        PropertyInfo header = record.GetProperties(All).First(p => p.Name.EndsWith("HeaderSize", StringComparison.Ordinal));
        return new AcknowledgementTarget((NetlinkAttributeTable)table.GetValue(null)!, (int)header.GetValue(null)!);
    }
}
