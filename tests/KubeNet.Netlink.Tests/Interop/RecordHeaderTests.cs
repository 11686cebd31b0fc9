using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using KubeNet.Netlink.Addresses;
using KubeNet.Netlink.Bridges;
using KubeNet.Netlink.Links;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Neighbors;
using KubeNet.Netlink.Protocol;
using KubeNet.Netlink.Routes;

namespace KubeNet.Netlink.Tests.Interop;

/// <summary>The header fields that records declare, compared with the structs of the kernel's headers.</summary>
public sealed class RecordHeaderTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>By record: the struct, and the field of each property.</summary>
    private static readonly Dictionary<Type, (string Struct, Dictionary<string, string> Fields)> s_records = new()
    {
        [typeof(Link)] = ("ifinfomsg", new()
        {
            ["HardwareType"] = "ifi_type",
            ["Index"] = "ifi_index",
            ["Flags"] = "ifi_flags",
            ["ChangedFlags"] = "ifi_change",
        }),
        [typeof(Address)] = ("ifaddrmsg", new()
        {
            ["FamilyNumber"] = "ifa_family",
            ["PrefixLength"] = "ifa_prefixlen",
            ["LowFlags"] = "ifa_flags",
            ["ScopeNumber"] = "ifa_scope",
            ["InterfaceIndex"] = "ifa_index",
        }),
        [typeof(Route)] = ("rtmsg", new()
        {
            ["FamilyNumber"] = "rtm_family",
            ["DestinationLength"] = "rtm_dst_len",
            ["SourceLength"] = "rtm_src_len",
            ["TypeOfService"] = "rtm_tos",
            ["TableNumber"] = "rtm_table",
            ["ProtocolNumber"] = "rtm_protocol",
            ["ScopeNumber"] = "rtm_scope",
            ["TypeNumber"] = "rtm_type",
            ["SettableFlags"] = "rtm_flags",
        }),
        [typeof(NextHop)] = ("rtnexthop", new() { ["FlagBits"] = "rtnh_flags", ["Hops"] = "rtnh_hops", ["InterfaceIndex"] = "rtnh_ifindex" }),
        [typeof(Neighbor)] = ("ndmsg", new()
        {
            ["Family"] = "ndm_family",
            ["InterfaceIndex"] = "ndm_ifindex",
            ["State"] = "ndm_state",
            ["Flags"] = "ndm_flags",
            ["Type"] = "ndm_type",
        }),
        [typeof(FdbEntry)] = ("ndmsg", new()
        {
            ["Family"] = "ndm_family",
            ["InterfaceIndex"] = "ndm_ifindex",
            ["WireState"] = "ndm_state",
            ["WireFlags"] = "ndm_flags",
        }),
        [typeof(NamespaceIdMessage)] = ("rtgenmsg", []),
    };

    [Fact]
    public void A_field_lies_where_the_struct_has_it()
    {
        var body = new StringBuilder();
        var ours = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach ((Type record, (string name, Dictionary<string, string> fields)) in s_records)
        {
            // Attributes begin at the next multiple of four (NLMSG_ALIGN).
            Add($"{record.Name}/size", $"NLMSG_ALIGN(sizeof(struct {name}))", record.GetCustomAttribute<NetlinkRecordAttribute>()!.HeaderSize);
            foreach (PropertyInfo property in HeaderOf(record))
            {
                string field = fields[property.Name];
                Add($"{record.Name}.{property.Name}", $"offsetof(struct {name}, {field})", property.GetCustomAttribute<NetlinkHeaderAttribute>()!.Offset);
                Add($"{record.Name}.{property.Name}/size", $"sizeof(((struct {name} *)0)->{field})", SizeOf(property.PropertyType));
            }
        }

        Assert.Equal(new SortedDictionary<string, long>(CProgram.Run(Program(body)), StringComparer.Ordinal), ours);

        void Add(string name, string expression, long value)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"    V({name}, {expression})");
            ours.Add(name, value);
        }
    }

    [Fact]
    public void Every_record_with_a_header_is_compared_field_by_field()
    {
        IEnumerable<Type> withHeader = typeof(Link).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<NetlinkRecordAttribute>() is { HeaderSize: > 0 });

        Assert.Equal(withHeader.Select(static type => type.Name).Order(), s_records.Keys.Select(static type => type.Name).Order());
        Assert.All(s_records, static pair => Assert.Equal(pair.Value.Fields.Keys.Order(), HeaderOf(pair.Key).Select(static property => property.Name).Order()));
    }

    private static IEnumerable<PropertyInfo> HeaderOf(Type record) =>
        record.GetProperties(Declared).Where(static property => property.IsDefined(typeof(NetlinkHeaderAttribute)));

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static string Program(StringBuilder body) =>
        $$"""
        #include <stddef.h>
        #include <stdio.h>
        #include <sys/socket.h>
        #include <linux/rtnetlink.h>
        #include <linux/if_addr.h>
        #include <linux/neighbour.h>
        #define V(name, value) printf("%s %lld\n", #name, (long long)(value));
        int main(void)
        {
        {{body}}
            return 0;
        }
        """;
}
