using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Tests.Neighbors;

/// <summary>Writes what stands after a message's header, and puts a header before it.</summary>
internal static class Bodies
{
    private const ushort AnyType = 28;

    public static byte[] Write(INetlinkBody body)
    {
        var writer = new NetlinkWriter(new byte[4096]);
        body.Write(ref writer);
        return writer.Written.ToArray();
    }

    public static NetlinkMessage Message(INetlinkBody body) => Message(Write(body));

    public static NetlinkMessage Message(byte[] payload)
    {
        byte[] datagram = new byte[NetlinkMessageHeader.Size + payload.Length + 3];
        var writer = new NetlinkWriter(datagram);
        writer.BeginMessage(AnyType, NetlinkMessageFlags.None, 1);
        writer.WriteRaw(payload);
        writer.EndMessage();
        Assert.True(new NetlinkMessageReader(writer.Written).TryRead(out NetlinkMessage message));
        return message;
    }
}
