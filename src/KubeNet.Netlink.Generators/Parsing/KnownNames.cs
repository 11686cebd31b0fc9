namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Metadata names of the types that the generator knows.</summary>
internal static class KnownNames
{
    public const string NetlinkRecordAttribute = "KubeNet.Netlink.Protocol.NetlinkRecordAttribute";
    public const string NetlinkHeaderAttribute = "KubeNet.Netlink.Protocol.NetlinkHeaderAttribute";
    public const string NetlinkAttributeAttribute = "KubeNet.Netlink.Protocol.NetlinkAttributeAttribute";
    public const string LinkKindAttribute = "KubeNet.Netlink.Links.LinkKindAttribute";
    public const string LinkKind = "KubeNet.Netlink.Links.LinkKind";
    public const string LinkKindRegistry = "KubeNet.Netlink.Links.LinkKindRegistry";
    public const string NetlinkRecordInterface = "KubeNet.Netlink.Protocol.INetlinkRecord<TSelf>";
    public const string NetlinkValueInterface = "KubeNet.Netlink.Protocol.INetlinkValue<TSelf>";
    public const string NetlinkList = "KubeNet.Netlink.NetlinkList<T>";
    public const string MacAddress = "KubeNet.Netlink.MacAddress";
    public const string Vni = "KubeNet.Netlink.Vni";
    public const string IPAddress = "System.Net.IPAddress";
}
