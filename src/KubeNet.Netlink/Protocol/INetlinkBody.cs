namespace KubeNet.Netlink.Protocol;

/// <summary>What stands after the message header: the family's header and its attributes. Records have it generated.</summary>
public interface INetlinkBody
{
    /// <summary>Bytes of the family's header, after which the attributes begin; 0 if it has none.</summary>
    int HeaderLength { get; }

    /// <summary>The names of the attributes, for errors; null if they have none.</summary>
    NetlinkAttributeTable? Attributes { get; }

    /// <summary>Writes header and attributes.</summary>
    void Write(ref NetlinkWriter writer);

    /// <summary>The object in a few words, for errors: <c>10.0.0.0/24 via 10.0.0.1</c>.</summary>
    string? Describe() => ToString();
}
