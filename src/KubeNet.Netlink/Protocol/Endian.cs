namespace KubeNet.Netlink.Protocol;

/// <summary>The byte order of an integer.</summary>
public enum Endian
{
    /// <summary>That of the machine.</summary>
    Host,

    /// <summary>Network byte order: the highest byte first.</summary>
    Big,
}
