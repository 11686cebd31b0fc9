using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Protocol;

namespace KubeNet.Netlink.Links;

/// <summary>A namespace as a request names it (<c>IFLA_NET_NS_FD</c>): by an open descriptor. The kernel never reports one.</summary>
internal sealed record NamespaceDescriptor(NetworkNamespace Namespace) : INetlinkValue<NamespaceDescriptor>
{
    public static bool TryRead(ReadOnlySpan<byte> value, [MaybeNullWhen(false)] out NamespaceDescriptor result)
    {
        result = null;
        return false;
    }

    public void Write(ref NetlinkWriter writer)
    {
        ObjectDisposedException.ThrowIf(Namespace.Handle.IsClosed, Namespace);
        Span<byte> descriptor = stackalloc byte[sizeof(int)];
        MemoryMarshal.Write(descriptor, (int)Namespace.Handle.DangerousGetHandle());
        writer.WriteRaw(descriptor);
    }
}
