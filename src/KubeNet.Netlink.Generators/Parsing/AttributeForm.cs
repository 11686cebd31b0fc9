namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>The values of <c>KubeNet.Netlink.Protocol.AttributeForm</c>, in its order.</summary>
internal enum AttributeForm
{
    Default,
    Flag,
    List,
    Repeated,
    UnflaggedNest,
    Unterminated,
}
