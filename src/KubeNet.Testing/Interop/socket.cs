using System.Runtime.InteropServices;

namespace KubeNet.Testing.Interop;

// sys/socket.h, asm-generic/socket.h, linux/sockios.h, linux/icmp.h, linux/in.h, linux/in6.h
internal static class socket
{
    public const ushort AF_PACKET = 17;
    public const ushort ETH_P_ALL = 0x0003;

    public const int SOL_SOCKET = 1;
    public const int SO_RCVBUF = 8;
    public const int SO_BINDTODEVICE = 25;
    public const int SO_RCVBUFFORCE = 33;
    public const int SO_TIMESTAMPNS = 35;
    public const int SCM_TIMESTAMPNS = 35;

    public const int IPPROTO_IP = 0;
    public const int IP_MTU_DISCOVER = 10;
    public const int IP_PMTUDISC_PROBE = 3;
    public const int IPPROTO_IPV6 = 41;
    public const int IPV6_MTU_DISCOVER = 23;
    public const int IPV6_PMTUDISC_PROBE = 3;

    public const int SOL_RAW = 255;
    public const int ICMP_FILTER = 1;
    public const int SOL_ICMPV6 = 58;
    public const int ICMPV6_FILTER = 1;

    public const int SOL_PACKET = 263;

    public const int MSG_TRUNC = 0x20;
    public const int MSG_DONTWAIT = 0x40;

    public const nuint SIOCGIFINDEX = 0x8933;
    public const int IFNAMSIZ = 16;

    public const int EINTR = 4;
    public const int EAGAIN = 11;
    public const int ENODEV = 19;
    public const int ENETDOWN = 100;

    [StructLayout(LayoutKind.Sequential, Size = 40)]
    public unsafe struct ifreq
    {
        public fixed byte ifr_name[IFNAMSIZ];
        public int ifr_ifindex;
    }

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct iovec
    {
        public void* iov_base;
        public nuint iov_len;
    }

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct msghdr
    {
        public void* msg_name;
        public uint msg_namelen;
        public iovec* msg_iov;
        public nuint msg_iovlen;
        public void* msg_control;
        public nuint msg_controllen;
        public int msg_flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct cmsghdr
    {
        public nuint cmsg_len;
        public int cmsg_level;
        public int cmsg_type;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct timespec
    {
        public nint tv_sec;
        public nint tv_nsec;
    }
}
