namespace KubeNet.Testing.Interop;

// linux/if_arp.h
internal static class if_arp
{
    public const ushort ARPHRD_ETHER = 1;
    public const ushort ARPHRD_LOOPBACK = 772;
}
