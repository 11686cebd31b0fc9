namespace KubeNet.Netlink.Protocol;

/// <summary>Finds the table of what is nested in an attribute; its payload may decide, as a link's kind does.</summary>
public delegate NetlinkAttributeTable? NetlinkNestedTable(ReadOnlySpan<byte> value);
